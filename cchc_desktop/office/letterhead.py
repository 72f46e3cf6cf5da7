"""The geometry of a letterhead (ô 1-4 of the decree's diagram): its two columns, and the set of
sizes that fits. And what Word and PDF share of the other blocks over and under the text.
"""

from dataclasses import dataclass, replace

from cchc_desktop.domain.content import Letterhead
from cchc_desktop.office.document_style import DocumentStyle, TextStyle
from cchc_desktop.office.heading_lines import balanced_width
from cchc_desktop.office.text_width import (
    ASCENT,
    LINE_HEIGHT,
    line_count,
    text_width,
    wrapped_lines,
)

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS_HEAD = "Nơi nhận:"
CELL_MARGIN = 4.0  # points, at both sides of both columns
LEFT_OF_CLOSING = 0.45  # of the text's width, for nơi nhận
RULE_DROP = 3.0  # points from the upper edge of a rule's paragraph to the rule
_SLACK = 2.0  # points: no line may wrap because of a rounding
_LEAST_LEFT = 0.3  # of the width, kept for the agency's name however long the place and date are


@dataclass(frozen=True, slots=True)
class LetterheadLayout:
    """The room for text in the two columns in points, and the style whose sizes fit it."""

    left: float
    right: float
    style: DocumentStyle


def letterhead_layout(head: Letterhead, style: DocumentStyle) -> LetterheadLayout:
    """The larger set of sizes where each line then stays whole, else the smaller set (footnote of
    Phụ lục I Mục V); Quốc hiệu, Tiêu ngữ and the date never wrap, a long agency's name may.
    """
    large = _columns(head, style)
    if _natural(head, style, ("superior", "agency", "number_line")) <= large.left:
        return large
    roles = {
        role: replace(look, size=style.compact_letterhead.get(role, look.size))
        for role, look in style.roles.items()
    }
    return _columns(head, replace(style, roles=roles))


def name_lines(head: Letterhead) -> list[tuple[str, str]]:
    """The roles and texts over the rule at the left; an agency without a superior stands alone."""
    both = (("superior", head.superior), ("agency", head.agency))
    return [(role, text) for role, text in both if text or not head.agency]


def date_drop(head: Letterhead, layout: LetterheadLayout) -> float:
    """By how many points place and date stand too high (below 0: too low) beside the number, with
    which they share a level (ô 3 and 4 of the diagram).
    """
    left = [(*name, layout.left) for name in name_lines(head)]
    right = [("national_name", NATIONAL_NAME, layout.right), ("motto", MOTTO, layout.right)]
    number = _height(left, layout.style) + _baseline("number_line", layout.style)
    return number - _height(right, layout.style) - _baseline("place_date", layout.style)


def drawn_in(text: str, role: TextStyle, width: float) -> float:
    """By how much a heading of several lines is drawn in from both sides, so that they are of
    nearly equal length.
    """
    words = role.shown(text)
    if text_width(words, role.size, role.face) <= width:
        return 0
    return max((width - balanced_width(words, width, role.size, role.face) - _SLACK) / 2, 0)


def rule_length(text: str, role: TextStyle, width: float, share: float) -> float:
    """The length of the rule under a heading: a share of its longest line."""
    room = width - 2 * drawn_in(text, role, width)
    lines = wrapped_lines(role.shown(text), room, role.size, role.face)
    return share * max(text_width(line, role.size, role.face) for line in lines)


def _height(paragraphs: list[tuple[str, str, float]], style: DocumentStyle) -> float:
    total = 0.0
    for role, text, width in paragraphs:
        look = style.roles[role]
        lines = line_count(look.shown(text), width, look.size, look.face)
        total += lines * look.size * LINE_HEIGHT
    return total


def _baseline(role: str, style: DocumentStyle) -> float:
    look = style.roles[role]
    return look.before + ASCENT * look.size


def _columns(head: Letterhead, style: DocumentStyle) -> LetterheadLayout:
    width = style.page.text_width() - 4 * CELL_MARGIN
    needed = _natural(head, style, ("national_name", "motto", "place_date"))
    right = min(needed, width * (1 - _LEAST_LEFT))
    return LetterheadLayout(width - right, right, style)


def _natural(head: Letterhead, style: DocumentStyle, roles: tuple[str, ...]) -> float:
    texts = {
        "national_name": NATIONAL_NAME,
        "motto": MOTTO,
        "place_date": head.place_date,
        "superior": head.superior,
        "agency": head.agency,
        "number_line": head.number_line,
    }
    looks = [(style.roles[role], texts[role]) for role in roles]
    return _SLACK + max(text_width(look.shown(text), look.size, look.face) for look, text in looks)
