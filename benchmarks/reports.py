"""A report of more than forty pages drafted, and drafted anew while every paragraph was edited;
written and checked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.results import Result, best
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Record
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.report import ReportParagraph
from cchc_desktop.domain.result import Result as Answer
from cchc_desktop.domain.result import State
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.report_checking import report_findings
from cchc_desktop.services.report_exporting import export_report, report_as_document
from cchc_desktop.services.reporting import redraft, report_of

_AREAS = ("Cải cách thể chế", "Cải cách TTHC", "Tổ chức bộ máy", "Chế độ công vụ", "Tài chính công")
_TASKS = 60  # of an area: together about 44 pages of 3,000 characters
_SAID = "Đã rà soát {} văn bản theo Kế hoạch số {}/KH-SNgV, kiến nghị bãi bỏ 02 văn bản; " * 4


def report_results(folder: Path) -> Iterator[Result]:
    """Every measurement of reports."""
    records = {record.id: record for record in _records()}
    contents = Contents(records)
    period = contents.period(2027, "h1")
    ours = best(lambda: begin_report(contents, 2027, period), 3)
    rows = len(_AREAS) * _TASKS
    yield Result("Draft of 40 pages", rows, ours, "the 1 s allowed", 1.0, 1)
    begun = _after(records, begin_report(contents, 2027, period))
    yield from _written(Contents(begun), folder)
    edited = Contents({key: _edited(record) for key, record in begun.items()})
    report = report_of(edited, period)
    assert report is not None
    anew = best(lambda: redraft(edited, report), 3)
    yield Result("Draft anew, all edited and changed", rows, anew, "the 1 s allowed", 1.0, 1)


def _written(contents: Contents, folder: Path) -> Iterator[Result]:
    """The drafted report as files with its table of tasks, and its check."""
    from ui.export.printer import PagePrinter
    from ui.printing import application, lay_out

    running = application()  # kept as long as pages are laid out
    assert running is not None
    report = report_of(contents, contents.period(2027, "h1"))
    assert report is not None
    pages = len(lay_out(report_as_document(contents, report)))
    for name, suffix in (("Word", ".docx"), ("PDF", ".pdf")):
        target = folder / f"report{suffix}"

        def write(target: Path = target) -> None:
            target.unlink(missing_ok=True)
            export_report(contents, report, target, printer=PagePrinter())

        yield Result(f"Report to {name}, pages", pages, best(write, 3), "the 2 s allowed", 2.0, 1)
    checked = best(lambda: report_findings(contents, report), 3)
    yield Result("Check of a report, pages", pages, checked, "the 1 s allowed", 1.0, 1)


def _records() -> Iterator[Record]:
    yield Plan("p", 2027)
    yield Agency("agency", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu")
    for number, title in enumerate(_AREAS):
        yield Area(f"a{number}", "p", number * (_TASKS + 1), str(number + 1), title)
        for place in range(_TASKS):
            yield from _task(number * _TASKS + place, number * (_TASKS + 1) + place + 1)


def _task(n: int, position: int) -> Iterator[Record]:
    yield Task(f"t{n}", "p", position, text=f"Rà soát văn bản nhóm {n}", time="Quý II")
    yield Answer(f"r{n}", f"t{n}", "h1-2027", "", _SAID.format(*(n, n // 2 + 1) * 4), State.DONE)
    day = f"2027-0{n % 5 + 1}-1{n % 9}"
    title = f"rà soát văn bản nhóm {n} trên địa bàn tỉnh"
    yield RegisteredDocument(f"d{n}", "Kế hoạch", str(n + 1), "KH-SNgV", day, "Sở Ngoại vụ", title)
    yield Evidence(f"e{n}", f"d{n}", f"r{n}")


def _after(records: Mapping[str, Record], change: Change) -> dict[str, Record]:
    return {**records, **{edit.record.id: edit.record for edit in change.edits}}


def _edited(record: Record) -> Record:
    """A paragraph as the clerk changed it, a result as its unit did."""
    if isinstance(record, ReportParagraph):
        return replace(record, text=record.text.replace("bãi bỏ 02", "bãi bỏ 03", 1))
    return replace(record, text=f"{record.text} thêm") if isinstance(record, Answer) else record
