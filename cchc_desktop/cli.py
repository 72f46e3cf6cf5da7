"""The commands without a window: the same services as the window's, Vietnamese messages.

Exit status 0 done, 1 refused (one sentence on standard error), 2 wrong usage. With --json, standard
output carries UTF-8 JSON and nothing else. Each command imports what it needs when it runs.
"""

import argparse
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.plan import YEARS, Area, Plan, Section, Task
from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.settings import user_paths

if TYPE_CHECKING:
    from cchc_desktop.domain.finding import Finding
    from cchc_desktop.services.exporting import Printer, Written
    from cchc_desktop.services.project import Project

Command = Callable[[argparse.Namespace], None]


def main(arguments: list[str], printer: "Printer | None" = None) -> int:
    """Run one command; the exit status. Without a printer nothing is written as PDF."""
    speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        options.printer = printer
        options.command(options)
    except CchcError as error:
        return refuse(str(error))
    except PermissionError as error:
        return refuse(f"Không được phép mở {error.filename}; hãy xin quyền truy cập.")
    return 0


def refuse(sentence: str) -> int:
    """Say why nothing is done; the exit status."""
    speak_utf8()
    print(sentence, file=sys.stderr)
    return 1


def speak_utf8() -> None:
    """Have Vietnamese reach whoever reads standard output and standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows consoles are not UTF-8 by themselves
            stream.reconfigure(encoding="utf-8", errors="replace")


# What the commands do


def _new(options: argparse.Namespace) -> None:
    from cchc_desktop.services.contents import Contents
    from cchc_desktop.services.planning import new_plan
    from cchc_desktop.services.project import Project

    first = new_plan(Contents({}), options.year, options.plan)
    Project.create(options.file, user_paths(), first=first).close()
    print(f"Đã tạo {options.file} với kế hoạch {options.plan} năm {options.year}.")


def _import(options: argparse.Namespace) -> None:
    from cchc_desktop.services.importing import import_file

    proposal = import_file(
        options.source,
        options.into,
        user_paths(),
        options.year,
        options.plan,
        append=options.append,
    )
    counts = {
        "tasks": proposal.count(Task),
        "areas": proposal.count(Area),
        "sections": proposal.count(Section),
    }
    if options.json:
        doubts = [{"row": d.row, "text": d.text, "why": d.why} for d in proposal.doubts]
        _print_json({**counts, "doubts": doubts})
        return
    print(
        f"Đã nhập {counts['tasks']} nhiệm vụ, {counts['areas']} lĩnh vực, "
        f"{counts['sections']} mục lời văn vào {options.into}."
    )
    for doubt in proposal.doubts:
        place = f"dòng {doubt.row}" if doubt.row else "ngoài bảng"
        print(f"  Chỗ ngờ ({place}): {doubt.why} “{doubt.text}”")


def _tasks(options: argparse.Namespace) -> None:
    from cchc_desktop.services.task_list import task_list

    with _opened(options) as (project, plan):
        tasks = task_list(project.rows(plan), project.units(plan.year), plan.year)
    if options.json:
        _print_json(tasks)
        return
    for task in tasks:
        print(
            f"{task['area']} | {task['number']} | {task['task']} | {task['lead']} | {task['time']}"
        )


def _schedule(options: argparse.Namespace) -> None:
    from cchc_desktop.domain.schedule import read_schedule, schedule_json

    schedules = [read_schedule(text, options.year) for text in options.texts]
    if options.json:
        _print_json([schedule_json(schedule) for schedule in schedules])
        return
    for schedule in schedules:
        due = ", ".join(map(legal_day, schedule.due)) or "chưa có hạn"
        print(f"{schedule.text}: {due}")


def _export_plan(options: argparse.Namespace) -> None:
    from cchc_desktop.services.exporting import export_plan

    with _opened(options) as (project, plan):
        columns = {6: SIX, 7: SEVEN}.get(options.columns)
        written = export_plan(
            project,
            plan,
            options.out,
            electronic=options.electronic,
            columns=columns,
            printer=options.printer,
        )
    _print_written(written)


def _export_timeline(options: argparse.Namespace) -> None:
    from cchc_desktop.services.exporting import export_timeline

    with _opened(options) as (project, plan):
        written = export_timeline(project, plan, options.out, printer=options.printer)
    _print_written(written)


def _export_report(options: argparse.Namespace) -> None:
    from cchc_desktop.services.report_exporting import export_report, wanted_report

    with _opened(options) as (project, plan):
        contents, report = wanted_report(project, project.period(plan.year, options.period))
        written = export_report(
            contents, report, options.out, electronic=options.electronic, printer=options.printer
        )
    _print_written(written)


def _register(options: argparse.Namespace) -> None:
    from cchc_desktop.domain.citation import citation_json, read_citations
    from cchc_desktop.domain.proposal import DoubtKind
    from cchc_desktop.office.text_file import read_text_file, read_text_stream
    from cchc_desktop.services.project import Project
    from cchc_desktop.services.registering_text import drafted, propose_documents

    if options.add_from == Path("-"):
        text = read_text_stream(sys.stdin.buffer, "đầu vào chuẩn")
    else:
        text = read_text_file(options.add_from)
    cited = read_citations(text)
    with Project.open(options.file, user_paths()) as project:
        proposal = propose_documents(project, cited)
        known = {
            d.row for d in proposal.doubts if d.kind in (DoubtKind.KNOWN, DoubtKind.OTHER_DATE)
        }
        new = [replace(item, taken=True) for item in proposal.items if item.row not in known]
        label = f"Thêm {len(new)} văn bản từ đoạn văn"
        project.apply(replace(proposal, label=label, items=tuple(new)).accept())
    if options.json:
        _print_json([citation_json(citation) for citation in cited.citations])
        return
    rows = {item.row for item in new}
    for row, citation in enumerate(cited.citations, start=1):
        day = legal_day(citation.issued) if citation.issued else ""
        name = f"{citation.kind} {drafted(citation).code}".strip()
        parts = (name, day, citation.issuer, citation.title)
        print(f"{'+' if row in rows else '='} {'; '.join(filter(None, parts))}")
    print(
        f"Tìm thấy {len(cited.citations)} văn bản, đã thêm {len(new)} văn bản chưa có "
        f"vào sổ của {options.file}."
    )
    for doubt in proposal.doubts:
        if doubt.kind is not DoubtKind.KNOWN:
            print(f"  Chỗ ngờ: “{doubt.text}”: {doubt.why}")


def _export_forms(options: argparse.Namespace) -> None:
    from cchc_desktop.services.collecting import export_forms, units_named

    with _opened(options) as (project, plan):
        period = project.period(plan.year, options.period)
        units = units_named(project, plan, options.unit) if options.unit else None
        files = export_forms(project, plan, period, options.out, date.today(), units)
    for file in files:
        print(f"{file.unit.name}: {file.path}")


def _merge(options: argparse.Namespace) -> None:
    from cchc_desktop.domain.errors import RefusedInput
    from cchc_desktop.services.merge_list import merge_lines, merge_list
    from cchc_desktop.services.project import Project
    from cchc_desktop.services.returned_forms import merge_forms

    with Project.open(options.into, user_paths(), read_only=not options.accept) as project:
        merge = merge_forms(project, options.forms, date.today())
        refused = [form for form in merge.forms if form.is_refused]
        if len(refused) == len(merge.forms):
            what = "" if len(refused) == 1 else f"Không gộp được tệp nào; {refused[0].file}: "
            raise RefusedInput(f"{what}{refused[0].refused[0].why}")
        if options.accept:
            project.apply(merge.accept())
    if options.json:
        _print_json(merge_list(merge, accepted=options.accept))
    else:
        print(*merge_lines(merge, accepted=options.accept), sep="\n")


def _check(options: argparse.Namespace) -> None:
    from cchc_desktop.documents.checker import check_file

    findings = _fixed(options) if options.fix else check_file(options.document)
    if options.json:
        _print_json([_finding_json(finding) for finding in findings])
        return
    if not findings:
        print(f"{options.fix or options.document}: đúng thể thức Nghị định 30/2020/NĐ-CP.")
    for finding in findings:
        asked = f"{finding.expected} ({finding.source})"
        print(f"{finding.where}: {finding.found}; đúng ra: {asked} [{finding.rule}]")


def _fixed(options: argparse.Namespace) -> list["Finding"]:
    """What is left in the mended copy."""
    from cchc_desktop.services.form_repair import repair_copy

    done = repair_copy(options.document, options.fix)
    if not options.json:
        print(f"Đã sửa {done.places} chỗ trong bản sao {done.path}")
    return done.left


def _finding_json(finding: "Finding") -> dict[str, str]:
    return {
        "rule": finding.rule,
        "where": finding.where,
        "found": finding.found,
        "expected": f"{finding.expected} ({finding.source})",
    }


def _backup(options: argparse.Namespace) -> None:
    from cchc_desktop.services.project import Project

    with Project.open(options.file, user_paths(), read_only=True) as project:
        copied = project.back_up_to(options.target)
    print(f"Đã sao lưu {options.file} vào {options.target} và kiểm tra bản sao{copied.words}.")


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple["Project", Plan]]:
    """The file open to read, which a window elsewhere does not hinder, and the plan asked for."""
    from cchc_desktop.services.project import Project

    with Project.open(options.file, user_paths(), read_only=True) as project:
        yield project, project.wanted_plan(options.year, options.plan)


def _print_written(written: "Written") -> None:
    print(f"Đã ghi {written.path}")
    if written.kept is not None:
        print(f"Tệp cũ cùng tên được giữ lại ở {written.kept}")


# How they are spoken to


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


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


def _parser() -> argparse.ArgumentParser:
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

    new = command("new", _new, "Tạo một tệp dữ liệu mới.", of_year, of_plan)
    path(new, "file", "tệp .cchc sẽ tạo")

    what = "Nhập một kế hoạch từ tệp Word hoặc Excel."
    take = command("import", _import, what, of_year, of_plan, as_json)
    path(take, "source", "tệp .docx hoặc .xlsx")
    take.add_argument("--into", type=Path, required=True, metavar="FILE", help="tệp .cchc nhận vào")
    take.add_argument("--append", action="store_true", help="nối vào sau kế hoạch đã có")

    tasks = command("tasks", _tasks, "Liệt kê các nhiệm vụ.", of_year, of_plan, as_json)
    path(tasks, "file", "tệp .cchc")

    schedule = command("schedule", _schedule, "Đọc thời gian viết bằng lời.", of_year, as_json)
    schedule.add_argument("texts", nargs="+", metavar="TEXT", help="lời ghi ở cột thời gian")

    what = "Xuất kế hoạch (.docx, .xlsx, .pdf)."
    plan = command("plan", _export_plan, what, of_year, of_plan, within=exports)
    plan.add_argument("--electronic", action="store_true", help="bản điện tử, để trống số và ngày")
    plan.add_argument("--columns", type=int, choices=(6, 7), help="mẫu bảng 6 cột hoặc 7 cột")
    what = "Xuất bảng tiến độ (.xlsx, .docx)."
    timeline = command("timeline", _export_timeline, what, of_year, of_plan, within=exports)
    what = "Xuất báo cáo của một kỳ (.docx, .pdf)."
    report = command("report", _export_report, what, of_year, of_plan, within=exports)
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
    register = command("register", _register, what, as_json)
    path(register, "file", "tệp .cchc")
    register.add_argument(
        "--add-from", type=Path, required=True, metavar="TEXT", help="tệp chữ UTF-8, hoặc -"
    )

    what = "Xuất phiếu báo cáo kết quả cho từng đơn vị (.xlsx)."
    forms = command("forms", _export_forms, what, of_year, of_plan, within=exports)
    path(forms, "file", "tệp .cchc")
    forms.add_argument("out", type=Path, metavar="OUTDIR", help="thư mục để các phiếu")
    forms.add_argument("--period", required=True, metavar="KỲ", help="q1, h1, q3, year")
    forms.add_argument("--unit", metavar="TÊN", help="chỉ phiếu của đơn vị này")

    merge = command("merge", _merge, "Gộp các phiếu đơn vị gửi lại.", as_json)
    merge.add_argument("forms", type=Path, nargs="+", metavar="PHIẾU", help="tệp .xlsx gửi lại")
    merge.add_argument(
        "--into", type=Path, required=True, metavar="FILE", help="tệp .cchc nhận vào"
    )
    merge.add_argument("--accept", action="store_true", help="ghi vào tệp, trừ chỗ phải chọn")

    check = command("check", _check, "Kiểm tra thể thức một tệp Word.", as_json)
    path(check, "document", "tệp .docx")
    check.add_argument(
        "--fix", type=Path, metavar="OUT.docx", help="ghi bản sao đã sửa những chỗ sửa được"
    )

    backup = command("backup", _backup, "Sao lưu tệp dữ liệu.")
    path(backup, "file", "tệp .cchc")
    path(backup, "target", "tệp sao lưu sẽ tạo")
    return parser
