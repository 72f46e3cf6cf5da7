"""An invented quý III report that has nothing to find: its plan, results, documents and figures."""

from dataclasses import replace

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Change, Record, added
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import (
    Figure,
    Indicator,
    Report,
    ReportHeading,
    ReportParagraph,
)
from cchc_desktop.domain.result import Result
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.outlines import FullOutline

YEAR = 2027
PERIOD = "q3-2027"
AGENCY = Agency("agency", "UBND TỈNH AN ĐÔNG", "SỞ NGOẠI VỤ", "SNgV", "An Đông", 2026)
FORMER = Agency("former", "UBND TỈNH AN ĐÔNG", "SỞ HỢP TÁC QUỐC TẾ", "SHTQT", "An Đông", 2020, 2025)
SIGNERS = (
    Signer("signer", "GIÁM ĐỐC", "Trần Văn Mẫu", 2026),
    Signer("former-signer", "GIÁM ĐỐC", "Lê Thị Thử", 2020, 2025),
)
RECIPIENTS = RecipientList(
    "list", "BC", "Như trên\nSở Nội vụ\nLãnh đạo Sở\nCác phòng, đơn vị thuộc Sở\nLưu: VT, VP"
)
PLAN = Plan("plan", YEAR, subject="Cải cách hành chính năm 2027 của Sở Ngoại vụ", number="12",
            symbol="KH-SNgV", issued="2027-01-15")  # fmt: skip
REPORT = Report(
    "report",
    PERIOD,
    YEAR,
    "plan",
    subject="Công tác cải cách hành chính quý III năm 2027",
    number="412",
    symbol="BC-SNgV",
    issued="2027-09-14",
)
ROWS: tuple[Area | Task, ...] = (
    Area("area-1", "plan", 1, "I", "Cải cách thể chế"),
    Task("task-1", "plan", 2, "1", "", "Ban hành quy chế quản lý đoàn vào của tỉnh", "Quyết định",
         "Phòng Hợp tác quốc tế", "Văn phòng Sở", "Quý III"),
    Area("area-2", "plan", 3, "II", "Cải cách thủ tục hành chính"),
    Task("task-2", "plan", 4, "1", "", "Rà soát thủ tục hành chính thuộc thẩm quyền", "Báo cáo",
         "Văn phòng Sở", "Các phòng", "Tháng 8"),
    Task("task-3", "plan", 5, "2", "", "Tuyên truyền cải cách hành chính", "Tin, bài",
         "Văn phòng Sở", "Các phòng", "Thường xuyên"),
    Task("task-4", "plan", 6, "3", "", "Tổng kết công tác cải cách hành chính", "Báo cáo",
         "Văn phòng Sở", "Các phòng", "Tháng 11"),
)  # fmt: skip
RESULTS = (
    Result("result-1", "task-1", PERIOD, text="Đã ban hành Quyết định số 31/QĐ-SNgV ngày 20/8/2027",
           state="hoàn thành", done_on="2027-08-20"),
    Result("result-2", "task-2", PERIOD, text="Đã rà soát 24 thủ tục", state="hoàn thành",
           done_on="2027-09-02"),
    Result("result-3", "task-3", PERIOD, text="Đã đăng 15 tin, bài", state="đang làm"),
)  # fmt: skip
DOCUMENTS = (
    RegisteredDocument("doc-plan", "Kế hoạch", "12", "KH-SNgV", "2027-01-15", "Sở Ngoại vụ",
                       "Cải cách hành chính năm 2027"),
    RegisteredDocument("doc-31", "Quyết định", "31", "QĐ-SNgV", "2027-08-20", "Sở Ngoại vụ",
                       "ban hành Quy chế quản lý đoàn vào"),
    RegisteredDocument("doc-95", "Công văn", "95", "SNV-CCHC", "2027-07-05", "Sở Nội vụ",
                       "hướng dẫn báo cáo cải cách hành chính"),
    RegisteredDocument("doc-61", "Nghị định", "61/2018", "NĐ-CP", "2018-04-23", "Chính phủ",
                       "thực hiện cơ chế một cửa, một cửa liên thông"),
)  # fmt: skip
INDICATORS = (
    Indicator("ind-31", "3.1", "Hồ sơ tiếp nhận trong kỳ", "hồ sơ", group="Thủ tục hành chính"),
    Indicator("ind-32", "3.2", "Hồ sơ đã giải quyết", "hồ sơ", group="Thủ tục hành chính"),
    Indicator("ind-33", "3.3", "Hồ sơ giải quyết đúng hạn", "hồ sơ", group="Thủ tục hành chính"),
    Indicator("ind-34", "3.4", "Tỷ lệ giải quyết đúng hạn", "%", "3.3", "3.2",
              group="Thủ tục hành chính"),
    Indicator("ind-71", "7.1", "Văn bản điện tử có chữ ký số", "văn bản", group="Chính quyền số"),
)  # fmt: skip
FIGURES = (
    Figure("fig-31", "ind-31", PERIOD, "196"),
    Figure("fig-32", "ind-32", PERIOD, "188", "08 hồ sơ chưa đến hạn"),
    Figure("fig-33", "ind-33", PERIOD, "185"),
    Figure("fig-71", "ind-71", PERIOD, "1.250"),
    Figure("fig-31-h1", "ind-31", "h1-2027", "240"),
    Figure("fig-32-h1", "ind-32", "h1-2027", "233"),
)

OUTLINE: tuple[tuple[str, int, str, str, str, tuple[str, ...]], ...] = (
    ("opening", 0, "", "", "opening", (
        "Thực hiện Công văn số 95/SNV-CCHC ngày 05/7/2027 của Sở Nội vụ về hướng dẫn báo cáo cải "
        "cách hành chính, Sở Ngoại vụ báo cáo kết quả thực hiện công tác cải cách hành chính quý "
        "III năm 2027 như sau:",
    )),
    ("steering", 1, "I", "Công tác chỉ đạo, điều hành", "results", (
        "- Sở Ngoại vụ đã ban hành Kế hoạch số 12/KH-SNgV ngày 15/01/2027 về cải cách hành chính "
        "năm 2027, gắn với Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương "
        "trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030.",
        "- Công tác tuyên truyền được duy trì thường xuyên; trong kỳ đã đăng 15 tin, bài, tăng 03 "
        "bài so với quý II năm 2027 và 05 bài so với cùng kỳ năm 2026.",
    )),
    ("results", 1, "II", "Kết quả thực hiện", "", ()),
    ("institutions", 2, "1", "Cải cách thể chế", "results", (
        "- Sở đã ban hành Quyết định số 31/QĐ-SNgV ngày 20/8/2027 ban hành Quy chế quản lý đoàn "
        "vào; theo đó, thời gian thẩm định giảm từ 07 ngày xuống 05 ngày.",
        "- Quy chế tiếp nhận theo Quyết định số 15/2019/QĐ-UBND ngày 08/4/2019 của UBND tỉnh An "
        "Đông được rà soát trong tháng 7/2027.",
    )),
    ("procedures", 2, "2", "Cải cách thủ tục hành chính", "results", (
        "- Hồ sơ tiếp nhận trong kỳ: 196 hồ sơ; hồ sơ đã giải quyết 188 hồ sơ, trong đó 185/188 hồ "
        "sơ đúng hạn, đạt 98,4 %.",
        "- Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế "
        "một cửa, một cửa liên thông, Sở niêm yết công khai 24 thủ tục tại Trung tâm Phục vụ hành "
        "chính công tỉnh.",
    )),
    ("public-finance", 2, "3", "Cải cách tài chính công", "results", (
        "- Đã công khai quyết toán ngân sách năm 2026 theo quy định của Luật Ngân sách nhà nước "
        "năm 2015 và dự toán năm 2027.",
        "- Nghị định số 117/2012/NĐ-CP ngày 17/12/2012 của Chính phủ không còn được áp dụng.",
    )),
    ("digital", 2, "4", "Xây dựng, phát triển Chính quyền điện tử, Chính quyền số", "results", (
        "- Văn bản điện tử có chữ ký số đạt 1.250 văn bản; hệ thống quản lý chất lượng theo TCVN "
        "ISO 9001:2015 được duy trì.",
        "- Số liệu được tính từ ngày 15/6/2027 đến ngày 14/9/2027; lũy kế quý I, quý II và quý III "
        "được trình bày tại phụ lục kèm theo.",
    )),
    ("difficulties", 1, "III", "Khó khăn, vướng mắc", "difficulties", (
        "Trước đây, trong năm 2026, Sở có 02 công chức chuyển công tác nên hiện nay còn thiếu biên "
        "chế làm công tác tổng hợp.",
    )),
    ("next", 1, "IV", "Phương hướng, nhiệm vụ quý IV năm 2027", "next", (
        "- Tổng kết công tác cải cách hành chính năm 2027, hoàn thành trước ngày 30/11/2027.",
        "- Xây dựng Kế hoạch cải cách hành chính năm 2028 trong tháng 12/2027.",
    )),
    ("closing", 0, "", "", "closing", (
        "Trên đây là Báo cáo kết quả công tác cải cách hành chính quý III năm 2027 của Sở Ngoại "
        "vụ, đề nghị Sở Nội vụ xem xét, tổng hợp./.",
    )),
)  # fmt: skip


def headings() -> list[ReportHeading]:
    """The headings, ids as in OUTLINE."""
    return [
        ReportHeading(name, "report", place, level, number, title, content)
        for place, (name, level, number, title, content, _) in enumerate(OUTLINE, start=1)
    ]


def paragraphs() -> list[ReportParagraph]:
    """The paragraphs; the second under "steering" is "steering-2"."""
    return [
        ReportParagraph(f"{name}-{place}", "report", name, place, text)
        for name, *_, texts in OUTLINE
        for place, text in enumerate(texts, start=1)
    ]


def records() -> list[Record]:
    """All of it."""
    profile = (AGENCY, FORMER, *SIGNERS, RECIPIENTS)
    written = (REPORT, *headings(), *paragraphs())
    return [*profile, PLAN, *ROWS, *RESULTS, *DOCUMENTS, *INDICATORS, *FIGURES, *written]


def contents(*changed: Record, without: tuple[str, ...] = ()) -> Contents:
    """The report's file with some records in the place of those with their ids, or added."""
    found = {record.id: record for record in (*records(), *changed)}
    return Contents({key: record for key, record in found.items() if key not in without})


def own_outline(full: FullOutline, name: str) -> Change:
    """A copy of an outline as one of the office's own."""
    outline = replace(full.outline, id="own", name=name)
    headings = [replace(h, id=f"own-{h.id}", outline_id="own") for h in full.headings]
    return added("Giữ đề cương", [outline, *headings])
