"""A report as the checks read it: its lines with their places, what they cite, and what in them
belongs to a document or a law and so keeps its own years and names.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cchc_desktop.domain.citation import Citation, CitedText, read_citations
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.report import Content, Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.report import Span as Source
from cchc_desktop.domain.steps import Step, go_on, stepwise
from cchc_desktop.domain.vietnamese import nfc, one_line

_TITLE = 60  # characters after a citation in which its title begins
_OWN_YEARS = re.compile(  # words that bring years of their own
    r"(?:giai đoạn|nhiệm kỳ|thời kỳ|khóa|khoá)\s+(?:từ\s+)?(?:năm\s+)?20\d\d"
    r"(?:\s*(?:[-–]|đến)\s*(?:năm\s+)?20\d\d)?"
    r"|20\d\d\s*[-–]\s*20\d\d"
    r"|(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\b[^.;,]{0,80}?\bnăm\s+20\d\d"
    r"|(?:ISO|TCVN)[^.;,]{0,25}?:\s*20\d\d"
    r"|(?:đến|tầm nhìn)\s+năm\s+20\d\d"
)
_CONTEXT = 24  # characters shown on each side of a place
_LONGEST = 60  # characters shown of the place itself

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong at a stretch of a line. `mend`: the words that belong there, None where that is
    not known; `mark` as in `Finding`.
    """

    rule: str
    start: int
    end: int
    found: str
    expected: str = ""
    mark: str = ""
    mend: str | None = None


@dataclass(frozen=True)
class Line:
    """A title or a paragraph: `place` of its words, `where` it stands as the clerk says it, and
    where it begins in the whole text.
    """

    place: Place
    where: str
    text: str
    start: int
    is_title: bool = False
    is_ahead: bool = False  # it speaks of the next period
    names_period: bool = False  # it says what the report is about: titles, the first and last words
    sources: tuple[Source, ...] = ()

    def around(self, start: int, end: int) -> str:
        """The words of a stretch with some before and after it."""
        end = min(end, start + _LONGEST)
        first = self.text.rfind(" ", 0, max(start - _CONTEXT, 0)) + 1 if start > _CONTEXT else 0
        last = self.text.find(" ", min(end + _CONTEXT, len(self.text)))
        last = len(self.text) if last < 0 else last
        words = one_line(self.text[first:last])
        return f"“{'…' if first else ''}{words}{'…' if last < len(self.text) else ''}”"

    def sentence(self, start: int) -> tuple[str, str]:
        """The words of the sentence before and after a place."""
        before = re.split(r"(?<=[.;])\s", self.text[:start])[-1]
        return before, re.split(r"[.;](?:\s|$)", self.text[start:])[0]


Located = tuple[Line, Flaw]


@dataclass(frozen=True)
class ReportText:
    """A report's subject, titles and paragraphs in order."""

    report: Report
    parts: Sequence[tuple[ReportHeading, Sequence[ReportParagraph]]]
    step: Step = go_on
    lines: tuple[Line, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", tuple(self._placed()))

    def _placed(self) -> Iterator[Line]:
        subject = Place(self.report.id, "subject")
        yield Line(subject, "Trích yếu", self.report.subject, 0, is_title=True, names_period=True)
        start = len(self.report.subject) + 1
        over = ""
        for heading, paragraphs in stepwise(self.parts, self.step):
            if heading.level <= 1:
                over = heading.number if heading.level else ""
            label = ".".join(filter(None, (over, heading.number if heading.level > 1 else "")))
            label = label or _OUTSIDE.get(heading.content, "Ngoài mục")
            framing = heading.content in _OUTSIDE
            ahead = heading.content == Content.NEXT or bool(_AHEAD.search(heading.title))
            if title := heading.title:
                place = Place(heading.id, "title")
                yield Line(place, f"Mục {label}", title, start, is_title=True, is_ahead=ahead,
                           names_period=True)  # fmt: skip
                start += len(title) + 1
            for number, paragraph in enumerate(paragraphs, start=1):
                where = f"{label}, đoạn {number}" if len(paragraphs) > 1 else label
                place = Place(paragraph.id, "text")
                yield Line(
                    place,
                    where,
                    paragraph.text,
                    start,
                    is_ahead=ahead,
                    names_period=framing,
                    sources=paragraph.sources,
                )
                start += len(paragraph.text) + 1

    def read(self) -> Iterator[Line]:
        """The lines for one check, in steps."""
        return stepwise(self.lines, self.step)

    @cached_property
    def cited(self) -> CitedText:
        """What the whole report cites; places count from the start of `Line.start`."""
        return read_citations("\n".join(line.text for line in self.lines), self.step)

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, place: int) -> Line:
        """The line in which a place of the whole text lies."""
        return self.lines[bisect_right(self._starts, place) - 1]

    @cached_property
    def _owned(self) -> dict[Place, list[Span]]:
        """By the place of a line the stretches that belong to documents and laws."""
        owned: dict[Place, list[Span]] = {line.place: [] for line in self.lines}
        for citation in stepwise(self.cited.citations, self.step):
            for start, end in citation.places:
                line = self.line_at(start)
                first, last = start - line.start, end - line.start
                owned[line.place] += [(first, last), *_title_span(line, last, citation)]
        for line in self.read():
            owned[line.place] += [match.span() for match in _OWN_YEARS.finditer(line.text)]
        return owned

    def is_owned(self, line: Line, start: int) -> bool:
        """Whether a place of a line lies in what belongs to a document or a law."""
        return any(first <= start < last for first, last in self._owned[line.place])


def _title_span(line: Line, end: int, citation: Citation) -> Iterator[Span]:
    """Where the trích yếu of a document stands behind its number, as far as its years are those
    that a document of its date may have.
    """
    title = nfc(citation.title)
    start = line.text.find(title, end, end + len(title) + _TITLE) if title else -1
    years = {int(year) for year in re.findall(r"\b20\d\d\b", title)}
    issued = citation.issued.year if citation.issued else None
    if start >= 0 and (issued is None or years <= {issued - 1, issued, issued + 1}):
        yield start, start + len(title)


_AHEAD = re.compile(
    r"phương hướng|nhiệm vụ (?:trọng tâm )?(?:trong )?(?:quý|kỳ tới|6 tháng cuối)", re.I
)
_OUTSIDE: dict[str, str] = {Content.OPENING: "Mở đầu", Content.CLOSING: "Câu kết"}
