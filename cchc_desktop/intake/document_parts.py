"""Parts a file into a document's head, narrative, task tables, foot and phụ lục."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.area_titles import LABEL, TitledTable, is_appendix_label, titled_tables
from cchc_desktop.intake.document_foot import DocumentFoot, find_foot, read_foot
from cchc_desktop.intake.document_head import (
    DocumentHead,
    is_type_line,
    read_head,
    read_place_and_date,
    read_reference,
)
from cchc_desktop.intake.narrative import TablePlace, heading_of
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.intake.source_text import folded, paragraph_text
from cchc_desktop.intake.task_tables import TaskTable
from cchc_desktop.office.grid import SourceParagraph

Piece = SourceParagraph | TaskTable

_LONGEST_TITLE_LINE = 250
_NO_TITLE = re.compile(r"\(?(don vi( tinh)?|dvt) ?:|.* \| ")  # a row of another table has bars


@dataclass(slots=True)
class DocumentParts:
    """A plan's parts. `place` and `title` are the table's (`Plan.table_place`, `table_title`)."""

    head: DocumentHead = field(default_factory=DocumentHead)
    foot: DocumentFoot = field(default_factory=DocumentFoot)
    narrative: list[SourceParagraph | TablePlace] = field(default_factory=list)
    tables: list[TitledTable] = field(default_factory=list)
    place: str = "body"
    title: str = ""
    doubts: list[Doubt] = field(default_factory=list)


def document_parts(pieces: Sequence[Piece]) -> DocumentParts:
    """The parts of a file's pieces in reading order."""
    parts = DocumentParts()
    pieces = _without_decision(pieces, parts)
    first = next((i for i, p in enumerate(pieces) if isinstance(p, TaskTable)), len(pieces))
    before = [p for p in pieces[:first] if isinstance(p, SourceParagraph)]
    own, used = read_head(before)
    parts.head = _merged(own, parts.head)
    before = before[used:]
    parts.tables, above, after = titled_tables(before, pieces[first:])
    foot = find_foot(above) if parts.tables else find_foot(before)
    if not parts.tables:
        _read_narrative_only(parts, before, foot)
    elif foot is not None:
        parts.foot = read_foot(above[foot.start : foot.stop])
        parts.narrative += above[: foot.start]
        _read_appendix(parts, above[foot.stop :])
        parts.narrative += _without_foot(parts, after)
    else:
        _read_body(parts, above)
        parts.narrative += _without_foot(parts, after)
    return parts


def _read_narrative_only(
    parts: DocumentParts, lines: list[SourceParagraph], foot: range | None
) -> None:
    if foot is None:
        parts.narrative += lines
        return
    parts.foot = read_foot(lines[foot.start : foot.stop])
    parts.narrative += [*lines[: foot.start], *lines[foot.stop :]]


def _without_foot(parts: DocumentParts, lines: list[SourceParagraph]) -> list[SourceParagraph]:
    """The lines after the table but for the foot, which the parts take unless they have one."""
    foot = find_foot(lines)
    if foot is None:
        return lines
    if parts.foot == DocumentFoot():
        parts.foot = read_foot(lines[foot.start : foot.stop])
    above = lines[: foot.start]
    if above and (dated := read_place_and_date(above[-1].text)) is not None:
        parts.head = _merged(parts.head, dated)
        above.pop()
    return [*above, *lines[foot.stop :]]


def _read_body(parts: DocumentParts, lines: list[SourceParagraph]) -> None:
    """What stands over a table that no foot parts from the narrative: the table is a phụ lục where
    a label says so, or where there is no narrative at all.
    """
    labels = [i for i, p in enumerate(lines) if _is_label(p)]
    told = [
        i for i, p in enumerate(lines) if _heading_at(lines, i) or len(p.text) > _LONGEST_TITLE_LINE
    ]
    attached = any(_belongs_to_plan(p) for p in lines)
    if labels or (not told and (attached or not parts.head.type_name)):
        start = labels[0] if labels else 0
        parts.narrative += lines[:start]
        _read_appendix(parts, lines[start:])
        return
    start = len(lines)
    while start > 0 and _is_title(lines[start - 1]) and not _heading_at(lines, start - 1):
        start -= 1
    if start == 0 or any(p.text.strip() for p in lines[:start]):
        parts.title = _joined(lines[start:])
        lines = lines[:start]
    parts.narrative += [*lines, TablePlace()]


def _read_appendix(parts: DocumentParts, lines: list[SourceParagraph]) -> None:
    """The lines over the table of a phụ lục: its label, title, reference; others are narrative."""
    parts.place = "appendix"
    head, used = read_head(lines)
    if head.agency or head.symbol:  # a letterhead of its own
        parts.head = _merged(parts.head, head)
        lines = lines[used:]
    titles = []
    for paragraph in lines:
        text = one_line(paragraph_text(paragraph))
        reference = read_reference(text)
        if reference is not None:
            parts.head = _merged(parts.head, reference)
        elif text and not any(map(str.isalnum, text)):
            continue
        elif len(text) > _LONGEST_TITLE_LINE or _NO_TITLE.match(folded(text)):
            parts.narrative.append(paragraph)
        else:
            titles.append(LABEL.sub("", text, count=1) if LABEL.match(text) else text)
    parts.title = " ".join(filter(None, titles))


def _merged(first: DocumentHead, second: DocumentHead) -> DocumentHead:
    """The first head, its blanks filled from the second."""
    blanks = {
        name: getattr(second, name)
        for name in (
            "superior",
            "agency",
            "number",
            "symbol",
            "place",
            "issued",
            "type_name",
            "subject",
        )
        if not getattr(first, name)
    }
    if first.issued and second.issued.startswith(first.issued):
        blanks["issued"] = second.issued  # the same date with its day
    return replace(first, **blanks)


def _without_decision(pieces: Sequence[Piece], parts: DocumentParts) -> Sequence[Piece]:
    """The pieces from the plan on, where a quyết định that issues it stands before it: its head and
    foot are the plan's too, its articles are not.
    """
    lines = []
    for piece in pieces:
        if isinstance(piece, TaskTable):
            break
        lines.append(piece)
    starts = [i for i, line in enumerate(lines) if is_type_line(line)]
    if len(starts) < 2 or not _issues(lines[starts[0]], lines[starts[-1]]):
        return pieces
    issuing = lines[: starts[-1]]
    foot = find_foot(issuing)
    if foot is None:
        return pieces
    head, _ = read_head(issuing)
    parts.head = replace(head, type_name="", subject="", number="", symbol="")
    parts.foot = read_foot(issuing[foot.start : foot.stop])
    parts.doubts.append(
        Doubt(
            0,
            f"{head.type_name} {head.subject}",
            "Văn bản ban hành đứng trước kế hoạch không thuộc kế hoạch nên không được lấy vào.",
        )
    )
    return pieces[starts[-1] :]


def _issues(first: SourceParagraph, last: SourceParagraph) -> bool:
    """Whether the first of two types is a quyết định and the last a kế hoạch."""
    types = [folded(paragraph.text) for paragraph in (first, last)]
    return types[0].startswith("quyet dinh") and types[1].startswith("ke hoach")


def _heading_at(lines: Sequence[SourceParagraph], place: int) -> bool:
    below = lines[place + 1] if place + 1 < len(lines) else TablePlace()
    text = one_line(paragraph_text(lines[place]))
    return heading_of(lines[place], text, below) is not None


def _belongs_to_plan(paragraph: SourceParagraph) -> bool:
    """Whether a line says "(Kèm theo Kế hoạch số ...)"."""
    return read_reference(paragraph.text) is not None and "ke hoach" in folded(paragraph.text)


def _is_label(paragraph: SourceParagraph) -> bool:
    text = one_line(paragraph.text)
    return is_appendix_label(text) and (
        paragraph.centred or paragraph.bold or LABEL.fullmatch(text) is not None
    )


def _is_title(paragraph: SourceParagraph) -> bool:
    text = one_line(paragraph_text(paragraph))
    if not text:
        return True
    marked = text.isupper() or (paragraph.centred and paragraph.bold)
    return marked and len(text) <= _LONGEST_TITLE_LINE and not split_heading(text).number


def _joined(lines: Sequence[SourceParagraph]) -> str:
    return " ".join(filter(None, (one_line(paragraph_text(p)) for p in lines)))
