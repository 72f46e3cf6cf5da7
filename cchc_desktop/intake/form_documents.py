"""The documents that a unit names in its form."""

import re

from cchc_desktop.domain.issue_date import read_date
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.vietnamese import fold

_CODE = re.compile(
    r"(?P<kind>[^\W\d][\w ]*?)?\s*(?:số\s*)?(?P<number>\d+[a-zđ]?)\s*[/-]\s*"
    r"(?P<symbol>[A-ZĐ][\w/Đ-]*)(?:\s*,?\s*ngày\s*(?P<day>\d\d?[/.-]\d\d?[/.-]\d{4}))?"
)


def named_documents(text: str) -> list[RegisteredDocument]:
    """The documents in a text, with ids of their own."""
    return [
        RegisteredDocument(
            new_id(),
            (found["kind"] or "").strip(),
            found["number"],
            found["symbol"],
            read_date(found["day"] or "") or "",
        )
        for found in _CODE.finditer(text)
    ]


def same_document(a: RegisteredDocument, b: RegisteredDocument) -> bool:
    """Whether two are one: the same số, ký hiệu, and no two days."""
    return _key(a) == _key(b) and (not (a.issued and b.issued) or a.issued == b.issued)


def _key(document: RegisteredDocument) -> tuple[str, str]:
    return document.number.lstrip("0"), fold(document.symbol)
