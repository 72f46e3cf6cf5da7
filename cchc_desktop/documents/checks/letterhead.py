"""Holds ô 1-4 against the decree: Quốc hiệu, Tiêu ngữ, agency, số, place and date (Phụ lục I, Mục
II, khoản 1-4).
"""

import re
from dataclasses import replace
from itertools import takewhile

from cchc_desktop.documents.checks.findings import Findings, points_text
from cchc_desktop.documents.checks.lines import FoundLine, check_line, found_lines
from cchc_desktop.documents.form.parts import Form, Heads
from cchc_desktop.documents.form.pieces import LEFT, WHOLE, Piece
from cchc_desktop.domain.vietnamese import legal_month, nfc

_DATE = re.compile(
    r"(?P<place>.*?)\s*(?P<comma>,?)\s*ngày(?P<day>[\s\d.…_]*)tháng(?P<month>[\s\d.…_]*)"
    r"năm(?P<year>[\s\d.…_]*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<label>\w+)(?P<colon>\s*:)?(?P<number>[^/]*)(?P<rest>/.*)?", re.DOTALL)
_UNIT = re.compile(  # the kind of a place, which is no part of its own name
    r"\b(thành phố|tỉnh|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu|thủ đô)\s", re.IGNORECASE
)
_SINGLE_GAP = 12.0  # points between Quốc hiệu and Tiêu ngữ that are surely more than a line
_SINGLE_LINE = 1.3


def check_letterhead(form: Form, findings: Findings) -> None:
    """Ô 1-4; a document issued with another one has no số and date of its own."""
    heads = form.heads
    lines = found_lines(heads.lines) + _stray_lines(form)
    _check_national_name(heads, findings)
    _check_motto(heads, lines, findings)
    _check_agency(heads, lines, findings)
    attached = bool(form.title.reference)
    if heads.number_line:
        _check_number(form, heads.number_line, findings)
    elif not attached:
        findings.add("number_line.missing", "không có dòng “Số: …”")
    if heads.place_date:
        _check_place_date(heads.place_date, findings)
    elif not attached and form.title.kind not in findings.rules.kinds_without_place:
        findings.add("place_date.missing", "không có dòng địa danh, ngày, tháng, năm")
    _check_sizes(heads, findings)


def _stray_lines(form: Form) -> list[FoundLine]:
    """Lines drawn at a fixed place, anchored between the letterhead and trích yếu."""
    subject = set(map(id, form.title.subject))
    above = takewhile(lambda piece: id(piece) not in subject, form.title.lines)
    return [replace(line, at=None) for line in found_lines(list(above)) if line.side]


def _check_national_name(heads: Heads, findings: Findings) -> None:
    piece = heads.national_name
    if piece is None:
        findings.add("national_name.missing", "không có Quốc hiệu")
        return
    title = findings.rules.elements["national_name"].title
    findings.check_looks("national_name", [piece], title)
    if " ".join(nfc(piece.text).upper().split()) not in findings.rules.national_name:
        findings.add("national_name.text", f"“{piece.text}”")
    if piece.side == LEFT:
        findings.add("national_name.place", "ở bên trái")


def _check_motto(heads: Heads, lines: list[FoundLine], findings: Findings) -> None:
    piece = heads.motto
    if piece is None:
        findings.add("motto.missing", "không có Tiêu ngữ")
        return
    wrong = findings.check_looks("motto", [piece], findings.rules.elements["motto"].title)
    if " ".join(nfc(piece.text).split()) != findings.rules.motto:
        findings.add("motto.text", f"“{piece.text}”")
    under = [line for line in lines if line.side == (piece.side or line.side)]
    if not under:
        under = [line for line in lines if line.side == WHOLE]
    check_line(findings, "motto", [piece], under, wrong)
    if heads.national_name:
        title = findings.rules.elements["national_name"].title
        findings.check_looks("motto", [heads.national_name], title, ("align",))
        _check_spacing(heads.national_name, piece, findings)


def _check_spacing(above: Piece, below: Piece, findings: Findings) -> None:
    gap = above.paragraph.after + below.paragraph.before
    line = below.paragraph.line if below.paragraph.line_rule == "auto" else 1.0
    if above.paragraph is not below.paragraph and gap > _SINGLE_GAP:
        findings.add("motto.spacing", f"cách nhau {points_text(gap)} pt", of=below)
    elif line >= _SINGLE_LINE:
        findings.add("motto.spacing", f"cách dòng {points_text(line)}", of=below)


def _check_agency(heads: Heads, lines: list[FoundLine], findings: Findings) -> None:
    elements = findings.rules.elements
    findings.check_looks("superior", heads.superior, elements["superior"].title)
    if not heads.agency:
        findings.add("agency.missing", "không có tên cơ quan ban hành")
        return
    wrong = findings.check_looks("agency", heads.agency, elements["agency"].title)
    findings.check_looks("agency", heads.superior, elements["superior"].title, ("align",))
    side = heads.agency[0].side
    under = [line for line in lines if line.side == (side or LEFT)]
    if not under:
        under = [line for line in lines if line.side == WHOLE]
    check_line(findings, "agency", heads.agency, under, wrong)


def _check_number(form: Form, piece: Piece, findings: Findings) -> None:
    where = findings.rules.elements["number_line"].title
    findings.check_looks("number_line", [piece], where)
    match = _NUMBER.match(piece.text)
    if not match:
        return
    if match["label"] != "Số" or match["colon"] != ":":
        findings.add("number_line.label", f"“{match['label']}{match['colon'] or ''}”")
    number = match["number"].strip()
    symbol = (match["rest"] or "").removeprefix("/")
    if len(number) == 1 and number.isdecimal():
        findings.add("number_line.zero", f"“{number}”", of=piece)
    if _breaks_marks(match["number"], symbol, bool(match["rest"])):
        findings.add("number_line.marks", f"“{piece.text}”")
    _check_symbol(form, symbol, findings)


def _breaks_marks(number: str, symbol: str, has_slash: bool) -> bool:
    """Blanks at the slash or in the ký hiệu (blank numbers may be wide), wrong or missing marks."""
    figures = any(map(str.isdigit, number))
    if figures and (number != number.rstrip() or not re.fullmatch(r"\s*[\w.…]+", number)):
        return True
    if not has_slash:
        return figures
    if re.search(r"\d{4}/", symbol):
        return False  # văn bản quy phạm pháp luật: "05/2020/QĐ-UBND"
    blank = re.fullmatch(r"[\s.…_-]*", symbol)
    return not blank and bool(re.search(r"\s|[–—/]", symbol.rstrip(" .…")))


def _check_symbol(form: Form, symbol: str, findings: Findings) -> None:
    groups = [group for group in re.split(r"[-–—/\s]+", symbol) if any(map(str.isalpha, group))]
    if not groups:
        return
    if any(group == group.lower() for group in groups):
        findings.add("number_line.case", f"“{symbol}”")
        return
    abbreviations = findings.rules.kinds.values()
    first = groups[0]
    if form.is_letter:
        if first.upper() == "CV" or (len(groups) > 1 and first in abbreviations):
            findings.add("number_line.letter", f"“{symbol}”")
        return
    wanted = findings.rules.kinds.get(form.title.kind)
    if wanted and wanted not in (first, groups[1] if first[:1].isdigit() else first):
        findings.add(
            "number_line.kind", f"“{first}” với tên loại {form.title.kind} (đúng: “{wanted}”)"
        )


def _check_place_date(piece: Piece, findings: Findings) -> None:
    where = findings.rules.elements["place_date"].title
    findings.check_looks("place_date", [piece], where)
    match = _DATE.match(piece.text)
    if not match:
        findings.add("place_date.full", f"“{piece.text}”")
        return
    if not match["comma"]:
        findings.add("place_date.comma", f"“{piece.text}”")
    if not _is_capitalised(match["place"]):
        findings.add("place_date.capitals", f"“{match['place']}”")
    day, month, year = (match[name].strip(" .…_") for name in ("day", "month", "year"))
    if _is_wrong_day(day) or (month.isdigit() and month != legal_month(int(month))):
        findings.add("place_date.zero", f"“ngày {day or '…'} tháng {month or '…'}”", of=piece)
    if year.isdigit() and len(year) != 4:
        findings.add("place_date.full", f"“năm {year}”")


def _is_wrong_day(day: str) -> bool:
    return day.isdigit() and day != f"{int(day):02d}"


def _is_capitalised(place: str) -> bool:
    words = re.split(r"[\s\-–]+", _UNIT.sub("", place))
    return not place[:1].islower() and not any(word[:1].islower() for word in words)


def _check_sizes(heads: Heads, findings: Findings) -> None:
    """Sizes go together; only where each of them is lawful by itself."""
    sizes = []
    for key in ("national_name", "motto", "place_date"):
        piece: Piece | None = getattr(heads, key)
        found = {run.size for run in piece.letters} if piece else set()
        low, high = findings.rules.elements[key].size
        if len(found) != 1 or not low <= min(found) <= high:
            return
        sizes.append(found.pop())
    if tuple(sizes) not in findings.rules.sizes_together:
        words = ", ".join(
            f"{findings.rules.elements[key].title} {points_text(size)}"
            for key, size in zip(("national_name", "motto", "place_date"), sizes, strict=True)
        )
        findings.add("letterhead.sizes", words, of=heads.national_name)
