"""Numbers as clerks type them before a heading, a task or a paragraph: "III.", "II.1", "1)", "a)",
"1.Tổ chức". No rule about where they stand.
"""

import re
from dataclasses import dataclass

from cchc_desktop.domain.vietnamese import from_roman

_HEADING = re.compile(
    r"(?P<number>(?:[IVXLC]+|[A-ZĐ]|\d{1,2})(?:\.\d{1,2})*)\.(?!\d)\s*(?P<title>\S.*)", re.DOTALL
)
_TASK = re.compile(
    r"(?P<marked>(?:[IVX]+\.)?\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]+\.|\(\d{1,2}\)|[a-zđ]\))"
    r"(?:\s+(?=\S)|(?=[^\W\d_]|[“\"(]))"
    # these could be figures or words, so that a capital must follow
    r"|(?P<loose>(?:[IVX]+|\d{1,2})(?:\.\d{1,2})+|\d{1,2}/|\d{1,2} ?[-–:]|[a-zđ][./])"
    r"\s+(?=[^\W\d_])"
)
_LEADING = re.compile(r"((?:[IVX]+|\d{1,2})(?:\.\d{1,2})*|[a-zđ]\))(?:[ /:–-]|(?<=\)))")
_BARE = re.compile(r"\(?(?:[IVXLC]+|[A-ZĐa-zđ]|\d{1,3})(?:\.\d{1,2})*\)?[.)/:]*")
_DASH = re.compile(r"[-–—+*•●▪◦○·]\s*")
_DASH_LINE = re.compile(r"[-–—+*•●▪◦○·]\s*\S")

ROMAN_DEPTH = 1
ARABIC_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number without its last full stop, "" where there is none, and the words after it."""

    number: str
    text: str


def split_heading(text: str) -> Numbered:
    """ "III. Cải cách" apart; a number that is not followed by a full stop stays in the words, so
    that they are kept as typed.
    """
    match = _HEADING.fullmatch(text)
    return Numbered(match["number"], match["title"]) if match else Numbered("", text)


def split_task(text: str) -> Numbered:
    """ "1. Tham mưu", "1.Tổ chức", "1.1 Rà soát", "a) Báo cáo" apart; figures that count something
    ("02 lớp", "100% văn bản", "2.000 hồ sơ") stay.
    """
    match = _TASK.match(text)
    if match is None or (match["loose"] and not text[match.end()].isupper()):
        return Numbered("", text)
    return Numbered(bare(match[0].strip().rstrip(" -–:")), text[match.end() :])


def bare(number: str) -> str:
    """The number without its last full stop."""
    return number.strip().removesuffix(".").rstrip()


def is_number(text: str) -> bool:
    """Whether the text is a number and nothing else: "1", "1.2.", "III", "II.1", "a)"."""
    return len(text) <= 12 and _BARE.fullmatch(text) is not None


def is_bullet(mark: str) -> bool:
    """Whether an automatic mark counts nothing: "-", "•" or a sign of a symbol font."""
    return not any(char.isalnum() for char in mark)


def starts_dash_line(text: str) -> bool:
    """Whether the text begins a line of a list with a typed dash or another mark."""
    return _DASH_LINE.match(text) is not None


def without_dash(text: str) -> str:
    """The text after its leading dash, if any."""
    return _DASH.sub("", text, count=1) if _DASH.match(text) else text


def heading_depth(number: str, title: str) -> int | None:
    """How deep a heading stands, by its number or the one that stayed in its words."""
    if number:
        return depth(number)
    typed = _LEADING.match(title)
    return depth(typed[1]) if typed else None


def depth(number: str) -> int | None:
    """How deep a heading with that number stands: "A" 0, "III" 1, "2" and "III.2" 2, "2.1" 3,
    "a)" 4; None without a number.
    """
    first, *rest = number.split(".")
    if not number:
        return None
    if from_roman(first) is not None and first not in "CDLM":
        return ROMAN_DEPTH + len(rest)
    if first.isdigit():
        return ARABIC_DEPTH + len(rest)
    return 4 if number.endswith(")") else 0
