"""What a cell's words look like, whatever column they stand in: a time, a unit, the end of a
sentence.
"""

import re
from functools import lru_cache

from cchc_desktop.intake.source_text import folded

_TIME = re.compile(
    r"(- ?)?((trong|den|het|truoc|tu|dau|cuoi|ca|cham nhat|du kien|ngay|thang|quy|nam|hang|moi|khi"
    r"|hoan thanh|sau khi|ke tu|giai doan|thu|tuan|thuong xuyen|dinh ky|dot xuat|lien tuc)\b"
    r"|q\.? ?[1-4i]"
    r"|theo (?!doi)|thuc hien (theo|thuong|hang)|\d+ (thang|lan|ngay|quy|nam)\b|\d{1,2}[/.-]\d{1,2}"
    r"|20\d\d(-\d\d-\d\d)?$|(0?[1-9]|1[0-2])/20\d\d$|i{1,3}$|iv$)"
)
_UNIT = re.compile(
    r"([-+] ?)?(cac |toan the |tat ca (cac )?)?(phong(?!,? chong)|van phong|vp\b|hoi dong"
    r"|so (?!hoa|lieu|luong|ket|tay)|ban (?!hanh)|to (?!chuc)|trung tam|thanh tra|cong doan|chi cuc"
    r"|chi bo|dang uy|doan |ubnd|uy ban|co quan|don vi|lanh dao|giam doc|pho giam doc|bo phan|vu "
    r"|truong |cuc |cong chuc|thanh vien|bch |ban chap hanh|nhu tren|tat ca|ca nhan|chanh van phong"
    r"|bo )"
)
_LONGEST_NATURE = 160
_OPENERS = "\"'“‘([«"
_SENTENCE_END = (".", ";", "!", "?", "./.", ":")


@lru_cache(maxsize=8192)
def looks_like_time(text: str) -> bool:
    """Whether the text begins as a time cell does: "Quý II", "Trước ngày ...", "Thường xuyên"."""
    return len(text) <= _LONGEST_NATURE and _TIME.match(folded(text)) is not None


@lru_cache(maxsize=8192)
def looks_like_unit(text: str) -> bool:
    """Whether the text begins with a unit: "Phòng ...", "- Văn phòng", "Hội đồng ..."."""
    return len(text) <= 2 * _LONGEST_NATURE and _UNIT.match(folded(text)) is not None


def goes_on(text: str) -> bool:
    """Whether the text begins inside a sentence: a small letter or a mark that ends something."""
    if text[:1] in (",", ";", ".", ":", ")", "”", "]", "/", "%"):
        return True
    return text.lstrip(_OPENERS)[:1].islower()


def is_ended(text: str) -> bool:
    """Whether the text closes with the end of a sentence."""
    return text.rstrip(" \"'”’)»").endswith(_SENTENCE_END)


def is_capitals(text: str) -> bool:
    """Whether the text is all in capitals, of more than one word."""
    return text.isupper() and " " in text.strip() and sum(map(str.isalpha, text)) >= 6
