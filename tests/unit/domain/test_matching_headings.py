"""Headings of two reports held against each other; which of them keep their words."""

import pytest

from cchc_desktop.domain.matching_headings import by_hand, content_of_title, matched
from cchc_desktop.domain.report import Content, ReportHeading


def heading(
    name: str, title: str = "", content: str = "", level: int = 1, areas: tuple[str, ...] = ()
) -> ReportHeading:
    number = name.rpartition("-")[2] if level else ""
    return ReportHeading(name, "r", 0, level, number, title, content, areas)


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("Những khó khăn, vướng mắc", Content.DIFFICULTIES),
        ("Tồn tại, hạn chế và nguyên nhân", Content.DIFFICULTIES),
        ("Phương hướng, nhiệm vụ quý IV năm 2027", Content.NEXT),
        ("Nhiệm vụ trọng tâm 6 tháng cuối năm", Content.NEXT),
        ("Một số nhiệm vụ trong thời gian tới", Content.NEXT),
        ("Nhiệm vụ Quý III/2027", Content.NEXT),
        ("Kết quả thực hiện nhiệm vụ quý III năm 2027", Content.NOTHING),
        ("Công tác quy hoạch, bổ nhiệm", Content.NOTHING),
        ("Nhiệm vụ quy định tại kế hoạch", Content.NOTHING),
        ("Kiến nghị, đề xuất", Content.NOTHING),
    ],
)
def test_what_a_title_says_of_its_content(title: str, content: Content) -> None:
    assert content_of_title(title) is content


def test_headings_are_known_by_content_title_areas_then_place() -> None:
    ours = [
        heading("a-", content=Content.OPENING, level=0),
        heading("b-I", "Công tác chỉ đạo, điều hành quý III năm 2027", Content.RESULTS),
        heading("c-II", "Kết quả thực hiện"),
        heading("d-1", "Cải cách thủ tục hành chính", Content.RESULTS, 2, ("tthc", "mot cua")),
        heading("e-2", "Cải cách thể chế", Content.RESULTS, 2, ("the che",)),
        heading("f-III", "Khó khăn", Content.DIFFICULTIES),
        heading("g-IV", "Phương hướng", Content.NEXT),
        heading("h-V", "Chuyển đổi số"),
    ]
    theirs = [
        heading("A-", content=Content.OPENING, level=0),
        heading("B-I", "Công tác chỉ đạo, điều hành 6 tháng đầu năm 2027"),
        heading("C-II", "Kết quả đạt được"),
        heading("D-1", "Về thể chế", level=2),
        heading("E-2", "Kiểm soát TTHC", level=2),
        heading("F-V", "Tồn tại", Content.DIFFICULTIES),
        heading("G-III", "Nhiệm vụ quý III", Content.NEXT),
        heading("H-IV", "Kiến nghị"),
    ]
    pairs = {ours_id: other.id for ours_id, other in matched(ours, theirs).items()}
    assert pairs == {
        **{"a-": "A-", "b-I": "B-I", "d-1": "E-2", "e-2": "D-1", "f-III": "F-V", "g-IV": "G-III"},
        "c-II": "C-II",
    }
    assert {one.id for one in matched(theirs, ours).values()} == set(pairs)


def test_what_keeps_its_words() -> None:
    headings = [
        heading("a", content=Content.OPENING, level=0),
        heading("b", "Đặc điểm tình hình"),
        heading("c", "Kết quả"),
        heading("d", "Cải cách thể chế", Content.RESULTS, 2),
        heading("e", "Công tác khác", level=2),
        heading("f", "Hạn chế", Content.DIFFICULTIES, 2),
        heading("g", "Phương hướng", Content.NEXT),
        heading("h", "Giải pháp", level=2),
        heading("i", "Kiến nghị"),
        heading("j", "Với UBND tỉnh", level=2),
        heading("k", content=Content.CLOSING, level=0),
    ]
    assert "".join(one.id for one in by_hand(headings)) == "abfijk"
