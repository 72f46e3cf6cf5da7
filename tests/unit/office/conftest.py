"""Word and Excel files written part by part, so that a test can say any XML."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

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
