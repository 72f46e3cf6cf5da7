"""Cells whose printed lines were each made a paragraph, as converters and copied text leave them:
their sentences whole again. Lines of a list stay lines.
"""

import re
from functools import lru_cache
from itertools import pairwise

from cchc_desktop.domain.document_code import KINDS
from cchc_desktop.domain.unit_heads import begins_unit, is_group_noun
from cchc_desktop.intake.cell_nature import goes_on, is_ended, looks_like_time, looks_like_unit
from cchc_desktop.intake.line_ends import begins_line

SENTENCES = ("goal", "task", "deliverable", "lead", "coordinating", "time")
_WANTS_MORE = re.compile(
    r"\b(và|hoặc|với|của|các|những|về|cho|trong|từ|là|mỗi|từng|nhằm|giữa)$", re.IGNORECASE
)
_WANTS_FIGURE = re.compile(r"\b(ngày|tháng|quý|quí|năm|giai đoạn|số|khoản|điều)$", re.IGNORECASE)
_FIGURE = re.compile(r"\d|[IVX]+\b")
_FULL = 0.75  # of the widest line: one that the next word would not fill was ended on purpose
_PRODUCTS = tuple(kind.lower() for kind in KINDS)


@lru_cache(maxsize=8192)
def whole_lines(text: str, key: str) -> str:
    """The words of a cell in that column, lines joined where a sentence surely goes on."""
    lines = text.split("\n")
    widest = max(map(len, lines))
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
    if _WANTS_FIGURE.search(above) and _FIGURE.match(below):
        return True
    if not goes_on(below) or is_ended(above) or _begins_another(below, key):
        return False
    return len(above) + 1 + len(below.split(" ", 1)[0]) >= _FULL * widest


def _begins_another(line: str, key: str) -> bool:
    """Whether a line that begins with a small letter is yet one of a list: the next unit, time or
    product.
    """
    if key == "time":
        return looks_like_time(line)
    if key == "deliverable":
        return line.lower().startswith(_PRODUCTS)
    of_unit = looks_like_unit(line) or begins_unit(line) or is_group_noun(line)
    return key in ("lead", "coordinating") and of_unit
