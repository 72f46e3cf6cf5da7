"""Holds nơi nhận and the signature against the decree (Phụ lục I, Mục II, khoản 7 and 9)."""

import re

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.parts import Closing, Form, joined
from cchc_desktop.documents.form.pieces import Piece

_ARCHIVE = re.compile(r"[-–—]\s*Lưu:\s*VT(,\s*\S.*)?\.")
_DASH = re.compile(r"[-–—+]\s*\S")
_ABBREVIATION = re.compile(r"(TM|KT|TL|TUQ|Q|T/M|K/T|T/L|T/UQ)(?P<mark>[.\s:])", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"(KT|TL|TUQ)\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"(PGS|GS|TS|ThS|Th\.S|T\.S|CN|KS|BS|CKI|CKII|LS|NGND|NGƯT|NSND|NSƯT|Dr|MSc|PhD"
    r"|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Giáo sư|Phó Giáo sư|Cử nhân|Kỹ sư|Bác sĩ|Luật sư"
    r"|Nhà giáo|Anh hùng|Thầy thuốc)[\s.,]",
    re.IGNORECASE,
)
_LOOKS = ("size", "bold", "italic", "caps")


def check_closing(form: Form, findings: Findings) -> None:
    """Nơi nhận, quyền hạn, chức vụ and họ tên; none of them is due in a document that is issued
    with another one.
    """
    if form.title.reference and not joined(form.closing.lines):
        return
    _check_recipients(form, findings)
    _check_signature(form.closing, findings)


def _check_recipients(form: Form, findings: Findings) -> None:
    closing = form.closing
    head = closing.recipients_head
    if head is None:
        findings.add("recipients_head.missing", "không có “Nơi nhận:”")
        return
    where = findings.rules.elements["recipients_head"].title
    findings.check_looks("recipients_head", [head], where, _LOOKS)
    if head.text != "Nơi nhận:":
        findings.add("recipients_head.text", f"“{head.text}”")
    for lines in closing.recipients:
        findings.check_looks("recipient", lines, aspects=("size", "bold", "italic"))
    _check_marks(closing.recipients, findings)
    first = joined(closing.recipients[0]) if closing.recipients else ""
    if form.addressee and first and not re.match(r"[-–—]\s*Như\s+trên\b", first):
        findings.add("recipient.as_above", f"“{first}”")


def _check_marks(recipients: tuple[tuple[Piece, ...], ...], findings: Findings) -> None:
    if not recipients:
        findings.add("recipient.archive", "không có nơi nhận nào")
        return
    for lines in recipients[:-1]:
        text = joined(lines)
        if not _DASH.match(text):
            findings.add("recipient.dash", f"“{text}”", lines[0])
        if not text.endswith(";") and not text.endswith(":"):
            findings.add("recipient.mark", f"“{text}”", lines[0])
    last = joined(recipients[-1])
    if not _ARCHIVE.fullmatch(last):
        findings.add("recipient.archive", f"“{last}”", recipients[-1][0])


def _check_signature(closing: Closing, findings: Findings) -> None:
    elements = findings.rules.elements
    if not closing.authority:
        findings.add("authority.missing", "không có quyền hạn, chức vụ")
    findings.check_looks("authority", closing.authority, elements["authority"].title, _LOOKS)
    for piece in closing.authority:
        match = _ABBREVIATION.match(piece.text)
        if match and (match["mark"] != "." or "/" in match[1]):
            findings.add("authority.abbreviation", f"“{piece.text}”")
    last = closing.authority[-1].text if closing.authority else ""
    if _FOR_ANOTHER.match(last):
        findings.add("authority.position", f"chỉ có “{last}”")
    if closing.signer is None:
        if closing.authority:
            findings.add("signer.missing", "không có họ và tên")
        return
    findings.check_looks("signer", [closing.signer], elements["signer"].title, _LOOKS)
    if _DEGREE.match(closing.signer.text):
        findings.add("signer.degree", f"“{closing.signer.text}”")
