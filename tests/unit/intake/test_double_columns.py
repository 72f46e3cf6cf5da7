"""One column for who leads and who co-operates, or for a product and its time: parted where the
cell says how, kept whole with a doubt where it does not.
"""

from typing import Any

import pytest

from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.intake.time_apart import deliverable_and_time
from cchc_desktop.intake.unit_roles import lead_and_coordinating
from tests.unit.intake.seven_columns import tasks_of

YEAR = 2025
UNITS = ("STT", "Nhiệm vụ", "Sản phẩm", "{}", "Thời gian")
PRODUCTS = ("STT", "Nhiệm vụ", "{}", "Chủ trì", "Phối hợp")


def read(build: Any, office: Any, heads: tuple[str, ...], title: str, *cells: str) -> Proposal:
    """A table whose column of that title holds the cells."""
    rest = {"Sản phẩm": "Báo cáo", "Chủ trì": "Văn phòng Sở", "Phối hợp": "Thanh tra Sở"}
    lines = [[head.format(title) for head in heads]]
    for n, cell in enumerate(cells, start=1):
        known = {
            "STT": str(n),
            "Nhiệm vụ": f"Rà soát quy chế {n}",
            "Thời gian": "Quý I",
            "{}": cell,
        }
        lines.append([(rest | known)[head] for head in heads])
    grid = office.Grid([[office.Cell(text) for text in line] for line in lines])
    return propose_plan(build(grid), YEAR)


def columns_of(proposal: Proposal) -> dict[str, str]:
    (plan,) = [i.edit.after for i in proposal.items if isinstance(i.edit.after, Plan)]
    return dict(plan.columns)


def doubts_of(proposal: Proposal) -> list[tuple[int, str]]:
    """Row and source of the doubts about columns and cells; those about units aside."""
    return [(doubt.row, doubt.text) for doubt in proposal.doubts if doubt.kind == "note"]


@pytest.mark.parametrize("kind", ["word", "excel"])
@pytest.mark.parametrize(
    ("title", "titles"),
    [
        ("Cơ quan chủ trì, phối hợp", ("Cơ quan chủ trì", "Phối hợp")),
        ("Đơn vị chủ trì/Đơn vị phối hợp", ("Đơn vị chủ trì", "Đơn vị phối hợp")),
        ("Chủ trì và phối hợp", ("Chủ trì", "Phối hợp")),
        ("Đơn vị thực hiện, phối hợp", ("Đơn vị thực hiện", "Phối hợp")),
        ("Đơn vị thực hiện", ("Đơn vị thực hiện", "Đơn vị phối hợp")),
        ("Phân công", ("Phân công", "Đơn vị phối hợp")),
    ],
)
def test_the_column_becomes_two(
    office: Any, kind: str, title: str, titles: tuple[str, str]
) -> None:
    cells = (
        "Chủ trì: Văn phòng Sở. Phối hợp: các phòng",
        "- Chủ trì: Thanh tra Sở\n- Phối hợp: Văn phòng Sở",
        "Văn phòng Sở",
    )
    proposal = read(getattr(office, kind), office, UNITS, title, *cells)
    assert [(t.lead, t.coordinating, t.time) for t in tasks_of(proposal)] == [
        ("Văn phòng Sở", "các phòng", "Quý I"),
        ("Thanh tra Sở", "Văn phòng Sở", "Quý I"),
        ("Văn phòng Sở", "", "Quý I"),
    ]
    columns = columns_of(proposal)
    assert list(columns) == ["number", "task", "deliverable", "lead", "coordinating", "time"]
    assert (columns["lead"], columns["coordinating"]) == titles
    assert doubts_of(proposal) == [(1, title)]
    assert "tách thành hai cột" in proposal.doubts[0].why


def test_units_without_roles_stay_together_with_a_doubt(office: Any) -> None:
    cells = ("Văn phòng Sở; Thanh tra Sở", "Phòng Lễ tân", "Văn phòng Sở (các phòng phối hợp)")
    proposal = read(office.word, office, UNITS, "Cơ quan chủ trì, phối hợp", *cells)
    assert [(t.lead, t.coordinating) for t in tasks_of(proposal)] == [(c, "") for c in cells]
    assert doubts_of(proposal)[1:] == [(2, cells[0]), (4, cells[2])]
    whys = [doubt.why for doubt in proposal.doubts if doubt.text in cells[::2]]
    assert all("đã giữ cả ở cột chủ trì" in why for why in whys)


def test_brackets_as_the_title_has_them(office: Any) -> None:
    cells = ("Văn phòng Sở (các phòng)", "Thanh tra Sở")
    proposal = read(office.word, office, UNITS, "Chủ trì (phối hợp)", *cells)
    assert [(t.lead, t.coordinating) for t in tasks_of(proposal)] == [
        ("Văn phòng Sở", "các phòng"),
        ("Thanh tra Sở", ""),
    ]
    proposal = read(office.word, office, UNITS, "Chủ trì, phối hợp", *cells)
    assert doubts_of(proposal)[1:] == [(2, cells[0])]


def test_a_column_of_leads_alone_is_left_as_it_is(office: Any) -> None:
    cells = ("Văn phòng Sở; Thanh tra Sở", "Hội đồng phối hợp phổ biến, giáo dục pháp luật")
    proposal = read(office.word, office, UNITS, "Đơn vị thực hiện", *cells)
    assert [t.lead for t in tasks_of(proposal)] == list(cells)
    assert "coordinating" not in columns_of(proposal)
    assert doubts_of(proposal) == []


def test_a_repeated_head_is_not_parted(office: Any) -> None:
    heads = [office.Cell(h.format("Chủ trì, phối hợp")) for h in UNITS]
    one = ["1", "Rà soát", "Báo cáo", "Văn phòng Sở (chủ trì); Thanh tra Sở (phối hợp)", "Quý I"]
    two = ["2", "Tổng kết", *one[2:]]
    lines = [heads, *([office.Cell(t) for t in line] for line in (one, two))]
    proposal = propose_plan(office.word(office.Grid([*lines[:2], heads, lines[2]])), YEAR)
    assert [(t.text, t.coordinating) for t in tasks_of(proposal)] == [
        ("Rà soát", "Thanh tra Sở"),
        ("Tổng kết", "Thanh tra Sở"),
    ]


def test_units_merged_downwards_hold_for_every_row(office: Any) -> None:
    both = office.Cell("Chủ trì: Văn phòng Sở; phối hợp: Thanh tra Sở", rows=2)
    lines = [
        [office.Cell(h.format("Chủ trì, phối hợp")) for h in UNITS],
        [*map(office.Cell, ("1", "Rà soát", "Báo cáo")), both, office.Cell("Quý I")],
        [*map(office.Cell, ("2", "Tổng kết", "Báo cáo", "Quý II"))],
    ]
    found = tasks_of(propose_plan(office.word(office.Grid(lines)), YEAR))
    assert [(t.lead, t.coordinating) for t in found] == [("Văn phòng Sở", "Thanh tra Sở")] * 2


@pytest.mark.parametrize(
    ("cell", "lead", "coordinating"),
    [
        ("Văn phòng Sở (chủ trì); Thanh tra Sở (phối hợp)", "Văn phòng Sở", "Thanh tra Sở"),
        ("Văn phòng Sở (CT), Thanh tra Sở (PH)", "Văn phòng Sở", "Thanh tra Sở"),
        ("Văn phòng Sở (chủ trì), các phòng", "Văn phòng Sở", "các phòng"),
        ("Văn phòng chủ trì, phối hợp với Phòng X", "Văn phòng", "Phòng X"),
        ("Văn phòng Sở chủ trì; các phòng phối hợp", "Văn phòng Sở", "các phòng"),
        ("Giao Văn phòng Sở chủ trì, phối hợp các phòng thực hiện", "Văn phòng Sở", "các phòng"),
        ("Văn phòng Sở chủ trì; các phòng cùng phối hợp", "Văn phòng Sở", "các phòng"),
        ("Văn phòng là cơ quan chủ trì; cơ quan phối hợp là Phòng B", "Văn phòng", "Phòng B"),
        ("Phòng A và Phòng B đồng chủ trì", "Phòng A và Phòng B", ""),
        ("1. Phòng A (chủ trì)\n2. Phòng B (phối hợp)", "Phòng A", "Phòng B"),
        ("Văn phòng Sở phối hợp với các phòng", "Văn phòng Sở", "các phòng"),
        ("Văn phòng Sở (phối hợp: các phòng)", "Văn phòng Sở", "các phòng"),
        ("Chủ trì Văn phòng Sở, phối hợp các phòng", "Văn phòng Sở", "các phòng"),
        ("Chủ trì: Phòng A - Phối hợp: Phòng B", "Phòng A", "Phòng B"),
        ("CT: Văn phòng; PH: các phòng", "Văn phòng", "các phòng"),
        ("Chủ trì\nVăn phòng Sở\nPhối hợp\nCác phòng", "Văn phòng Sở", "Các phòng"),
        ("Phối hợp: các phòng. Chủ trì: Thanh tra Sở", "Thanh tra Sở", "các phòng"),
        ("Phối hợp: các phòng", "", "các phòng"),
        ("Chủ trì: Văn phòng Sở\nPhối hợp:\n- Phòng A\n- Phòng B", "Văn phòng Sở",
         "- Phòng A\n- Phòng B"),
        ("Cơ quan chủ trì: Văn phòng Sở; cơ quan phối hợp: Hội đồng phối hợp PBGDPL",
         "Văn phòng Sở", "Hội đồng phối hợp PBGDPL"),
        ("Phòng Kế hoạch - Tài chính là đơn vị chủ trì, các phòng phối hợp thực hiện",
         "Phòng Kế hoạch - Tài chính", "các phòng"),
    ],
)  # fmt: skip
def test_roles_as_they_are_typed(cell: str, lead: str, coordinating: str) -> None:
    assert lead_and_coordinating(cell) == (lead, coordinating)


@pytest.mark.parametrize(
    "cell",
    [
        "Văn phòng Sở; Thanh tra Sở",
        "Hội đồng phối hợp PBGDPL",
        "Thanh tra Sở, Văn phòng Sở (chủ trì)",
        "Văn phòng Sở (các phòng phối hợp)",
        "Văn phòng Sở (chủ trì, phối hợp với các phòng)",
        "Văn phòng Sở và Thanh tra Sở phối hợp thực hiện",
    ],
)
def test_roles_that_are_not_clear(cell: str) -> None:
    assert lead_and_coordinating(cell) is None


# --- a product and its time -----------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["word", "excel"])
@pytest.mark.parametrize(
    ("title", "titles"),
    [
        ("Sản phẩm, thời gian", ("Sản phẩm", "Thời gian")),
        ("Thời gian và sản phẩm", ("Sản phẩm", "Thời gian")),
        ("Sản phẩm (thời gian hoàn thành)", ("Sản phẩm", "Thời gian hoàn thành")),
        ("Kết quả, tiến độ", ("Kết quả", "Tiến độ")),
        ("Thời gian, kết quả", ("Kết quả", "Thời gian")),
    ],
)
def test_product_and_time_become_two(
    office: Any, kind: str, title: str, titles: tuple[str, str]
) -> None:
    cells = ("Báo cáo\nQuý II", "Kế hoạch; trước 15/3/2025", "Thường xuyên", "Tờ trình")
    proposal = read(getattr(office, kind), office, PRODUCTS, title, *cells)
    assert [(t.deliverable, t.time, t.lead) for t in tasks_of(proposal)] == [
        ("Báo cáo", "Quý II", "Văn phòng Sở"),
        ("Kế hoạch", "trước 15/3/2025", "Văn phòng Sở"),
        ("", "Thường xuyên", "Văn phòng Sở"),
        ("Tờ trình", "", "Văn phòng Sở"),
    ]
    columns = columns_of(proposal)
    assert (columns["deliverable"], columns["time"]) == titles
    assert doubts_of(proposal) == [(1, title)]


def test_a_product_named_by_its_time_stays_whole_with_a_doubt(office: Any) -> None:
    cells = ("Báo cáo quý I", "Kế hoạch, báo cáo quý, năm", "Báo cáo\nQuý I\nKế hoạch\nQuý II")
    proposal = read(office.word, office, PRODUCTS, "Sản phẩm, thời gian", *cells)
    assert [(t.deliverable, t.time) for t in tasks_of(proposal)] == [(c, "") for c in cells]
    assert [row for row, _ in doubts_of(proposal)] == [1, 2, 3, 4]
    assert all("đã giữ cả ở cột sản phẩm" in d.why for d in proposal.doubts if d.row > 1)


def test_a_product_beside_a_column_of_times_is_left_as_it_is(office: Any) -> None:
    heads = ("STT", "Nhiệm vụ", "{}", "Chủ trì", "Thời gian")
    title = "Sản phẩm (nêu rõ thời gian)"
    proposal = read(office.word, office, heads, title, "Báo cáo; Quý II")
    assert [(t.deliverable, t.time) for t in tasks_of(proposal)] == [("Báo cáo; Quý II", "Quý I")]
    assert doubts_of(proposal) == []


def test_a_product_with_its_shortcomings_has_no_time(office: Any) -> None:
    proposal = read(office.word, office, PRODUCTS, "Kết quả đạt được, hạn chế", "Đã họp; tháng 3")
    assert [(t.deliverable, t.time) for t in tasks_of(proposal)] == [("Đã họp; tháng 3", "")]


@pytest.mark.parametrize(
    ("cell", "product", "time"),
    [
        ("Quý II\nBáo cáo", "Báo cáo", "Quý II"),
        ("Quý II: báo cáo", "báo cáo", "Quý II"),
        ("Báo cáo - Tháng 6", "Báo cáo", "Tháng 6"),
        ("Báo cáo (Quý II)", "Báo cáo", "Quý II"),
        ("Báo cáo, Quý III", "Báo cáo", "Quý III"),
        ("Hồ sơ ISO / Thường xuyên", "Hồ sơ ISO", "Thường xuyên"),
        ("Báo cáo/Quý II", "Báo cáo", "Quý II"),
        ("- Kế hoạch\n- Tháng 01/2025", "Kế hoạch", "Tháng 01/2025"),
        ("Ngay khi phát sinh", "", "Ngay khi phát sinh"),
        ("Báo cáo năm 2025: trước 15/12", "Báo cáo năm 2025", "trước 15/12"),
        ("Sản phẩm: Báo cáo; thời gian: Quý II", "Báo cáo", "Quý II"),
        ("Thời gian hoàn thành: Quý I. Sản phẩm: Kế hoạch", "Kế hoạch", "Quý I"),
        ("- Kế hoạch\n- Báo cáo\nQuý I và quý IV", "- Kế hoạch\n- Báo cáo", "Quý I và quý IV"),
        ("- Kế hoạch: Quý I\n- Báo cáo: Quý IV", "- Kế hoạch\n- Báo cáo", "Quý I\nQuý IV"),
        ("Tháng 6: Kế hoạch; tháng 12: báo cáo", "Kế hoạch; báo cáo", "Tháng 6; tháng 12"),
        ("Quyết định của tỉnh\nSau khi tỉnh ban hành Quy chế", "Quyết định của tỉnh",
         "Sau khi tỉnh ban hành Quy chế"),
    ],
)  # fmt: skip
def test_products_and_times_as_they_are_typed(cell: str, product: str, time: str) -> None:
    assert deliverable_and_time(cell) == (product, time)


@pytest.mark.parametrize(
    "cell",
    [
        "Báo cáo",
        "Báo cáo quý I",
        "Báo cáo 6 tháng, năm",
        "Quyết định số 12, ngày 15/3/2025",
        "Báo cáo giai đoạn 2021 - 2025",
        "04 báo cáo/năm",
    ],
)
def test_products_alone(cell: str) -> None:
    assert deliverable_and_time(cell) is None
