"""Holds the text of a document against the decree (Phụ lục I, Mục II, khoản 6)."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise, takewhile

from cchc_desktop.documents.checks.findings import Findings, points_text
from cchc_desktop.documents.form.items import Item, text_items
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece, cut
from cchc_desktop.domain.vietnamese import POINT_LETTERS, from_roman
from cchc_desktop.office.lengths import POINTS_PER_MM
from cchc_desktop.office.text_width import LINE_HEIGHT, text_width

_HEADINGS = frozenset(("part", "part_title", "section", "article", "clause", "heading"))
_LIKE_TEXT = frozenset(("body", "item", "point"))


def check_body(form: Form, default_tab: float, findings: Findings) -> None:
    """The text between title and closing; `default_tab` in points."""
    items = text_items(form)
    _check_bases(items, findings)
    _check_headings(items, findings)
    _check_points(items, findings)
    _check_paragraphs(items, default_tab, findings)
    _check_gaps(items, findings)


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
    """A bold beginning of several words with a mark at its end, then regular words."""
    bold = "".join(run.text for run in takewhile(lambda run: run.bold, piece.runs)).strip()
    after_it = piece.text[len(bold) :].lstrip()
    ends = bold.endswith((".", ":")) or after_it.startswith((".", ":"))
    return len(bold.split()) >= 2 and ends and not piece.letters[-1].bold


def _check_points(items: list[Item], findings: Findings) -> None:
    last = ""
    for item in items:
        if item.kind in ("section", "clause", "item", "part", "article", "heading", "caption"):
            last = ""
        if item.kind != "point":
            continue
        if item.mark != ")":
            findings.add("point.mark", f"“{item.number}{item.mark}”", item.piece)
        quoted = not item.piece.text[0].isalpha()  # a quotation begins with any letter
        if not quoted and not _follows(item.number, last):
            wanted = _next_letter(last) if last else "a"
            findings.add("point.letter", f"“{item.number})” thay cho “{wanted})”", item.piece)
        last = item.number


def _follows(letter: str, last: str) -> bool:
    return letter == "a" or (bool(last) and letter == _next_letter(last))


def _next_letter(letter: str) -> str:
    """The điểm letter after a letter, also after one that may not be used; "" at the end."""
    return next((other for other in POINT_LETTERS if _rank(other) > _rank(letter)), "")


def _rank(letter: str) -> float:
    return ord("d") + 0.5 if letter == "đ" else ord(letter)


def _check_paragraphs(items: list[Item], default_tab: float, findings: Findings) -> None:
    low, high = findings.rules.elements["body"].size
    usual = _usual_size(items, low, high)
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
            sizes = {run.size for run in piece.letters if low <= run.size <= high} - {usual}
            if sizes:
                words = f"cỡ chữ {points_text(min(sizes))}, lời văn {points_text(usual)}"
                findings.add("body.same_size", words, piece)


def _check_text(item: Item, findings: Findings) -> None:
    """A paragraph of running text. Single words may be set off; a whole paragraph may not."""
    findings.check_looks(item.kind, [item.piece], aspects=("size", "align"))
    for aspect in ("bold", "italic"):
        if all(getattr(run, aspect) for run in item.piece.letters):
            findings.check_looks(item.kind, [item.piece], aspects=(aspect,))


def _usual_size(items: list[Item], low: float, high: float) -> float:
    """The lawful size of most letters of the running text; 0 without any."""
    sizes: Counter[float] = Counter()
    for item in items:
        for run in item.piece.letters if item.kind == "body" else ():
            if low <= run.size <= high:
                sizes[run.size] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _check_first_line(piece: Piece, default_tab: float, findings: Findings) -> None:
    start = first_letter_at(piece, default_tab) / POINTS_PER_MM
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
