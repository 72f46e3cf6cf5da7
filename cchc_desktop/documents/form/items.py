"""The paragraphs of the text, each with what it is: căn cứ, phần, mục, điều, khoản, điểm, running
text (Phụ lục I, Mục II, khoản 6).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.patterns import STAMP
from cchc_desktop.documents.form.pieces import Piece, whole_paragraphs
from cchc_desktop.domain.vietnamese import from_roman

_BASIS = re.compile(
    r"[-–]?\s*(căn\s+cứ|xét|theo\s+đề\s+nghị|theo\s+tờ\s+trình|thực\s+hiện)\b", re.IGNORECASE
)
_OPENING = re.compile(r"như sau|dưới đây|sau đây|:$", re.IGNORECASE)
_ISSUES = re.compile(
    r",\s*[^,;]*\b(?<!tờ )(?<!sở )"
    r"(ban hành|xây dựng|báo cáo|đề nghị(?! của)|triển khai|thông báo|trình)\b[^;]*$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<word>phần|chương|mục|tiểu mục)\s+(?P<number>thứ \w+|[ivxlc]+|\d+|\w)\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"điều\s+(?P<number>\d+[a-zđ]?|(?-i:[IVXL]+\b))(?P<mark>\s*[.:])?(?P<rest>.*)", re.I
)
_SECTION = re.compile(r"(?P<number>[IVX]+)\s*(?P<mark>[./):–-])\s*(?P<rest>\S.*)")
_CLAUSE = re.compile(r"(?P<number>\d{1,2})(?P<mark>[./)])\s*(?P<rest>(?!\d)\S.*)")
_SUBCLAUSE = re.compile(r"\d{1,2}(\.\d{1,2})+[.)]?\s+\S")
_POINT = re.compile(r"[“\"]?(?P<letter>[a-zđA-ZĐ])(?P<mark>\)|[./](?=\s))\s*(?P<rest>\S.*)")
_TABLE_NAME = re.compile(r"(bảng|biểu|biểu đồ|hình|sơ đồ)\s+(số\s*)?\d+\b", re.IGNORECASE)
_NOTE = re.compile(r"(ghi chú|nguồn|đơn vị tính|đvt|\(\*\)|\*)", re.IGNORECASE)
_SENTENCE_END = (".", ";", ":", ",", "…")
_TITLE_LENGTH = 150


@dataclass(frozen=True)
class Item:
    """A paragraph of the text and what it is: a key of the elements, or "heading" (a title that the
    decree doesn't describe), "caption", "other". `piece` holds all of it; `number`, `mark` and
    `rest` are what it begins with and what follows. `after_break`: a table or an empty line stands
    before it.
    """

    kind: str
    piece: Piece
    number: str = ""
    mark: str = ""
    rest: str = ""
    after_break: bool = False


def text_items(form: Form) -> list[Item]:
    """The paragraphs of the text in order, and of the documents that are issued with this one;
    those in tables left out.
    """
    return [item for text in form.texts for item in _items_of(text, after_break=text != form.body)]


def _items_of(text: Sequence[Piece], *, after_break: bool) -> list[Item]:
    items: list[Item] = []
    broken = after_break
    for piece in whole_paragraphs(text):
        if piece.place.table or not piece.text or piece.is_typed_line:
            broken = True
            continue
        items.append(replace(_classified(piece), after_break=broken))
        broken = False
    return _titled(_based(items))


def _classified(piece: Piece) -> Item:
    text = piece.text
    if part := _PART.fullmatch(text):
        own = len(part["rest"]) == 0 or part["rest"][0] in ".:-–" or piece.is_capitals
        if own and (piece.bold_share > 0.5 or piece.paragraph.align == "center"):
            return Item("part", piece, part["number"], part["word"], part["rest"])
    if (article := _ARTICLE.match(text)) and (article["mark"] or piece.bold_share > 0):
        return Item("article", piece, article["number"], article["mark"] or "", article["rest"])
    if (section := _SECTION.fullmatch(text)) and _numbers_section(section):
        return Item("section", piece, section["number"], section["mark"], section["rest"])
    if _SUBCLAUSE.match(text):
        return Item("body" if text.endswith(_SENTENCE_END) else "heading", piece)
    if clause := _CLAUSE.fullmatch(text):
        return Item("item", piece, clause["number"], clause["mark"], clause["rest"])
    if point := _POINT.fullmatch(text):
        if point["letter"].islower():
            return Item("point", piece, point["letter"], point["mark"], point["rest"])
        return Item("heading", piece)
    return Item(_kind_of_text(piece), piece, rest=text)


def _numbers_section(match: re.Match[str]) -> bool:
    """A numeral with a full stop, or with another mark before a capital ("V/v" is none)."""
    well = from_roman(match["number"]) is not None
    return well and (match["mark"] in ".)" or match["rest"][0].isupper())


def _kind_of_text(piece: Piece) -> str:
    align, text = piece.paragraph.align, piece.text
    remark = text.startswith("(") and text.rstrip(".;").endswith(")")
    stamped = piece.is_capitals and STAMP.fullmatch(piece.folded)
    if remark or stamped or _NOTE.match(text) or _is_contents(piece):
        return "other"
    if _TABLE_NAME.match(text):
        return "caption"
    ends = text.endswith((".", ";"))
    if align in ("center", "right") and not ends and (len(text) < 90 or piece.is_capitals):
        return "caption" if align == "center" else "other"
    words = piece.is_capitals and text.endswith(":")  # "QUYẾT ĐỊNH:"
    if (align == "center" or words) and piece.bold_share > 0.9:
        return "caption"
    if (piece.bold_share > 0.9 or piece.is_capitals) and not text.endswith(_SENTENCE_END):
        return "heading"
    return "body"


def _is_contents(piece: Piece) -> bool:
    """A line of a table of contents."""
    return piece.paragraph.style.lower().startswith(("toc", "contents", "mclc"))


def _based(items: list[Item]) -> list[Item]:
    """The căn cứ: the paragraphs before the text that begin so, an opening sentence apart."""
    found = list(items)
    begun = False
    for at, item in enumerate(items):
        text = item.piece.text
        if item.kind in ("caption", "other"):
            continue
        if item.kind != "body" or not _BASIS.match(text) or _opens(text):
            break
        begun = begun or "can cu" in item.piece.folded[:10]
        if not begun:
            break
        found[at] = replace(item, kind="basis")
    return found


def _opens(text: str) -> bool:
    return bool(_OPENING.search(text[-40:]) or (_ISSUES.search(text) and not text.endswith(";")))


def _titled(items: list[Item]) -> list[Item]:
    """Khoản with a title told from those without, and the titles below phần and chương."""
    found = list(items)
    for at, item in enumerate(items):
        before = found[at - 1] if at else None
        after = items[at + 1] if at + 1 < len(items) else None
        if before and before.kind == "part" and item.kind in ("caption", "heading", "body"):
            if not before.rest and not item.piece.text.endswith((".", ";")):
                found[at] = replace(item, kind="part_title")
        elif item.kind == "item" and _is_title(item, before, after):
            found[at] = replace(item, kind="clause")
    return found


def _is_title(item: Item, before: Item | None, after: Item | None) -> bool:
    """A phrase on a line of its own with something below it; in doubt its own look decides."""
    if item.rest.endswith((".", ";", ",", "…")):
        return False
    if len(item.rest) > _TITLE_LENGTH:
        return item.piece.bold_share > 0.9
    listed = before is not None and before.kind == "item"  # one of several lines without a text
    unsure = item.rest.endswith(":") or after is None or after.kind in ("item", "section", "part")
    if unsure or listed:
        return item.piece.bold_share > 0.9
    return True
