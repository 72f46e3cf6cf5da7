"""Writes a neutral document as a .docx in the form of Nghị định 30/2020 (Phụ lục III, mẫu 1.4 and
2.1). The same document gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from cchc_desktop.domain.content import Document, Letterhead
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.in_bulk import collector_resting
from cchc_desktop.office.letterhead import letterhead_layout
from cchc_desktop.office.target import write_safely
from cchc_desktop.office.wordml_body import body_xml
from cchc_desktop.office.wordml_parts import document_part, other_parts
from cchc_desktop.office.xml_text import xml_bytes

_FAST = 1  # level of deflate: thousands of rows in half the time, for a quarter more bytes
_SMALL = 2 << 10  # letters of a part below which it is not worth while to set up the compression
_PORTION = 64  # pieces that are compressed at a time: few calls, yet within the processor's cache


def write_docx(document: Document, target: Path) -> None:
    """Writes the document; RefusedOutput when the target cannot be written."""
    write_safely(target, docx_bytes(document))


@collector_resting()
def docx_bytes(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    head = document.letterhead or Letterhead("", "", "", "")
    layout = letterhead_layout(head, document_style())
    title = " ".join(part for part in (document.type_name, document.subject) if part)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST) as package:
        for name, xml in other_parts(title, head.agency, layout.style, document.origin).items():
            kind = zipfile.ZIP_STORED if len(xml) < _SMALL else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name), xml_bytes(xml), kind, _FAST)
        _write(package, "word/document.xml", document_part(body_xml(document, layout)))
    return buffer.getvalue()


def _write(package: zipfile.ZipFile, name: str, pieces: Iterable[bytes]) -> None:
    """Writes a part; opened by its name it is dated 1980, whatever the clock says."""
    rest = iter(pieces)
    with package.open(name, "w") as part:
        while portion := b"".join(islice(rest, _PORTION)):
            part.write(portion)
