"""How a text cites a document: the first time in full, later by kind and number only (Nghị định
30/2020, Phụ lục I II.6.b).
"""

from collections.abc import Iterator, Sequence

from cchc_desktop.domain.issue_date import date_in_text
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report_words import is_act, within_sentence
from cchc_desktop.domain.sourced_text import Piece
from cchc_desktop.domain.vietnamese import fold, lower_first, one_line

_BY_NAME = ("luat", "bo luat", "phap lenh", "hien phap")  # cited by their names only
_ABOUT = ("về ", "v/v ", "về việc ")
_OF_ITSELF = ("quy định", "hướng dẫn")  # such a title follows its document without "về"


def in_full(document: RegisteredDocument, *, with_issuer: bool = True) -> str:
    """ "Kế hoạch số 31/KH-SNgV ngày 02/4/2027 của Sở Ngoại vụ về kiểm tra": what is known of it.
    A law is cited by its name alone.
    """
    if fold(document.kind) in _BY_NAME and document.title:
        return f"{document.kind} {one_line(document.title)}"
    parts = [
        in_short(document),
        date_in_text(document.issued),
        f"của {one_line(document.issuer)}" if with_issuer and document.issuer else "",
        about(document.title),
    ]
    return " ".join(part for part in parts if part)


def in_short(document: RegisteredDocument) -> str:
    """ "Kế hoạch số 31/KH-SNgV", or as much of it as is known."""
    kind = document.kind or "Văn bản"
    if fold(kind) in _BY_NAME and document.title:
        return f"{kind} {one_line(document.title)}"
    return f"{kind} số {document.code}" if document.number else kind


def about(title: str) -> str:
    """A trích yếu as it stands behind its document: "về kiểm tra ...", "về việc ban hành ..."."""
    plain = one_line(title).rstrip(" .;,")
    low = plain.lower()
    if not plain or low.startswith((*_ABOUT, *_OF_ITSELF)):
        return lower_first(plain)
    return f"về {'việc ' if is_act(plain) else ''}{within_sentence(plain)}"


class Citing:
    """Citations in reading order: what has been cited is cited in short from then on."""

    def __init__(self) -> None:
        self._cited: set[str] = set()

    def cite(self, document: RegisteredDocument, *, with_issuer: bool = True) -> Piece:
        """The document's next citation."""
        known = document.id in self._cited
        self._cited.add(document.id)
        full = in_full(document, with_issuer=with_issuer)
        return in_short(document) if known else full, document.id

    def cited_in_titles(self, documents: Sequence[RegisteredDocument]) -> set[str]:
        """The ids of those that the title of another names, which is about to be cited in full."""
        new = [document for document in documents if document.id not in self._cited]
        inside = [
            one
            for one in documents
            if one.number and one.symbol and any(one.code in n.title for n in new if n is not one)
        ]
        for document in inside:
            self.has_cited(document)
        return {document.id for document in inside}

    def has_cited(self, document: RegisteredDocument) -> None:
        """A text that is kept word for word cites it."""
        self._cited.add(document.id)


def listed(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces as a list in a sentence: "A, B và C"."""
    for place, piece in enumerate(pieces):
        if place:
            yield (" và " if place == len(pieces) - 1 else ", "), ""
        yield piece
