"""Recognises the head of a task table, in whatever order and wording its columns stand."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cchc_desktop.domain.columns import OWN, UNIT_KEYS
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.cell_nature import looks_like_unit
from cchc_desktop.intake.grid_rows import GridRow
from cchc_desktop.intake.numbering import is_number, split_task
from cchc_desktop.intake.source_text import cell_text, folded
from cchc_desktop.intake.unit_columns import HeadLeaf, is_unit_title, unit_leaves
from cchc_desktop.office.grid import SourceCell

PERIOD = "period"  # a column for one quarter or month, marked where the task falls into it
BROAD = "broad"  # "Nhiệm vụ chung", "Lĩnh vực": names areas or groups
UNIT = "unit"  # a column for one unit, marked where it leads or co-operates
SECOND_TASK = "second task"  # worded like the task's and left of it: what it holds tells what it is
_LAST_HEAD_START = 60  # rows searched for a head: Excel sheets have titles above it
_LONGEST_TITLE = 90
_LONGEST_SUBTITLE = 40
_LONGEST_MARK = 4  # "(10)"

# (key, strength, pattern of the folded title): the first that matches says what a column holds;
# among columns of one key the strongest is it.
_WORDINGS: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (key, strength, re.compile("|".join(patterns)))
    for key, strength, *patterns in (
        ("number", 3, r"^(stt|tt|so tt|so thu tu|thu tu|s t t|s / tt|ma so|muc so)$"),
        (PERIOD, 1, r"^(quy|q) ?([1-4]|i{1,3}|iv)$", r"^(thang|t) ?(0?\d|1[0-2])$"),
        (
            "other",
            1,
            r"^(du kien )?(kinh phi|nguon|ngan sach|du toan|thanh tien|don gia|don vi tinh|dvt)",
            r"^(ghi chu|so luong|so lieu|quy mo|dia |doi tuong|can cu|van ban chi dao)",
            r"^hinh thuc(?!.*san pham)",
            r"^(tinh hinh|muc do|trang thai|danh gia|diem|ty le|lanh dao)",
        ),
        ("lead", 4, r"chu tri"),
        ("coordinating", 4, r"phoi hop"),
        ("deliverable", 4, r"san pham", r"dau ra"),
        (
            "deliverable",
            3,
            r"^(du kien|yeu cau) ket qua",
            r"^ket qua.*(can|phai|se|du kien|mong)\b",
        ),
        ("deliverable", 2, r"^ket qua"),
        ("task", 5, r"(nhiem vu|noi dung|cong viec|hoat dong|giai phap).*(cu the|chi tiet)"),
        ("task", 4, r"linh vuc.*(nhiem vu|noi dung|cong viec)"),
        (BROAD, 1, r"(nhiem vu|noi dung) chung", r"linh vuc", r"mang cong tac", r"^hang muc$"),
        (BROAD, 1, r"^nhom", r"noi dung (cchc|cai cach hanh chinh)$"),
        ("lead", 3, r"(don vi|co quan|phong|bo phan|to chuc).*(thuc hien|phu trach|trach nhiem)"),
        ("lead", 3, r"(don vi|co quan|phong|bo phan|to chuc).*(dam nhan|tham muu|dau moi)"),
        (
            "lead",
            3,
            r"(don vi|co quan|phong|bo phan).*(duoc (giao|phan cong)|soan thao|trien khai)",
        ),
        (
            "lead",
            2,
            r"(ca nhan|nguoi|cong chuc|can bo|phan cong).*(thuc hien|phu trach|trach nhiem)",
        ),
        ("lead", 2, r"^(phan cong( nhiem vu)?|phu trach|(chiu )?trach nhiem( thuc hien| chinh)?)$"),
        ("lead", 1, r"^(don vi|co quan|thuc hien|phong|phong ban|don vi chinh)$", r"^dau moi"),
        ("coordinating", 2, r"(don vi|co quan|phong|bo phan).*(tham gia|ho tro)$"),
        ("coordinating", 2, r"^(tham gia|ho tro)$"),
        ("task", 4, r"cong viec", r"hoat dong", r"dau viec", r"noi dung (nhiem vu|thuc hien)"),
        ("task", 4, r"^nhiem vu .*thuc hien"),
        ("task", 3, r"^(ten )?(cac )?(nhiem vu|giai phap)", r"^viec "),
        ("task", 2, r"^(ten )?(cac )?noi dung"),
        ("time", 4, r"hoan thanh", r"thoi han", r"ket thuc", r"^den ngay"),
        ("time", 3, r"thoi gian", r"tien do", r"thoi diem", r"lo trinh", r"^han\b", r"^ky han$"),
        ("time", 3, r"^ngay (?!ban hanh|ky\b)", r"^(nam|quy|thang)\b.* thuc hien$"),
        ("time", 1, r"bat dau", r"^tu ngay", r"^(quy|thang)$"),
        ("goal", 3, r"muc tieu"),
        ("goal", 2, r"chi tieu", r"muc dich", r"yeu cau"),
        ("task", 2, r"^(danh muc|ten)\b.*\b(nhiem vu|van ban|de an|du an)", r"^tieu chi.*nhiem vu"),
        ("task", 2, r"^chuong trinh, de an", r"^bien phap", r"^cong tac( trong tam)?$"),
        ("deliverable", 1, r"(minh|kiem) chung$"),
    )
)
# (key, another key, pattern): a column whose title names that too holds the words of both
_DOUBLE = (
    ("lead", "coordinating", re.compile(r"phoi hop")),
    ("coordinating", "lead", re.compile(r"(thuc hien|phu trach|dau moi).*phoi hop")),
    ("deliverable", "time", re.compile(r"thoi gian|thoi han|tien do|\bhan\b")),
    ("time", "deliverable", re.compile(r"(,| / | va | - ).*\bket qua")),
)
_FIRST = ("lead", "deliverable")  # of two keys the one that such a column has
_REMARK = re.compile(r"\([^)]*\)")
_MARKS = re.compile(r"[.:*]")
_NUMBERING = re.compile(r"[(\[]?(?:\d{1,2}|[a-e])[)\]]?(?:\s*=.*)?")
_SUPPORT = ("lead", "coordinating", "deliverable", "time")


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column: its key (`columns.py`, or PERIOD, UNIT or BROAD), its title, its grid columns
    [start, end); of a unit's the titles `over` it.
    """

    key: str
    title: str
    start: int
    end: int
    strength: int = 0
    over: str = ""

    @property
    def second_key(self) -> str:
        """The key of the words that it holds too, by its title; "" for none."""
        words = folded(self.title).replace("/", " / ")
        return next((k for key, k, said in _DOUBLE if key == self.key and said.search(words)), "")


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a task table: its rows are [first_row, body_row); `score` says how surely."""

    columns: tuple[HeadColumn, ...]
    first_row: int
    body_row: int
    score: int

    @property
    def keys(self) -> frozenset[str]:
        """The standard keys that it has."""
        return frozenset(c.key for c in self.columns if not c.key.startswith(OWN))

    @property
    def says_task(self) -> bool:
        """Whether the column of tasks is called so, not only the one that must hold them."""
        return any(c.key == "task" and meaning(c.title)[0] == "task" for c in self.columns)

    def folded_titles(self) -> frozenset[str]:
        """The folded titles, by which a head that is repeated is known."""
        return frozenset(folded(c.title) for c in self.columns if c.title)


@lru_cache(maxsize=4096)
def meaning(title: str) -> tuple[str, int]:
    """The key and strength of a column's title; ("other", 0) for what is none of ours."""
    words = " ".join(_MARKS.sub("", _REMARK.sub(" ", folded(title))).replace("/", " / ").split())
    if words and len(words) <= _LONGEST_TITLE:
        for key, strength, pattern in _WORDINGS:
            if pattern.search(words):
                return key, strength
    return "other", 0


def is_numbering_row(texts: Sequence[str]) -> bool:
    """The row "(1) | (2) | (3)" or "A | B | 1 | 2" under a head."""
    if len(texts) < 3 or len(texts[0]) > _LONGEST_MARK:
        return False
    marks = [text.strip().lower() for text in texts if text]
    return all(map(_NUMBERING.fullmatch, marks)) and len(set(marks)) > 1


def find_head(rows: Sequence[GridRow], hidden: Collection[int] = frozenset()) -> TableHead | None:
    """The head of a task table in its rows, None where the table is of another kind; a `hidden`
    column gives way to one that is seen.
    """
    for row in rows[:_LAST_HEAD_START]:
        texts = [one_line(cell_text(cell)) for cell in row.cells]
        if sum(meaning(text)[1] > 0 for text in texts if text) < 2:
            continue
        first = next(filter(None, texts))
        if is_number(first) or any(split_task(text).number for text in texts):
            continue  # a numbered row whose words are those of a head
        head = _read_head(rows, row.index, hidden)
        if head is not None:
            return head
    return None


def _read_head(rows: Sequence[GridRow], first: int, hidden: Collection[int]) -> TableHead | None:
    last = first + 1
    depth = min(max((c.rows for c in rows[first].cells if cell_text(c)), default=1), 3)
    while last < len(rows) and (last < first + depth or _is_subhead(rows[first:last], rows[last])):
        last += 1
    body = last
    while body < len(rows) and is_numbering_row([cell_text(c) for c in rows[body].cells]):
        body += 1
    leaves = _leaves(rows[first:last])
    units = frozenset(leaf.start for leaf in unit_leaves(filter(_may_be_unit, leaves), rows[body:]))
    columns = _settled(leaves, hidden, units)
    if columns is None:
        return None
    return TableHead(columns, first, body, _score(columns))


def _is_subhead(head: Sequence[GridRow], row: GridRow) -> bool:
    """Whether a row under those of the head still names columns: "Chủ trì | Phối hợp"."""
    filled = [(cell, text) for cell in row.cells if (text := one_line(cell_text(cell)))]
    if not filled or row.index > head[0].index + 2:
        return False
    if all(meaning(text)[0] != "other" for _, text in filled):
        return len(filled) >= 2
    if len(filled) >= 2 and all(is_unit_title(text) for _, text in filled):
        named = {c.column for above in head for c in above.cells if c.columns == 1 and cell_text(c)}
        return any(cell.column not in named for cell, _ in filled)  # else the rest of a cut row
    wide = [cell for cell in head[0].cells if cell.columns > 1]
    return row.index == head[0].index + 1 and all(
        len(text) <= _LONGEST_SUBTITLE and any(_splits(cell, parent) for parent in wide)
        for cell, text in filled
    )


def _splits(cell: SourceCell, parent: SourceCell) -> bool:
    """Whether a cell takes a part of the width of a cell over it."""
    inside = parent.column <= cell.column < parent.column + parent.columns
    return inside and cell.columns < parent.columns


def _leaves(rows: Sequence[GridRow]) -> list[HeadLeaf]:
    """The lowest cells of a head."""
    stacks: dict[int, list[SourceCell]] = {}
    for row in rows:
        for cell in row.cells:
            if cell_text(cell) or row.index == rows[0].index:
                for column in range(cell.column, cell.column + cell.columns):
                    stacks.setdefault(column, []).append(cell)
    leaves: list[HeadLeaf] = []
    previous: SourceCell | None = None
    for column in sorted(stacks):
        *parents, lowest = stacks[column]
        if lowest is previous:
            leaves[-1] = replace(leaves[-1], end=column + 1)
        else:
            over = " ".join(one_line(cell_text(parent)) for parent in parents)
            leaves.append(HeadLeaf(one_line(cell_text(lowest)), over, column, column + 1))
        previous = lowest
    return leaves


def _may_be_unit(leaf: HeadLeaf) -> bool:
    """Whether a column is called like a unit, or by a word of its own under who does something; but
    not where it stands under something else: "Cấp trình", "Nguồn vốn".
    """
    key, over = meaning(leaf.title)[0], meaning(leaf.over)[0]
    if key not in ("other", *UNIT_KEYS):
        return False
    if over in UNIT_KEYS:
        return (bool(leaf.title) and key == "other") or is_unit_title(leaf.title)
    return is_unit_title(leaf.title) and (not leaf.over or looks_like_unit(leaf.over))


def _named(title: str, over: str) -> tuple[str, int]:
    key, strength = meaning(title)
    over_key = meaning(over)[0] if over else ""
    if over_key == "time" and re.fullmatch(r"[ivx]{1,3}|\d{1,2}", folded(title)):
        return PERIOD, 1
    if key == "other" and strength == 0 and over:
        return meaning(f"{over} {title}")
    return key, strength


def _settled(
    leaves: Sequence[HeadLeaf], hidden: Collection[int], units: Collection[int]
) -> tuple[HeadColumn, ...] | None:
    """One column for each key; None where they don't make a task table."""
    columns = [
        HeadColumn(UNIT, leaf.title, leaf.start, leaf.end, 1, leaf.over)
        if leaf.start in units
        else HeadColumn(
            *_keyed(leaf.title, leaf.over),
            leaf.start,
            leaf.end,
            0 if leaf.start in hidden else _named(leaf.title, leaf.over)[1],
        )
        for leaf in leaves
    ]
    if columns and not columns[0].title and all(column.key != "number" for column in columns):
        columns[0] = replace(columns[0], key="number", strength=1)
    columns = _with_first_keys(_with_task(columns))
    chosen = _strongest(columns)
    if not _is_task_table(chosen):
        return None
    at = columns.index(chosen["task"])
    return tuple(
        column if _keeps_key(column, chosen) else replace(column, key=_second_key(column, i < at))
        for i, column in enumerate(columns)
    )


def _keeps_key(column: HeadColumn, chosen: dict[str, HeadColumn]) -> bool:
    if column.key == PERIOD:
        return "time" not in chosen
    if column.key == UNIT:
        return not {*UNIT_KEYS} <= chosen.keys()
    return column.key != "other" and column is chosen[column.key]


def _keyed(title: str, over: str) -> tuple[str, str]:
    key, _ = _named(title, over)
    if key == "other":
        return key, f"{over} - {title}" if over and title and meaning(title)[1] == 0 else title
    if key == PERIOD and meaning(title)[0] != PERIOD:
        return key, f"{'Tháng' if title.isdigit() else 'Quý'} {title}"
    return key, title or over


def _with_task(columns: list[HeadColumn]) -> list[HeadColumn]:
    """Where no column is called a task, the broad one or the goal holds it."""
    for key in ("task", BROAD, "goal"):
        found = [c for c in columns if c.key == key]
        if found:
            return [replace(c, key="task") if c is found[-1] else c for c in columns]
    return columns


def _with_first_keys(columns: list[HeadColumn]) -> list[HeadColumn]:
    """A column of two keys under the first of them, where no other has it."""
    keys = {column.key for column in columns}
    return [
        replace(c, key=c.second_key) if c.second_key in _FIRST and c.second_key not in keys else c
        for c in columns
    ]


def _strongest(columns: Sequence[HeadColumn]) -> dict[str, HeadColumn]:
    chosen: dict[str, HeadColumn] = {}
    for column in columns:
        best = chosen.get(column.key)
        if best is None or (column.strength, column.key == "task") > (best.strength, False):
            chosen[column.key] = column
    return chosen


def _second_key(column: HeadColumn, before_task: bool) -> str:
    if before_task and column.key in ("task", BROAD):
        return SECOND_TASK if column.key == "task" else BROAD
    return OWN + column.title


def _is_task_table(chosen: dict[str, HeadColumn]) -> bool:
    task = chosen.get("task")
    if task is None:
        return False
    named = chosen.keys() | {column.second_key for column in chosen.values()}
    named |= {"time"} if PERIOD in chosen else set()
    named |= {"lead"} if UNIT in chosen else set()
    support = sum(key in named for key in _SUPPORT)
    assigned = "lead" in named or "time" in named
    return support >= 2 or (support == 1 and assigned and task.strength >= 3)


def _score(columns: Sequence[HeadColumn]) -> int:
    return sum(2 if c.key in _SUPPORT else 1 for c in columns if not c.key.startswith(OWN))
