"""The narrative of a plan as paragraphs of the decree's roles (Nghị định 30/2020, Phụ lục I, Mục V
6.b: phần, mục, khoản, điểm).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cchc_desktop.domain.content import Block, Paragraph
from cchc_desktop.domain.plan import Section, numbered

_CENTRED = ("Phần", "Chương", "Mục", "Tiểu mục")  # their number stands on its own line
_ROLES = {1: "section", 2: "clause"}
_BASIS = re.compile(r"(Căn cứ|Theo|Xét|Thực hiện)\b.*;$|(Căn cứ|Theo đề nghị|Xét đề nghị)\b.*\.$")
_ANNOUNCES = re.compile(r"như sau|ban hành kế hoạch|xây dựng kế hoạch", re.IGNORECASE)
_MARKS = (
    (re.compile(r"[-–+•*]\s*\S"), "dash"),
    (re.compile(r"[a-zđ]\)"), "point"),
    (re.compile(r"\d+(\.\d+)*[.)]"), "item"),
)
_LONGEST_TITLE = 80  # a longer "title" that ends as a sentence is a khoản without a title


def narrative_blocks(sections: Sequence[Section], table: tuple[Block, ...]) -> Iterator[Block]:
    """The sections in order; `table` stands in the one that holds it, else after the last one with
    a heading.
    """
    holder = max(
        range(len(sections)),
        key=lambda n: (sections[n].holds_table, sections[n].level > 0, n),
        default=None,
    )
    opening = True
    for n, section in enumerate(sections):
        opening = opening and section.level == 0
        yield from _heading(section)
        for line in section.body.splitlines():
            yield Paragraph(line, _role(line, opening=opening))
        if n == holder:
            yield from table
    if holder is None:
        yield from table


def with_marked_bases(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same, each căn cứ ending as the decree asks (Phụ lục I, Mục II, khoản 6.a)."""
    found = list(blocks)
    bases = [at for at, b in enumerate(found) if isinstance(b, Paragraph) and b.style == "basis"]
    for at, block in enumerate(found):
        if at in bases and isinstance(block, Paragraph):
            mark = "." if at == bases[-1] else ";"
            yield replace(block, text=block.text.rstrip(" .;") + mark)
        else:
            yield block


def _heading(section: Section) -> Iterator[Paragraph]:
    title = section.title
    if section.number.startswith(_CENTRED):
        yield Paragraph(section.number, "part")
        if title:
            yield Paragraph(title, "part_title")
        return
    text = numbered(section.number, title)
    if not text:
        return
    if section.level == 0 or (len(title) > _LONGEST_TITLE and title.endswith((".", ";"))):
        yield Paragraph(text, _role(text, opening=False))
    else:
        yield Paragraph(text, _ROLES.get(section.level, "subclause"))


def _role(line: str, *, opening: bool) -> str:
    ended = line.endswith(";") or not _ANNOUNCES.search(line)
    if opening and _BASIS.match(line) and ended:
        return "basis"
    return next((role for mark, role in _MARKS if mark.match(line)), "body")
