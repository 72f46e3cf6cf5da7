"""The documents of the register that a text names, by their số, ký hiệu."""

import re
from collections.abc import Iterable, Iterator

from cchc_desktop.domain.document_code import number_key
from cchc_desktop.domain.issue_date import date_in_text
from cchc_desktop.domain.register import RegisteredDocument

_CODE = re.compile(r"\d[\w.]*(?:[/-][\w.&]+)+")


class DocumentsInText:
    """Finds the documents of a register; a number that two of them share points at neither."""

    def __init__(self, register: Iterable[RegisteredDocument]) -> None:
        self._by_code: dict[str, RegisteredDocument] = {}
        shared: set[str] = set()
        for document in register:
            if document.number and document.symbol:
                key = number_key(document.number, document.symbol)
                if key in self._by_code:
                    shared.add(key)
                self._by_code[key] = document
        for key in shared:
            del self._by_code[key]

    def find(self, text: str) -> Iterator[tuple[int, int, RegisteredDocument]]:
        """Where a text cites documents: start and end, with the kind and the day beside the number,
        in order.
        """
        for found in _CODE.finditer(text):
            code = found[0].rstrip(".")
            document = self._by_code.get(number_key(code, ""))
            if document is None:
                continue
            start, end = found.start(), found.start() + len(code)
            for before in (f"{document.kind} số ", f"{document.kind.lower()} số ", "số "):
                if text.endswith(before, 0, start):
                    start -= len(before)
                    break
            day = f" {date_in_text(document.issued)}"
            yield start, end + len(day) * text.startswith(day, end), document
