"""What a report lacks as a document: words under a heading, last mark, Kính gửi, Lưu, signer."""

import re
from collections.abc import Iterator, Sequence

from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import numbered
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.report_checks.text import Flaw, Located, ReportText
from cchc_desktop.domain.vietnamese import fold, shortened

END = "./."
_UNWRITTEN = re.compile(  # places left to be filled in
    r"(?=[.…_[sn])(?:"  # how any of them begins: most places are passed by at once
    r"\.{4,}|…{2,}|(?<=\s)…(?=\s*(?:/|ngày|tháng|năm|hồ sơ|văn bản|%))|_{3,}|\[\s*[….]*\s*\]"
    r"|số\s*:?\s*/[A-ZĐ]{2,}-|ngày\s+tháng\s+(?:năm|\d))",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a paragraph that name it
_NO_WORDS = re.compile(r"[\s\-–+•*.;:,]*")
_LAST_MARKS = re.compile(r"\s*(?:\./|/\.|\./\.|[.;:,/…])*\s*$")

Parts = Sequence[tuple[ReportHeading, Sequence[ReportParagraph]]]


def empty_headings(parts: Parts) -> Iterator[Finding]:
    """Headings with nothing under them, those of deeper headings among it."""
    for place, (heading, paragraphs) in enumerate(parts):
        below = parts[place + 1][0] if place + 1 < len(parts) else None
        heads = below is not None and heading.level and below.level > heading.level
        if not heads and not any(_says_something(p.text) for p in paragraphs):
            name = numbered(heading.number, heading.title) or "Đoạn ngoài mục"
            at = Place(heading.id, "title")
            yield Finding("heading-empty", name, "Đề mục chưa có nội dung", "", at, "còn trống")


def carried_findings(parts: Parts) -> Iterator[Finding]:
    """Paragraphs that an earlier report had, until they are edited or kept."""
    for heading, paragraphs in parts:
        for paragraph in paragraphs:
            if paragraph.carried:
                name = numbered(heading.number, heading.title) or "Đoạn ngoài mục"
                found = f"Nguyên văn kỳ trước: “{shortened(paragraph.text, _LONGEST)}”"
                at = Place(paragraph.id, "text")
                yield Finding("carried", name, found, "xem lại cho kỳ này", at, "từ kỳ trước")


def unwritten_flaws(text: ReportText) -> Iterator[Located]:
    """Places that were left to be filled in."""
    for line in text.read():
        for match in _UNWRITTEN.finditer(line.text):
            found = f"Chỗ còn để trống: “{match[0].strip()}”"
            yield line, Flaw("unwritten", *match.span(), found, "", "còn trống")


def end_flaws(text: ReportText) -> Iterator[Located]:
    """The content ends with "./.", and only there (Phụ lục III, mẫu 1.4)."""
    written = [line for line in text.lines if not line.is_title and _says_something(line.text)]
    for line in written[:-1]:
        at = line.text.find(END)
        if at >= 0:
            found = "“./.” trước khi hết báo cáo"
            yield line, Flaw("end-mark", at, at + len(END), found, ".", "thừa ./.", ".")
    if written and not written[-1].text.endswith(END):
        line = written[-1]
        match = _LAST_MARKS.search(line.text)
        assert match is not None, "the pattern also finds nothing"
        found = f"Câu cuối kết thúc bằng “{match[0].strip() or line.text[-1]}”"
        yield line, Flaw("end-mark", *match.span(), found, END, "thiếu ./.", END)


def foot_findings(report: Report, recipients: str, signer: str) -> Iterator[Finding]:
    """Kính gửi, nơi nhận and signer; `recipients` and `signer` as they will be printed."""
    lines = [line.strip(" -–;.") for line in recipients.splitlines() if line.strip()]
    folded = [fold(line) for line in lines]
    at = Place(report.id, "recipients")
    if not report.subject.strip():
        place = Place(report.id, "subject")
        yield Finding("no-subject", "Trích yếu", "Chưa có trích yếu", "", place, "còn trống")
    as_above = bool(report.recipients) and any(line.startswith("nhu tren") for line in folded)
    if not report.addressee.strip() and (report.addressee_due or as_above):
        place = Place(report.id, "addressee")
        why = "Nơi nhận có “Như trên”" if as_above else "Loại báo cáo này có Kính gửi"
        found = f"{why} nhưng chưa ghi gửi ai"
        yield Finding("no-addressee", "Kính gửi", found, "", place, "thiếu Kính gửi")
    if not lines:
        yield Finding("no-recipients", "Nơi nhận", "Chưa có nơi nhận", "", at, "còn trống")
    elif not any(line.startswith("luu") for line in folded):
        found = "Nơi nhận chưa có dòng Lưu"
        yield Finding("no-archive", "Nơi nhận", found, "Lưu: VT", at, "thiếu Lưu")
    elif not folded[-1].startswith("luu"):
        found = "Dòng Lưu không ở cuối nơi nhận"
        yield Finding("archive-place", "Nơi nhận", found, lines[-1], at, "sai chỗ")
    elif not re.match(r"luu ?: ?vt\b", folded[-1]):
        found = f"Dòng Lưu ghi “{lines[-1]}”"
        yield Finding("archive-words", "Nơi nhận", found, "Lưu: VT", at, "thiếu VT")
    if not signer.strip():
        place = Place(report.id, "signer")
        yield Finding("no-signer", "Người ký", "Chưa có người ký", "", place, "còn trống")


def _says_something(text: str) -> bool:
    return _NO_WORDS.fullmatch(text) is None
