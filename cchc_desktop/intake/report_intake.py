"""Reads a report that was sent: its head, Kính gửi, headings with their paragraphs, foot, phụ lục,
without a word lost or moved.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.proposal import Doubt
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.document_foot import DocumentFoot, find_foot, read_foot
from cchc_desktop.intake.document_head import DocumentHead, read_head, read_reference
from cchc_desktop.intake.document_pieces import document_lines
from cchc_desktop.intake.line_ends import rejoined, unbroken
from cchc_desktop.intake.narrative import read_sections
from cchc_desktop.intake.numbering import without_dash
from cchc_desktop.intake.source_text import folded, paragraph_text
from cchc_desktop.office.grid import SourceFile, SourceParagraph

TYPE = "bao cao"
_ADDRESSEE = re.compile(r"kính gửi\s*:?\s*", re.IGNORECASE)
_LABEL = re.compile(r"phu luc(?: (?:[ivx]+|\d+))?")  # ends the text where nobody signs
_LONGEST_ADDRESSEE = 120


@dataclass(frozen=True, slots=True)
class OldAppendix:
    """A phụ lục as lines: its label, name, "(Kèm theo ...)" ("" for none of it) and the rest."""

    label: str
    title: str
    reference: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OldReport:
    """The parts of a report; sections as a plan's, lines with their own marks."""

    head: DocumentHead
    addressees: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: DocumentFoot
    appendices: tuple[OldAppendix, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_report(self) -> bool:
        """Whether the type says so, or headings do where there is none."""
        if self.head.type_name:
            return folded(self.head.type_name) == TYPE
        return any(section.level for section in self.sections)


def read_report(source: SourceFile) -> OldReport:
    """The parts of a file in reading order."""
    lines = document_lines(source)
    head, used = read_head(lines)
    addressees, used = _addressees(lines, used)
    foot = find_foot(lines[used:])
    labels = (n for n in range(used, len(lines)) if _LABEL.fullmatch(folded(lines[n].text)))
    end = used + foot.start if foot else next(labels, len(lines))
    own = range(used, end)
    below = lines[used + foot.stop if foot else end :]
    whole, line_doubts = unbroken(lines[own.start : own.stop])
    narrative, cut_doubts = rejoined(whole)
    return OldReport(
        head,
        addressees,
        tuple(read_sections(narrative, "")),
        read_foot(lines[used + foot.start : used + foot.stop]) if foot else DocumentFoot(),
        tuple(_appendices([paragraph_text(line) for line in below])),
        (*line_doubts, *cut_doubts),
    )


def _addressees(lines: Sequence[SourceParagraph], start: int) -> tuple[tuple[str, ...], int]:
    """Who is written to, and where the text begins: one beside "Kính gửi:", several below."""
    if start >= len(lines):
        return (), start
    first = one_line(lines[start].text)
    match = _ADDRESSEE.match(first)
    if match is None:
        return (), start
    named = first[match.end() :]
    found = [part.strip(" .;") for part in re.split(r";\s*", named) if part.strip(" .;")]
    end = start + 1
    while not named and end < len(lines) and _is_addressee(lines[end]):
        text = paragraph_text(lines[end])
        found.append(without_dash(one_line(text)).rstrip(".; "))
        end += 1
        if text.rstrip().endswith("."):
            break
    return tuple(found), end


def _is_addressee(line: SourceParagraph) -> bool:
    text = paragraph_text(line)
    return text.startswith(("-", "–", "+")) and len(text) <= _LONGEST_ADDRESSEE


def _appendices(lines: Sequence[str]) -> list[OldAppendix]:
    """What stands below the foot; each begins with its label."""
    groups: list[list[str]] = []
    for line in filter(None, lines):
        if not groups or (folded(line).startswith("phu luc") and len(line) < _LONGEST_ADDRESSEE):
            groups.append([])
        groups[-1].append(line)
    return [_appendix(group) for group in groups]


def _appendix(lines: list[str]) -> OldAppendix:
    label = lines.pop(0) if folded(lines[0]).startswith("phu luc") else ""
    at = next((n for n, line in enumerate(lines[:4]) if read_reference(line) is not None), None)
    titled = len(lines[:1]) if at is None else at
    title = " ".join(lines[:titled])
    reference = lines[at] if at is not None else ""
    return OldAppendix(label, title, reference, tuple(lines[titled + (at is not None) :]))
