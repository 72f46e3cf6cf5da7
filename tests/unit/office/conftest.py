"""Word and Excel files written part by part, so that a test can say any XML; a plan to write."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from cchc_desktop.domain.content import (
    Appendix,
    Cell,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    Table,
)
from cchc_desktop.office.docx_writer import docx_bytes
from cchc_desktop.office.grid import SourceFile
from cchc_desktop.office.reader import read_office_file

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACES = (
    f'{_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

Parts = Mapping[str, str | bytes]
WriteZip = Callable[..., Path]
WriteWord = Callable[..., Path]


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def word_parts(
    body: str,
    *,
    numbering: str = "",
    styles: str = "",
    margins: Mapping[str, str] | None = None,
) -> dict[str, str | bytes]:
    """The parts of a Word file from the inner XML of each; `margins` are headers and footers."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _links({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    links = {}
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_NAMESPACES}>{numbering}</w:numbering>"
        links["n"] = ("numbering", "numbering.xml")
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_NAMESPACES}>{styles}</w:styles>"
        links["s"] = ("styles", "styles.xml")
    for name, inner in (margins or {}).items():
        kind = "hdr" if name.startswith("header") else "ftr"
        parts[f"word/{name}.xml"] = f"<w:{kind} {_NAMESPACES}>{inner}</w:{kind}>"
        links[name] = ("header" if kind == "hdr" else "footer", f"{name}.xml")
    parts["word/_rels/document.xml.rels"] = _links(links)
    return parts


def write_parts(path: Path, parts: Parts) -> Path:
    """A zip file of those parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def write_zip(tmp_path: Path) -> WriteZip:
    """A function (parts, name) -> the path of a zip file."""
    return lambda parts, name="tệp.docx": write_parts(tmp_path / name, parts)


@pytest.fixture
def word_xml() -> Callable[..., dict[str, str | bytes]]:
    """A function (body XML, numbering=, styles=, margins=) -> the parts of a Word file."""
    return word_parts


@pytest.fixture
def write_word(tmp_path: Path) -> WriteWord:
    """A function (body XML, numbering=, styles=, margins=) -> the path of a Word file."""
    return lambda body, **others: write_parts(tmp_path / "tệp.docx", word_parts(body, **others))


@pytest.fixture
def read_word(write_word: WriteWord) -> Callable[..., SourceFile]:
    """A function (body XML, numbering=, styles=, margins=) -> what is read of such a Word file."""
    return lambda body, **others: read_office_file(write_word(body, **others))


class Elements:
    """WordprocessingML from the inside out; plain text may stand for the run, paragraph or cell
    that holds it.
    """

    def run(self, text: str, properties: str = "") -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def box(self, blocks: str) -> str:
        """A run with a text box as Word writes it: a drawing, and the same in VML for old Words."""
        content = f"<w:txbxContent>{blocks}</w:txbxContent>"
        return (
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
            f"<w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    def paragraph(self, *content: str, properties: str = "") -> str:
        inner = "".join(part if part.startswith("<") else self.run(part) for part in content)
        return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"

    def cell(self, *content: str, properties: str = "") -> str:
        inner = "".join(
            part if part.startswith(("<w:p>", "<w:tbl", "<w:sdt")) else self.paragraph(part)
            for part in content
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"

    def row(self, *cells: str, properties: str = "") -> str:
        inner = "".join(part if part.startswith("<") else self.cell(part) for part in cells)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"

    def table(self, *rows: str, widths: Iterable[int] = ()) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


@pytest.fixture
def w() -> Elements:
    """Builders of the w: elements."""
    return Elements()


@pytest.fixture
def document() -> Document:
    """A plan with every element of the form, and a table of merged cells in its appendix."""
    table = Table(
        widths=(6, 20, 30),
        head=(
            (
                Cell("STT", "cell_head"),
                Cell("Mục tiêu", "cell_head"),
                Cell("Nhiệm vụ", "cell_head"),
            ),
        ),
        rows=(
            (Cell("I. Thể chế", "cell_area", columns=3),),
            (
                Cell("1", "cell_centre"),
                Cell("Mục tiêu chung", rows=2),
                Cell("Việc một\n- Việc phụ"),
            ),
            (Cell("2"), Cell("Việc <hai> & 100%")),
            (Cell("3"), Cell("Mục tiêu khác"), Cell("Việc ba")),
        ),
    )
    return Document(
        letterhead=Letterhead(
            "UBND TỈNH AN ĐÔNG",
            "SỞ NGOẠI VỤ",
            "Số: 07/KH-SNgV",
            "An Đông, ngày 15 tháng 01 năm 2027",
        ),
        type_name="KẾ HOẠCH",
        subject="Cải cách hành chính năm 2027",
        body=(
            Paragraph("Căn cứ kế hoạch của tỉnh;", "basis"),
            Paragraph("I. Mục đích", "section"),
            Paragraph("1. Yêu cầu", "clause"),
            Paragraph("- Làm đúng hạn./.", "dash"),
        ),
        closing=Closing(("Sở Nội vụ", "Lưu: VT"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Văn Mẫu"),
        appendices=(
            Appendix("Phụ lục", "Danh mục nhiệm vụ", "(Kèm theo Kế hoạch số 07/KH-SNgV)", (table,)),
        ),
    )


@pytest.fixture
def open_docx() -> Callable[[Document], WordDocument]:
    """A function document -> its .docx as python-docx opens it."""
    return lambda document: docx.Document(io.BytesIO(docx_bytes(document)))
