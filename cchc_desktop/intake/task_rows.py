"""Reads the rows of a plan's task tables, top to bottom, into areas, groups and tasks, repairing
what was cut or slipped.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from cchc_desktop.domain.columns import AREA_COLUMN, GROUP_COLUMN
from cchc_desktop.domain.plan import Area, Group
from cchc_desktop.domain.proposal import Cells, Doubt, DoubtKind, Piece
from cchc_desktop.domain.vietnamese import from_roman, one_line
from cchc_desktop.intake.cell_nature import goes_on, is_ended
from cchc_desktop.intake.numbering import bare, depth, is_number, split_heading
from cchc_desktop.intake.row_kinds import TableHabits, row_heading
from cchc_desktop.intake.row_repair import adds_lines, continues, joined
from cchc_desktop.intake.source_text import folded
from cchc_desktop.intake.table_shape import AREA_NUMBER, TableRow, TableShape
from cchc_desktop.intake.task_drafts import Draft, Goal, HeadingDraft, TaskDraft
from cchc_desktop.intake.task_numbers import mended_number, number_and_text

_HEADING_KINDS = ((AREA_COLUMN, Area), (GROUP_COLUMN, Group))
_HEADING_KEYS = frozenset({AREA_COLUMN, GROUP_COLUMN, AREA_NUMBER})
_NOT_IN_TASK = _HEADING_KEYS | {"number", "goal", "task"}
_SELDOM_EMPTY = ("deliverable", "lead", "time")
_CONTINUED = re.compile(r"\(tiep( theo)?\)$")
_APART = (
    "Nhiệm vụ được ghi một lần cho nhiều dòng, mỗi dòng có chủ trì và thời gian riêng; đã tách "
    "thành từng nhiệm vụ."
)


class TaskRows:
    """What has been read so far: `drafts` in table order and the `doubts` about them."""

    def __init__(self, habits: TableHabits) -> None:
        self.drafts: list[Draft] = []
        self.doubts: list[Doubt] = []
        self._habits = habits
        self._open: dict[type[Area] | type[Group], HeadingDraft] = {}  # last of each column
        self._goal = Goal()
        self._task: TaskDraft | None = None  # the last one, unless a heading came after it
        self._waiting_number = ""  # of the goal
        self._lone_number = ""

    def read_heading(self, row: int, text: str, kind: type[Area] | type[Group]) -> None:
        """A title that stands outside the table, over it."""
        parts = split_heading(text)
        self._add_heading(HeadingDraft(row, parts.number, parts.text, kind))

    def read_table(self, rows: Sequence[TableRow], shape: TableShape) -> None:
        """The body rows of one table, each in place; it may go on where another ended."""
        for row, below in zip_longest(rows, rows[1:]):
            self._read_row(row, below, shape)

    def _read_row(self, row: TableRow, below: TableRow | None, shape: TableShape) -> None:
        if row.hidden:
            self._doubt(
                row,
                DoubtKind.HIDDEN,
                "Dòng này bị ẩn trong tệp nguồn; đã lấy vào, hãy xem có cần giữ không.",
            )
        self.doubts += row.doubts
        row = self._without_headings(row, below)
        heading = row_heading(row, below, self._habits)
        if heading is not None:
            self._doubt_beside(row, heading.title)
            kind = Group if AREA_COLUMN in shape.keys else None
            self._add_heading(HeadingDraft(row.number, heading.number, heading.title, kind))
        elif row.texts.keys() == {"number"} and not row.covered:
            self._lone_number = bare(row["number"])  # counted on in advance, or cut off its row
        elif not self._lone_number and self._task and self._finishes(self._task, row):
            self._finish(self._task, row)
        elif row["goal"] and set(row.texts) <= {"goal", "number"}:
            self._goal, self._waiting_number = Goal(row["goal"]), bare(row["number"])
        elif row.texts:
            self._add_task(row)

    def _doubt_beside(self, row: TableRow, title: str) -> None:
        texts = (one_line(text) for key, text in row.texts.items() if key != "number")
        if beside := [text for text in texts if not text.endswith(title)]:
            self._doubt(
                row,
                DoubtKind.NOTE,
                f"“{'; '.join(beside)}” đứng bên tên lĩnh vực, nhóm nên không được lấy vào.",
            )

    def _without_headings(self, row: TableRow, below: TableRow | None) -> TableRow:
        """The rest of a row whose cells in area and group columns are read; a cell merged across
        from there heads as a row, not as a column.
        """
        if _HEADING_KEYS.isdisjoint(row.texts):
            return row
        rest = {key: text for key, text in row.texts.items() if key not in _HEADING_KEYS}
        if _is_heading_row(row, rest):
            return row
        self._read_heading_columns(row, below)
        return replace(row, texts=rest)

    def _read_heading_columns(self, row: TableRow, below: TableRow | None) -> None:
        for key, own_kind in _HEADING_KINDS:
            kind: type[Area] | type[Group] = own_kind
            if not row[key]:
                continue
            text = one_line(row[key])
            parts = split_heading(text)
            if len(row.texts) == 1 and self._is_inside_area(parts.number, below):
                kind = Group
            above = self._open.get(kind)
            number = bare(row[AREA_NUMBER]) if kind is Area and not parts.number else ""
            if above is not None and _same_title(above, parts.number or number, parts.text):
                continue
            cut = goes_on(text) or (row.after_break and bool(above and above.number))
            if above is not None and not parts.number and not number and cut:
                cells = ((key, above.title),)
                above.title = joined(above.title, text)
                self._doubt(
                    row,
                    DoubtKind.TITLE,
                    f"Tên bị cắt khi sang trang; đã ghép thành “{above.title}”.",
                    cells,
                )
            else:
                self._add_heading(
                    HeadingDraft(row.number, parts.number or number, parts.text, kind)
                )

    def _is_inside_area(self, number: str, below: TableRow | None) -> bool:
        """Whether a heading of that number stands deeper than the area beside the next row, or else
        over it: a group's row in a sheet that merges nothing.
        """
        own, area = depth(number), self._open.get(Area)
        outer = depth(split_heading(below[AREA_COLUMN]).number) if below is not None else None
        outer = outer or (area.depth if area is not None else None)
        return own is not None and outer is not None and own > outer

    def _add_heading(self, heading: HeadingDraft) -> None:
        group = self._open.get(Group)
        if heading.kind is Area and group is not None and self.drafts[-1] is group:
            self.drafts.insert(-1, heading)  # the group's own row said nothing of its area
            self._open[Area] = heading
            return
        self.drafts.append(heading)
        self._open.pop(Group, None)  # a group ends where any heading stands
        if heading.kind is not None:
            self._open[heading.kind] = heading
        self._goal = Goal()
        self._task = None
        self._waiting_number = self._lone_number = ""

    def _finishes(self, task: TaskDraft, row: TableRow) -> bool:
        if "task" in row.covered:
            return not _is_apart(row, task.texts)
        return continues(row, task.texts, self._habits)

    def _finish(self, task: TaskDraft, row: TableRow) -> None:
        """Join the row's cells to those of the task above."""
        lines = "task" in row.covered or adds_lines(row)
        cells = {
            k: t for k, t in row.texts.items() if k in ("goal", "task") or k not in _NOT_IN_TASK
        }
        before = {"goal": self._goal.text} | task.texts
        above = tuple((key, before.get(key, "")) for key in cells)
        task.pieces += (Piece(row.number, row.source, tuple(cells.items()), above),)
        for key, text in cells.items():
            words = task.texts.get(key, "")
            if key == "goal":
                self._goal.text = joined(self._goal.text, text)
            elif not lines:
                task.texts[key] = joined(words, text)
            elif text not in words.split("\n"):
                task.texts[key] = f"{words}\n{text}".strip()
        self._doubt(
            row,
            DoubtKind.JOINED,
            "Nhiệm vụ này gồm nhiều dòng trong bảng; đã gộp thành một, mỗi ý xuống dòng riêng."
            if lines
            else "Dòng này viết tiếp dòng trên (bị ngắt khi sang trang); đã ghép vào dòng trên.",
        )

    def _add_task(self, row: TableRow) -> None:
        number, text = self._number_of(row)
        if self._lone_number and not number:
            number = self._lone_number
            why = f"Số thứ tự {number} đứng riêng ở dòng trên; đã ghép vào dòng này."
            self._doubt(row, DoubtKind.NOTE, why)
        self._lone_number = ""
        self._choose_goal(row, number)
        number, self._waiting_number = number or self._waiting_number, ""
        texts = {k: v for k, v in row.texts.items() if k not in _NOT_IN_TASK}
        if row.covered and self._task is not None:
            above = self._task.texts
            texts |= {k: above[k] for k in row.covered - _NOT_IN_TASK if k in above}
            if "task" in row.covered:
                text = above["task"]
                self._doubt(row, DoubtKind.NOTE, _APART)
        if row.after_break and self._task is not None:
            texts |= self._parted_by_page(row, self._task.texts)
        texts["task"] = text
        self._task = TaskDraft(row.number, row.source, number, self._goal, texts)
        self.drafts.append(self._task)

    def _parted_by_page(self, row: TableRow, above: Mapping[str, str]) -> dict[str, str]:
        """The words of merged cells that go on under the end of a page, where they stand empty."""
        kept = {
            key: above[key]
            for key in _SELDOM_EMPTY
            if key in self._habits.merged and key in above
            if key not in row.covered and not row[key]
        }
        if kept:
            self._doubt(
                row,
                DoubtKind.NOTE,
                "Ô gộp bị ngắt khi sang trang nên để trống ở đây; đã lấy chữ của dòng trên: "
                f"{one_line('; '.join(kept.values()))}.",
            )
        return kept

    def _number_of(self, row: TableRow) -> tuple[str, str]:
        """The task's number and its words without it."""
        above = next((d.number for d in reversed(self.drafts) if isinstance(d, TaskDraft)), "")
        mended, why = mended_number(row, above)
        if why:
            self._doubt(row, DoubtKind.NUMBER, why, (("number", row["number"]),))
        return number_and_text(bare(mended), row)

    def _choose_goal(self, row: TableRow, number: str) -> None:
        text = row["goal"]
        if (
            text
            and goes_on(text)
            and not number
            and self._goal.text
            and not is_ended(self._goal.text)
        ):
            self._goal.text = joined(self._goal.text, text)
            self._doubt(
                row,
                DoubtKind.GOAL,
                f"Mục tiêu bị cắt khi sang trang; đã ghép thành “{self._goal.text}”.",
                (("goal", text),),
            )
        elif text:
            self._goal = Goal(text)
        elif number and "goal" not in row.covered and self._goal.text:
            cut = row.after_break and not self._habits.goal_numbered
            if not cut and (self._habits.goal_told or self._habits.goal_numbered):
                self._goal = Goal()
            elif not self._goal.assumed:
                self._goal.assumed = True
                self._doubt(
                    row,
                    DoubtKind.NO_GOAL,
                    "Ô mục tiêu để trống; đã hiểu là cùng mục tiêu với dòng trên.",
                )

    def _doubt(self, row: TableRow, kind: DoubtKind, why: str, cells: Cells = ()) -> None:
        self.doubts.append(Doubt(row.number, row.source, why, kind, cells))


def _is_apart(row: TableRow, above: Mapping[str, str]) -> bool:
    """Whether a row under a merged task is a task of its own: with a time and another lead than the
    one above, or it could no longer be told who does what by when.
    """
    lead = row["lead"]
    if not (lead and row["time"]) or goes_on(lead):
        return False
    return lead not in above.get("lead", "").split("\n")


def _is_heading_row(row: TableRow, rest: Collection[str]) -> bool:
    """Whether a row holds only a title in a heading column, merged across from there or beside a
    Roman number: it heads the next rows by itself.
    """
    number = bare(row["number"])
    if not rest:
        return row.spread > 1
    alone = set(rest) == {"number"} and is_number(number)
    return alone and (row.spread > 1 or from_roman(number) is not None)


def _same_title(above: HeadingDraft, number: str, title: str) -> bool:
    """Whether a heading is only repeated, on each row or after a page break."""
    words = _CONTINUED.sub("", folded(title)).strip()
    return words == folded(above.title) and number in ("", above.number)
