"""Rows that a page break cut in two, and rows that slipped by a column because a merged cell was
lost.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.columns import AREA_COLUMN, GROUP_COLUMN
from cchc_desktop.domain.proposal import Doubt, DoubtKind
from cchc_desktop.domain.unit_heads import begins_unit
from cchc_desktop.intake.cell_nature import goes_on, is_ended, looks_like_time, looks_like_unit
from cchc_desktop.intake.numbering import is_number, split_task, starts_dash_line, without_dash
from cchc_desktop.intake.row_kinds import TableHabits
from cchc_desktop.intake.table_shape import AREA_NUMBER, TableRow, TableShape

_MERGED_KEYS = (
    AREA_NUMBER,
    "number",
    AREA_COLUMN,
    GROUP_COLUMN,
    "goal",
)  # where merges downwards are usual
_MOST_LOST = 3  # merged cells lost in one row
_OPEN_END = re.compile(r"([,;:&–-]|\b(và|cùng|với|của|thuộc|các))$", re.IGNORECASE)
_MARKS = re.compile(r"[;,\n]")
_RANGE_END = re.compile(r"[-–] ?\d")
_PIECES = ("task", "deliverable", "lead", "coordinating", "time")
_SHIFTED = "Dòng này thiếu ô (ô gộp bị mất) nên lệch cột; đã dời các ô về đúng cột."


def in_place(rows: Sequence[TableRow], shape: TableShape) -> tuple[TableRow, ...]:
    """The rows, the cells of shifted ones under their own columns again, each with its doubt."""
    return tuple([row if _is_in_place(row) else _unshifted(row, shape) for row in rows])


def _unshifted(row: TableRow, shape: TableShape) -> TableRow:
    """A row is taken as shifted when its last columns are empty, its time, units or task don't
    stand in their columns, and moving the cells right puts them where they belong.
    """
    if "time" not in shape.keys or len(row.texts) < 3 or not row.texts.keys() <= {*shape.keys}:
        return row
    keys = [key for key in shape.keys if key not in row.covered]
    values = [row[key] for key in keys]
    empty = next((i for i, value in enumerate(reversed(values)) if value), len(values))
    best = max(
        _shifts(row, keys, values, min(empty, _MOST_LOST)),
        key=lambda moved: _plausibility(moved.texts),
        default=row,
    )
    if not looks_like_time(best["time"]):
        return row
    if _plausibility(best.texts) < _plausibility(row.texts) + 3:
        return row
    cells = tuple(row.texts.items())
    doubt = Doubt(row.number, row.source, _SHIFTED, DoubtKind.SHIFTED, cells)
    return replace(best, doubts=(*row.doubts, doubt))


def _is_in_place(row: TableRow) -> bool:
    return looks_like_time(row["time"]) and looks_like_unit(row["lead"]) and bool(row["task"])


def _shifts(
    row: TableRow, keys: Sequence[str], values: Sequence[str], empty: int
) -> Iterator[TableRow]:
    """Every way to put lost cells back where merged ones are usual; a unit in the lead's column
    only makes room for another.
    """
    led = looks_like_unit(row["lead"])
    for lost in range(1, empty + 1):
        for at in range(len(keys) - lost):
            gone = keys[at : at + lost]
            if all(key in _MERGED_KEYS for key in gone):
                moved = [*values[:at], *[""] * lost, *values[at : len(values) - lost]]
                texts = {key: text for key, text in zip(keys, moved, strict=True) if text}
                if not led or looks_like_unit(texts.get("lead", "")):
                    yield replace(row, texts=texts, covered=row.covered | set(gone))


def _plausibility(texts: Mapping[str, str]) -> int:
    """How well words suit their columns."""
    score = 0
    for key, text in texts.items():
        time, unit = looks_like_time(text), looks_like_unit(text)
        if key == "time":
            score += 2 if time else -2
        elif key == "lead":
            score += 2 if unit else -2
        elif key == "coordinating":
            score += 1 if unit else -1
        elif key == "number":
            score += 1 if is_number(text) else -4
        elif unit or (time and (key != "task" or "time" not in texts)):
            score -= 1
    return score if "task" in texts else score - 3


def continues(row: TableRow, above: Mapping[str, str], habits: TableHabits) -> bool:
    """Whether a row only finishes the cells of the task above it, whose words are `above`."""
    task = row["task"]
    if row["number"] or split_task(task).number:
        return False
    pieces = [row[key] for key in _PIECES if row[key]]
    whole = row.is_whole
    if not pieces:
        return goes_on(row["goal"])
    if not task:
        return not (whole and row["goal"])
    if goes_on(task):
        return not whole or (habits.numbered and not is_ended(above.get("task", "")))
    if whole or (row["lead"] and above.get("time") and _is_time(row["time"])):
        return False
    if row["goal"] and not goes_on(row["goal"]):
        return habits.numbered or habits.goal_numbered  # a new goal would have its number
    if habits.numbered or any(goes_on(text) for text in pieces if text is not task):
        return True
    own = row.covered | row.texts.keys()
    if habits.timed and "time" not in own and not {"deliverable", "lead"} <= own:
        return True
    if row["time"] and row["lead"]:
        return False
    unfinished = not is_ended(above.get("task", "")) or starts_dash_line(task)
    return row.after_break and len(pieces) <= 2 and not row["time"] and unfinished


def _is_time(text: str) -> bool:
    return looks_like_time(text) and not goes_on(text)


def adds_lines(row: TableRow) -> bool:
    """Whether a row without words for a task says by itself who does something and when."""
    return not row["task"] and row.is_whole


def joined(above: str, piece: str) -> str:
    """The words of a cut cell together again: a new line where a line of a list, or after a whole
    unit another, begins.
    """
    if not above or not piece:
        return above or piece
    last = above.rpartition("\n")[2]
    if begins_unit(without_dash(last)) and not is_ended(last):
        new_line = _is_next_unit(last, piece)
    else:
        in_range = last[-1:].isdigit() and _RANGE_END.match(piece)
        new_line = starts_dash_line(piece) and not in_range
    if new_line or ("\n" in above and is_ended(above) and not goes_on(piece)):
        return f"{above}\n{piece}"
    return above + piece if piece[0] in ",;.:)”]%" else f"{above} {piece}"


def _is_next_unit(last: str, piece: str) -> bool:
    """Whether a piece begins another unit than the one in the last line, which is complete:
    "Thanh tra Sở" / "Phòng Pháp chế", but not "Phòng Kế hoạch" / "- Tài chính".
    """
    if _OPEN_END.search(last) or last.count("(") > last.count(")"):
        return False
    first = _MARKS.split(without_dash(piece), maxsplit=1)[0]
    return first[:1].isupper() and begins_unit(first)
