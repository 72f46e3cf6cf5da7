"""Số, ký hiệu of a document: its parts, the kind that it tells, when two spellings are one. (Not
where texts are read: that grammar takes long to load.)
"""

import re

from cchc_desktop.domain.vietnamese import nfc

KINDS: dict[str, tuple[str, ...]] = {
    # in full: as abbreviated in a symbol, or before a number (Nghị định 30/2020, Phụ lục III, and
    # those of laws and the Party)
    "Nghị quyết liên tịch": ("NQLT",),
    "Nghị quyết": ("NQ",),
    "Quyết định": ("QĐ",),
    "Chỉ thị": ("CT",),
    "Quy chế": ("QC", "QCPH"),
    "Quy định": ("QyĐ",),
    "Thông cáo": ("TC",),
    "Thông báo": ("TB",),
    "Hướng dẫn": ("HD",),
    "Chương trình hành động": ("CTHĐ", "CTrHĐ"),
    "Chương trình phối hợp": ("CTPH", "CTrPH"),
    "Chương trình": ("CTr",),
    "Kế hoạch liên tịch": ("KHLT",),
    "Kế hoạch phối hợp": ("KHPH",),
    "Kế hoạch": ("KH",),
    "Phương án": ("PA",),
    "Đề án": ("ĐA",),
    "Dự án": ("DA",),
    "Báo cáo": ("BC", "BCTĐ"),
    "Biên bản": ("BB",),
    "Tờ trình": ("TTr",),
    "Hợp đồng": ("HĐ", "HĐLĐ", "HĐKT"),
    "Công điện": ("CĐ",),
    "Bản ghi nhớ": ("BGN",),
    "Bản thỏa thuận": ("BTT",),
    "Giấy ủy quyền": ("GUQ",),
    "Giấy mời": ("GM",),
    "Giấy giới thiệu": ("GGT",),
    "Giấy nghỉ phép": ("GNP",),
    "Giấy phép": ("GP",),
    "Giấy chứng nhận": ("GCN",),
    "Phiếu gửi": ("PG",),
    "Phiếu chuyển": ("PC",),
    "Phiếu báo": ("PB",),
    "Thông tư liên tịch": ("TTLT",),
    "Thông tư": ("TT",),
    "Nghị định": ("NĐ",),
    "Kết luận": ("KL",),
    "Công văn": ("CV",),
    "Văn bản hợp nhất": ("VBHN",),
    "Văn bản": ("VB",),
    "Sắc lệnh": ("SL",),
    "Pháp lệnh": ("PL",),
    "Bộ luật": (),
    "Luật": (),
    "Lệnh": (),
}
BY_ABBREVIATION = {short: kind for kind, shorts in KINDS.items() for short in shorts}
_PREFIX = re.compile(r"\s*(?:số\s*:?|so\s*:|n[oº°]\s*[.:])\s*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s/\\.&_-]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_SPLIT = re.compile(
    r"(?P<number>\d+(?:\.\d{3})*\s?[a-zđ]?(?!\w)(?:\s?/\s?(?:19|20)\d\d)?)\s?[-/]?\s?(?P<symbol>.*)",
    re.IGNORECASE | re.DOTALL,
)


def split_number(typed: str) -> tuple[str, str]:
    """Number and symbol of a typed số hiệu: "Số: 05/KH-SNgV" is ("05", "KH-SNgV"), "39-NQ/TW"
    ("39", "NQ/TW"); a number that cannot be told apart is all number.
    """
    text = re.sub(r"[‐‑‒–—−]", "-", " ".join(nfc(typed).split()))
    prefix = _PREFIX.match(text)
    text = (text[prefix.end() :] if prefix else text).strip()
    match = _SPLIT.fullmatch(text)
    if match is None:
        return text, ""
    return tight(match["number"]), tight(match["symbol"]).strip("-/. ")


def kind_of_symbol(symbol: str) -> str:
    """The kind of document that a symbol tells, in full: "KH-SNgV" is a Kế hoạch; "" for none."""
    return BY_ABBREVIATION.get(re.split("[-/]", symbol)[0], "")


def kind_in_full(typed: str) -> str:
    """The kind that a name or an abbreviation means: "QUYẾT ĐỊNH" and "QĐ" are "Quyết định"; as
    typed where it is none that is known.
    """
    named = {kind.lower(): kind for kind in KINDS}
    return BY_ABBREVIATION.get(typed, named.get(typed.lower(), typed))


def number_key(number: str, symbol: str) -> str:
    """What two spellings of one số hiệu share: case, đ, leading zeros, blanks, dashes and the word
    "Số" do not matter.
    """
    text = f"{number}/{symbol}" if symbol else number
    prefix = _PREFIX.match(nfc(text))
    text = nfc(text)[prefix.end() if prefix else 0 :]
    text = re.sub(r"[‐‑‒–—−]", "-", text.casefold()).replace("đ", "d").replace("ð", "d")
    text = re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "", text)
    return _ZEROS.sub("", _SEPARATORS.sub("-", text).strip("-"))


def tight(text: str) -> str:
    """A number or a symbol without blanks."""
    return re.sub(r"\s", "", text).replace("–", "-")
