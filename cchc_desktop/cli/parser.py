"""How the commands are spoken to, in Vietnamese."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from cchc_desktop.cli import files, plans, results
from cchc_desktop.domain.plan import YEARS

Command = Callable[[argparse.Namespace], None]


class _Parser(argparse.ArgumentParser):
    """argparse in Vietnamese: its own sentences exist in English only."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False)
        self.add_argument("-h", "--help", action="help", help="xem cách dùng")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"Lệnh gõ chưa đúng. {self.format_usage()}")

    def format_usage(self) -> str:
        return _in_vietnamese(super().format_usage())

    def format_help(self) -> str:
        return _in_vietnamese(super().format_help())


def _in_vietnamese(text: str) -> str:
    for english, vietnamese in (
        ("usage:", "Cách dùng:"),
        ("positional arguments:", "Tham số:"),
        ("options:", "Tuỳ chọn:"),
    ):
        text = text.replace(english, vietnamese, 1)
    return text


def _year(text: str) -> int:
    """A plan's year; argparse turns the error into wrong usage."""
    if not text.isascii() or not text.isdigit() or int(text) not in YEARS:
        raise argparse.ArgumentTypeError("no year")
    return int(text)


def make_parser() -> argparse.ArgumentParser:
    """All commands with their options; `options.command` runs the one that was given."""
    of_year, of_plan, as_json = (argparse.ArgumentParser(add_help=False) for _ in range(3))
    of_year.add_argument(
        "--year", type=_year, required=True, metavar="NĂM", help="năm của kế hoạch"
    )
    of_plan.add_argument("--plan", default="CCHC", metavar="LOẠI", help="loại kế hoạch (CCHC)")
    as_json.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    parser = _Parser(prog="cchc-desktop", description="Kế hoạch cải cách hành chính của một sở.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    export = commands.add_parser("export", help="Xuất ra Word, Excel, PDF.")
    exports = export.add_subparsers(required=True, metavar="CÁI_GÌ")

    def command(
        name: str, run: Command, what: str, *shared: argparse.ArgumentParser, within: Any = commands
    ) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = within.add_parser(
            name, help=what, description=what, parents=shared
        )
        sub.set_defaults(command=run)
        return sub

    def path(sub: argparse.ArgumentParser, name: str, what: str) -> None:
        sub.add_argument(name, type=Path, metavar=name.upper(), help=what)

    new = command("new", plans.new, "Tạo một tệp dữ liệu mới.", of_year, of_plan)
    path(new, "file", "tệp .cchc sẽ tạo")

    what = "Nhập một kế hoạch từ tệp Word hoặc Excel."
    take = command("import", plans.import_plan, what, of_year, of_plan, as_json)
    path(take, "source", "tệp .docx hoặc .xlsx")
    take.add_argument("--into", type=Path, required=True, metavar="FILE", help="tệp .cchc nhận vào")
    take.add_argument("--append", action="store_true", help="nối vào sau kế hoạch đã có")

    tasks = command("tasks", plans.list_tasks, "Liệt kê các nhiệm vụ.", of_year, of_plan, as_json)
    path(tasks, "file", "tệp .cchc")

    schedule = command(
        "schedule", plans.read_times, "Đọc thời gian viết bằng lời.", of_year, as_json
    )
    schedule.add_argument("texts", nargs="+", metavar="TEXT", help="lời ghi ở cột thời gian")

    what = "Xuất kế hoạch (.docx, .xlsx, .pdf)."
    plan = command("plan", plans.export_plan, what, of_year, of_plan, within=exports)
    plan.add_argument("--electronic", action="store_true", help="bản điện tử, để trống số và ngày")
    plan.add_argument("--columns", type=int, choices=(6, 7), help="mẫu bảng 6 cột hoặc 7 cột")
    what = "Xuất bảng tiến độ (.xlsx, .docx)."
    timeline = command("timeline", plans.export_timeline, what, of_year, of_plan, within=exports)
    what = "Xuất báo cáo của một kỳ (.docx, .pdf)."
    report = command("report", results.export_report, what, of_year, of_plan, within=exports)
    report.add_argument(
        "--electronic", action="store_true", help="bản điện tử, để trống số và ngày"
    )
    report.add_argument(
        "--period", required=True, metavar="KỲ", help="kỳ báo cáo: q1, h1, q3, year"
    )
    for sub in (plan, timeline, report):
        path(sub, "file", "tệp .cchc")
        path(sub, "out", "tệp sẽ ghi, hoặc thư mục để tự đặt tên")

    what = "Đưa vào sổ các văn bản mà một đoạn văn dẫn."
    register = command("register", results.register_cited, what, as_json)
    path(register, "file", "tệp .cchc")
    register.add_argument(
        "--add-from", type=Path, required=True, metavar="TEXT", help="tệp chữ UTF-8, hoặc -"
    )

    what = "Xuất phiếu báo cáo kết quả cho từng đơn vị (.xlsx)."
    forms = command("forms", results.export_forms, what, of_year, of_plan, within=exports)
    path(forms, "file", "tệp .cchc")
    forms.add_argument("out", type=Path, metavar="OUTDIR", help="thư mục để các phiếu")
    forms.add_argument("--period", required=True, metavar="KỲ", help="q1, h1, q3, year")
    forms.add_argument("--unit", metavar="TÊN", help="chỉ phiếu của đơn vị này")

    merge = command("merge", results.merge_forms_in, "Gộp các phiếu đơn vị gửi lại.", as_json)
    merge.add_argument("forms", type=Path, nargs="+", metavar="PHIẾU", help="tệp .xlsx gửi lại")
    merge.add_argument(
        "--into", type=Path, required=True, metavar="FILE", help="tệp .cchc nhận vào"
    )
    merge.add_argument("--accept", action="store_true", help="ghi vào tệp, trừ chỗ phải chọn")

    check = command("check", files.check_document, "Kiểm tra thể thức một tệp Word.", as_json)
    path(check, "document", "tệp .docx")
    check.add_argument(
        "--fix", type=Path, metavar="OUT.docx", help="ghi bản sao đã sửa những chỗ sửa được"
    )

    backup = command("backup", files.back_up, "Sao lưu tệp dữ liệu.")
    path(backup, "file", "tệp .cchc")
    path(backup, "target", "tệp sao lưu sẽ tạo")
    return parser
