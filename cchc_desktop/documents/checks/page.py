"""Holds sheets and margins against the decree (Phụ lục I, Mục I, khoản 1-3)."""

from cchc_desktop.documents.checks.findings import Findings, points_text
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.office.formatted import FormattedDocument, FormattedSection


def check_page(document: FormattedDocument, form: Form, findings: Findings) -> None:
    """Paper, orientation and margins of every section."""
    appendices = _appendix_sections(form)
    for at, section in enumerate(document.sections, start=1):
        place = f"Phần {at}" + (" (phụ lục)" if id(section) in appendices else "")
        _check_paper(section, place, findings)
        for side, margin in section.margins_mm.items():
            low, high = findings.rules.ranges[side]
            slack = findings.rules.tolerances["margin"]
            if not low - slack <= margin <= high + slack:
                findings.add(f"page.margin_{side}", f"{points_text(margin)} mm", place, of=section)
        if section.landscape and id(section) not in appendices and not _holds_table(section, form):
            findings.add(
                "page.orientation", "theo chiều rộng, không có bảng, biểu", place, of=section
            )


def _check_paper(section: FormattedSection, place: str, findings: Findings) -> None:
    sides = sorted((section.width_mm, section.height_mm))
    wanted = findings.rules.ranges["paper"]
    slack = findings.rules.tolerances["paper"]
    if any(abs(side - one) > slack for side, one in zip(sides, wanted, strict=True)):
        size = f"{points_text(section.width_mm)} mm × {points_text(section.height_mm)} mm"
        findings.add("page.paper", size, place, of=section)


def _appendix_sections(form: Form) -> set[int]:
    """The ids of the sections that phụ lục begin or continue in."""
    return {id(p.place.section) for appendix in form.appendices for p in appendix.lines}


def _holds_table(section: FormattedSection, form: Form) -> bool:
    laid_out = {p.place.table for p in (*form.heads.lines, *form.closing.lines)}
    return any(
        p.place.table and p.place.table not in laid_out and p.place.section is section
        for p in form.body
    )
