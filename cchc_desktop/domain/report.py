"""A báo cáo định kỳ: its outline, its paragraphs with what they were drafted from, its figures, and
the version that was sent.
"""

from dataclasses import dataclass
from enum import StrEnum


class Content(StrEnum):
    """What a heading of a report is filled from."""

    NOTHING = ""  # it only heads others, or is written by hand
    OPENING = "opening"  # what the report answers to
    RESULTS = "results"  # of the plan's areas
    DIFFICULTIES = "difficulties"
    NEXT = "next"  # what comes in the next period, and what was left
    CLOSING = "closing"  # the last line


@dataclass(frozen=True, slots=True)
class Outline:
    """The đề cương of a kind of report, valid for years. `periods`: keys of the reporting periods
    that it serves ("q1", "h1", "q3", "year"), none for one that is chosen by hand; `addressee_due`:
    such a report has a Kính gửi.
    """

    id: str
    name: str
    periods: tuple[str, ...] = ()
    valid_from: int | None = None
    valid_to: int | None = None
    addressee_due: bool = False


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading of an outline: `level` 1 mục "I.", 2 khoản "1.", 0 without a title; `content` a
    `Content`; `areas`: words by which the areas of a plan are known that feed it, folded, of which
    one must stand in the area's title.

    Title and words may name the period: "{kỳ}", "{kỳ sau}", "{năm}".
    """

    id: str
    outline_id: str
    position: int
    level: int = 1
    number: str = ""
    title: str = ""
    content: str = ""
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a period: what its head and foot say, texts as typed; an empty part falls back to
    the profile. `addressee`: Kính gửi, one a line, "" for none, `addressee_due`: there has to be
    one. `issued` as `Plan.issued`.
    """

    id: str
    period_id: str
    year: int
    plan_id: str
    subject: str = ""  # trích yếu
    number: str = ""
    symbol: str = ""
    issued: str = ""
    place: str = ""
    addressee: str = ""
    recipients: str = ""
    authority: str = ""
    signer: str = ""
    with_figures: bool = True  # phụ lục số liệu
    with_tasks: bool = True  # phụ lục bảng nhiệm vụ and results
    addressee_due: bool = False  # Kính gửi is to be filled in

    @property
    def addressed(self) -> bool:
        """Whether it has a Kính gửi, or is to have one."""
        return self.addressee_due or bool(self.addressee.strip())


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """A heading of a report, taken from the outline and then the report's own."""

    id: str
    report_id: str
    position: int
    level: int = 1
    number: str = ""
    title: str = ""
    content: str = ""
    areas: tuple[str, ...] = ()


Span = tuple[int, int, str]  # a stretch of a text, and the id of the record that it comes from


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph under a heading: `text` as it is printed, with its mark ("- ...").

    `key`: what it was drafted about, "" for one written by hand; `draft`: the drafted words that
    were last accepted, or those of an earlier report, and `sources` the stretches of them that come
    from records. It is edited where `text` is another than `draft`.
    """

    id: str
    report_id: str
    heading_id: str
    position: int
    text: str = ""
    key: str = ""
    draft: str = ""
    sources: tuple[Span, ...] = ()

    @property
    def edited(self) -> bool:
        """Whether the clerk has changed the drafted words, or wrote it."""
        return self.text != self.draft

    @property
    def carried(self) -> bool:
        """Whether it stands as an earlier report had it, and nobody has touched it since."""
        return not (self.key or self.edited) and bool(self.text)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of the phụ lục số liệu. `numerator` and `denominator`: codes of the indicators that a
    percentage is made of, "" for a count; `verified`: its place in the official form is known.
    """

    id: str
    code: str
    name: str
    unit: str = ""
    numerator: str = ""
    denominator: str = ""
    group: str = ""
    verified: bool = False
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of an indicator in a period, as typed (decimal comma), and where it comes from."""

    id: str
    indicator_id: str
    period_id: str
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SentReport:
    """The version that was sent, frozen: its head, its words a paragraph a line, and its file by
    digest (SHA-256, "" for none) and name. `report_id` is "" for one taken in from Word.
    """

    id: str
    period_id: str
    year: int
    report_id: str = ""
    number: str = ""
    symbol: str = ""
    issued: str = ""
    sent_on: str = ""
    text: str = ""
    file_name: str = ""
    digest: str = ""

    @property
    def code(self) -> str:
        """Số, ký hiệu as they are written together: "12/BC-SNgV"."""
        return "/".join(filter(None, (self.number, self.symbol)))
