"""Holds sheets and margins against the decree (Phụ lục I, Mục I, khoản 1-3)."""

from collections.abc import Mapping

from cchc_desktop.documents.checks.findings import Findings, points_text
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.nd30 import Nd30
from cchc_desktop.office.formatted import FormattedDocument, FormattedSection

_UPRIGHT = {side: side for side in ("top", "bottom", "left", "right")}
_TURNED = (  # which margin of the sheet each one is
    {"top": "left", "bottom": "right", "left": "bottom", "right": "top"},
    {"top": "right", "bottom": "left", "left": "top", "right": "bottom"},
)


def check_page(document: FormattedDocument, form: Form, findings: Findings) -> None:
    """Paper, orientation and margins of every section."""
    appendices = _appendix_sections(form)
    for at, section in enumerate(document.sections, start=1):
        place = f"Phần {at}" + (" (phụ lục)" if id(section) in appendices else "")
        _check_paper(section, place, findings)
        for side in _wrong_margins(section, findings.rules):
            found = f"{points_text(section.margins_mm[side])} mm"
            findings.add(f"page.margin_{side}", found, place, of=section)
        if section.landscape and id(section) not in appendices and not _holds_table(section, form):
            findings.add(
                "page.orientation", "theo chiều rộng, không có bảng, biểu", place, of=section
            )


def _wrong_margins(section: FormattedSection, rules: Nd30) -> list[str]:
    """The margins that are too narrow or too wide as the page is read; none where a sheet that lies
    across has lawful ones with its binding edge at the top or at the bottom, as Word turns it.
    """
    slack = rules.tolerances["margin"]

    def wrong(names: Mapping[str, str]) -> list[str]:
        ranges = {side: rules.ranges[name] for side, name in names.items()}
        margins = section.margins_mm
        return [
            side
            for side, (low, high) in ranges.items()
            if not low - slack <= margins[side] <= high + slack
        ]

    turned = _TURNED if section.landscape else ()
    return [] if any(not wrong(names) for names in turned) else wrong(_UPRIGHT)


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
