"""Opens an OOXML package (a .docx or .xlsx) that may be hostile: told apart by content, within
bounds of size, with XML that can reach nothing outside. What the parts mean is the readers' matter.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.file_content import foreign_kind, read_bytes

MAX_PART = 64 << 20  # bytes of one unpacked part
MAX_TOTAL = 512 << 20  # bytes of all parts unpacked, pictures included
MAX_ENTRIES = 10_000
MAX_RATIO = 300  # unpacked to packed; the plainest table of 5,000 rows stays under 100
END = 64 << 10  # bytes at either end of a part that are kept
RATIO_FREE = 8 << 20  # bytes of a part below which a high ratio does no harm

_ENTRY_MARK = b"PK\x01\x02"  # begins each entry of a zip archive's directory
_DAMAGE = (  # what zipfile raises for archives that are broken in one way or another
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, OSError, ValueError,
)  # fmt: skip
_ENCRYPTED = 0x1  # flag of an entry
_PACKAGE_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TRANSITIONAL = "http://schemas.openxmlformats.org"
_STRICT = {  # ISO 29500 Strict names the same elements by other addresses
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": "wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": "spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": "officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": "officeDocument/2006/math",
}
_SAFE: dict[str, Any] = {  # options of lxml: nothing is fetched, expanded or unbounded
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_HEAD = 4096  # bytes of the chief part in which its vocabulary is named
_VOCABULARIES = {b"wordprocessingml": "word", b"spreadsheetml": "excel"}
_OTHER_PACKAGES = {  # a part that only packages of that kind have
    "ppt/presentation.xml": "là tệp PowerPoint; hãy chọn tệp Word hoặc Excel",
    "xl/workbook.bin": "là tệp Excel nhị phân (.xlsb); hãy lưu thành dạng .xlsx rồi nhập lại",
    "meta-inf/manifest.xml": "là tệp OpenDocument; hãy lưu thành .docx hoặc .xlsx rồi nhập lại",
}
_PLAIN_ZIP = "là tệp nén, không phải Word hay Excel; hãy giải nén rồi chọn tệp .docx hoặc .xlsx"


class Relation(NamedTuple):
    """A link from one part to another: the last word of its type, the name of the part."""

    kind: str
    target: str


class Package:
    """An opened package: `main` names its chief part, `kind` is "word" or "excel"; `raw` the bytes
    of the file; `ends` the first and the last bytes of the parts that were read as XML.
    """

    def __init__(self, name: str, raw: bytes) -> None:
        self.name, self.raw = name, raw
        if raw.count(_ENTRY_MARK) > MAX_ENTRIES:
            raise self._oversized()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(raw))
        except _DAMAGE as error:
            raise self._damaged() from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._twice: set[str] = set()
        self._relations: dict[str, dict[str, Relation]] = {}
        self.ends: dict[str, tuple[bytes, bytes]] = {}
        self._list_entries()
        self.main = next(self.related("", "officeDocument"), "")
        self.kind = self._kind()

    def has(self, part: str) -> bool:
        """Whether the package holds that part."""
        return part.lower() in self._entries

    def names(self) -> list[str]:
        """The parts as they are spelled, in the order of the archive."""
        return [entry.filename for entry in self._entries.values()]

    @property
    def is_strict(self) -> bool:
        """Whether it names its elements by the addresses of ISO 29500 Strict."""
        return any(address in self.read(self.main) for address in _STRICT)

    def read(self, part: str) -> bytes:
        """The bytes of a part; RefusedInput when it is missing, damaged or too large."""
        entry = self._entries.get(part.lower())
        if entry is None or part.lower() in self._twice:
            raise self._damaged()
        size = entry.file_size
        if size > MAX_PART or size > max(RATIO_FREE, MAX_RATIO * entry.compress_size):
            raise self._oversized()
        return self._unzipped(entry, size)

    def xml(self, part: str) -> etree._Element:
        """The root element of a part; RefusedInput also for broken XML and for any DTD."""
        try:
            root = etree.fromstring(self._transitional(part), etree.XMLParser(**_SAFE))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error
        self._refuse_dtd(root)
        return root

    def elements(self, part: str, *tags: str) -> Iterator[etree._Element]:
        """The elements of a part with those tags, one at a time, each forgotten after its turn."""
        events = etree.iterparse(io.BytesIO(self._transitional(part)), tag=tags, **_SAFE)
        try:
            for count, (_, element) in enumerate(events):
                if not count:
                    self._refuse_dtd(element)
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and parent[0] is not element:
                    del parent[0]
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error

    def relations(self, part: str) -> dict[str, Relation]:
        """The inner links of a part ("" is the package itself) by their id; empty without any."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        folder, links = posixpath.dirname(part), relations_name(part)
        if not self.has(links):
            return
        for link in self.xml(links).iter(_PACKAGE_RELATION):
            if link.get("TargetMode") != "External":
                target = posixpath.join("/", folder, link.get("Target", ""))
                yield (
                    link.get("Id", ""),
                    Relation(
                        link.get("Type", "").rsplit("/", 1)[-1],
                        posixpath.normpath(target).lstrip("/"),
                    ),
                )

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The existing parts that a part links to as that kind, in order."""
        for relation in self.relations(part).values():
            if relation.kind == kind and self.has(relation.target):
                yield relation.target

    def _list_entries(self) -> None:
        entries = self._archive.infolist()
        if sum(entry.file_size for entry in entries) > MAX_TOTAL:
            raise self._oversized()
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED:
                raise RefusedInput(
                    f"Tệp “{self.name}” được đặt mật khẩu; hãy bỏ mật khẩu rồi nhập lại."
                )
            name = entry.filename.replace("\\", "/").lower()
            if ".." in name.split("/") or name.startswith("/"):
                continue  # would lie outside the package
            if name in self._entries:
                self._twice.add(name)
            self._entries[name] = entry

    def _kind(self) -> str:
        if self.main:
            head = self._unzipped(self._entries[self.main.lower()], _HEAD)
            head = head.replace(b"\0", b"")  # the zeros of UTF-16
            for vocabulary, kind in _VOCABULARIES.items():
                if vocabulary in head:
                    return kind
        for part, text in _OTHER_PACKAGES.items():
            if self.has(part):
                raise RefusedInput(f"Tệp “{self.name}” {text}.")
        if self.has("[Content_Types].xml"):
            raise self._damaged()
        raise RefusedInput(f"Tệp “{self.name}” {_PLAIN_ZIP}.")

    def _unzipped(self, entry: zipfile.ZipInfo, count: int) -> bytes:
        """At most that many bytes, whatever the archive declares; a false size fails its CRC."""
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged()
        try:
            with self._archive.open(entry) as stream:
                return stream.read(count)
        except _DAMAGE as error:
            raise self._damaged() from error

    def _transitional(self, part: str) -> bytes:
        data = self.read(part)
        self.ends[part] = data[:END], data[-END:]
        for strict, path in _STRICT.items():
            if strict in data:
                data = data.replace(strict, f"{_TRANSITIONAL}/{path}".encode())
        return data

    def _refuse_dtd(self, element: etree._Element) -> None:
        if element.getroottree().docinfo.internalDTD is not None:
            raise RefusedInput(
                f"Tệp “{self.name}” có khai báo DTD mà tệp Word, Excel thật không có, nên không "
                "được đọc; hãy xin lại tệp từ nơi gửi."
            )

    def _damaged(self) -> RefusedInput:
        return RefusedInput(
            f"Tệp “{self.name}” bị hỏng hoặc tải về chưa đủ; hãy xin lại tệp từ nơi gửi."
        )

    def _oversized(self) -> RefusedInput:
        return RefusedInput(
            f"Tệp “{self.name}” bung ra quá lớn so với một tệp Word, Excel bình thường nên không "
            "được đọc; hãy xin lại tệp từ nơi gửi."
        )


def relations_name(part: str) -> str:
    """The part that holds the links of a part."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def open_package(path: Path) -> Package:
    """The package in a file. RefusedInput, one sentence, when it is no readable .docx or .xlsx."""
    name, raw = path.name, read_bytes(path)
    if not raw.startswith(b"PK"):
        raise RefusedInput(f"Tệp “{name}” {foreign_kind(raw)}.")
    return Package(name, raw)
