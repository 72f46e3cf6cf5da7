"""Holds tên loại and trích yếu against the decree (Phụ lục I, Mục II, khoản 5)."""

from itertools import pairwise

from cchc_desktop.documents.checks.findings import Findings, points_text
from cchc_desktop.documents.checks.lines import check_line, found_lines
from cchc_desktop.documents.form.parts import Form, Heads, joined
from cchc_desktop.documents.form.pieces import RIGHT, Piece
from cchc_desktop.domain.vietnamese import fold


def check_title(form: Form, findings: Findings) -> None:
    """Tên loại and trích yếu, or the trích yếu of a công văn."""
    if form.is_letter:
        _check_letter_subject(form.heads, findings)
        return
    title, elements = form.title, findings.rules.elements
    if title.type_name is None:
        findings.add("type_name.missing", "không có tên loại văn bản")
        return
    findings.check_looks("type_name", [title.type_name], elements["type_name"].title)
    if title.kind and title.type_name.folded.rstrip(" :") != fold(title.kind):
        findings.add("type_name.own_line", f"“{title.type_name.text}”")
    elif not title.subject:
        if title.kind not in findings.rules.kinds_without_subject:
            findings.add("subject.missing", "không có trích yếu dưới tên loại")
    else:
        looks = ("size", "bold", "italic", "align", *(("caps",) if title.kind else ()))
        wrong = findings.check_looks("subject", title.subject, elements["subject"].title, looks)
        lines = found_lines([*title.lines, *_below(form)])
        check_line(findings, "subject", title.subject, lines, wrong)


def _below(form: Form) -> list[Piece]:
    """What stands between trích yếu and the text, such as "(Từ ngày ... đến ngày ...)", and the
    first line of the text, in which the rule may be anchored.
    """
    below: list[Piece] = []
    for piece in form.body:
        below.append(piece)
        if piece.text and not piece.is_typed_line and piece.paragraph.align != "center":
            break
    return below


def _check_letter_subject(heads: Heads, findings: Findings) -> None:
    subject = heads.letter_subject
    if not subject:
        findings.add("subject.missing", "không có trích yếu “V/v …” dưới số, ký hiệu")
        return
    where = findings.rules.elements["letter_subject"].title
    findings.check_looks("letter_subject", subject, where)
    if not joined(subject).startswith("V/v"):
        findings.add("letter_subject.mark", f"“{subject[0].text}”")
    if heads.number_line and heads.number_line.paragraph is not subject[0].paragraph:
        gap = heads.number_line.paragraph.after + subject[0].paragraph.before
        wanted, _ = findings.rules.ranges["letter_subject_gap"]
        if abs(gap - wanted) > 1 and _adjacent(heads, subject[0]):
            findings.add("letter_subject.gap", f"cách {points_text(gap)} pt", of=subject[0])


def _adjacent(heads: Heads, subject: Piece) -> bool:
    """No empty line and no edge of a cell between số and trích yếu."""
    number = heads.number_line
    if number is None or number.place.cell is not subject.place.cell:
        return False
    column = [piece for piece in heads.lines if piece.side != RIGHT]
    return any(one is number and after is subject for one, after in pairwise(column))
