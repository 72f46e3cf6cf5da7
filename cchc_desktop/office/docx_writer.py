"""Writes a neutral document as a .docx in the form of Nghị định 30/2020 (Phụ lục III, mẫu 1.4 and
2.1). The same document gives the same bytes.
"""

import io
import zipfile
from pathlib import Path

from cchc_desktop.domain.content import Document, Letterhead
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.letterhead import letterhead_layout
from cchc_desktop.office.target import write_safely
from cchc_desktop.office.wordml_body import body_xml
from cchc_desktop.office.wordml_parts import document_part, other_parts
from cchc_desktop.office.xml_text import xml_bytes

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of every part: the bytes must not depend on the clock
_FAST = 1  # level of deflate: thousands of rows in half the time, for a quarter more bytes


def write_docx(document: Document, target: Path) -> None:
    """Writes the document; RefusedOutput when the target cannot be written."""
    write_safely(target, docx_bytes(document))


def docx_bytes(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    head = document.letterhead or Letterhead("", "", "", "")
    layout = letterhead_layout(head, document_style())
    title = " ".join(part for part in (document.type_name, document.subject) if part)
    parts = other_parts(title, head.agency, layout.style)
    parts["word/document.xml"] = document_part(body_xml(document, layout))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            package.writestr(entry, xml_bytes(xml), zipfile.ZIP_DEFLATED, _FAST)
    return buffer.getvalue()
