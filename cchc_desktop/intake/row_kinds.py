"""What a row of a task table is: a heading, the head again, the end of the table, or a task's."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cchc_desktop.domain.columns import AREA_COLUMN, GROUP_COLUMN, OWN, UNIT_KEYS
from cchc_desktop.domain.vietnamese import from_roman, one_line
from cchc_desktop.intake.cell_nature import goes_on, is_capitals, looks_like_time
from cchc_desktop.intake.numbering import (
    bare,
    is_number,
    split_heading,
    split_task,
    starts_dash_line,
)
from cchc_desktop.intake.source_text import folded
from cchc_desktop.intake.table_heads import is_numbering_row
from cchc_desktop.intake.table_shape import TableRow

_TAIL = re.compile(
    r"(noi nhan|ghi chu|chu thich|luu y|nguoi lap|lap bang|tong so|tong cong|tong:|cong:|\(\*\)|\* "
    r"|kt\. ?|tl\. ?|tuq\. ?|tm\. ?|(q\. ?|pho )?giam doc$|thu truong|lanh dao (so|don vi)?$"
    r"|(ct|ph|[x✓●]) ?[:=–-] ?(la )?(don vi |co quan )?(chu tri|phoi hop)"
    r"|.{2,40}, ?ngay .{0,12}thang .{0,12}nam|\./\.)"
)


@dataclass(frozen=True, slots=True)
class RowHeading:
    """A heading in a row: its number, "" where the words hold it as typed, and its title."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class TableHabits:
    """How the tasks of a table are usually written; a row that differs is read in that light."""

    numbered: bool  # every whole task has a number
    bold: bool  # tasks are bold, so that bold marks nothing
    roman: bool  # tasks are numbered in Roman
    goal_told: bool  # goal cells are merged downwards, or repeated, where tasks share a goal
    timed: bool  # nearly every numbered task has a time
    goal_numbered: bool  # the number counts goals: a second task of a goal has none
    merged: frozenset[str]  # keys of columns whose cells are merged downwards


def table_habits(rows: Sequence[TableRow]) -> TableHabits:
    """The habits that the rows show."""
    tasks = [row for row in rows if row["task"] and len(row.texts) >= 3]
    whole = [row for row in tasks if row.is_whole] or tasks
    counted = any(row["number"] for row in whole)
    numbered = [row for row in whole if row["number"] or split_task(row["task"]).number]
    told = [row for row in tasks if row["number"]]
    timed = sum("time" in row.covered or bool(row["time"]) for row in told)
    goal_numbered = counted and any(
        not row["goal"] and not row["number"] and not goes_on(row["task"]) for row in whole
    )
    return TableHabits(
        numbered=len(whole) >= 3 and len(numbered) >= 0.9 * len(whole) and not goal_numbered,
        bold=2 * sum(row.bold for row in tasks) > len(tasks),
        roman=sum(from_roman(bare(row["number"])) is not None for row in whole) > 1,
        goal_told=any("goal" in row.covered for row in rows)
        or any(row["goal"] and row["goal"] == next_["goal"] for row, next_ in pairwise(rows)),
        timed=len(told) >= 3 and timed >= 0.9 * len(told),
        goal_numbered=goal_numbered,
        merged=frozenset().union(*(row.covered for row in rows)),
    )


def is_head_again(row: TableRow, titles: Collection[str]) -> bool:
    """Whether the row repeats the folded titles of the head, or the numbers under it."""
    if looks_like_time(row["time"]):  # as most rows do
        return False
    texts = list(row.texts.values())
    if len(texts) < 2:
        return False
    return all(folded(text) in titles for text in texts) or is_numbering_row(texts)


def is_tail(row: TableRow) -> bool:
    """Whether the row is a note, a total or a signature under the table."""
    if len(row.texts) > 3 or (row["task"] and row["time"]):
        return False
    return any(_TAIL.match(folded(text)) for text in row.texts.values())


def row_heading(row: TableRow, below: TableRow | None, habits: TableHabits) -> RowHeading | None:
    """The heading that a row is, or None: one text, alone or beside a number. The sum of a budget
    beside it and the unit that leads an area say nothing.
    """
    if row["task"].endswith(":") and _introduces(row, below, habits):
        return _named("", row["task"])
    if row["task"] and row["time"]:  # as most rows have
        return None
    number = bare(row["number"])
    is_area = from_roman(number) is not None and not habits.roman and not row["time"]
    texts = {
        key: text
        for key, text in row.texts.items()
        if not (key.startswith(OWN) or (is_area and key in UNIT_KEYS))
    }
    if len(texts) > 2:
        return None
    words = [text for key, text in texts.items() if key != "number"]
    if number and not is_number(number):
        return None if words else _parted(row["number"])
    if len(words) != 1 or "task" in row.covered:
        return None
    text = one_line(words[0])
    if row.spread >= 2 and "time" not in row.texts:
        return _named(number, text)
    top = from_roman(number) is not None or (len(number) == 1 and number.isupper())
    if top and not (habits.roman and row["task"]):
        return _named(number, text)
    typed = number or split_heading(text).number
    parent = _is_parent(typed, below)
    if row["goal"] and not (row.bold or parent) and below is not None and not below["goal"]:
        return None  # a goal over the tasks that it covers
    over = _is_over_task(typed, below) or _is_over_first_task(row, below)
    if parent or over or _stands_out(row, text, habits):
        return _named(number, text) if not row["time"] else None
    return None


def _named(number: str, text: str) -> RowHeading:
    return RowHeading(number, text) if number else _parted(text)


def _parted(text: str) -> RowHeading:
    parts = split_heading(one_line(text))
    return RowHeading(parts.number, parts.text)


def _stands_out(row: TableRow, text: str, habits: TableHabits) -> bool:
    """Whether a row that is not merged across still shows that it heads others."""
    roman = from_roman(split_heading(text).number.split(".")[0]) is not None
    return roman or is_capitals(text) or (row.bold and not habits.bold)


def _introduces(row: TableRow, below: TableRow | None, habits: TableHabits) -> bool:
    """Whether a row without a number or a lead, among tasks that have both, opens a list of tasks:
    "... bao gồm:" over the first of them.
    """
    if not habits.numbered or row["number"] or row["lead"] or goes_on(row["task"]):
        return False
    return "lead" not in row.covered and bool(_number_of(below))


def _is_parent(number: str, below: TableRow | None) -> bool:
    """Whether the number of the next row belongs under this one's: "1.1" under "1"."""
    return bool(number) and _number_of(below).startswith(f"{number}.")


def _is_over_task(number: str, below: TableRow | None) -> bool:
    """Whether a whole task without a number follows a row that has one."""
    if not number or below is None or _number_of(below):
        return False
    return below.is_whole and bool(below["task"])


def _is_over_first_task(row: TableRow, below: TableRow | None) -> bool:
    """Whether the tasks are counted from 1 under words that begin a sentence in their column, and
    no column beside them has the title.
    """
    if below is None or not row["task"] or goes_on(row["task"]) or starts_dash_line(row["task"]):
        return False
    titled = below[AREA_COLUMN] or below[GROUP_COLUMN]
    return not titled and bare(_number_of(below)) == "1"


def _number_of(row: TableRow | None) -> str:
    return "" if row is None else row["number"] or split_task(row["task"]).number
