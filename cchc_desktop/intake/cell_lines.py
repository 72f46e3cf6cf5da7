"""Cells whose printed lines were each made a paragraph, as converters and copied text leave them:
their sentences whole again. Lines of a list stay lines.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from cchc_desktop.domain.columns import UNIT_KEYS
from cchc_desktop.domain.proposal import Doubt, DoubtKind
from cchc_desktop.domain.unit_heads import begins_unit, is_bare_head, is_group_noun
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.cell_nature import (
    begins_product,
    goes_on,
    is_ended,
    looks_like_time,
    looks_like_unit,
)
from cchc_desktop.intake.line_ends import begins_line
from cchc_desktop.intake.table_shape import TableRow

_WRAPPED = "Mỗi dòng chữ trong ô là một đoạn, ngắt giữa câu; đã nối lại thành câu."
_SENTENCES = ("goal", "task", "deliverable", *UNIT_KEYS, "time")
_WANTS_MORE = re.compile(
    r"(?:\b(?:và|hoặc|với|của|các|những|về|cho|trong|từ|là|mỗi|từng|nhằm|giữa)|\s[–-])$",
    re.IGNORECASE,
)
_CUT_FIGURE = re.compile(
    r"\b(?:ngày|tháng|quý|quí|năm|giai đoạn|số|khoản|điều)\n(?:\d|[IVX]+\b)"
    r"|\bngày \d{1,2}\ntháng\b|\btháng \d{1,2}\nnăm\b",
    re.IGNORECASE,
)
_OWNER = "Sở"  # "Văn phòng" / "Sở"
_HALF_HEAD = "văn"  # "Văn" / "phòng Sở"
_FULL = 0.75  # of the widest line: one that the next word would not fill was ended on purpose
_MOST_IN_HEADING = 2  # cells


def unwrapped(rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows of tasks with the lines of their cells joined where a sentence surely goes on, each
    with its doubt.
    """
    cut = [_is_cut(row.texts) for row in rows]
    if not any(cut):
        return tuple(rows)
    widest = {key: _widest_line(rows, key) for key in _SENTENCES}
    return tuple([_unwrapped(row, widest) if n else row for row, n in zip(rows, cut, strict=True)])


def _widest_line(rows: Sequence[TableRow], key: str) -> int:
    """The letters of a column's longest line: as many as one holds where all cells are cut so."""
    return max((len(line) for row in rows for line in row[key].split("\n")), default=0)


def _is_cut(texts: Mapping[str, str]) -> bool:
    return any("\n" in text and whole_lines(text, key) != text for key, text in texts.items())


def _unwrapped(row: TableRow, widest: Mapping[str, int]) -> TableRow:
    if not row["task"] or len(row.texts) <= _MOST_IN_HEADING:
        return row
    texts = {key: whole_lines(text, key, widest.get(key, 0)) for key, text in row.texts.items()}
    cut = tuple([(key, text) for key, text in row.texts.items() if texts[key] != text])
    if not cut:
        return row
    words = one_line(" | ".join(text for _, text in cut))
    doubt = Doubt(row.number, words, _WRAPPED, DoubtKind.WRAPPED, cut)
    return replace(row, texts=texts, doubts=(*row.doubts, doubt))


@lru_cache(maxsize=8192)
def whole_lines(text: str, key: str, widest: int = 0) -> str:
    """The words of a cell in that column, lines joined where a sentence surely goes on; a plan's
    own columns are left as they are. `widest`: the letters of the column's longest line, where it
    is not in this cell.
    """
    if key not in _SENTENCES:
        return text
    lines = text.split("\n")
    widest = max(widest, *map(len, lines))
    joined = lines[:1]
    for above, below in pairwise(lines):
        if _goes_on(above, below, key, widest):
            joined[-1] = f"{joined[-1]} {below}"
        else:
            joined.append(below)
    return "\n".join(joined)


def _goes_on(above: str, below: str, key: str, widest: int) -> bool:
    if begins_line(below):
        return False
    if _WANTS_MORE.search(above) or above.count("(") > above.count(")"):
        return True
    if _CUT_FIGURE.search(f"{above}\n{below}") or (key in UNIT_KEYS and _is_cut_unit(above, below)):
        return True
    if not goes_on(below) or is_ended(above) or _begins_another(below, key):
        return False
    first, next_ = above.split(" ", 1)[0], below.split(" ", 1)[0]
    if first.lower() == next_:
        return False  # lines that begin alike are a list
    return len(above) + 1 + len(next_) >= _FULL * widest


def _is_cut_unit(above: str, below: str) -> bool:
    if below == _OWNER or above.lower().endswith(_HALF_HEAD):
        return True
    return is_bare_head(above) and not begins_unit(below)


def _begins_another(line: str, key: str) -> bool:
    """Whether a line that begins with a small letter is yet one of a list: the next unit, time or
    product.
    """
    if key == "time":
        return looks_like_time(line)
    if key == "deliverable":
        return begins_product(line)
    of_unit = looks_like_unit(line) or begins_unit(line) or is_group_noun(line)
    return key in UNIT_KEYS and of_unit
