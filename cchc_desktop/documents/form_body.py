"""Holds the text of a document against the decree: căn cứ, phần, mục, điều, khoản, điểm, paragraphs
(Phụ lục I, Mục II, khoản 6) and Kính gửi (khoản 9).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cchc_desktop.documents.form_elements import Form
from cchc_desktop.documents.form_findings import Findings, points_text
from cchc_desktop.documents.form_pieces import Piece, cut
from cchc_desktop.domain.vietnamese import POINT_LETTERS, from_roman
from cchc_desktop.office.text_width import LINE_HEIGHT, text_width

_MM = 25.4 / 72  # to a point
_BASIS = re.compile(r"(căn cứ|xét|theo đề nghị|theo tờ trình|thực hiện)\b", re.IGNORECASE)
_OPENING = re.compile(r"như sau|dưới đây|sau đây|:$", re.IGNORECASE)
_ISSUES = re.compile(
    r",\s*[^,;]*\b(ban hành|xây dựng|báo cáo|đề nghị|triển khai|thông báo|trình)\b[^;]*$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<word>phần|chương|mục|tiểu mục)\s+(?P<number>thứ \w+|[ivxlc]+|\d+|\w)\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"điều\s+(?P<number>\d+[a-zđ]?|[IVXL]+)(?P<mark>\s*[.:])?(?P<rest>.*)", re.I)
_SECTION = re.compile(r"(?P<number>[IVXLC]+)\s*[./):–-]\s*(?P<rest>\S.*)")
_CLAUSE = re.compile(r"(?P<number>\d{1,2})(?P<mark>[./)])\s+(?P<rest>\S.*)")
_SUBCLAUSE = re.compile(r"\d{1,2}(\.\d{1,2})+[.)]?\s+\S")
_POINT = re.compile(r"(?P<letter>[a-zđA-ZĐ])(?P<mark>[.)/])\s+(?P<rest>\S.*)")
_ADDRESSEE = re.compile(r"kính gửi\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE)
_NOTE = re.compile(r"(ghi chú|nguồn|đơn vị tính|đvt|\(\*\)|\*)", re.IGNORECASE)
_SENTENCE_END = (".", ";", ":", ",", "…")
_TITLE_LENGTH = 150
_HEADINGS = frozenset(("part", "part_title", "section", "article", "clause", "heading"))
_LIKE_TEXT = frozenset(("body", "item", "point"))


@dataclass(frozen=True)
class Item:
    """A paragraph of the text and what it is: a key of the elements, or "heading" (a title the decree
    doesn't describe), "caption", "addressee", "other". `piece` holds all of it.
    """

    kind: str
    piece: Piece
    number: str = ""
    mark: str = ""
    rest: str = ""
    after_break: bool = False  # a table or an empty line stands before it


def check_body(form: Form, default_tab: float, findings: Findings) -> None:
    """The text between title and closing; `default_tab` in points."""
    items = _items(form)
    _check_addressee(form, items, findings)
    _check_bases(items, findings)
    _check_headings(items, findings)
    _check_points(items, findings)
    _check_paragraphs(items, default_tab, findings)
    _check_gaps(items, findings)


def _items(form: Form) -> list[Item]:
    items: list[Item] = []
    broken = False
    for piece in _whole_paragraphs(form.body):
        if piece.place.table or not piece.text or piece.is_typed_line:
            broken = True
            continue
        items.append(replace(_classified(piece), after_break=broken))
        broken = False
    return _titled(_addressed(_based(items)))


def _whole_paragraphs(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of each paragraph put together again."""
    gathered: list[Piece] = []
    for piece in pieces:
        if gathered and gathered[0].paragraph is not piece.paragraph:
            yield _together(gathered)
            gathered = []
        gathered.append(piece)
    if gathered:
        yield _together(gathered)


def _together(pieces: list[Piece]) -> Piece:
    text = " ".join(piece.text for piece in pieces if piece.text)
    runs = tuple(run for piece in pieces for run in piece.runs)
    return replace(pieces[0], text=text, runs=runs, side="")


def _classified(piece: Piece) -> Item:
    text = piece.text
    if part := _PART.fullmatch(text):
        own = len(part["rest"]) == 0 or part["rest"][0] in ".:-–" or piece.is_capitals
        if own and (piece.bold_share > 0.5 or piece.paragraph.align == "center"):
            return Item("part", piece, part["number"], part["word"], part["rest"])
    if (article := _ARTICLE.match(text)) and (article["mark"] or piece.bold_share > 0):
        return Item("article", piece, article["number"], article["mark"] or "", article["rest"])
    if (section := _SECTION.fullmatch(text)) and from_roman(section["number"]):
        return Item("section", piece, section["number"], "", section["rest"])
    if _SUBCLAUSE.match(text):
        return Item("heading" if piece.bold_share > 0.9 else "body", piece)
    if clause := _CLAUSE.fullmatch(text):
        return Item("item", piece, clause["number"], clause["mark"], clause["rest"])
    if point := _POINT.fullmatch(text):
        if point["letter"].islower():
            return Item("point", piece, point["letter"], point["mark"], point["rest"])
        return Item("heading", piece)
    return Item(_kind_of_text(piece), piece, rest=text)


def _kind_of_text(piece: Piece) -> str:
    align, text = piece.paragraph.align, piece.text
    if _NOTE.match(text) or (text.startswith("(") and text.endswith(")")):
        return "other"
    ends = text.endswith((".", ";"))
    if align in ("center", "right") and not ends and (len(text) < 90 or piece.is_capitals):
        return "caption" if align == "center" else "other"
    if align == "center" and piece.bold_share > 0.9:
        return "caption"
    if (piece.bold_share > 0.9 or piece.is_capitals) and not text.endswith(_SENTENCE_END):
        return "heading"
    return "body"


def _based(items: list[Item]) -> list[Item]:
    """The căn cứ: the paragraphs before the text that begin so, an opening sentence apart."""
    found = list(items)
    begun = False
    for at, item in enumerate(items):
        text = item.piece.text
        if item.kind in ("addressee", "caption", "other"):
            continue
        if item.kind != "body" or not _BASIS.match(text) or _opens(text):
            break
        begun = begun or text.lower().startswith("căn cứ")
        if not begun:
            break
        found[at] = replace(item, kind="basis")
    return found


def _opens(text: str) -> bool:
    return bool(_OPENING.search(text[-40:]) or (_ISSUES.search(text) and not text.endswith(";")))


def _addressed(items: list[Item]) -> list[Item]:
    """Kính gửi and the list below it, which are no paragraphs of the text."""
    found = list(items)
    for at, item in enumerate(items[:4]):
        match = _ADDRESSEE.match(item.piece.text)
        if not match:
            continue
        found[at] = replace(item, kind="addressee")
        if match["rest"]:
            break
        for after in range(at + 1, len(items)):
            text = items[after].piece.text
            if items[after].kind != "body" or (text[0] not in "-–+•" and not _unfinished(items[after - 1])):
                break
            found[after] = replace(items[after], kind="addressee")
            if text.endswith("."):
                break
        break
    return found


def _unfinished(item: Item) -> bool:
    return item.kind == "body" and not item.piece.text.endswith((";", ".", ":"))


def _titled(items: list[Item]) -> list[Item]:
    """Khoản with a title told from those without, and the titles below phần and chương."""
    found = list(items)
    for at, item in enumerate(items):
        before = found[at - 1] if at else None
        after = items[at + 1] if at + 1 < len(items) else None
        if before and before.kind == "part" and item.kind in ("caption", "heading", "body"):
            if not before.rest and not item.piece.text.endswith((".", ";")):
                found[at] = replace(item, kind="part_title")
        elif item.kind == "item" and _is_title(item, after):
            found[at] = replace(item, kind="clause")
    return found


def _is_title(item: Item, after: Item | None) -> bool:
    """A phrase on its own line with something below it; where nothing tells, its own look decides."""
    if item.rest.endswith((".", ";", ",", "…")) or len(item.rest) > _TITLE_LENGTH:
        return False
    if item.rest.endswith(":") or after is None or after.kind in ("item", "section", "part"):
        return item.piece.bold_share > 0.9
    return True


def _check_addressee(form: Form, items: list[Item], findings: Findings) -> None:
    pieces = [item.piece for item in items if item.kind == "addressee"]
    if not pieces:
        if form.is_letter or form.title.kind in findings.rules.kinds_with_addressee:
            findings.add("addressee.missing", "không có “Kính gửi”")
        return
    title = findings.rules.elements["addressee"].title
    findings.check_looks("addressee", pieces, title, ("size", "bold", "italic", "caps"))
    match = _ADDRESSEE.match(pieces[0].text)
    if match is None:
        return
    if not match["colon"]:
        findings.add("addressee.mark", f"“{pieces[0].text[:30]}”")
    listed = [piece.text for piece in pieces[1:]]
    if match["rest"] and listed:
        findings.add("addressee.list", f"“{pieces[0].text}” và {len(listed)} dòng dưới")
    elif listed:
        wrong = [t for t in listed[:-1] if not t.endswith(";")]
        wrong += [t for t in listed[-1:] if not t.endswith(".") or len(listed) == 1]
        if wrong:
            findings.add("addressee.list", f"“{wrong[0]}”")
    elif not match["rest"]:
        findings.add("addressee.list", f"“{pieces[0].text}”")


def _check_bases(items: list[Item], findings: Findings) -> None:
    bases = [item.piece for item in items if item.kind == "basis"]
    findings.check_looks("basis", bases)
    for at, piece in enumerate(bases):
        wanted = "." if at == len(bases) - 1 else ";"
        if not piece.text.endswith(wanted):
            findings.add("basis.mark", f"kết thúc bằng “{piece.text[-1]}”", piece)


def _check_headings(items: list[Item], findings: Findings) -> None:
    for item in items:
        piece = item.piece
        if item.kind in ("part", "part_title", "section", "clause"):
            findings.check_looks(item.kind, [_heading_part(item)])
        if item.kind == "part":
            _check_part(item, findings)
        elif item.kind == "article":
            _check_article(item, findings)
        elif item.kind in ("clause", "item"):
            if item.mark != ".":
                findings.add("clause.mark", f"“{item.number}{item.mark}”", piece)
            if item.kind == "item" and _has_title_inside(piece):
                findings.add("clause.own_line", "tiêu đề đậm liền với lời văn", piece)


def _heading_part(item: Item) -> Piece:
    """A heading without the words that wrongly stand on its line."""
    if item.kind == "part" and item.rest:
        return replace(item.piece, text=f"{item.mark} {item.number}")
    return item.piece


def _check_part(item: Item, findings: Findings) -> None:
    by_roman = item.mark.lower() in ("phần", "chương")
    well = from_roman(item.number) if by_roman else item.number.isdigit()
    if not well:
        findings.add("part.number", f"“{item.mark} {item.number}”", item.piece)
    if item.rest:
        findings.add("part.own_line", f"“{item.piece.text[:40]}”", item.piece)


def _check_article(item: Item, findings: Findings) -> None:
    """The number is bold; a title behind it is, too, but a sentence is not."""
    piece = item.piece
    length = len(piece.text) - len(item.rest)
    label = replace(piece, text=piece.text[:length], runs=cut(piece.runs, 0, length))
    findings.check_looks("article", [label], aspects=("size", "bold", "italic"))
    if item.mark != "." or not item.number[:1].isdigit():
        findings.add("article.mark", f"“{label.text}”", piece)


def _has_title_inside(piece: Piece) -> bool:
    """A bold beginning of several words, then regular words."""
    letters = piece.letters
    bold = 0
    for run in letters:
        if not run.bold:
            break
        bold += len(run.text.split())
    return bold >= 2 and not letters[-1].bold


def _check_points(items: list[Item], findings: Findings) -> None:
    last = ""
    for item in items:
        if item.kind in ("section", "clause", "item", "part", "article", "heading", "caption"):
            last = ""
        if item.kind != "point":
            continue
        if item.mark != ")":
            findings.add("point.mark", f"“{item.number}{item.mark}”", item.piece)
        if not _follows(item.number, last):
            wanted = _next_letter(last) if last else "a"
            findings.add("point.letter", f"“{item.number})” thay cho “{wanted})”", item.piece)
        last = item.number


def _follows(letter: str, last: str) -> bool:
    return letter == "a" or (bool(last) and letter == _next_letter(last))


def _next_letter(letter: str) -> str:
    """The next điểm letter; after a letter that is none, the one that follows it in the alphabet."""
    return next((other for other in POINT_LETTERS if _rank(other) > _rank(letter)), "")


def _rank(letter: str) -> float:
    return ord("d") + 0.5 if letter == "đ" else ord(letter)


def _check_paragraphs(items: list[Item], default_tab: float, findings: Findings) -> None:
    usual = _usual_size(items)
    for item in items:
        piece = item.piece
        if item.kind in _LIKE_TEXT:
            _check_text(item, findings)
        elif item.kind in ("heading", "caption"):
            findings.check_looks("body", [piece], aspects=("size",))
        if item.kind in (*_LIKE_TEXT, "basis", "article"):
            _check_first_line(piece, default_tab, findings)
        if item.kind in (*_LIKE_TEXT, *_HEADINGS, "basis"):
            _check_line(piece, findings)
        if usual and item.kind in ("item", "clause", "point", "article"):
            sizes = {run.size for run in piece.letters if run.size in (13, 13.5, 14)} - {usual}
            if sizes:
                words = f"cỡ chữ {points_text(min(sizes))}, lời văn {points_text(usual)}"
                findings.add("body.same_size", words, piece)


def _check_text(item: Item, findings: Findings) -> None:
    """A paragraph of running text. Single words may be set off; a whole paragraph may not."""
    findings.check_looks(item.kind, [item.piece], aspects=("size", "align"))
    for aspect in ("bold", "italic"):
        if all(getattr(run, aspect) for run in item.piece.letters):
            findings.check_looks(item.kind, [item.piece], aspects=(aspect,))


def _usual_size(items: list[Item]) -> float:
    """The size of most letters of the running text; 0 without any."""
    sizes: Counter[float] = Counter()
    for item in items:
        if item.kind == "body":
            for run in item.piece.letters:
                sizes[run.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _check_first_line(piece: Piece, default_tab: float, findings: Findings) -> None:
    start = first_letter_at(piece, default_tab) * _MM
    wanted, slack = findings.rules.ranges["first_line"], findings.rules.tolerances["indent"]
    if all(abs(start - one) > slack for one in wanted):
        findings.add("body.first_line", f"lùi {points_text(start / 10)} cm", piece)


def first_letter_at(piece: Piece, default_tab: float) -> float:
    """How far the first letter stands from the left margin, in points: indents, tabs, blanks."""
    paragraph = piece.paragraph
    at = paragraph.left + paragraph.first_line
    if paragraph.label is not None:
        return at
    text = paragraph.text
    for char in text[: len(text) - len(text.lstrip())]:
        if char == "\t":
            stops = [stop for stop, kind in paragraph.tabs if stop > at + 0.1 and kind == "left"]
            at = min(stops, default=(at // default_tab + 1) * default_tab)
        else:
            at += text_width(" ", paragraph.runs[0].size)
    return at


def _check_line(piece: Piece, findings: Findings) -> None:
    paragraph = piece.paragraph
    low, high = findings.rules.ranges["line"]
    slack = findings.rules.tolerances["line"]
    line = paragraph.line
    if paragraph.line_rule != "auto":
        single = max((run.size for run in piece.letters), default=14.0) * LINE_HEIGHT
        line /= single
        if paragraph.line_rule == "atLeast":
            line = max(line, low)
    if not low - slack <= line <= high + slack:
        findings.add("body.line", f"{points_text(round(line, 2))} lines", piece)


def _check_gaps(items: list[Item], findings: Findings) -> None:
    wanted, _ = findings.rules.ranges["paragraph_gap"]
    slack = findings.rules.tolerances["gap"]
    held = _HEADINGS | _LIKE_TEXT | {"basis"}
    for above, below in pairwise(items):
        if below.after_break or above.kind == "part" or not {above.kind, below.kind} <= held:
            continue
        gap = _gap(above.piece, below.piece)
        if gap < wanted - slack:
            findings.add("body.gap", f"cách đoạn trên {points_text(gap)} pt", below.piece)


def _gap(above: Piece, below: Piece) -> float:
    """Space after and before together, as Word adds them; "no space between paragraphs of the same
    style" takes away its own part.
    """
    one, other = above.paragraph, below.paragraph
    same = one.style == other.style
    after = 0.0 if one.contextual and same else one.after
    before = 0.0 if other.contextual and same else other.before
    return after + before
