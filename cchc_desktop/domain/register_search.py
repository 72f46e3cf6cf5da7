"""Finding documents by what the clerk remembers of them: without diacritics, words in any order and
by their beginnings, tolerant on số, ký hiệu. What is compared is folded once a document.
"""

import re
from collections.abc import Iterable
from time import perf_counter

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import Attachment, RegisteredDocument
from cchc_desktop.domain.register_list import Entry
from cchc_desktop.domain.vietnamese import fold

_PART = re.compile(r"[^\W_]+")
_BEGINNING = "\n"  # before each word


def search_text(text: str) -> str:
    """Text to be searched: its folded words; of one that is joined of parts every end, so that
    "31/KH-SNgV" is found by "31/kh", "khsngv" and "sngv". Numbers have no leading zeros.
    """
    words: list[str] = []
    for word in fold(text).split():
        parts = _parts(word)
        words += ("".join(parts[place:]) for place in range(len(parts)))
    return "".join(f"{_BEGINNING}{word}" for word in words)


def wanted_words(typed: str) -> list[str]:
    """What a `search_text` must hold, all of it, to be found by what was typed."""
    words = ("".join(_parts(word)) for word in fold(typed).split())
    return [f"{_BEGINNING}{word}" for word in words if word]


def holds(text: str, wanted: Iterable[str]) -> bool:
    """Whether a `search_text` has all the `wanted_words`."""
    return all(word in text for word in wanted)


def _parts(word: str) -> list[str]:
    return [part.lstrip("0") or part for part in _PART.findall(word)]


class RegisterSearch:
    """Remembers what was folded for as long as a document and its files stay the same."""

    def __init__(self) -> None:
        self._folded: dict[str, tuple[RegisteredDocument, tuple[Attachment, ...], str]] = {}

    def matching(self, entries: Iterable[Entry], typed: str) -> list[Entry]:
        """The entries that hold every word typed, in their order."""
        wanted = wanted_words(typed)
        if not wanted:
            return list(entries)
        return [entry for entry in entries if holds(self._text(entry), wanted)]

    def fold_ahead(self, entries: Iterable[Entry], until: float) -> bool:
        """Fold before anybody asks, up to a time of `perf_counter`; whether all is folded."""
        for entry in entries:
            if perf_counter() > until:
                return False
            self._text(entry)
        return True

    def _text(self, entry: Entry) -> str:
        document = entry.document
        known = self._folded.get(document.id)
        if known is not None and known[0] is document and known[1] == entry.files:
            return known[2]
        fields = (
            document.code,
            document.kind,
            date_words(document.issued),
            "/".join(reversed(document.issued.split("-"))),  # as others write it: "02/04/2027"
            document.title,
            document.issuer,
            document.signer,
            document.note,
            *(file.name for file in entry.files),
        )
        text = search_text(" ".join(fields))
        self._folded[document.id] = document, entry.files, text
        return text
