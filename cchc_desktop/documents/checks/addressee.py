"""Holds Kính gửi against the decree (Phụ lục I, Mục II, khoản 9.b and 9.d)."""

import re

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.parts import Form

_LABEL = re.compile(r"kính gửi\s*(?P<colon>:?)\s*(?P<rest>.*)", re.IGNORECASE)


def check_addressee(form: Form, findings: Findings) -> None:
    """Tờ trình and công văn must have it; one addressee stands beside it, several stand below."""
    if not form.addressee:
        if form.is_letter or form.title.kind in findings.rules.kinds_with_addressee:
            findings.add("addressee.missing", "không có “Kính gửi”")
        return
    title = findings.rules.elements["addressee"].title
    findings.check_looks("addressee", form.addressee, title, ("size", "bold", "italic", "caps"))
    label, *listed = [piece.text for piece in form.addressee]
    match = _LABEL.match(label)
    if match is None:
        return
    if not match["colon"]:
        findings.add("addressee.mark", f"“{label[:30]}”")
    wrong = _wrong_line(match["rest"], listed, in_table=bool(form.addressee[0].place.table))
    if wrong is not None:
        findings.add("addressee.list", f"“{wrong or label}”")


def _wrong_line(beside: str, listed: list[str], *, in_table: bool) -> str | None:
    """The line that breaks the form of the list, "" for the one with the label; None when all
    holds.
    """
    if beside:
        return "" if listed else None
    if in_table and len(listed) == 1 and not listed[0].endswith(";"):
        return None  # label and name stand side by side
    if len(listed) < 2:
        return ""
    *others, last = listed
    open_lines = [line for line in others if not line.endswith(";")]
    return next(iter(open_lines), None if last.endswith(".") else last)
