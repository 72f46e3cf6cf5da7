"""Documents for the form check: a lawful one as named lines, changed and written as a .docx."""

import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

import pytest

from cchc_desktop.documents.checker import check_file


@dataclass(frozen=True)
class Line:
    """A paragraph; `rule` is the length in points of a line that it holds instead of text."""

    text: str = ""
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    indent: float = 0  # millimetres
    before: float = 0
    after: float = 0
    spacing: float = 1
    font: str = ""
    colour: str = ""
    underline: bool = False
    rule: float = 0
    dash: str = "solid"


Lines = dict[str, Line]
Change = Mapping[str, str | Mapping[str, object] | None]
Written = Callable[..., Path]

LAWFUL = {
    group: {name: Line(**fields) for name, fields in lines.items()}
    for group, lines in json.loads(
        (Path(__file__).parents[2] / "data" / "lawful_document.json").read_text(encoding="utf-8")
    ).items()
}
HEAD, TITLE, TEXT, CLOSING, APPENDIX, PAGE_NUMBER = (
    LAWFUL[group] for group in ("head", "title", "text", "closing", "appendix", "page_number")
)


def changed(lines: Lines, change: Change) -> Lines:
    """Those lines with new words (a string), another look (fields of Line) or without some (None);
    a name that is not among them is a new line.
    """
    new = {
        name: replace(lines.get(name, Line()), **({"text": to} if isinstance(to, str) else to))
        for name, to in change.items()
        if to is not None
    }
    return {
        name: line for name, line in (lines | new).items() if change.get(name, line) is not None
    }


PLAN = HEAD | TITLE | TEXT | CLOSING | APPENDIX | PAGE_NUMBER
PLAN_ALONE = changed(PLAN, dict.fromkeys(APPENDIX))
LETTER = changed(PLAN_ALONE, dict.fromkeys((*TITLE, "basis", "last_basis"))) | LAWFUL["letter"]
DOCUMENTS = {
    "plan": PLAN,
    "plan without appendix": PLAN_ALONE,
    "plan of one page": {
        name: line
        for name, line in PLAN_ALONE.items()
        if not name.startswith(("filler", "point", "page_number"))
    },
    "appendix": APPENDIX | PAGE_NUMBER,
    "letter": LETTER,
    "letter to many": LETTER | LAWFUL["letter_to_many"],
    "one paragraph": {"body": TEXT["body"]},
}


@dataclass(frozen=True)
class Layout:
    """How an office sets it: heads and closing as "table" or "tabs"; rules as "drawn", "vml",
    "border" or "typed".
    """

    columns: str = "table"
    rules: str = "drawn"
    margins: str = "1134 851 1134 1701"  # top right bottom left, twips
    sheet: str = 'w:w="11906" w:h="16838"'
    appendix_sheet: str = 'w:w="16838" w:h="11906" w:orient="landscape"'
    first_page: str = "<w:titlePg/>"
    count: str = ""
    appendix_first_page: str = "<w:titlePg/>"
    appendix_count: str = '<w:pgNumType w:start="1"/>'
    part: str = "header"  # where the page number stands
    field: str = " PAGE "
    cell_width: int = 4700


NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
)


def run(line: Line, words: str | None = None) -> str:
    look = "".join(
        (
            f'<w:rFonts w:ascii="{line.font}" w:hAnsi="{line.font}"/>' if line.font else "",
            "<w:b/>" if line.bold else "",
            "<w:i/>" if line.italic else "",
            f'<w:color w:val="{line.colour}"/>' if line.colour else "",
            f'<w:sz w:val="{round(line.size * 2)}"/>',
            '<w:u w:val="single"/>' if line.underline else "",
        )
    )
    shown = line.text if words is None else words
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def drawing(line: Line, layout: Layout) -> str:
    if layout.rules == "vml":
        left = (layout.cell_width / 20 - 10.8 - line.rule) / 2
        return (
            f'<w:r><w:pict><v:line from="{left}pt,3pt" to="{left + line.rule}pt,3pt" '
            'style="position:absolute"/></w:pict></w:r>'
        )
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:align>center'
        f'</wp:align></wp:positionH><wp:extent cx="{round(line.rule * 12700)}" cy="0"/>'
        '<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:ln w="9525">'
        f'<a:prstDash val="{line.dash}"/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def paragraph(line: Line, layout: Layout, room: float, section: str = "") -> str:
    borders, sides, content = "", "", run(line) if line.text else ""
    if line.rule and layout.rules == "border":
        side = round((room - line.rule) / 2 * 20)
        borders = '<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>'
        sides = f'w:left="{side}" w:right="{side}" '
    elif line.rule and layout.rules == "typed":
        content = run(line, "_" * round(line.rule / (line.size / 2)))
    elif line.rule:
        content = drawing(line, layout)
    return (
        f'<w:p><w:pPr>{borders}<w:spacing w:before="{round(line.before * 20)}" '
        f'w:after="{round(line.after * 20)}" w:line="{round(line.spacing * 240)}" '
        f'w:lineRule="auto"/><w:ind {sides}w:firstLine="{round(line.indent * 56.7)}"/>'
        f'<w:jc w:val="{line.align}"/>{section}</w:pPr>{content}</w:p>'
    )


def side_by_side(left: list[Line], right: list[Line], layout: Layout) -> str:
    if layout.columns == "tabs":
        pairs = [
            (left[n] if n < len(left) else None, right[n] if n < len(right) else None)
            for n in range(max(len(left), len(right)))
        ]
        rows = ""
        for one, other in pairs:
            parts = [run(one) if one and one.text else ""]
            parts += [drawing(one, layout) if one and one.rule else ""]
            parts += [f"<w:r><w:tab/></w:r>{run(other)}" if other and other.text else ""]
            parts += [vml_at(260, other.rule) if other and other.rule else ""]
            rows += f"<w:p>{''.join(parts)}</w:p>"
        return rows
    width = layout.cell_width
    room = width / 20 - 10.8
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(paragraph(line, layout, room) for line in lines)
        + "</w:tc>"
        for lines in (left, right)
    )
    grid = f'<w:gridCol w:w="{width}"/>' * 2
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"


def vml_at(left: float, length: float) -> str:
    return (
        f'<w:r><w:pict><v:line from="{left}pt,3pt" to="{left + length}pt,3pt" '
        'style="position:absolute"/></w:pict></w:r>'
    )


def picked(lines: Lines, *keys: str) -> list[Line]:
    return [lines[key] for key in keys if key in lines]


def section(layout: Layout, sheet: str, count: str, first_page: str) -> str:
    top, right, bottom, left = layout.margins.split()
    number = f'<w:{layout.part}Reference w:type="default" r:id="rId1"/>'
    return (
        f"<w:sectPr>{number}<w:pgSz {sheet}/>"
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"/>'
        f"{count}{first_page}</w:sectPr>"
    )


def document_xml(lines: Lines, layout: Layout) -> str:
    def flow(keys: Lines) -> str:
        return "".join(paragraph(lines[key], layout, 460) for key in keys if key in lines)

    extra = {key: line for key, line in lines.items() if key.startswith("extra_")}
    main = section(layout, layout.sheet, layout.count, layout.first_page)
    parts = [
        side_by_side(
            picked(lines, "superior", "agency", "agency_rule", "number", "letter_subject"),
            picked(lines, "national_name", "motto", "motto_rule", "place_date"),
            layout,
        )
        if lines.keys() & HEAD.keys()
        else "",
        flow(TITLE | extra | TEXT),
        side_by_side(
            picked(lines, "recipients_head", "recipient", "recipient_2", "archive"),
            picked(lines, "authority", "authority_2", "signature", "signer"),
            layout,
        )
        if lines.keys() & CLOSING.keys()
        else "",
    ]
    if lines.keys() & APPENDIX.keys():
        if any(parts):
            parts.append(f"<w:p><w:pPr>{main}</w:pPr></w:p>")
        main = section(
            layout, layout.appendix_sheet, layout.appendix_count, layout.appendix_first_page
        )
        cell = paragraph(lines["cell"], layout, 200) if "cell" in lines else "<w:p/>"
        row = f"<w:tr>{f'<w:tc>{cell}</w:tc>' * 3}</w:tr>"
        parts.append(
            flow({key: lines[key] for key in ("label", "name", "reference") if key in lines})
        )
        parts.append(
            f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * 3}</w:tblGrid>{row * 50}</w:tbl>"
        )
    return f"<w:document {NAMESPACES}><w:body>{''.join(parts)}{main}</w:body></w:document>"


def write(path: Path, lines: Lines, layout: Layout) -> Path:
    """The lines as a .docx; a line that is missing is left out."""
    number = lines.get("page_number")
    content = ""
    if number:
        fields = ("begin", layout.field, "separate", number.text, "end")
        look = run(number, "").partition("<w:t")[0]
        for kind, one in zip(cycle(("mark", "code", "mark", "text", "mark")), fields, strict=False):
            inner = {
                "mark": f'<w:fldChar w:fldCharType="{one}"/>',
                "code": f"<w:instrText>{one}</w:instrText>",
                "text": f"<w:t>{one}</w:t>",
            }[kind]
            content += f"{look}{inner}</w:r>"
        content = f'<w:p><w:pPr><w:jc w:val="{number.align}"/></w:pPr>{content}</w:p>'
    tag = "hdr" if layout.part == "header" else "ftr"
    parts = {
        "[Content_Types].xml": content_types(layout.part),
        "_rels/.rels": relations((f"{RELATIONS}/officeDocument", "word/document.xml")),
        "word/document.xml": document_xml(lines, layout),
        "word/_rels/document.xml.rels": relations(
            (f"{RELATIONS}/{layout.part}", "number.xml"), (f"{RELATIONS}/styles", "styles.xml")
        ),
        "word/number.xml": f"<w:{tag} {NAMESPACES}>{content or '<w:p/>'}</w:{tag}>",
        "word/styles.xml": STYLES,
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, xml in parts.items():
            package.writestr(name, xml)
    return path


def content_types(part: str) -> str:
    kinds = {"document": "document.main", "number": part, "styles": "styles"}
    address = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{address}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        f'.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{parts}'
        "</Types>"
    )


def relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{links}</Relationships>'


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A function (change, document=, fields of Layout) -> the path of such a .docx."""

    def write_changed(change: Change | None = None, document: str = "plan", **layout: str) -> Path:
        lines = changed(DOCUMENTS[document], change or {})
        return write(tmp_path / "vb.docx", lines, Layout(**layout))

    return write_changed


@pytest.fixture
def rules_broken(written: Written) -> Callable[..., set[str]]:
    """A function of the same arguments -> the rules that the form check finds broken."""
    return lambda *change, **document: {
        finding.rule for finding in check_file(written(*change, **document))
    }
