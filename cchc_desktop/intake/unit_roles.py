"""A cell that names both who leads and who co-operates, parted where it says who does which."""

import re

from cchc_desktop.domain.columns import COORDINATING, LEAD, UNIT_KEYS
from cchc_desktop.domain.unit_heads import begins_unit
from cchc_desktop.domain.unit_words import ABSENT

_NOUN = r"(?:đơn vị|cơ quan|phòng ban|phòng|bộ phận|tổ chức|cá nhân)"
_NAMED = rf"(?i:(?:(?:các|là|làm) )*(?:{_NOUN},? (?:và )?)*)"  # "là cơ quan, đơn vị (chủ trì)"
_ROLE = r"(?i:chủ trì|(?<!hội đồng )phối hợp)"
_SHORT = rf"(?:{_ROLE}|CT|PH)"
_DOING = r"(?i:(?: (?:thực hiện|chính|chung))?)"
_CLAUSE = r"(?:^|[\n;.,(]|\s[-–])\s*(?:[-–+•*]\s*)?(?i:và\s+)?"
_UNIT = r"(?i:các|những|toàn|phòng|văn phòng|vp|p\.|thanh tra|trung tâm|sở|ban)\b"
# where words say the role of what stands before them ("remark...") or after them ("label...")
_MARK = re.compile(
    "|".join(
        (
            rf"\s*[(\[]\s*{_NAMED}(?P<remark_in_brackets>{_SHORT}){_DOING}\s*[)\]]",
            rf"{_CLAUSE}{_NAMED}(?P<label>{_SHORT}){_DOING}\s*(?::|\n|\s(?:[-–]|là)\s)\s*",
            r"[\s,;.(]*(?i:(?:và|có sự)\s+)?(?P<label_verb>(?i:(?<!hội đồng )phối hợp))"
            r"(?i:\s+thực hiện)?\s+(?i:cùng với|với|cùng)\s*:?\s*",
            rf"(?:\s*[-–,:])?\s+(?i:(?:là|làm) (?:{_NOUN} )?|(?:cùng|đều|đồng) )?"
            rf"(?P<remark>{_ROLE}){_DOING}"
            rf"(?=\s*(?:[;,.\n]|$)|\s+(?i:(?:và )?phối hợp)\b)",
            rf"{_CLAUSE}(?P<label_before>{_ROLE}){_DOING}\s+(?=\w)",
            rf"\s+(?P<label_inside>(?i:(?<!hội đồng )phối hợp))\s+(?={_UNIT})",
        )
    )
)
_LIST_MARK = re.compile(r"[-–+•*\s]+|\d{1,2}[.)]\s+|[a-zđ]\)\s*")
_LEFT_OVER = re.compile(_ROLE)
_GIVEN = re.compile(r"^(?i:giao|do)\s+(?=[A-ZĐ])|\s+(?i:(?:cùng )?thực hiện)$")


def says_role(text: str) -> bool:
    """Whether a cell says of a unit that it leads or co-operates."""
    return _MARK.search(text) is not None or _LEFT_OVER.search(text) is not None


def lead_and_coordinating(text: str) -> tuple[str, str] | None:
    """The units that lead and those that co-operate, as typed but for the words that say so; None
    where the cell doesn't say it of each.

    "Chủ trì: A. Phối hợp: B", "A (chủ trì); B (phối hợp)", "A chủ trì, phối hợp với B" are
    ("A", "B"); what stands beside a remark that one leads co-operates.
    """
    found: dict[str, list[str]] = {LEAD: [], COORDINATING: []}
    at, role, labelled = 0, "", True
    for mark in _MARK.finditer(text):
        assert mark.lastgroup is not None, "every form has its group"
        said = _role(mark[mark.lastgroup])
        words = _bare(text[at : mark.start()])
        if mark.lastgroup.startswith("label"):
            own = role or (LEAD if said == COORDINATING and not at else "")
            role = said
        else:
            own = "" if role else said
            labelled = False
            if own == LEAD and "brackets" in mark.lastgroup and _are_several(words):
                return None
            role = ""
        if words and not own:
            return None
        if words:
            found[own].append(words)
        at = mark.end()
    if words := _bare(text[at:]):
        if not role and (not at or found[COORDINATING]):
            return None
        found[role or COORDINATING].append(words)
    lead, coordinating = ("; ".join(found[key]) for key in UNIT_KEYS)
    whole = all(map(_is_whole, (lead, coordinating))) and (lead or labelled)
    return (lead, coordinating) if whole and at else None


def _role(words: str) -> str:
    return LEAD if words.lower() in ("chủ trì", "ct") else COORDINATING


def _bare(words: str) -> str:
    """Words without the marks around them; the dashes of a list stay."""
    words = words.strip(" \n\t.,;:")
    if "\n" not in words:
        words = _without_mark(words.rstrip(" -–+•*"))
    if words.count(")") > words.count("("):
        words = words.removesuffix(")")
    words = _GIVEN.sub("", words)
    return "" if words.lower() in (*ABSENT, "và") else words


def _without_mark(words: str) -> str:
    mark = _LIST_MARK.match(words)
    return words[mark.end() :] if mark else words


def _are_several(words: str) -> bool:
    return any(map(begins_unit, re.split(r"[;,\n]\s*", words)[1:]))


def _is_whole(words: str) -> bool:
    return words.count("(") == words.count(")") and not _LEFT_OVER.search(words)
