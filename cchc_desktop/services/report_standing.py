"""How a report stands: its headings with their paragraphs, each as it was drafted, edited, or with
a source that has changed since.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.redrafting import Offer, Standing
from cchc_desktop.domain.report import Content, ReportHeading, ReportParagraph
from cchc_desktop.domain.report_check import ReportCheck
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.reporting import Redraft, in_order


class State(StrEnum):
    """The state of a paragraph; the value is what the clerk reads."""

    DRAFT = "nháp"
    EDITED = "đã sửa"
    OWN = "tự viết"
    CARRIED = "từ kỳ trước"  # as the report before said it
    CHANGED = "nguồn đã đổi"
    GONE = "nguồn không còn"
    NEW = "đoạn mới"


class HeadingState(StrEnum):
    """The state of a heading; the value is what the clerk reads."""

    NONE = ""  # it only heads others
    DRAFT = "nháp"
    EDITED = "đã sửa"
    CHANGED = "nguồn đổi"
    EMPTY = "trống"


Flaws = tuple[tuple[str, str], ...]  # words of a paragraph, and what is wrong with them
SOURCE_CHANGED = "source-changed"  # the rule of such a finding
_LONGEST = 60  # characters of a paragraph that name it
NO_FLAWS: Mapping[str, Flaws] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph as it is shown: `paragraph` is None for one that is only offered, whose `id` is
    the key of the offer; `flaws`: words of it that a check has found, each with what is wrong in
    few words.
    """

    id: str
    position: int
    state: State
    paragraph: ReportParagraph | None
    offer: Offer | None = None
    flaws: Flaws = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """What is wrong, each once."""
        return tuple(dict.fromkeys(mark for _, mark in self.flaws))

    @property
    def text(self) -> str:
        """The words that stand in the report."""
        return self.paragraph.text if self.paragraph is not None else ""

    @property
    def offered(self) -> str:
        """The words that are offered."""
        after = self.offer.item.edit.after if self.offer is not None else None
        return after.text if isinstance(after, ReportParagraph) else ""


@dataclass(frozen=True, slots=True)
class StandingHeading:
    """A heading with what is shown under it; `over`: the number of the mục that a khoản is in."""

    heading: ReportHeading
    entries: tuple[Entry, ...]
    over: str = ""

    @property
    def state(self) -> HeadingState:
        """What matters most of its paragraphs."""
        states = {entry.state for entry in self.entries}
        if states & {State.CHANGED, State.GONE, State.NEW}:
            return HeadingState.CHANGED
        if states & {State.EDITED, State.OWN}:
            return HeadingState.EDITED
        if states:
            return HeadingState.DRAFT
        return HeadingState.EMPTY if self.heading.content else HeadingState.NONE

    @property
    def name(self) -> str:
        """Number and title, or what a heading without a title is filled with."""
        return heading_name(self.heading)

    @property
    def full_name(self) -> str:
        """The name with the number of the mục: "II.2. Cải cách thủ tục hành chính"."""
        return f"{self.over}.{self.name}" if self.over and self.heading.number else self.name

    @property
    def offered_sources(self) -> set[str]:
        """What the paragraphs come from that are only offered."""
        drafts = [entry.offer.draft for entry in self.entries if entry.offer is not None]
        return {source for draft in drafts if draft for _, _, source in draft.sources}

    def count(self, *states: State) -> int:
        """How many paragraphs are in one of these states."""
        return sum(entry.state in states for entry in self.entries)


_UNTITLED = {Content.OPENING: "Mở đầu", Content.CLOSING: "Kết thúc"}


def heading_name(heading: ReportHeading) -> str:
    """ "2. Cải cách thủ tục hành chính", "Mở đầu"."""
    words = ". ".join(filter(None, (heading.number.strip().rstrip("."), heading.title.strip())))
    return words or _UNTITLED.get(Content(heading.content), "Không có đề mục")


def standing(
    contents: Contents, redrafted: Redraft, flaws: Mapping[str, Flaws] = NO_FLAWS
) -> list[StandingHeading]:
    """The headings of the report that was drafted anew, in order; `flaws` by paragraph."""
    offers = {offer.paragraph_id: offer for offer in redrafted.offers}
    offered: dict[str, list[Entry]] = defaultdict(list)
    for offer in redrafted.offers:
        record = offer.item.edit.after
        if offer.standing is Standing.NEW and isinstance(record, ReportParagraph):
            entry = Entry(offer.key, record.position, State.NEW, None, offer)
            offered[record.heading_id].append(entry)
    found, over = list[StandingHeading](), ""
    for heading, under in in_order(contents, redrafted.report):
        if heading.level == 1:
            over = heading.number.strip().rstrip(".")
        entries = _entries(under, offers, flaws, offered[heading.id])
        found.append(StandingHeading(heading, entries, over if heading.level > 1 else ""))
    return found


def offer_findings(headings: Sequence[StandingHeading]) -> list[Finding]:
    """The paragraphs whose source has changed, as things to be seen to."""
    return [
        Finding(
            SOURCE_CHANGED,
            heading.full_name,
            f"{entry.state.value.capitalize()}: “{shortened(entry.text, _LONGEST)}”",
            "xem rồi nhận, hoặc giữ câu của mình",
            Place(entry.id),
        )
        for heading in headings
        for entry in heading.entries
        if entry.state in (State.CHANGED, State.GONE)
    ]


def flaws_by_paragraph(check: ReportCheck, findings: Sequence[Finding]) -> dict[str, Flaws]:
    """What a check has found in the words of paragraphs; what the clerk keeps is no flaw."""
    found: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    texts = {one.id: one.text for _, under in check.case.parts for one in under}
    for finding in findings:
        if finding.at is not None and finding.at.record_id in texts:
            text = texts[finding.at.record_id]
            for flaw in check.flaws_of(finding):
                found[finding.at.record_id][text[flaw.start : flaw.end], flaw.mark] = None
    return {paragraph_id: tuple(flaws) for paragraph_id, flaws in found.items()}


def _entries(
    under: list[ReportParagraph],
    offers: dict[str, Offer],
    flaws: Mapping[str, Flaws],
    offered: list[Entry],
) -> tuple[Entry, ...]:
    shown = [
        Entry(
            one.id,
            one.position,
            _state(one, offers.get(one.id)),
            one,
            offers.get(one.id),
            flaws.get(one.id, ()),
        )
        for one in under
        if one.text
    ]
    return tuple(sorted([*shown, *offered], key=lambda entry: (entry.position, entry.id)))


def _state(paragraph: ReportParagraph, offer: Offer | None) -> State:
    if offer is not None and offer.flagged:
        return State.GONE if offer.standing is Standing.GONE else State.CHANGED
    if not paragraph.key:
        return State.CARRIED if paragraph.carried else State.OWN
    return State.EDITED if paragraph.edited else State.DRAFT
