"""Words of other periods in each kind of report, and a real report as a whole."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.report_check import ReportCase, ReportCheck
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.intake.report_intake import read_report
from cchc_desktop.office.grid import SourceFile, SourceParagraph

FOOT = {"recipients": "Sở Nội vụ\nLưu: VT", "signer": "Trần Văn Mẫu"}
NEXT = {"q1": "quý II năm 2027", "h1": "quý III năm 2027", "year": "năm 2028"}


def period(key: str, year: int = 2027):
    return next(period for period in preset_periods(year) if period.key == key)


def rules(key: str, text: str, content: str = "results", title: str = "Kết quả") -> list[str]:
    report = Report("r", f"{key}-2027", 2027, "p", subject="Công tác cải cách hành chính")
    heading = ReportHeading("h", "r", 1, 1, "I", title, content)
    paragraph = ReportParagraph("t", "r", "h", 1, f"{text}./.")
    case = ReportCase(report, period(key), [(heading, [paragraph])], **FOOT)
    return [finding.rule for finding in ReportCheck(case).findings()]


STALE = [
    ("h1", "opening", "Sở báo cáo kết quả quý I năm 2027 như sau", "stale-period"),
    ("h1", "results", "Trong quý III, Sở đã kiểm tra 02 đơn vị", "stale-period"),
    ("h1", "results", "Kết quả 9 tháng đầu năm 2027 tốt hơn", "stale-period"),
    ("h1", "results", "Tính đến ngày 14/12/2026, đã xong", "stale-year"),
    ("h1", "results", "6 tháng đầu năm 2025 đạt 20 hồ sơ", "stale-year"),
    ("h1", "next", "Hoàn thành kế hoạch trước ngày 31/3/2027", "past-deadline"),
    ("h1", "next", "Tổ chức hội nghị trong tháng 5", "past-deadline"),
    ("h1", "next", "Triển khai nhiệm vụ quý II", "past-deadline"),
    ("year", "closing", "Trên đây là báo cáo 6 tháng đầu năm 2027", "stale-period"),
    ("year", "results", "Kết quả cải cách hành chính năm 2026 được nâng lên", "stale-year"),
    ("year", "results", "Theo báo cáo tháng 01/2026 của các đơn vị", "stale-year"),
    ("year", "next", "Hoàn thành trước ngày 30/6/2027", "past-deadline"),
    ("q1", "results", "Kết quả quý IV năm 2026 như sau", "stale-year"),
    ("q1", "results", "Quý II năm 2027 đã tổ chức hội nghị", "stale-period"),
    ("q1", "next", "Tổng kết công tác năm 2026 trong tháng 4", "stale-year"),
]
RIGHT = [
    ("h1", "opening", "Sở báo cáo kết quả 6 tháng đầu năm 2027 như sau"),
    ("h1", "results", "Quý I đã xong 03 việc, trong quý II đã kiểm tra 02 đơn vị"),
    ("h1", "results", "Cuối tháng 12/2026, Sở đã triển khai kế hoạch"),
    ("h1", "next", "Hoàn thành trong quý III, quý IV năm 2027"),
    ("h1", "next", "Rà soát nhiệm vụ quý II chưa hoàn thành"),
    ("h1", "next", "Sơ kết 6 tháng đầu năm 2027 trước ngày 05/7/2027"),
    ("h1", "next", "Báo cáo cải cách hành chính quý I, 6 tháng, quý III và năm: ngày 16/9"),
    ("year", "next", "Báo cáo quý I, 6 tháng đầu năm, quý III và năm: trước ngày 15/01/2028"),
    ("year", "results", "6 tháng đầu năm hoàn thành 20 việc; 6 tháng cuối năm hoàn thành 25 việc"),
    ("year", "results", "Tháng 3/2027, ban hành quy chế; quý III tổ chức 01 hội nghị"),
    ("year", "next", "Tự chấm điểm Chỉ số cải cách hành chính năm 2027 trước ngày 15/01/2028"),
    ("q1", "results", "Tổng kết công tác năm 2026 và triển khai nhiệm vụ năm 2027 ngày 10/01/2027"),
    ("q1", "next", "Tự chấm điểm Chỉ số cải cách hành chính năm 2026 trước ngày 30/4/2027"),
]


@pytest.mark.parametrize(("key", "content", "text", "rule"), STALE)
def test_what_is_left_of_another_period(key, content, text, rule):
    title = f"Nhiệm vụ {NEXT[key]}" if content == "next" else "Kết quả"
    assert rules(key, text, content, title) == [rule]


@pytest.mark.parametrize(("key", "content", "text"), RIGHT)
def test_what_belongs_to_the_period(key, content, text):
    title = f"Nhiệm vụ {NEXT[key]}" if content == "next" else "Kết quả"
    assert rules(key, text, content, title) == []


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("q1", "Phương hướng, nhiệm vụ quý I năm 2027"),
        ("h1", "Phương hướng, nhiệm vụ quý II năm 2027"),
        ("h1", "Phương hướng, nhiệm vụ quý III năm 2026"),
        ("year", "Phương hướng, nhiệm vụ năm 2027"),
    ],
)
def test_the_title_of_what_comes_next(key, title):
    (rule,) = rules(key, "Thực hiện kế hoạch", "next", title)
    assert rule in ("stale-period", "stale-year")


def test_a_real_report_has_only_what_is_really_wrong(shared_data: Path) -> None:
    """A decree of 2012 dated 2013, documents without a number, and slips that are slips."""
    text = (shared_data / "binhdinh2021_report_6months.txt").read_text(encoding="utf-8")
    plain = [line.strip("#* ") for line in text.splitlines()]
    old = read_report(SourceFile("cu.txt", tuple(map(SourceParagraph, filter(None, plain)))))
    parts = []
    for n, section in enumerate(old.sections):
        heading = ReportHeading(section.id, "r", n, section.level, section.number, section.title)
        lines = enumerate(section.body.splitlines())
        parts.append((heading, [ReportParagraph(f"{n}.{m}", "r", "", m, t) for m, t in lines]))
    report = Report("r", "h1-2021", 2021, "p", subject=old.head.subject, issued="2021-06-15")
    case = ReportCase(report, period("h1", 2021), parts, **FOOT)
    findings = ReportCheck(replace(case, current=("Sở Ngoại vụ",))).findings()
    count = Counter(finding.rule for finding in findings)
    assert set(count) == {"no-number", "citation-year", "slip", "day-zero"}
    assert count["no-number"] >= 4
    (year,) = [finding.found for finding in findings if finding.rule == "citation-year"]
    assert year == "117/2012/NĐ-CP ghi ngày 17/12/2013"


def test_a_check_can_be_stopped_at_each_step():
    class Stopped(Exception):
        pass

    def check(steps: int) -> int:
        """How many steps of those allowed are left."""

        def step() -> None:
            nonlocal steps
            steps -= 1
            if steps < 0:
                raise Stopped

        report = Report("r", "h1-2027", 2027, "p", subject="Công tác cải cách hành chính")
        heading = ReportHeading("h", "r", 1, 1, "I", "Kết quả", "results")
        words = "Sở đã ban hành Kế hoạch số {}/KH-SNgV ngày 26/02/2027; đã có Công văn gửi các sở."
        said = [ReportParagraph(f"t{n}", "r", "h", n, words.format(n)) for n in range(20)]
        ReportCheck(ReportCase(report, period("h1"), [(heading, said)], **FOOT), step).findings()
        return steps

    plenty = 10_000
    taken = plenty - check(plenty)
    assert taken > 5 * 20
    for steps in range(taken):
        with pytest.raises(Stopped):
            check(steps)
