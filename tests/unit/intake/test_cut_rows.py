"""Rows that page breaks cut in two, or that slipped by a column: the invented plan comes together
again, with a doubt for each repair.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cchc_desktop.domain.proposal import DoubtKind
from cchc_desktop.intake.plan_intake import propose_plan

Shape = tuple[Any, list[Any]]  # the file and the tasks that are to be found
BROKEN: dict[str, Callable[[Any, Any], Shape]] = {}


def broken(build: Callable[[Any, Any], Shape]) -> Callable[[Any, Any], Shape]:
    """Registers a shape whose rows were cut by page breaks or slipped by a column."""
    BROKEN[build.__name__] = build
    return build


def cut(o: Any, row: list[Any], share: float) -> list[list[Any]]:
    """A row in two: the words of each cell parted after that share of them, figures kept whole."""
    upper, lower = [], []
    for place, cell in enumerate(row):
        words = str(cell.text).split(" ")
        keep = max(1, round(share * len(words))) if place and len(words) > 2 else len(words)
        upper.append(replace(cell, text=" ".join(words[:keep])))
        lower.append(replace(cell, text=" ".join(words[keep:])))
    return [upper, lower]


def cut_rows(o: Any, p: Any, share: float) -> list[list[Any]]:
    rows = p.seven(o, goal_rows=False)
    result = []
    for place, row in enumerate(rows):
        long = len(row) == 7 and place > 0 and "\n" not in "".join(str(c.text) for c in row)
        result += cut(o, row, share) if long and place % 3 == 0 else [row]
    return result


@broken
def rows_cut_in_the_middle(o: Any, p: Any) -> Shape:
    return o.word(o.Grid(cut_rows(o, p, 0.5))), p.with_goals()


@broken
def rows_cut_near_the_end(o: Any, p: Any) -> Shape:
    return o.word(o.Grid(cut_rows(o, p, 0.8))), p.with_goals()


@broken
def rows_cut_after_their_number(o: Any, p: Any) -> Shape:
    rows = []
    for row in p.seven(o, goal_rows=False):
        whole = len(row) < 7 or row[0].text == "STT"
        rows += [row] if whole else [[row[0], *[o.Cell("")] * 6], [o.Cell(""), *row[1:]]]
    return o.word(o.Grid(rows)), p.with_goals()


@broken
def last_tasks_cut_before_a_name(o: Any, p: Any) -> Shape:
    head, *rows = p.six(o, merged=False)
    rest = [o.Cell(""), o.Cell("Sở Ngoại vụ"), *[o.Cell("")] * 4]
    ends = [place for place, row in enumerate(rows) if place and row[0].text]  # of all but the last
    cut_off = [
        r for place, row in enumerate(rows) for r in ([rest, row] if place in ends else [row])
    ]
    expected = [
        replace(task, text=f"{task.text} Sở Ngoại vụ") if place + 1 in ends else task
        for place, task in enumerate(p.without("goal", "group"))
    ]
    return o.word(o.Grid([head, *cut_off])), expected


@broken
def rows_cut_with_the_head_repeated(o: Any, p: Any) -> Shape:
    rows = p.seven(o, goal_rows=False)
    upper, lower = cut(o, rows[7], 0.6)
    return o.word(o.Grid([*rows[:7], upper, rows[0], lower, *rows[8:]])), p.with_goals()


@broken
def rows_cut_between_two_tables(o: Any, p: Any) -> Shape:
    rows = p.six(o, merged=False)
    upper, lower = cut(o, rows[3], 0.6)
    return o.word(o.Grid([*rows[:3], upper]), o.Grid([lower, *rows[4:]])), p.without(
        "goal", "group"
    )


@broken
def goal_cells_lost(o: Any, p: Any) -> Shape:
    rows = p.seven(o)
    return o.word(o.Grid(rows, lost=frozenset({3, 4, 8, 9, 16}))), p.with_goals()


@broken
def area_cells_lost(o: Any, p: Any) -> Shape:
    return o.word(o.Grid(p.six(o), lost=frozenset({2, 5, 10, 14}))), p.without("goal", "group")


@broken
def area_cell_cut_in_two(o: Any, p: Any) -> Shape:
    rows = p.six(o, merged=False)
    rows[5][0] = replace(rows[5][0], text="thủ tục hành chính")
    rows[4][0] = replace(rows[4][0], text="II. Cải cách")
    return o.word(o.Grid(rows[:5]), o.Grid(rows[5:])), p.without("goal", "group")


@pytest.mark.parametrize("name", BROKEN)
def test_cut_and_shifted_rows_are_repaired_and_doubted(
    name: str, office: Any, invented: Any
) -> None:
    source, expected = BROKEN[name](office, invented)
    proposal = propose_plan(source, invented.year)
    share, wrong = invented.right_share(proposal, expected)
    assert share >= 0.95, wrong[:12]
    assert any(doubt.row for doubt in proposal.doubts)


def cut_anywhere(o: Any, row: list[Any], chance: random.Random) -> list[list[Any]]:
    """A row in two, one to five of its cells parted at any blank or line end."""
    long = [place for place, cell in enumerate(row) if place and len(str(cell.text).split()) > 2]
    upper, lower = list(row), [o.Cell("") for _ in row]
    for place in chance.sample(long, min(len(long), chance.randint(1, 5))):
        text = row[place].text
        at = chance.choice([i for i, char in enumerate(text) if char in " \n"])
        upper[place], lower[place] = o.Cell(text[:at]), o.Cell(text[at + 1 :])
    return [upper, lower]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("parted", [True, False], ids=["two tables", "one table"])
def test_a_row_cut_anywhere_comes_together(
    office: Any, invented: Any, seed: int, *, parted: bool
) -> None:
    chance = random.Random(seed)
    rows = [
        invented.head(office),
        *(invented.cells(office, t, "number", "goal", *invented.rest) for t in invented.tasks),
    ]
    at = chance.randrange(3, len(rows))
    upper, lower = cut_anywhere(office, rows[at], chance)
    above, below = [*rows[:at], upper], [lower, *rows[at + 1 :]]
    tables = [office.Grid(above), office.Grid(below)] if parted else [office.Grid(above + below)]
    proposal = propose_plan(office.word(*tables), invented.year)
    expected = invented.without("area", "group")
    _, wrong = invented.right_share(proposal, expected)
    assert not [cell for cell in wrong if cell[0] != "goal"]
    joined = [doubt for doubt in proposal.doubts if "đã ghép" in doubt.why]
    assert [doubt.row for doubt in joined] == [at + 2]


HEAD = ("STT", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")


def tasks_of(office: Any, invented: Any, *rows: list[Any]) -> list[dict[str, str]]:
    grid = office.Grid([invented.head(office, HEAD), *rows])
    return invented.result(propose_plan(office.word(grid), invented.year))


def test_a_lost_goal_cell_does_not_fill_the_next_blank_one(office: Any, invented: Any) -> None:
    texts = (
        ("1", "Đúng hạn", "Soạn văn bản", "Quyết định", "Văn phòng", "Thanh tra Sở", "Quý I"),
        ("Rà soát văn bản", "Báo cáo", "Thanh tra Sở", "Văn phòng", "Quý II", "", ""),
        ("2", "", "Mở lớp phổ biến", "Kế hoạch", "Văn phòng", "Thanh tra Sở", "Quý III"),
    )
    found = tasks_of(office, invented, *([office.Cell(t) for t in row] for row in texts))
    assert [task["goal"] for task in found] == ["Đúng hạn", "Đúng hạn", ""]


def test_rows_slipped_where_the_time_stands_left_of_the_goal(office: Any, invented: Any) -> None:
    head = ("STT", "Thời gian", "Mục tiêu", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp")
    texts = (
        ("1", "Quý I", "Đúng hạn", "Soạn văn bản", "Quyết định", "Văn phòng", "Thanh tra Sở"),
        ("2", "Quý II", "Rà soát văn bản", "Báo cáo", "Thanh tra Sở", "", ""),
        ("3", "Quý III", "Đủ", "Mở lớp", "Kế hoạch", "", ""),
    )
    rows = [[office.Cell(text) for text in row] for row in texts]
    grid = office.Grid([invented.head(office, head), *rows])
    proposal = propose_plan(office.word(grid), invented.year)
    found = invented.result(proposal)
    assert [(task["text"], task["deliverable"], task["lead"]) for task in found] == [
        ("Soạn văn bản", "Quyết định", "Văn phòng"),
        ("Rà soát văn bản", "Báo cáo", "Thanh tra Sở"),
        ("Mở lớp", "Kế hoạch", ""),
    ]
    shifted = [doubt.row for doubt in proposal.doubts if doubt.kind is DoubtKind.SHIFTED]
    assert shifted == [3]


def test_a_unit_in_its_column_is_no_sign_of_a_slip(office: Any, invented: Any) -> None:
    shared = ("STT", "Lĩnh vực", "Nhiệm vụ", "Tiến độ", "Chủ trì", "Phối hợp")
    head = (*shared, "Ngày nhận", "Thời hạn", "Ghi chú")
    texts = (
        ("1", "Biên chế", "Tiếp nhận", "", "Phòng Lễ tân", "", "12/01/2025", "Quý I", ""),
        ("2", "Biên chế", "Điều động", "", "Phòng Lễ tân", "", "02/02/2025", "x", ""),
        ("3", "Tiền lương", "Nâng ngạch", "", "Văn phòng", "", "06/4/2025", "Đã xong", ""),
    )
    rows = [[office.Cell(text) for text in row] for row in texts]
    source = office.excel(office.Grid([invented.head(office, head), *rows]))
    found = invented.result(propose_plan(source, invented.year))
    assert [(task["area"], task["text"], task["lead"], task["time"]) for task in found] == [
        (row[1], row[2], row[4], row[7]) for row in texts
    ]


def test_a_goal_goes_on_under_the_head_of_the_next_page(office: Any, invented: Any) -> None:
    def page(goal: str, *numbers: str) -> Any:
        rest = [*map(office.Cell, ("Rà soát", "Báo cáo", "Văn phòng", "Thanh tra Sở", "Quý I"))]
        first, *others = ([office.Cell(number), *rest] for number in numbers)
        first.insert(1, office.Cell(goal, rows=len(numbers)))
        return office.Grid([invented.head(office, HEAD), first, *others])

    source = office.word(page("Đúng hạn", "1", "2"), office.Line("2"), page("", "3", "4"))
    proposal = propose_plan(source, invented.year)
    assert [task["goal"] for task in invented.result(proposal)] == ["Đúng hạn"] * 4
    assert [doubt.row for doubt in proposal.doubts if doubt.kind is DoubtKind.NO_GOAL] == [5]


@pytest.mark.parametrize(("head_again", "row"), [(True, 5), (False, 4)])
def test_merged_cells_that_a_page_parted_hold_on_the_next(
    head_again: bool, row: int, office: Any, invented: Any
) -> None:
    def rows(lead: str, time: str, *numbers: str) -> list[list[Any]]:
        first, *others = (
            [*map(office.Cell, (number, "Đủ", "Rà soát", "Báo cáo", "Thanh tra Sở"))]
            for number in numbers
        )
        first.insert(4, office.Cell(lead, rows=len(numbers)))
        return [[*first, office.Cell(time, rows=len(numbers))], *others]

    head = [invented.head(office, HEAD)]
    pages = (
        office.Grid([*head, *rows("Văn phòng", "Quý I", "1", "2")]),
        office.Grid([*(head if head_again else []), *rows("", "", "3", "4")]),
    )
    proposal = propose_plan(office.word(pages[0], office.Line("2"), pages[1]), invented.year)
    assert [(task["lead"], task["time"]) for task in invented.result(proposal)] == [
        ("Văn phòng", "Quý I")
    ] * 4
    assert [doubt.row for doubt in proposal.doubts if "gộp" in doubt.why] == [row]


@pytest.mark.parametrize("merged", [True, False])
def test_units_alone_under_a_head_again_are_the_rest_of_a_row(
    merged: bool, office: Any, invented: Any
) -> None:
    def page(*rows: tuple[str, ...]) -> Any:
        head = [invented.head(office, HEAD)]
        if merged:
            one = [office.Cell(title, rows=2) for title in HEAD]
            both = office.Cell("Đơn vị thực hiện", columns=2)
            head = [[*one[:4], both, one[6]], [*map(office.Cell, HEAD[4:6])]]
        return office.Grid([*head, *([office.Cell(text) for text in row] for row in rows)])

    task = ("Đủ", "Rà soát", "Báo cáo", "Văn phòng", "Phòng Lễ tân", "Quý I")
    rest = ("", "", "", "", "Thanh tra Sở", "Phòng Pháp chế", "")
    source = office.word(page(("1", *task)), office.Line("2"), page(rest, ("2", *task)))
    found = invented.result(propose_plan(source, invented.year))
    assert [(one["lead"], one["coordinating"]) for one in found] == [
        ("Văn phòng\nThanh tra Sở", "Phòng Lễ tân\nPhòng Pháp chế"),
        ("Văn phòng", "Phòng Lễ tân"),
    ]


def test_years_cut_at_their_dash_come_together(office: Any, invented: Any) -> None:
    texts = (
        ("1", "Đủ", "Kế hoạch giai đoạn 2026", "Kế hoạch", "Văn phòng", "", "Quý I"),
        ("", "", "- 2028 của Sở", "", "", "", ""),
        ("2", "Đủ", "Mở lớp", "Kế hoạch", "Văn phòng", "", "Quý III"),
        ("3", "Đủ", "Kiểm tra", "Biên bản", "Văn phòng", "", "Quý IV"),
    )
    found = tasks_of(office, invented, *([office.Cell(t) for t in row] for row in texts))
    assert found[0]["text"] == "Kế hoạch giai đoạn 2026 - 2028 của Sở"


def test_a_task_under_a_merged_lead_is_no_piece_of_the_one_above(
    office: Any, invented: Any
) -> None:
    cell = office.Cell
    found = tasks_of(
        office,
        invented,
        [*map(cell, ("1", "Đúng hạn", "Soạn văn bản", "Quyết định")), cell("Văn phòng", rows=2),
         cell("Thanh tra Sở"), cell("Quý I")],
        [*map(cell, ("", "", "Lấy ý kiến các sở", "Văn bản")), cell(""), cell("Quý II")],
        [*map(cell, ("2", "Đủ", "Mở lớp", "Kế hoạch", "Văn phòng", "", "Quý III"))],
        [*map(cell, ("3", "Đủ", "Kiểm tra", "Biên bản", "Văn phòng", "", "Quý IV"))],
    )  # fmt: skip
    assert [(task["text"], task["lead"], task["time"]) for task in found[:2]] == [
        ("Soạn văn bản", "Văn phòng", "Quý I"),
        ("Lấy ý kiến các sở", "Văn phòng", "Quý II"),
    ]
