"""One invented plan in the shapes that offices give their tables: columns, their heads, numbers and
times. Every cell must come out the same.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
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
def seven_columns_in_word(o: Any, p: Any) -> Shape:
    return o.word(o.Grid(p.seven(o))), p.with_goals()


@shape
def seven_columns_in_excel_under_titles(o: Any, p: Any) -> Shape:
    title = o.Line("DANH MỤC NHIỆM VỤ NĂM 2025")
    note = [o.Cell("Ghi chú: các phòng gửi kết quả về Văn phòng Sở.", columns=7)]
    return o.excel(
        o.Line("PHỤ LỤC"), title, o.Line(""), o.Grid([*p.seven(o), [], note])
    ), p.with_goals()


@shape
def six_columns(o: Any, p: Any) -> Shape:
    return o.word(o.Grid(p.six(o))), p.without("goal", "group")


@shape
def six_columns_with_rows_for_groups(o: Any, p: Any) -> Shape:
    rows = [p.head(o, ("Nhiệm vụ chung", *p.heads[2:]))]
    for area, in_area in p.groups_of("area", p.with_goals()):
        runs = p.groups_of("group", in_area)
        first = [o.Cell(area, rows=len(in_area) + sum(bool(group) for group, _ in runs))]
        for group, tasks in runs:
            if group:
                rows.append([*first, o.Cell(group, columns=5)])
                first = []
            for task in tasks:
                rows.append(
                    [*first, o.Cell(f"{task.number}. {task.text}"), *p.cells(o, task, *p.rest[1:])]
                )
                first = []
    return o.word(o.Grid(rows)), p.without("goal")


@shape
def six_columns_without_merges(o: Any, p: Any) -> Shape:
    return o.excel(o.Grid(p.six(o, merged=False))), p.without("goal", "group")


@shape
def six_columns_other_words(o: Any, p: Any) -> Shape:
    titles = (
        "Nội dung",
        "Nhiệm vụ",
        "Sản phẩm đầu ra",
        "Đơn vị thực hiện",
        "Đơn vị phối hợp",
        "Tiến độ",
    )
    return o.word(o.Grid(p.six(o, titles=titles))), p.without("goal", "group")


@shape
def numbers_typed_without_blank(o: Any, p: Any) -> Shape:
    rows = p.six(o, typed=False)
    tasks = p.with_goals()
    for row, task in zip(rows[1:], tasks, strict=True):
        at = len(row) - 5
        row[at] = o.Cell(
            f"{task.number}.{task.text}"
            if task.text[0].isalpha()
            else f"{task.number}. {task.text}"
        )
    rows = [row for row, task in zip(rows[1:], tasks, strict=True)]
    return o.word(o.Grid([p.head(o, ("Nhiệm vụ chung", *p.heads[2:])), *rows])), p.without(
        "goal", "group"
    )


@shape
def automatic_numbers(o: Any, p: Any) -> Shape:
    plan = [task for task in p.without("goal", "group") if "\n" not in task.text]
    rows = [p.head(o, ("Nhiệm vụ chung", *p.heads[2:]))]
    for area, tasks in p.groups_of("area", plan):
        for place, task in enumerate(tasks):
            first = (
                [o.Cell(area.split(". ")[1], rows=len(tasks), auto="roman")] if place == 0 else []
            )
            rows.append([*first, o.Cell(task.text, auto="decimal"), *p.cells(o, task, *p.rest[1:])])
    expected = [replace(task, number=str(n)) for n, task in enumerate(plan, start=1)]
    return o.word(o.Grid(rows)), expected


@shape
def automatic_numbers_in_stt(o: Any, p: Any) -> Shape:
    plan = p.without("goal", "group")
    rows = [p.head(o, (p.heads[0], *p.heads[2:]))]
    for area, tasks in p.groups_of("area", plan):
        rows.append([o.Cell(area, columns=6)])
        rows += [[o.Cell("", auto="decimal"), *p.cells(o, task, *p.rest)] for task in tasks]
    return o.word(o.Grid(rows)), [replace(t, number=str(n)) for n, t in enumerate(plan, start=1)]


@shape
def columns_in_another_order(o: Any, p: Any) -> Shape:
    titles = (
        "TT",
        "Nội dung công việc",
        "Thời hạn",
        "Bộ phận chủ trì",
        "Phối hợp",
        "Sản phẩm",
        "Chỉ tiêu",
        "Kinh phí",
        "Ghi chú",
    )
    rows = [p.head(o, titles)]
    for area, tasks in p.groups_of("area", p.with_goals()):
        rows.append([o.Cell(area, columns=9)])
        for task in tasks:
            fields = ("number", "text", "time", "lead", "coordinating", "deliverable", "goal")
            rows.append([*p.cells(o, task, *fields), o.Cell("10 triệu đồng"), o.Cell("")])
    return o.word(o.Grid(rows)), p.without("group")


@shape
def head_of_two_rows(o: Any, p: Any) -> Shape:
    top = [
        *(o.Cell(title, rows=2) for title in p.heads[:4]),
        o.Cell("Phân công thực hiện", columns=2),
        o.Cell(p.heads[6], rows=2),
    ]
    below = [o.Cell("Chủ trì"), o.Cell("Phối hợp")]
    numbers = [o.Cell(f"({n})") for n in range(1, 8)]
    return o.word(o.Grid([top, below, numbers, *p.seven(o)[1:]])), p.with_goals()


@shape
def head_of_two_rows_in_excel(o: Any, p: Any) -> Shape:
    top = [
        *(o.Cell(title) for title in p.heads[:4]),
        o.Cell("Phân công thực hiện"),
        o.Cell(""),
        o.Cell(p.heads[6]),
    ]
    below = [*[o.Cell("")] * 4, o.Cell("Chủ trì"), o.Cell("Phối hợp")]
    return o.excel(o.Grid([top, below, *p.seven(o)[1:]])), p.with_goals()


@shape
def head_repeated_inside(o: Any, p: Any) -> Shape:
    rows = p.seven(o, goal_rows=False)
    return o.word(o.Grid([*rows[:9], rows[0], *rows[9:15], rows[0], *rows[15:]])), p.with_goals()


@shape
def split_over_pages_without_heads(o: Any, p: Any) -> Shape:
    rows = p.seven(o, goal_rows=False)
    parts = [o.Grid(rows[:7]), o.Line(""), o.Grid(rows[7:14]), o.Line("3"), o.Grid(rows[14:])]
    return o.word(*parts), p.with_goals()


@shape
def split_into_tables_of_other_grids(o: Any, p: Any) -> Shape:
    rows = [p.head(o), *(p.cells(o, task, "number", "goal", *p.rest) for task in p.with_goals())]
    wide = [
        [replace(c, columns=2 if i in (1, 2) else 1) for i, c in enumerate(r)] for r in rows[8:]
    ]
    return o.word(o.Grid(rows[:8]), o.Line("2"), o.Grid(wide)), p.without("area", "group")


@shape
def time_in_the_first_column(o: Any, p: Any) -> Shape:
    fields = ("time", "number", *p.rest[:-1])
    rows = [p.head(o, (p.heads[-1], p.heads[0], *p.heads[2:-1]))]
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        rows += [[o.Cell(area, columns=6)], *(p.cells(o, task, *fields) for task in tasks)]
    return o.excel(o.Grid(rows)), p.without("goal", "group")


@shape
def tasks_merged_with_their_goal(o: Any, p: Any) -> Shape:
    rows = [p.head(o)]
    for area, tasks in p.groups_of("area", p.without("goal", "group")):
        rows.append([o.Cell(area, columns=7)])
        rows += [
            [o.Cell(task.number), o.Cell(task.text, columns=2), *p.cells(o, task, *p.rest[1:])]
            for task in tasks
        ]
    return o.word(o.Grid(rows)), p.without("goal", "group")


@shape
def numbers_filled_in_below_the_tasks(o: Any, p: Any) -> Shape:
    numbers = [[o.Cell(number)] for number in range(60, 70)]
    return o.excel(o.Grid([*p.seven(o), *numbers])), p.with_goals()


@shape
def remarks_beside_the_table(o: Any, p: Any) -> Shape:
    head, *rows = p.six(o)
    beside = [o.Cell(""), o.Cell("xem lại")]
    return o.excel(o.Grid([head, *([*row, *beside] for row in rows)])), p.without("goal", "group")


@shape
def no_numbers_at_all(o: Any, p: Any) -> Shape:
    rows = [p.head(o, p.heads[1:])]
    for area, tasks in p.groups_of("area", p.with_goals()):
        rows.append([o.Cell(area.upper(), columns=6)])
        rows += [p.cells(o, task, "goal", *p.rest) for task in tasks]
    return o.word(o.Grid(rows)), [
        replace(t, area=t.area.upper()) for t in p.without("number", "group")
    ]


@shape
def numbers_as_excel_numbers(o: Any, p: Any) -> Shape:
    rows = p.seven(o)
    for row in rows[1:]:
        if row[0].text and str(row[0].text).replace(".", "").isdigit():
            row[0] = replace(
                row[0], text=float(row[0].text) if "." in row[0].text else int(row[0].text)
            )
    return o.excel(o.Grid(rows)), p.with_goals()


@shape
def marks_under_quarters(o: Any, p: Any) -> Shape:
    quarters = ("Quý I", "Quý II", "Quý III", "Quý IV")
    top = [
        *(o.Cell(t, rows=2) for t in (p.heads[0], *p.heads[2:6])),
        o.Cell("Thời gian thực hiện", columns=4),
    ]
    rows = [top, [o.Cell(q) for q in quarters]]
    expected = []
    for place, task in enumerate(p.without("goal", "group", "area")):
        chosen = [quarters[place % 4]] if place % 3 else [quarters[0], quarters[2]]
        marks = [o.Cell("x✓1●"[place % 4] if q in chosen else "") for q in quarters]
        rows.append([*p.cells(o, task, "number", *p.rest[:-1]), *marks])
        expected.append(replace(task, time=", ".join(chosen)))
    return o.word(o.Grid(rows)), expected


@shape
def dates_as_documents_write_them(o: Any, p: Any) -> Shape:
    rows = [p.head(o, (p.heads[0], *p.heads[2:]))]
    days = (date(2025, 3, 5), date(2025, 1, 31), date(2025, 11, 20))
    written = ("05/3/2025", "31/01/2025", "20/11/2025")
    expected = []
    for place, task in enumerate(p.without("goal", "group", "area")):
        rows.append([*p.cells(o, task, "number", *p.rest[:-1]), o.Cell(days[place % 3])])
        expected.append(replace(task, time=written[place % 3]))
    return o.excel(o.Grid(rows)), expected


@shape
def numerals_under_a_head_of_quarters(o: Any, p: Any) -> Shape:
    rows = [p.head(o, (p.heads[0], *p.heads[2:-1], "Thời gian (quý)"))]
    expected = []
    for place, task in enumerate(p.without("goal", "group", "area")):
        quarter = ("I", "II, IV", "3", "Thường xuyên")[place % 4]
        typed = int(quarter) if quarter == "3" else quarter
        rows.append([*p.cells(o, task, "number", *p.rest[:-1]), o.Cell(typed)])
        words = quarter if quarter == "Thường xuyên" else f"Quý {quarter}"
        expected.append(replace(task, time=words))
    return o.excel(o.Grid(rows)), expected


@pytest.mark.parametrize("name", SHAPES)
def test_every_cell_comes_out_the_same(name: str, office: Any, invented: Any) -> None:
    source, expected = SHAPES[name](office, invented)
    _, wrong = invented.right_share(propose_plan(source, invented.year), expected)
    assert not wrong, wrong[:12]
