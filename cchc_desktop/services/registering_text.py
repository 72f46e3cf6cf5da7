"""What a text cites, as documents on offer for the register: new ones are taken, what is known or
doubtful waits for the clerk.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.citation import Citation, CitedText
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.proposal import Doubt, DoubtKind, Item, Proposal
from cchc_desktop.domain.register import LIMITS, RegisteredDocument
from cchc_desktop.domain.register_check import (
    agree,
    document_name,
    likely_same,
    number_year,
    register_key,
)
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.names import FIELD_NAMES

_CUT = ("kind", "issuer", "title", "signer", "note")  # a number that is cut would be another one
_READ = ("kind", "number", "symbol", "issued", "issuer", "title", "signer")


def propose_documents(contents: Contents, cited: CitedText) -> Proposal:
    """The documents of a text on offer, in its order; rows count its citations from 1. What fits in
    no field is told as a doubt only, as are documents without a number, in row 0.
    """
    known = KnownDocuments(contents)
    items: list[Item] = []
    doubts: list[Doubt] = []
    for row, citation in enumerate(cited.citations, start=1):
        item, found = known.offer(drafted(citation), row, citation.other_dates)
        items += [item] if item else []
        doubts += found
    doubts += [Doubt(0, each.text, "chưa có số", DoubtKind.UNNUMBERED) for each in cited.unnumbered]
    new = sum(item.taken for item in items)
    return Proposal(f"Thêm {new} văn bản từ đoạn văn", tuple(items), tuple(doubts))


def drafted(citation: Citation) -> RegisteredDocument:
    """A new document of the register with what the citation says."""
    return fitting(
        RegisteredDocument(
            new_id(),
            kind=citation.kind,
            number=citation.number,
            symbol=citation.symbol,
            issued=citation.issued.isoformat() if citation.issued else "",
            issuer=citation.issuer,
            title=citation.title,
        )
    )


def fitting(document: RegisteredDocument) -> RegisteredDocument:
    """A document whose texts are cut to the fields of the register."""
    return replace(document, **{f: shortened(getattr(document, f), LIMITS[f]) for f in _CUT})


class KnownDocuments:
    """The register's documents by what the spellings of a số hiệu share."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    @cached_property
    def _by_key(self) -> defaultdict[str, list[RegisteredDocument]]:
        by_key: defaultdict[str, list[RegisteredDocument]] = defaultdict(list)
        for document in self._contents.documents():
            if document.number:
                by_key[register_key(document)].append(document)
        return by_key

    def add(self, document: RegisteredDocument) -> None:
        """Has one more document known, as if the register had it."""
        self._by_key[register_key(document)].append(document)

    def find(self, draft: RegisteredDocument) -> RegisteredDocument | None:
        """The document that a draft may be, by preference the one of its very day."""
        found = self._by_key.get(register_key(draft), ()) if draft.number else ()
        same = [document for document in found if likely_same(draft, document)]
        return min(same, key=lambda document: document.issued != draft.issued, default=None)

    def offer(
        self, draft: RegisteredDocument, row: int, other_dates: Sequence[date] = ()
    ) -> tuple[Item | None, list[Doubt]]:
        """A draft as a new document, taken where nothing is doubtful; or, not taken, what it adds
        to a known one. None where its number fits in no field.
        """
        name = f"{draft.kind} {document_name(draft)}".strip()
        if any(len(getattr(draft, field)) > LIMITS[field] for field in ("number", "symbol")):
            why = "số, ký hiệu dài hơn ô của sổ văn bản"
            return None, [Doubt(row, name, why, DoubtKind.TOO_LONG)]
        known = self.find(draft)
        if known is not None and agree(known.issued, draft.issued):
            edit = Edit(known, _filled(known, draft))
            doubts = [Doubt(row, name, "đã có", DoubtKind.KNOWN)]
            return Item(edit, name, row, taken=False), doubts
        doubts = [Doubt(row, name, why, kind) for why, kind in _reasons(draft, known, other_dates)]
        return Item(Edit(None, draft), name, row, taken=not doubts), doubts


def _reasons(
    draft: RegisteredDocument, known: RegisteredDocument | None, other_dates: Sequence[date]
) -> Iterator[tuple[str, DoubtKind]]:
    if known is not None:
        yield f"sổ ghi ngày {date_words(known.issued)}", DoubtKind.OTHER_DATE
    year = number_year(draft)
    if year and draft.issued and year != draft.issued[:4]:
        yield f"số {year}, ngày {draft.issued[:4]}", DoubtKind.NUMBER_YEAR
    if other_dates:
        days = ", ".join(date_words(day.isoformat()) for day in other_dates)
        yield f"còn ghi ngày {days}", DoubtKind.TWO_DATES


def _filled(known: RegisteredDocument, draft: RegisteredDocument) -> RegisteredDocument:
    """The known document with what it lacks and the draft says."""
    lacking = {field: getattr(draft, field) for field in _READ if not getattr(known, field)}
    return replace(known, **lacking)


def added_fields(edit: Edit) -> list[str]:
    """What a known document is offered, by the names of its fields."""
    names = FIELD_NAMES[RegisteredDocument]
    differing = (f for f in _READ if getattr(edit.before, f) != getattr(edit.after, f))
    return [names[field].lower() for field in differing]
