"""The documents that returned forms name: those of the register, and new ones, each once."""

import re
from collections.abc import Iterator

from cchc_desktop.domain.citation import Citation, CitedText, read_citations
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.unit_words import ABSENT
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.intake.source_text import folded
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.registering_text import KnownDocuments, drafted

_NOTHING = {"", *map(fold, ABSENT)}
_ENTRY = re.compile(r"[^;\n]+")
_FIGURE = re.compile(r"\d")


class NamedDocuments:
    """Reads the cells of several forms against one register."""

    def __init__(self, contents: Contents) -> None:
        self._contents, self._known = contents, KnownDocuments(contents)

    def read(self, text: str) -> tuple[list[RegisteredDocument], list[str]]:
        """The documents in a cell, and its words on others that have no số, ký hiệu."""
        if folded(text).strip(" .-") in _NOTHING:
            return [], []
        cited = read_citations(text)
        documents = list(dict.fromkeys(map(self._document, cited.citations)))
        unknown = [*(spoken.text for spoken in cited.unnumbered), *_unread(text, cited)]
        return documents, unknown or ([] if documents else [text])

    def is_new(self, document: RegisteredDocument) -> bool:
        """Whether the register lacks it."""
        return not self._contents.holds(document.id)

    def _document(self, citation: Citation) -> RegisteredDocument:
        draft = drafted(citation)
        known = self._known.find(draft)
        if known is None:
            self._known.add(draft)
        return known or draft


def _unread(text: str, cited: CitedText) -> Iterator[str]:
    """Entries of a list that have figures and were not read as a document."""
    spans = [place for citation in cited.citations for place in citation.places]
    spans += [(spoken.start, spoken.end) for spoken in cited.unnumbered]
    for entry in _ENTRY.finditer(text):
        read = any(start < entry.end() and entry.start() < end for start, end in spans)
        if not read and _FIGURE.search(entry[0]):
            yield entry[0].strip()
