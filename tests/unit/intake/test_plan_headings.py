"""One invented plan in the shapes that offices give their tables: areas, groups and goals in rows,
in columns or over the table. Every cell must come out the same.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cchc_desktop.intake.plan_intake import propose_plan

Shape = tuple[Any, list[Any]]  # the file and the tasks that are to be found
SHAPES: dict[str, Callable[[Any, Any], Shape]] = {}


def shape(build: Callable[[Any, Any], Shape]) -> Callable[[Any, Any], Shape]:
    """Registers a shape, built from the files' builders and the invented plan."""
    SHAPES[build.__name__] = build
    return build


@shape
def empty_goal_means_the_one_above(o: Any, p: Any) -> Shape:
    return o.word(o.Grid(p.seven(o, goal_rows=False))), p.with_goals()


@shape
def area_numeral_in_stt(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        number, title = text.split(". ")
        return [o.Cell(number), o.Cell(title, columns=6)]

    return o.word(o.Grid(p.seven(o, heading=heading))), p.with_goals()


@shape
def headings_beside_stt_without_merges(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        number, title = text.split(". ")
        return [o.Cell(number, bold=True), o.Cell(title, bold=True)]

    return o.excel(o.Grid(p.seven(o, heading=heading))), p.with_goals()


@shape
def headings_in_the_task_column(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        number, title = text.split(". ")
        empty = [o.Cell("")] * 4
        return [o.Cell(number), o.Cell(""), o.Cell(title, bold=True), *empty]

    return o.word(o.Grid(p.seven(o, heading=heading))), p.with_goals()


@shape
def groups_beside_stt_over_numbered_tasks(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        number, title = text.split(". ")
        return [o.Cell(number), o.Cell(title)]

    rows = [p.head(o)]
    for area, in_area in p.groups_of("area", p.with_goals()):
        rows.append(heading(area))
        for group, tasks in p.groups_of("group", in_area):
            rows += [heading(group)] if group else []
            rows += [[o.Cell(t.number), o.Cell(""), *p.cells(o, t, *p.rest)] for t in tasks]
    return o.excel(o.Grid(rows)), p.without("goal")


@shape
def headings_repeated_in_every_cell(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        number, _, title = text.partition(". ")
        return [o.Cell(number), *[o.Cell(title)] * 6] if text in p.groups else [o.Cell(text)] * 7

    return o.word(o.Grid(p.seven(o, heading=heading))), p.with_goals()


@shape
def titles_over_a_first_column_of_times(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("Thời gian", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp"))]
    for area, in_area in p.groups_of("area", p.without("goal", "number")):
        rows.append([o.Cell(area, columns=5)])
        for group, tasks in p.groups_of("group", in_area):
            rows += [[o.Cell(group)] * 5] if group else []
            rows += [p.cells(o, task, "time", *p.rest[:-1]) for task in tasks]
    return o.word(o.Grid(rows)), p.without("goal", "number")


@shape
def titles_merged_over_a_first_column_of_leads(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("STT", "Chủ trì", "Nhiệm vụ", "Sản phẩm", "Phối hợp", "Thời gian"))]
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        number, title = area.split(". ")
        rows.append([o.Cell(number), o.Cell(title, columns=5)])
        fields = ("number", "lead", "text", "deliverable", "coordinating", "time")
        rows += [p.cells(o, task, *fields) for task in tasks]
    return o.word(o.Grid(rows)), p.without("goal", "group")


@shape
def goals_in_rows_of_their_own(o: Any, p: Any) -> Shape:
    rows = [p.head(o)]
    expected = []
    for number, (goal, tasks) in enumerate(p.groups_of("goal", p.with_goals()), start=1):
        rows.append([o.Cell(str(number)), o.Cell(goal), *[o.Cell("")] * 5])
        rows += [[o.Cell(""), o.Cell(""), *p.cells(o, task, *p.rest)] for task in tasks]
        numbers = [str(number), *[""] * len(tasks)]
        expected += [
            replace(task, number=n, area="", group="")
            for task, n in zip(tasks, numbers, strict=False)
        ]
    return o.word(o.Grid(rows)), expected


@shape
def arabic_areas_and_lettered_groups(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        return [o.Cell(names[text], columns=7)]

    areas = {a: f"{n}. {a.split('. ')[1]}" for n, a in enumerate(p.areas, start=1)}
    names = areas | {g: f"{letter}) {g[3:]}" for letter, g in zip("ab", p.groups, strict=True)}
    expected = [
        replace(t, area=names[t.area], group=names.get(t.group, "")) for t in p.with_goals()
    ]
    return o.word(o.Grid(p.seven(o, heading=heading))), expected


@shape
def one_table_for_each_area(o: Any, p: Any) -> Shape:
    blocks: list[Any] = [o.Line("III. NHIỆM VỤ CỤ THỂ", bold=True)]
    titles = (p.heads[0], *p.heads[2:])
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        number, title = area.split(". ")
        blocks.append(o.Line(f"{('I', 'II', 'III', 'IV').index(number) + 1}. {title}", bold=True))
        blocks.append(
            o.Grid([p.head(o, titles), *(p.cells(o, task, "number", *p.rest) for task in tasks)])
        )
    numerals = {area: str(n) for n, area in enumerate(p.areas, start=1)}
    expected = [
        replace(task, area=f"{numerals[task.area]}. {task.area.split('. ')[1]}")
        for task in p.without("goal", "group")
    ]
    return o.word(*blocks), expected


@shape
def one_sheet_for_each_area(o: Any, p: Any) -> Shape:
    blocks = []
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        rows = [
            p.head(o, (p.heads[0], *p.heads[2:])),
            *(p.cells(o, task, "number", *p.rest) for task in tasks),
        ]
        blocks.append(o.Grid(rows, title=area[:31]))
    return o.excel(*blocks), [replace(t, area=t.area[:31]) for t in p.without("goal", "group")]


@shape
def one_sheet_for_each_area_under_titles(o: Any, p: Any) -> Shape:
    blocks = []
    for place, (area, tasks) in enumerate(p.groups_of("area", p.without("goal", "group"))):
        rows = [
            [o.Cell("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025", columns=6)],
            [o.Cell(area, bold=True)],
            p.head(o, (p.heads[0], *p.heads[2:])),
            *(p.cells(o, task, "number", *p.rest) for task in tasks),
        ]
        blocks.append(o.Grid(rows, title=f"Trang {place}"))
    return o.excel(*blocks), p.without("goal", "group")


@shape
def first_area_over_the_head(o: Any, p: Any) -> Shape:
    head, area, *rows = p.seven(o)
    return o.excel(o.Line("KẾ HOẠCH NĂM 2025"), o.Grid([area, head, *rows])), p.with_goals()


@shape
def sums_of_a_budget_beside_headings(o: Any, p: Any) -> Shape:
    def heading(text: str) -> list[Any]:
        number, title = text.split(". ")
        empty = [o.Cell("")] * 5
        return [o.Cell(number, bold=True), o.Cell(title, bold=True), *empty, o.Cell("120")]

    head, *rows = p.seven(o, heading=heading, goal_rows=False)
    rows = [row if len(row) > 7 else [*row, o.Cell("20")] for row in rows]
    return o.excel(o.Grid([[*head, o.Cell("Kinh phí")], *rows])), p.with_goals()


@shape
def headings_without_a_mark_over_tasks_counted_from_one(o: Any, p: Any) -> Shape:
    rows = [p.head(o, (p.heads[0], *p.heads[2:]))]
    expected = []
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        title = area.split(". ")[1]
        rows.append([o.Cell(""), o.Cell(title)])
        for place, task in enumerate(tasks, start=1):
            task = replace(task, area=title, number=str(place))
            rows.append(p.cells(o, task, "number", *p.rest))
            expected.append(task)
    return o.excel(o.Grid(rows)), expected


@shape
def areas_with_their_unit(o: Any, p: Any) -> Shape:
    rows = [p.head(o, (p.heads[0], *p.heads[2:]))]
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        number, title = area.split(". ")
        rows.append([o.Cell(number), o.Cell(title), o.Cell(""), o.Cell("Văn phòng Sở")])
        rows += [p.cells(o, task, "number", *p.rest) for task in tasks]
    return o.excel(o.Grid(rows)), p.without("goal", "group")


@shape
def group_column_merged_downwards(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("STT", "Nhóm nhiệm vụ", *p.heads[2:]))]
    plan = [replace(t, group=t.group or "Nhiệm vụ chung của Sở", goal="") for t in p.tasks]
    for area, in_area in p.groups_of("area", plan):
        rows.append([o.Cell(area, columns=7)])
        for group, tasks in p.groups_of("group", in_area):
            for place, task in enumerate(tasks):
                first = [o.Cell(group, rows=len(tasks))] if place == 0 else []
                rows.append([o.Cell(task.number), *first, *p.cells(o, task, *p.rest)])
    return o.word(o.Grid(rows)), plan


@shape
def area_and_group_columns_over_a_total(o: Any, p: Any) -> Shape:
    rows = [p.head(o, (p.heads[0], "Lĩnh vực", "Nhóm nhiệm vụ", *p.heads[2:]))]
    plan = [replace(t, group=t.group or "Nhiệm vụ chung của Sở", goal="") for t in p.tasks]
    for area, in_area in p.groups_of("area", plan):
        first = [o.Cell(area, rows=len(in_area))]
        for group, tasks in p.groups_of("group", in_area):
            first.append(o.Cell(group, rows=len(tasks)))
            for task in tasks:
                rows.append([o.Cell(task.number), *first, *p.cells(o, task, *p.rest)])
                first = []
    rows.append([o.Cell(f"Tổng cộng: {len(plan)} nhiệm vụ", columns=8)])
    return o.word(o.Grid(rows)), plan


@shape
def stt_counts_the_areas(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("TT", "Lĩnh vực", *p.heads[2:]))]
    for area, tasks in p.groups_of("area", p.with_goals()):
        number, title = area.split(". ")
        for place, task in enumerate(tasks):
            first = (
                [o.Cell(number, rows=len(tasks)), o.Cell(title, rows=len(tasks))]
                if not place
                else []
            )
            rows.append(
                [*first, o.Cell(f"{task.number}) {task.text}"), *p.cells(o, task, *p.rest[1:])]
            )
    expected = [replace(task, number=f"{task.number})") for task in p.without("goal", "group")]
    return o.word(o.Grid(rows)), expected


@shape
def groups_in_rows_beside_a_repeated_area(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("Lĩnh vực", p.heads[0], *p.heads[2:]))]
    for group, tasks in p.groups_of("group", p.without("goal")):
        rows += [[o.Cell(group), *[o.Cell("")] * 6]] if group else []
        rows += [p.cells(o, task, "area", "number", *p.rest) for task in tasks]
    return o.excel(o.Grid(rows)), p.without("goal")


@shape
def area_repeated_on_each_row(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("Lĩnh vực", *p.heads))]
    rows += [p.cells(o, task, "area", "number", "goal", *p.rest) for task in p.with_goals()]
    return o.excel(o.Grid(rows)), p.without("group")


@pytest.mark.parametrize("name", SHAPES)
def test_every_cell_comes_out_the_same(name: str, office: Any, invented: Any) -> None:
    source, expected = SHAPES[name](office, invented)
    _, wrong = invented.right_share(propose_plan(source, invented.year), expected)
    assert not wrong, wrong[:12]
