"""What a report prints where its own head and foot say nothing: from the profile, else the plan."""

from cchc_desktop.documents.report_document import report_symbol
from cchc_desktop.domain.agency import RecipientList, Signer
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.report import Report
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import only_signer, recipients_of_kind

LIST_KIND = "BC"  # of the nơi nhận in the profile


def report_symbol_of(contents: Contents, report: Report) -> str:
    """The ký hiệu as it is printed."""
    return report_symbol(report, contents.agency(report.year))


def default_signer(contents: Contents, report: Report) -> Signer | None:
    """Who signs a report that names nobody: the year's one signer, else who signed the plan."""
    if contents.signers(report.year):
        return only_signer(contents, report.year)
    plan = plan_of(contents, report)
    return Signer("", plan.authority, plan.signer) if plan is not None and plan.signer else None


def default_recipients(contents: Contents, report: Report) -> RecipientList | None:
    """Nơi nhận of a report that lists nobody: those of reports in the profile, else the plan's."""
    found = recipients_of_kind(contents, report.year, LIST_KIND)
    plan = plan_of(contents, report)
    if found is None and plan is not None and plan.recipients:
        return RecipientList("", LIST_KIND, plan.recipients)
    return found


def plan_of(contents: Contents, report: Report) -> Plan | None:
    """The plan that a report tells of; None where it is gone."""
    return next((plan for plan in contents.plans() if plan.id == report.plan_id), None)
