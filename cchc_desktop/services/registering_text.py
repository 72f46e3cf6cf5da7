"""What a pasted text cites, offered to the register: each document that it does not have yet."""

from collections import defaultdict
from collections.abc import Iterator

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.citation import (
    Citation,
    CitedText,
    number_key,
    one_document,
    read_citations,
)
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.proposal import Doubt, Item, Proposal
from cchc_desktop.domain.register import LIMITS, RegisteredDocument
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.contents import Contents

_SHOWN = 120  # characters of a doubt's words
_NO_NUMBER = "Có nói đến văn bản nhưng không ghi số, ký hiệu; hãy tìm số để đưa vào sổ."


def propose_cited(contents: Contents, text: str) -> Proposal:
    """The documents that a text cites and the register lacks, on offer; what is doubtful about
    them.
    """
    return propose_documents(contents, read_citations(text))


def propose_documents(contents: Contents, cited: CitedText) -> Proposal:
    """The cited documents that the register lacks, on offer in the text's order."""
    known = KnownDocuments(contents)
    items: list[Item] = []
    doubts: list[Doubt] = []
    for citation in cited.citations:
        if known.find(citation) is None:
            document = drafted(citation)
            doubts += _doubts(citation)
            if _fits(document):
                items.append(Item(Edit(None, document), source=document.code))
    doubts += [Doubt(0, shortened(spoken.text, _SHOWN), _NO_NUMBER) for spoken in cited.unnumbered]
    label = f"Thêm {len(items)} văn bản từ đoạn văn"
    return Proposal(label, tuple(items), tuple(doubts))


def drafted(citation: Citation) -> RegisteredDocument:
    """A new document of the register with what the citation says."""
    return RegisteredDocument(
        new_id(),
        kind=citation.kind,
        number=citation.number,
        symbol=citation.symbol,
        issued=citation.issued.isoformat() if citation.issued else "",
        issuer=citation.issuer,
        title=citation.title,
    )


class KnownDocuments:
    """The register's documents by what the spellings of a số hiệu share."""

    def __init__(self, contents: Contents) -> None:
        self._by_key: dict[str, list[RegisteredDocument]] = defaultdict(list)
        for document in contents.documents():
            self.add(document)

    def add(self, document: RegisteredDocument) -> None:
        """Has one more document known, as if the register had it."""
        self._by_key[number_key(document.number, document.symbol)].append(document)

    def find(self, citation: Citation) -> RegisteredDocument | None:
        """The document that a citation means, None when the register lacks it."""
        issued = citation.issued.isoformat() if citation.issued else ""
        for known in self._by_key.get(number_key(citation.number, citation.symbol), ()):
            issuers = known.issuer, citation.issuer
            if one_document(citation.number, (known.issued, issued), issuers):
                return known
        return None


def _fits(document: RegisteredDocument) -> bool:
    return all(len(getattr(document, field)) <= most for field, most in LIMITS.items())


def _doubts(citation: Citation) -> Iterator[Doubt]:
    """What the clerk should look at before the document is added."""
    document = drafted(citation)
    words = f"{citation.kind} {document.code}".strip()
    if not _fits(document):
        yield Doubt(0, words, "Số hoặc ký hiệu dài hơn ô của sổ văn bản nên không được đưa vào.")
    if citation.other_dates:
        days = [f"{day:%d/%m/%Y}" for day in filter(None, (citation.issued, *citation.other_dates))]
        yield Doubt(0, words, f"Cùng một văn bản mà ghi các ngày khác nhau: {', '.join(days)}.")
    year = citation.number.partition("/")[2]
    if year and citation.issued and int(year) != citation.issued.year:
        yield Doubt(
            0, words, f"Năm trong số hiệu ({year}) khác năm ban hành ({citation.issued.year})."
        )
