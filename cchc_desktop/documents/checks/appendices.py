"""Holds each phụ lục against the decree (Phụ lục I, Mục III, khoản 1)."""

import re

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.parts import Appendix, Form, joined
from cchc_desktop.domain.vietnamese import fold, from_roman

_MENTION = re.compile(r"phu luc|kem theo")
_BY_DECISION = re.compile(r"quyet dinh|nghi quyet|nghi dinh|thong tu")


def check_appendices(form: Form, findings: Findings) -> None:
    """All phụ lục, and that the document points to them."""
    last = 0
    for at, appendix in enumerate(form.appendices, start=1):
        place = f"Phần {at + (not form.is_appendix_only)} (phụ lục)"
        _check_one(appendix, place, findings)
        last = _check_number(appendix, last, len(form.appendices), place, findings)
    if form.appendices and not form.is_appendix_only and not _is_mentioned(form):
        findings.add("appendix.mentioned", "không nhắc đến phụ lục")


def _check_one(appendix: Appendix, place: str, findings: Findings) -> None:
    reference = " ".join(fold(joined(appendix.reference)).split())
    if appendix.label:
        findings.check_looks("appendix_label", [appendix.label], place)
        if appendix.titled:
            findings.add("appendix_label.own_line", f"“{appendix.label.text}”", place)
    elif not _BY_DECISION.search(reference):
        findings.add("appendix_label.missing", "không có dòng “Phụ lục”", place)
    if appendix.is_issued:
        findings.check_looks("type_name", appendix.title[:1], place)
        findings.check_looks("subject", appendix.title[1:], place)
    else:
        findings.check_looks("appendix_title", appendix.title, place)
    if not reference:
        findings.add("appendix_reference.missing", "không có dòng “(Kèm theo …)”", place)
        return
    findings.check_looks("appendix_reference", appendix.reference, place)
    if "kem theo" not in reference:
        findings.add("appendix_reference.words", f"“{joined(appendix.reference)[:30]}…”", place)


def _check_number(appendix: Appendix, last: int, count: int, place: str, findings: Findings) -> int:
    """The number of the appendix as a value, 0 where it has none."""
    if appendix.label is None:
        return last
    number = appendix.number.upper()
    value = from_roman(number) or 0
    wrong = (number and not value) or (not number and count > 1)
    if wrong or (last and value and value != last + 1):
        findings.add("appendix_label.number", f"“{appendix.label.text}”", place)
    return value


def _is_mentioned(form: Form) -> bool:
    pieces = (*form.title.subject, *form.body, *form.closing.lines)
    return any(_MENTION.search(piece.folded) for piece in pieces)
