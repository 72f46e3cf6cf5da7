"""An agency's name inside a sentence: the letterhead prints "SỞ NGOẠI VỤ", a sentence "Sở Ngoại
vụ".
"""

import re
from collections.abc import Iterable

_STARTS_A_NAME = {"và", ",", "-", "–", "sở"}  # the word after it is a new part of the name
_PLACES = {"tỉnh", "thành", "phố"}


def name_in_sentence(name: str, texts: Iterable[str]) -> str:
    """The name as the document's own texts write it; where they don't, a department's name by the
    rule of capitals (Phụ lục II: Sở Văn hóa, Thể thao và Du lịch), any other as it is.
    """
    if name != name.upper():
        return name
    spelling = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for text in texts:
        for found in spelling.findall(text):
            if found != name:
                return str(found)
    return _department(name) if name.startswith("SỞ ") else name


def _department(name: str) -> str:
    words: list[str] = []
    before, in_place = ",", False
    for word in name.lower().split():
        in_place = in_place or word in _PLACES
        capital = before in _STARTS_A_NAME or (in_place and word not in _PLACES)
        words.append(word.capitalize() if capital and word not in _STARTS_A_NAME - {"sở"} else word)
        before = "," if word.endswith(",") else word
    return " ".join(words)
