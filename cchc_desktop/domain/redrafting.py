"""A new draft held against the paragraphs of a report: what stays, what its sources have changed,
what is new and what is gone. Edits of the clerk are never lost: they are joined with what is new
where both touch other words, else both stand side by side.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.citation_words import in_full, in_short
from cchc_desktop.domain.drafting import Draft
from cchc_desktop.domain.plan import POSITION_STEP, new_id
from cchc_desktop.domain.proposal import Item
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report import ReportParagraph
from cchc_desktop.domain.sourced_text import followed, merged, together


class Standing(StrEnum):
    """How a new draft stands to the paragraph; the value is what the clerk reads."""

    CHANGED = "nguồn đã đổi"
    FORM = "đổi cách dẫn"  # the same documents, cited in full instead of in short or back
    NEW = "mới"
    GONE = "nguồn không còn"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a new draft offers for one paragraph. `mine`: the paragraph as it is, None for a new
    one; `draft`: the new draft, None where the source is gone; `joined`: the clerk's words and the
    new ones go together, so that accepting loses neither.
    """

    standing: Standing
    item: Item
    mine: ReportParagraph | None
    draft: Draft | None
    joined: bool = True

    @property
    def key(self) -> str:
        """What the paragraph is about."""
        return (self.draft or self._paragraph).key

    @property
    def paragraph_id(self) -> str:
        """The paragraph that it is offered for, or would make."""
        return self._paragraph.id

    @property
    def flagged(self) -> bool:
        """Whether the clerk has to look at it: its source says something else than before."""
        shown = self.mine is not None and bool(self.mine.text)
        return shown and self.standing in (Standing.CHANGED, Standing.GONE)

    @property
    def _paragraph(self) -> ReportParagraph:
        record = self.item.edit.record
        assert isinstance(record, ReportParagraph)
        return record


def offers(
    report_id: str,
    drafts: Sequence[Draft],
    paragraphs: Sequence[ReportParagraph],
    register: Sequence[RegisteredDocument],
) -> Iterator[Offer]:
    """What the drafts would change in paragraphs that stand in reading order, last those whose
    source is gone; nothing where all is as it was drafted.
    """
    known = {paragraph.key: paragraph for paragraph in paragraphs if paragraph.key}
    documents = {document.id: document for document in register}
    positions = _new_positions(drafts, paragraphs)
    for draft in drafts:
        mine = known.pop(draft.key, None)
        if mine is None:
            yield _new(report_id, draft, positions[draft.key])
        elif mine.draft != draft.text:
            yield _changed(mine, draft, documents)
    yield from map(_gone, known.values())


def kept(offer: Offer) -> Edit:
    """The edit that keeps the clerk's words and notes the draft as seen."""
    mine, draft = offer.mine, offer.draft
    if mine is None:
        new = offer.item.edit.after
        assert isinstance(new, ReportParagraph)
        return Edit(None, replace(new, text="", sources=()))
    if draft is None:
        return Edit(mine, replace(mine, key="", draft="") if mine.text else None)
    own = followed(draft.text, mine.text, draft.sources)
    return Edit(mine, replace(mine, draft=draft.text, sources=together(own, mine.sources)))


def _changed(
    mine: ReportParagraph, draft: Draft, documents: Mapping[str, RegisteredDocument]
) -> Offer:
    if not mine.text:  # it was left out: offered once more, as what is new
        back = replace(mine, text=draft.text, draft=draft.text, sources=draft.sources)
        return Offer(Standing.NEW, Item(Edit(mine, back), taken=False), mine, draft, joined=False)
    same = _in_short(mine.draft, draft, documents) == _in_short(draft.text, draft, documents)
    standing = Standing.FORM if same else Standing.CHANGED
    text = merged(mine.draft, mine.text, draft.text) if mine.edited else draft.text
    joined = text is not None
    words = text if text is not None else draft.text
    own = followed(mine.text, words, mine.sources) if mine.edited else ()
    sources = together(followed(draft.text, words, draft.sources), own)
    after = replace(mine, text=words, draft=draft.text, sources=sources)
    return Offer(standing, Item(Edit(mine, after), taken=joined), mine, draft, joined)


def _in_short(text: str, draft: Draft, documents: Mapping[str, RegisteredDocument]) -> str:
    """The text with the documents of the draft cited in short."""
    for source in dict.fromkeys(source for _, _, source in draft.sources):
        document = documents.get(source)
        if document is not None:
            for with_issuer in (True, False):
                full = in_full(document, with_issuer=with_issuer)
                text = text.replace(full, in_short(document))
    return text


def _new(report_id: str, draft: Draft, position: int) -> Offer:
    new = ReportParagraph(
        new_id(),
        report_id,
        draft.heading_id,
        position,
        draft.text,
        draft.key,
        draft.text,
        draft.sources,
    )
    return Offer(Standing.NEW, Item(Edit(None, new)), None, draft)


def _gone(mine: ReportParagraph) -> Offer:
    untouched = not mine.edited or not mine.text
    return Offer(Standing.GONE, Item(Edit(mine, None), taken=untouched), mine, None, untouched)


def _new_positions(
    drafts: Sequence[Draft], paragraphs: Sequence[ReportParagraph]
) -> dict[str, int]:
    """Where the drafts that are new come to stand: behind the draft before them, evenly in the gap
    to what follows it.
    """
    place = {p.key: p for p in paragraphs if p.key}
    runs: list[tuple[ReportParagraph | None, list[Draft]]] = []
    before: ReportParagraph | None = None
    for draft in drafts:
        if before is not None and before.heading_id != draft.heading_id:
            before = None
        if draft.key in place:
            before = place[draft.key]
        elif runs and runs[-1][0] is before and runs[-1][1][-1].heading_id == draft.heading_id:
            runs[-1][1].append(draft)
        else:
            runs.append((before, [draft]))
    return {
        draft.key: position
        for before, run in runs
        for draft, position in zip(run, _between(before, run, paragraphs), strict=True)
    }


def _between(
    before: ReportParagraph | None, run: Sequence[Draft], paragraphs: Sequence[ReportParagraph]
) -> list[int]:
    same = [p.position for p in paragraphs if p.heading_id == run[0].heading_id]
    first = before.position if before is not None else min(same, default=0) - POSITION_STEP
    last = min((p for p in same if p > first), default=first + POSITION_STEP * (len(run) + 1))
    step = (last - first) / (len(run) + 1)
    return [first + round(step * place) for place in range(1, len(run) + 1)]
