"""The narrative of a plan: its headings and paragraphs become sections, without a word lost or
doubled.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.plan import POSITION_STEP, Section, new_id
from cchc_desktop.domain.vietnamese import from_roman, one_line
from cchc_desktop.intake.cell_nature import goes_on, is_ended
from cchc_desktop.intake.numbering import is_bullet
from cchc_desktop.intake.source_text import folded, paragraph_text
from cchc_desktop.office.grid import SourceParagraph

_PART = re.compile(
    r"(?P<number>(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d{1,2}|(?:thứ|THỨ)\s+\w+))"
    r"\s*[.:–-]?\s*(?P<title>.*)"
)
_MUC = re.compile(r"(?P<number>[IVXLC]+|[A-HĐ])(?:\s*[./)–-]\s*|\s+)(?P<title>.*)")
_KHOAN = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)(?:[.)/](?!\d)\s*|\s+)(?P<title>\D.*)")
_POINT = re.compile(r"[a-zđ][.)]")
_LONGEST_MUC = 300
_LONGEST_TITLE = 160
_SENTENCE_INSIDE = re.compile(r"[a-zà-ỹ)”%]\. +[A-ZĐÀ-Ỹ]")


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where the task table stood among the paragraphs."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1-3, number as printed without a last full stop, title."""

    level: int
    number: str
    title: str


@dataclass(slots=True)
class _Draft:
    heading: Heading | None = None
    body: list[str] = field(default_factory=list)
    holds_table: bool = False


def read_sections(pieces: Sequence[SourceParagraph | TablePlace], plan_id: str) -> list[Section]:
    """The sections of the pieces in order; after the table a new one begins."""
    drafts: list[_Draft] = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, TablePlace):
            if not drafts:
                drafts.append(_Draft())
            drafts[-1].holds_table = True
            continue
        _read(piece, pieces[place + 1] if place + 1 < len(pieces) else None, drafts)
    return [
        Section(
            id=new_id(),
            plan_id=plan_id,
            position=position * POSITION_STEP,
            level=draft.heading.level if draft.heading else 0,
            number=draft.heading.number if draft.heading else "",
            title=draft.heading.title if draft.heading else "",
            body="\n".join(draft.body),
            holds_table=draft.holds_table,
        )
        for position, draft in enumerate(drafts, start=1)
    ]


def _read(
    paragraph: SourceParagraph,
    following: SourceParagraph | TablePlace | None,
    drafts: list[_Draft],
) -> None:
    text = paragraph_text(paragraph)
    if not text:
        return
    first, _, rest = text.partition("\n")
    heading = heading_of(paragraph, one_line(text), following)
    if heading is None and rest:
        below = SourceParagraph(rest)
        heading, text = heading_of(paragraph, one_line(first), below), rest
        if heading is None:
            text = f"{first}\n{rest}"
    elif heading is not None:
        text = ""
    if heading is not None:
        drafts.append(_Draft(heading))
    elif drafts and (longer := _longer(drafts[-1], paragraph, text)):
        drafts[-1].heading, text = longer, ""
    if text:
        if not drafts or drafts[-1].holds_table:
            drafts.append(_Draft())
        drafts[-1].body += text.split("\n")


def heading_of(
    paragraph: SourceParagraph, text: str, following: SourceParagraph | TablePlace | None
) -> Heading | None:
    """The heading that a paragraph is, None for one of the body. A khoản counts as a heading where
    it is a title with something under it, not where it is a sentence.
    """
    if paragraph.number and is_bullet(paragraph.number):
        return None
    if match := _PART.fullmatch(text):
        return Heading(1, match["number"], match["title"])
    if (match := _MUC.fullmatch(text)) and _is_muc(match["number"], match["title"], paragraph):
        return Heading(1, match["number"], match["title"])
    if (match := _KHOAN.fullmatch(text)) and _is_title(match["title"], paragraph, following):
        number = match["number"]
        return Heading(3 if "." in number else 2, number, match["title"])
    if paragraph.heading and len(text) <= _LONGEST_TITLE and not is_ended(text):
        return Heading(min(paragraph.heading, 3), "", text)
    return None


def _is_muc(number: str, title: str, paragraph: SourceParagraph) -> bool:
    """Whether "I. MỤC TIÊU" is meant, not a word or a sentence that begins with such a letter."""
    if not title:
        return from_roman(number) is not None
    if len(title) > _LONGEST_MUC or _SENTENCE_INSIDE.search(title):
        return False
    marked = title.isupper() or paragraph.bold or paragraph.heading > 0 or bool(paragraph.number)
    return marked or (not is_ended(title) and from_roman(number) is not None and title[0].isupper())


def _is_title(
    title: str, paragraph: SourceParagraph, following: SourceParagraph | TablePlace | None
) -> bool:
    if len(title) > _LONGEST_TITLE or not title[0].isupper() or _SENTENCE_INSIDE.search(title):
        return False
    if paragraph.heading or title.isupper():
        return True
    if title.endswith((".", ";", "!", "?")):
        return False
    if paragraph.bold:
        return True
    if following is None or _is_cut(title, following):
        return False
    return not _is_sibling(paragraph, following)


def _is_cut(title: str, following: SourceParagraph | TablePlace) -> bool:
    """Whether the sentence goes on in the next paragraph, as where each line is one."""
    if isinstance(following, TablePlace):
        return False
    text = paragraph_text(following)
    return title.endswith(",") or (goes_on(text) and _POINT.match(text) is None)


def _is_sibling(paragraph: SourceParagraph, following: SourceParagraph | TablePlace) -> bool:
    """Whether the next paragraph is the next of a list, or begins another mục, so that this one has
    nothing under it.
    """
    if isinstance(following, TablePlace):
        return False
    this = _KHOAN.fullmatch(one_line(paragraph_text(paragraph)))
    text = one_line(paragraph_text(following))
    if (match := _MUC.fullmatch(text)) and _is_muc(match["number"], match["title"], following):
        return True
    other = _KHOAN.fullmatch(text)
    return (
        this is not None
        and other is not None
        and (this["number"].count(".") == other["number"].count("."))
    )


def _longer(draft: _Draft, paragraph: SourceParagraph, text: str) -> Heading | None:
    """The last heading with this paragraph as the rest of its title: "Phần I" over "MỤC TIÊU", or
    capitals that took two paragraphs.
    """
    heading = draft.heading
    if heading is None or draft.body or draft.holds_table or paragraph.number:
        return None
    words = one_line(text)
    if len(words) > _LONGEST_TITLE:
        return None
    if not heading.title:
        fits = words.isupper() or paragraph.bold or paragraph.centred or not is_ended(words)
    elif heading.title.count("(") > heading.title.count(")"):
        fits = True
    else:
        fits = heading.level == 1 and heading.title.isupper() and words.isupper()
    return (
        Heading(heading.level, heading.number, f"{heading.title} {words}".strip()) if fits else None
    )


def is_plan_like(sections: Iterable[Section]) -> bool:
    """Whether the headings are those of a plan."""
    titles = [folded(section.title) for section in sections if section.level]
    return sum(bool(_PLAN_HEADING.search(title)) for title in titles) >= 2


_PLAN_HEADING = re.compile(
    r"muc tieu|muc dich|yeu cau|nhiem vu|giai phap|thuc hien|kinh phi|noi dung|chi dao|trach nhiem"
)
