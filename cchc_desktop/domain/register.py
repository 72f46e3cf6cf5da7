"""The register of documents: sổ văn bản, the files of a document, and where it is evidence."""

from dataclasses import dataclass
from functools import lru_cache

# Characters at most, as Nghị định 30/2020 Phụ lục VI has the register of văn bản đi
LIMITS = {
    "kind": 100,
    "number": 11,
    "symbol": 30,
    "issuer": 200,
    "title": 500,
    "signer": 50,
    "note": 500,
}


@dataclass(frozen=True, slots=True)
class RegisteredDocument:
    """A văn bản: texts as typed. `kind` in full ("Quyết định"); `number` may keep a year and
    letters ("15/2013", "30c"); `issued` is an ISO date, or as much of one as is known; `title`:
    trích yếu.
    """

    id: str
    kind: str = ""
    number: str = ""
    symbol: str = ""
    issued: str = ""
    issuer: str = ""
    title: str = ""
    signer: str = ""
    note: str = ""

    @property
    def code(self) -> str:
        """Số, ký hiệu as they are written together: "178/KH-SNgV", "39-NQ/TW"."""
        return _code(self.number, self.symbol)


@lru_cache(maxsize=1 << 13)  # the register is put in order by it after every step
def _code(number: str, symbol: str) -> str:
    if not (number and symbol):
        return number or symbol
    party = symbol.rpartition("/")[2] in ("TW", "TU") or symbol.endswith("TU")
    return f"{number}{'-' if party else '/'}{symbol}"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a document, kept under the SHA-256 of its content beside the project file.

    `name` is the file's own; `digest` in hexadecimal figures; `size` in bytes.
    """

    id: str
    document_id: str
    name: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document as tài liệu kiểm chứng of a task or a result, its target; `locator`: mục,
    trang.
    """

    id: str
    document_id: str
    target_id: str
    locator: str = ""
    note: str = ""
