"""Slips of typing in a report's text that one click mends."""

import re
from collections.abc import Iterator

from cchc_desktop.domain.report_checks.text import Flaw, Line, Located, ReportText
from cchc_desktop.domain.vietnamese import legal_month, nfc

_SLIPS = {  # as it is typed by mistake: as it should be; told apart by every letter and mark
    "UNBD": "UBND", "UBDN": "UBND", "UBNB": "UBND", "UDND": "UBND", "UBNN": "UBND",
    "HĐNN": "HĐND", "HNĐD": "HĐND", "HDND": "HĐND",
    "TTCH": "TTHC", "THTC": "TTHC", "TTHV": "TTHC", "TTCHC": "TTHC",
    "CCCH": "CCHC", "CHCC": "CCHC", "CCHCC": "CCHC",
    "Nghi định": "Nghị định", "Nghị đinh": "Nghị định", "Nghi đinh": "Nghị định",
    "Nghi quyết": "Nghị quyết", "Nghị quyêt": "Nghị quyết",
    "Quyêt định": "Quyết định", "Quyết đinh": "Quyết định", "Quyết dịnh": "Quyết định",
    "Kê hoạch": "Kế hoạch", "Kế hoach": "Kế hoạch", "Kế họach": "Kế hoạch",
    "Công vân": "Công văn",
    "cãi cách": "cải cách", "cải cach": "cải cách", "hành chinh": "hành chính",
    "hành chình": "hành chính", "thũ tục": "thủ tục", "thủ tuc": "thủ tục",
    "Ủy ban nhân nhân": "Ủy ban nhân dân", "Uỷ ban nhân nhân": "Uỷ ban nhân dân",
    "Ủy ban nhân đân": "Ủy ban nhân dân", "Hội đồng nhân đân": "Hội đồng nhân dân",
    "nhà nươc": "nhà nước", "cán bô": "cán bộ", "công chưc": "công chức", "viên chưc": "viên chức",
    "sữa đổi": "sửa đổi", "bổ xung": "bổ sung", "xữ lý": "xử lý", "giãi quyết": "giải quyết",
    "triễn khai": "triển khai", "thực hiên": "thực hiện", "chỉ đao": "chỉ đạo",
    "tham muu": "tham mưu", "ũy quyền": "ủy quyền", "điên tử": "điện tử",
    "trưc tuyến": "trực tuyến",
    "UBND Tỉnh": "UBND tỉnh", "Chính Phủ": "Chính phủ", "Thủ tướng chính phủ":
    "Thủ tướng Chính phủ", "Sở nội vụ": "Sở Nội vụ", "Sở ngoại vụ": "Sở Ngoại vụ",
    "Sở Tư Pháp": "Sở Tư pháp", "Bộ nội vụ": "Bộ Nội vụ", "Bộ ngoại giao": "Bộ Ngoại giao",
}  # fmt: skip
_LOWER = {wrong: right for wrong, right in _SLIPS.items() if wrong[1:].islower()}
_ALL = _SLIPS | {
    change(wrong): change(right)
    for wrong, right in _LOWER.items()
    if not wrong.startswith(("Sở", "Bộ"))
    for change in (str.lower, str.capitalize)
}
_SLIP = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_ALL, key=len, reverse=True)))})(?!\w)"
)
_SPACES = re.compile(r"(?<=\S)[ \u00a0\t]{2,}(?=\S)")
_BEFORE_MARK = re.compile(r"(?<=\S)[ \u00a0\t]+(?=[,;:!?](?!\d)|\.(?:\s|$|/\.))")
_IN_BRACKETS = re.compile(r"(?<=\()[ \u00a0\t]+|[ \u00a0\t]+(?=\))")
_NO_BLANK = re.compile(r"[,;](?=[^\W\d_]{2})")
_DAY = re.compile(
    r"(?=\d)(?:(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?<=tháng )(?P<only>\d{1,2})/(?P<year2>(?:19|20)\d\d)(?!\d))",
)
_DAY_IN_WORDS = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)")


def spelling_flaws(text: ReportText) -> Iterator[Located]:
    """Words, blanks, days and letters that are typed wrongly, line by line."""
    for line in text.read():
        for flaw in (*_letters(line), *_words(line), *_blanks(line), *_days(line)):
            yield line, flaw


def _letters(line: Line) -> Iterator[Flaw]:
    whole = nfc(line.text)
    if whole != line.text:
        found = "Chữ có dấu rời (Unicode tổ hợp)"
        yield Flaw("letters", 0, len(line.text), found, "Unicode dựng sẵn", "dấu rời", whole)


def _words(line: Line) -> Iterator[Flaw]:
    for match in _SLIP.finditer(line.text):
        right = _ALL[match[0]]
        yield Flaw("slip", *match.span(), f"Viết sai: “{match[0]}”", right, "viết sai", right)


def _blanks(line: Line) -> Iterator[Flaw]:
    for match in _SPACES.finditer(line.text):
        yield Flaw("two-blanks", *match.span(), "Hai dấu cách liền nhau", "", "thừa dấu cách", " ")
    for match in _BEFORE_MARK.finditer(line.text):
        mark = line.text[match.end()]
        found = f"Dấu cách trước “{mark}”"
        yield Flaw("blank-before-mark", *match.span(), found, "", "thừa dấu cách", "")
    for match in _IN_BRACKETS.finditer(line.text):
        found = "Dấu cách ở mép trong của ngoặc"
        yield Flaw("blank-in-brackets", *match.span(), found, "", "thừa dấu cách", "")
    for match in _NO_BLANK.finditer(line.text):
        right = f"{match[0]} "
        found = f"Thiếu dấu cách sau “{match[0]}”"
        yield Flaw("no-blank", *match.span(), found, "", "thiếu dấu cách", right)


def _days(line: Line) -> Iterator[Flaw]:
    """Days below 10 and months 1 and 2 take a zero, other months none (Phụ lục I, Mục II 4.b)."""
    for match in _DAY.finditer(line.text):
        month = int(match["month"] or match["only"])
        parts = [_month(month), match["year"] or match["year2"]]
        if match["day"]:
            parts.insert(0, f"{int(match['day']):02d}")
        yield from _day(match, "/".join(parts))
    for match in _DAY_IN_WORDS.finditer(line.text):
        day, of, year = match.groups()
        yield from _day(match, f"ngày {int(day):02d} tháng {_month(int(of))} năm {year}")


def _month(month: int) -> str:
    return legal_month(month) if 1 <= month <= 12 else str(month)


def _day(match: re.Match[str], right: str) -> Iterator[Flaw]:
    if right != match[0]:
        yield Flaw("day-zero", *match.span(), f"Cách ghi ngày: {match[0]}", right, "số 0", right)
