"""Paragraphs parted and joined while typing: words, sources and order are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.change import Change, added
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_lines import join_paragraphs, type_paragraph
from cchc_desktop.services.reporting import in_order
from cchc_desktop.settings import Paths, Person

TEXT = "- Đã rà soát 14 thủ tục. Đã công khai kết quả."
RECORDS = [
    Plan("p", 2027),
    Report("r", "q3-2027", 2027, "p"),
    ReportHeading("h", "r", 1, 1, "I", "Kết quả", "results"),
    ReportParagraph("a", "r", "h", 1, TEXT, "task:1", TEXT, ((2, 23, "x"), (25, 45, "y"))),
    ReportParagraph("b", "r", "h", 2, "- Dòng hai", "task:2", "- Dòng hai", ((2, 10, "z"),)),
]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        project.apply(added("Tạo", RECORDS))
        yield project


def do(project: Project, change: Change) -> list[ReportParagraph]:
    """The paragraphs after the change, which can be taken back."""
    before = project.snapshot()
    project.apply(change)
    project.apply(change.inverse())
    report = project.record("r")
    assert isinstance(report, Report)
    assert in_order(project, report) == in_order(before, report)
    project.apply(change)
    return [paragraph for _, under in in_order(project, report) for paragraph in under]


def said(paragraph: ReportParagraph) -> list[tuple[str, str]]:
    return [(paragraph.text[start:end], source) for start, end, source in paragraph.sources]


def test_a_line_is_an_edit(project: Project) -> None:
    change = type_paragraph(project, "b", "- Dòng thứ hai")
    assert change.label == "Sửa đoạn"
    assert [p.text for p in do(project, change)] == [TEXT, "- Dòng thứ hai"]


@pytest.mark.parametrize("bare", ["", "- ", " -", "\n"])
def test_a_paragraph_without_words_is_left_out(project: Project, bare: str) -> None:
    texts = [p.text for p in do(project, type_paragraph(project, "b", bare)) if p.text.strip(" -")]
    assert texts == [TEXT]


def test_enter_parts_a_paragraph_with_its_sources(project: Project) -> None:
    first, second, third = do(project, type_paragraph(project, "a", TEXT.replace(". Đã", ".\nĐã")))
    assert first.text == "- Đã rà soát 14 thủ tục."
    assert said(first) == [("Đã rà soát 14 thủ tục", "x")]
    assert first.id == "a"
    assert first.key == "task:1"
    assert second.text == "- Đã công khai kết quả."
    assert said(second) == [("Đã công khai kết quả", "y")]
    assert second.key == second.draft == ""
    assert third.id == "b"


def test_enter_at_an_end_makes_a_bare_paragraph_there(project: Project) -> None:
    assert [p.text for p in do(project, type_paragraph(project, "b", "- Dòng hai\n"))][1:] == [
        "- Dòng hai",
        "- ",
    ]


def test_enter_at_the_beginning_keeps_the_paragraph_below(project: Project) -> None:
    shown = do(project, type_paragraph(project, "a", f"\n{TEXT}"))
    assert [p.text for p in shown] == ["- ", TEXT, "- Dòng hai"]
    assert [p.id for p in shown][1:] == ["a", "b"]
    assert said(shown[1]) == [("Đã rà soát 14 thủ tục", "x"), ("Đã công khai kết quả", "y")]


def test_lines_pasted_are_paragraphs_with_one_mark_each(project: Project) -> None:
    pasted = type_paragraph(project, "b", "- Dòng hai\n- Ba\nBốn")
    assert [p.text for p in do(project, pasted)][1:] == ["- Dòng hai", "- Ba", "- Bốn"]


def test_a_drafted_paragraph_that_is_joined_is_left_out(project: Project) -> None:
    upper, lower = do(project, join_paragraphs(project, "a", "b"))
    assert upper.text == f"{TEXT} Dòng hai"
    assert said(upper)[-1] == ("Dòng hai", "z")
    assert (lower.id, lower.text) == ("b", "")


def test_what_was_parted_is_joined_again(project: Project) -> None:
    project.apply(type_paragraph(project, "a", TEXT.replace(". Đã", ".\nĐã")))
    report = project.record("r")
    assert isinstance(report, Report)
    upper, lower, _ = in_order(project, report)[0][1]
    joined, other = do(project, join_paragraphs(project, upper.id, lower.id))
    assert joined.text == TEXT
    assert said(joined) == [("Đã rà soát 14 thủ tục", "x"), ("Đã công khai kết quả", "y")]
    assert other.id == "b"
