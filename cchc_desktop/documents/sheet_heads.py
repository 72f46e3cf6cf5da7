"""What every sheet of a plan has in common: the lines over its table, the workbook's properties."""

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.content import Paragraph, Sheet, Workbook
from cchc_desktop.domain.plan import Plan


def sheet_heading(plan: Plan, what: str = "") -> tuple[Paragraph, ...]:
    """Tên loại, with what the sheet shows of it, and trích yếu."""
    lines = ((f"{what} {plan.type_name}".strip(), "title"), (plan.subject, "subtitle"))
    return tuple(Paragraph(text, style) for text, style in lines if text)


def workbook_of(plan: Plan, agency: Agency | None, *sheets: Sheet) -> Workbook:
    """A workbook whose properties name the plan and its agency."""
    title = f"{plan.type_name} {plan.subject}".strip()
    return Workbook(title, agency.name if agency else "", sheets)
