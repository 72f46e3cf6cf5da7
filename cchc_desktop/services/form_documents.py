"""The documents that returned forms name: those of the register, and new ones, each once."""

from collections import defaultdict

from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.unit_words import ABSENT
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.intake.form_documents import document_key, named_documents, same_document
from cchc_desktop.intake.source_text import folded
from cchc_desktop.services.contents import Contents

_NOTHING = {"", *map(fold, ABSENT)}


class NamedDocuments:
    """Reads the cells of several forms against one register."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._documents: dict[str, list[RegisteredDocument]] = defaultdict(list)  # by their key
        for document in contents.documents():
            self._documents[document_key(document)].append(document)

    def read(self, text: str) -> tuple[list[RegisteredDocument], list[str]]:
        """The documents in a cell, and its words on others that have no number."""
        if folded(text).strip(" .-") in _NOTHING:
            return [], []
        documents = list(dict.fromkeys(map(self._known, named_documents(text))))
        return documents, [] if documents else [text]

    def is_new(self, document: RegisteredDocument) -> bool:
        """Whether the register lacks it."""
        return not self._contents.holds(document.id)

    def _known(self, document: RegisteredDocument) -> RegisteredDocument:
        alike = self._documents[document_key(document)]
        known = next((known for known in alike if same_document(known, document)), None)
        if known is None:
            alike.append(document)
        return known or document
