"""One year's plan of one kind: its narrative sections and its task table. Rows stand in one order
by `position`.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cchc_desktop.domain.errors import RefusedChange

YEARS = range(2000, 2101)  # a plan's
POSITION_STEP = 1024  # gap between neighbours, so that most insertions touch one row only


def new_id() -> str:
    """A fresh identity for a record."""
    return os.urandom(16).hex()


Columns = tuple[tuple[str, str], ...]  # (key, title) in a plan's own order; keys as in columns.py


@dataclass(frozen=True, slots=True)
class Plan:
    """A kế hoạch: what its head and foot say, and the shape of its table.

    `issued` is an ISO date, or as much of one as is known: "", "2024", "2024-01", "2024-01-30".
    Without `columns` the table has the seven standard ones. `table_place` is "body" or "appendix".
    The foot is the document's own; an empty part falls back to the profile.
    """

    id: str
    year: int
    kind: str = "CCHC"
    type_name: str = "KẾ HOẠCH"
    subject: str = ""  # trích yếu
    number: str = ""  # số
    symbol: str = ""  # ký hiệu: "KH-SNgV"
    issued: str = ""
    place: str = ""  # địa danh as this document writes it; empty: the profile's
    table_place: str = "body"
    table_title: str = ""  # tên phụ lục, or the heading over the table
    columns: Columns = ()
    recipients: str = ""  # one a line, without the dash
    authority: str = ""  # lines
    signer: str = ""

    def __post_init__(self) -> None:
        if self.year not in YEARS:
            raise RefusedChange(
                f"Năm {self.year} không hợp lệ; hãy chọn một năm từ {YEARS[0]} đến {YEARS[-1]}."
            )


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the narrative with the paragraphs under it.

    `level`: 0 no heading (the opening, or text after the table), 1 mục "I.", 2 khoản "1.", 3 below.
    `number` is as printed without the last full stop ("I", "1", "Phần I"); `body` holds paragraphs
    joined by "\\n", each with its own mark as typed ("a) ...", "- ...", "2. ...").
    `holds_table`: the task table stands after this section's body.
    """

    id: str
    plan_id: str
    position: int
    level: int = 0
    number: str = ""
    title: str = ""
    body: str = ""
    holds_table: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A lĩnh vực row: heads the tasks after it."""

    id: str
    plan_id: str
    position: int
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A nhóm row inside a lĩnh vực."""

    id: str
    plan_id: str
    position: int
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A nhiệm vụ: every text as typed (NFC, paragraphs joined by "\\n"); `goal` is repeated on
    each task it covers.
    """

    id: str
    plan_id: str
    position: int
    number: str = ""  # as printed, without a last full stop
    goal: str = ""
    text: str = ""
    deliverable: str = ""
    lead: str = ""
    coordinating: str = ""
    time: str = ""
    own: tuple[tuple[str, str], ...] = ()  # (column key, text) of the plan's own columns
    note: str = ""  # the clerk's own, never printed
    person: str = ""  # who does it in the leading unit; not printed
    leader: str = ""  # which head of the agency directs it and signs; not printed


Row = Area | Group | Task
Part = Section | Row  # what stands in an order inside a plan


class PlacedTask(NamedTuple):
    """A task with the headings over it; `goal_continues`: the goal cell is the one of the row
    above. (A tuple, because those of all tasks are made after every step.)
    """

    task: Task
    area: Area | None
    group: Group | None
    goal_continues: bool


def heading_text(heading: Area | Group | Section | None) -> str:
    """Numeral and title as one text: "III. Cải cách tổ chức bộ máy"; "" for None."""
    return "" if heading is None else numbered(heading.number, heading.title)


def numbered(number: str, text: str) -> str:
    """A number and its words as printed together: "1. Rà soát", "a) Rà soát"."""
    if not (number and text):
        return number or text
    return f"{number}. {text}" if number[-1].isalnum() else f"{number} {text}"


def placed(rows: Iterable[Row]) -> Iterator[PlacedTask]:
    """Each task of rows in order, under its area and group."""
    area: Area | None = None
    group: Group | None = None
    above: Task | None = None
    for row in rows:
        match row:
            case Area():
                area, group, above = row, None, None
            case Group():
                group, above = row, None
            case Task():
                continues = above is not None and bool(row.goal) and above.goal == row.goal
                yield PlacedTask(row, area, group, continues)
                above = row


def goal_runs(rows: Iterable[Row]) -> dict[str, list[Task]]:
    """By the id of each task the tasks that its goal cell covers, itself among them."""
    runs: dict[str, list[Task]] = {}
    run: list[Task] = []
    for place in placed(rows):
        if not place.goal_continues:
            run = []
        run.append(place.task)
        runs[place.task.id] = run
    return runs
