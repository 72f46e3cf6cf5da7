"""A lead or coordinating cell cut at every place where a new unit might begin; which cuts hold is
for `unit_segments.py` to say. Remarks, labels and list marks are taken off here.
"""

import re
from dataclasses import dataclass

from cchc_desktop.domain.unit_heads import (
    begins_unit,
    head_of,
    is_bare_head,
    is_group_noun,
    plural_of,
)
from cchc_desktop.domain.vietnamese import tidy

START, LINE, BULLET, SEMICOLON, COMMA, AND, DASH, SLASH = (
    "start", "line", "bullet", "semicolon", "comma", "and", "dash", "slash"
)  # fmt: skip
_MARK = "\ue000"  # stands for a bracket taken out: the mark and its number in digits
_BRACKET = re.compile(r"\s*(?:\(([^()]*)(?:\)|$)|\[([^\[\]]*)(?:\]|$))")
_MARKED = re.compile(rf"{_MARK}(\d+){_MARK}")
_BULLET = re.compile(
    r"(?:[-–—−+•*·▪■●○◦►❖✓✔\uf0b7\uf0a7\uf02d]+|\(?\d{1,2}[.)](?!\d)|\([a-zđ]\)|[a-zđ]\))\s*"
)
_OPEN_END = re.compile(r"(?:[,&-]|\b(?:và|các|của|thuộc|văn))$", re.IGNORECASE)
_SEPARATORS = (
    (SEMICOLON, r"\s*;\s*|(?<=[a-zà-ỹ]{3})\.\s+(?=[A-ZĐÀ-Ỹ])"),
    (AND, r"\s*,?\s+(?:và/hoặc|và|cùng với|cùng|phối hợp (?:với|cùng)|kết hợp với|hoặc)\s+"),
    (AND, r"\s*,?\s+phối hợp\s+(?=(?i:các|phòng|văn phòng|vp|p\.|thanh tra|trung tâm|sở)\b)"),
    (AND, r"\s+[&+]\s*|\s*[&+]\s+"),
    (COMMA, r"\s*,(?!\s*chống\b)(?!\d)\s*"),
    (DASH, r"\s+[-–—−]\s*|(?<=\w)[-–—−]\s+"),
    (DASH, r"(?<=\bVP)[-–—−]|(?<=\w)[-–—−](?=(?:[Pp]hòng|[Vv]ăn phòng|VP|[Cc]ác)\s)"),
    (SLASH, r"(?<![Đđ])\s*/\s*(?=[^\W\d])"),
)
_SEPARATOR = re.compile("|".join(f"({pattern})" for _, pattern in _SEPARATORS))
_ROLE = r"(?:chủ trì|phối hợp|đầu mối|thực hiện|theo dõi)"
_LABEL = re.compile(rf"(?:(?:các )?(?:đơn vị|cơ quan|phòng|bộ phận) )?{_ROLE}( thực hiện)?", re.I)
_BEFORE = re.compile(r"(?:giao|do|và|cùng|cùng với|phối hợp với|phối hợp|chủ trì)\s+", re.I)
_AFTER = re.compile(
    rf"[\s,:–-]+(?:là |làm )?(?:(?:đơn vị|cơ quan) )?{_ROLE}(?: (?:thực hiện|chung|báo cáo))?$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two possible cuts: what stood before them, as a kind and as typed, and the
    bracketed remarks after them.
    """

    text: str
    joint: str = START
    glue: str = ""
    remarks: tuple[str, ...] = ()


def pieces_of(cell: str) -> list[Piece]:
    """The pieces of a cell in order; pieces that are nothing but remarks are dropped."""
    remarks: list[str] = []

    def take_out(match: re.Match[str]) -> str:
        remarks.append((match[1] or match[2] or "").strip())
        return f"{_MARK}{len(remarks) - 1}{_MARK} "

    pieces: list[Piece] = []
    for line in _whole_lines(tidy(cell)):
        bullet = _BULLET.match(line)
        text = _BRACKET.sub(take_out, line[bullet.end() :] if bullet else line)
        joint = BULLET if bullet else LINE
        pieces.extend(_pieces_of_line(text, joint if pieces else START, remarks))
    return pieces


def _whole_lines(text: str) -> list[str]:
    """Lines, those put together that break within a unit's name or a list: "Các" / "phòng"; also
    within brackets.
    """
    lines: list[str] = []
    for line in filter(None, text.splitlines()):
        if lines and _goes_on(lines[-1], line, first=len(lines) == 1):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines


def _goes_on(above: str, line: str, *, first: bool) -> bool:
    """Whether the words above, `first` of the cell, break off within a name or a list."""
    if _OPEN_END.search(above) or above.count("(") > above.count(")"):
        return True
    bullet = _BULLET.match(line)
    if bullet is None:
        return is_bare_head(_last_part(above)) and not begins_unit(line)
    # "Phòng Kế hoạch" / "- Tài chính": a dash that parts no list
    own = line[bullet.end() :]
    if begins_unit(own) or is_group_noun(own) or _BULLET.match(above):
        return False
    return first and line[0] in "-–" and begins_unit(_last_part(above))


def _last_part(text: str) -> str:
    """The words after the last separator."""
    *_, start = (0, *(match.end() for match in _SEPARATOR.finditer(text)))
    return text[start:]


def _pieces_of_line(line: str, joint: str, remarks: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    start, glue = 0, " "
    for match in [*_SEPARATOR.finditer(line), None]:
        typed = line[start : match.start() if match else len(line)]
        inside = tuple(remarks[int(number)] for number in _MARKED.findall(typed))
        text = _without_labels(" ".join(_MARKED.sub(" ", typed).split()))
        if text:
            pieces.append(Piece(text, joint, glue, inside))
        if match:
            joint = joint if not text and joint in (START, LINE, BULLET) else _joint(match)
            start, glue = match.end(), match.group()
    return pieces


def _joint(match: re.Match[str]) -> str:
    assert match.lastindex is not None, "every separator is a group"
    return _SEPARATORS[match.lastindex - 1][0]


def _without_labels(text: str) -> str:
    """The text without "Chủ trì:", "Giao ...", "... làm đầu mối" and the marks around it."""
    text = text.strip(" .,:;-–—−")
    before, colon, after = (part.strip() for part in text.partition(":"))
    if colon:
        listed = plural_of(before)[0] and after[:1].isupper()
        text = after if _LABEL.fullmatch(before) else f"{before} {after}" if listed else before
    if _LABEL.fullmatch(text):
        return ""
    verb = _BEFORE.match(text)
    if verb and head_of(text[verb.end() :])[0]:
        text = text[verb.end() :]
    return text if text.lower().startswith("hội đồng") else _AFTER.sub("", text)
