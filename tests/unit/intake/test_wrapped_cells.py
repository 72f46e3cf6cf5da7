"""Cells whose printed lines were each made a paragraph: sentences whole again, lists left alone."""

from typing import Any

import pytest

from cchc_desktop.domain.proposal import Doubt, DoubtKind, Proposal
from cchc_desktop.intake.cell_lines import whole_lines
from cchc_desktop.intake.plan_intake import propose_plan
from tests.unit.intake.seven_columns import tasks_of

YEAR = 2025
HEAD = ("STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")


def read(build: Any, office: Any, *rows: tuple[str, ...]) -> Proposal:
    cells = [[office.Cell(text) for text in row] for row in (HEAD, *rows)]
    return propose_plan(build(office.Grid(cells)), YEAR)


def wrapped(proposal: Proposal) -> list[Doubt]:
    return [doubt for doubt in proposal.doubts if doubt.kind is DoubtKind.WRAPPED]


@pytest.mark.parametrize("kind", ["word", "excel"])
def test_printed_lines_become_sentences(office: Any, kind: str) -> None:
    proposal = read(
        getattr(office, kind),
        office,
        ("1", "Rà soát, sửa đổi quy chế làm\nviệc của Sở và của các\nphòng chuyên môn",
         "Báo cáo kết quả\nrà soát", "Phòng Hợp tác\nquốc tế",
         "Lãnh đạo các\nphòng chuyên môn", "Trước ngày\n15/3/2025"),
        ("2", "Tổng kết năm", "Báo cáo", "Văn phòng Sở", "Thanh tra Sở", "Quý IV"),
    )  # fmt: skip
    task, _ = tasks_of(proposal)
    assert task.text == "Rà soát, sửa đổi quy chế làm việc của Sở và của các phòng chuyên môn"
    assert (task.deliverable, task.lead, task.coordinating, task.time) == (
        "Báo cáo kết quả rà soát",
        "Phòng Hợp tác quốc tế",
        "Lãnh đạo các phòng chuyên môn",
        "Trước ngày 15/3/2025",
    )
    (doubt,) = wrapped(proposal)
    assert doubt.row == 2
    assert doubt.text.startswith("Rà soát, sửa đổi quy chế làm việc của Sở")
    assert dict(doubt.cells)["lead"] == "Phòng Hợp tác\nquốc tế"
    assert "ngắt giữa câu" in doubt.why


def test_lists_stay_lists_without_a_doubt(office: Any) -> None:
    row = (
        "1", "- Rà soát quy chế;\n- Báo cáo kết quả", "Kế hoạch\nBáo cáo\ntờ trình",
        "Văn phòng Sở\nThanh tra Sở", "Phòng Lễ tân\ncác phòng chuyên môn", "Quý I\nhằng quý",
    )  # fmt: skip
    proposal = read(office.word, office, row)
    (task,) = tasks_of(proposal)
    assert (task.text, task.deliverable, task.lead, task.coordinating, task.time) == row[1:]
    assert wrapped(proposal) == []


def test_units_of_a_double_column_are_parted_before_their_lines_are_joined(office: Any) -> None:
    head = ("STT", "Nhiệm vụ", "Cơ quan chủ trì, phối hợp", "Thời gian")
    row = ("1", "Rà soát", "Chủ trì: Phòng Hợp tác\nquốc tế\nphối hợp: Thanh tra Sở", "Quý I")
    cells = [[office.Cell(text) for text in line] for line in (head, row)]
    (task,) = tasks_of(propose_plan(office.word(office.Grid(cells)), YEAR))
    assert (task.lead, task.coordinating) == ("Phòng Hợp tác quốc tế", "Thanh tra Sở")


def test_short_lines_in_a_column_of_longer_ones_are_a_list(office: Any) -> None:
    long = "Báo cáo kết quả rà soát thủ tục hành chính năm 2027"
    rows = ("1", "Tập huấn", "Hội nghị\nlớp tập huấn"), ("2", "Rà soát", long)
    head = ("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Thời gian")
    lines = (head, *((*row, "Văn phòng Sở", "Quý I") for row in rows))
    cells = [[office.Cell(text) for text in line] for line in lines]
    first, _ = tasks_of(propose_plan(office.word(office.Grid(cells)), YEAR))
    assert first.deliverable == "Hội nghị\nlớp tập huấn"


@pytest.mark.parametrize(
    ("text", "key", "whole"),
    [
        ("- Chuẩn hóa mẫu đơn và\ncắt bớt thông tin;\n- Báo cáo", "task",
         "- Chuẩn hóa mẫu đơn và cắt bớt thông tin;\n- Báo cáo"),
        ("Thực hiện Quyết định (số 12\nngày 05/3)", "task",
         "Thực hiện Quyết định (số 12 ngày 05/3)"),
        ("Kế hoạch giai đoạn\n2026 - 2030", "deliverable", "Kế hoạch giai đoạn 2026 - 2030"),
        ("Đề án của\nỦy ban nhân dân tỉnh", "deliverable", "Đề án của Ủy ban nhân dân tỉnh"),
        ("Hoàn thành trong\nquý II", "time", "Hoàn thành trong quý II"),
        ("Trước ngày 15\ntháng 12", "time", "Trước ngày 15 tháng 12"),
        ("Văn\nphòng Sở", "lead", "Văn phòng Sở"),
        ("Văn phòng\nSở", "lead", "Văn phòng Sở"),
        ("Chi cục\nKiểm lâm", "lead", "Chi cục Kiểm lâm"),
    ],
)  # fmt: skip
def test_lines_that_go_on(text: str, key: str, whole: str) -> None:
    assert whole_lines(text, key) == whole


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Rà soát văn bản:\ncác quy chế", "task"),
        ("Rà soát văn bản;\nbáo cáo kết quả", "task"),
        ("Rà soát\na) khối Sở\nb) khối huyện", "task"),
        ("Họp\nrà soát các văn bản đã ban hành trong năm trước", "task"),
        ("Rà soát văn bản\nTổ chức hội nghị", "task"),
        ("Kiểm tra đột xuất\nkiểm tra định kỳ", "task"),
        ("Kế hoạch\nbáo cáo", "deliverable"),
        ("Văn phòng Sở,\ncác phòng", "coordinating"),
        ("Tháng 3\ntháng 6", "time"),
    ],
)
def test_lines_that_stand_alone(text: str, key: str) -> None:
    assert whole_lines(text, key) == text
