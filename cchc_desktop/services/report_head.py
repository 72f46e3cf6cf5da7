"""Head and foot of a report as the last one that was sent had them."""

from dataclasses import replace

from cchc_desktop.documents.blanks import recipients_of
from cchc_desktop.documents.report_document import report_symbol
from cchc_desktop.domain.report import Report, SentReport
from cchc_desktop.domain.vietnamese import fold
from cchc_desktop.intake.report_intake import OldReport
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.last_report import read_sent, sent_head, written_report
from cchc_desktop.services.report_defaults import default_recipients, default_signer, plan_of

_AS_ABOVE = fold("Như trên")


def head_after(contents: Contents, report: Report, sent: SentReport, *, its_own: bool) -> Report:
    """A new report addressed, signed and dated from as the one that was sent, as far as the profile
    does not say the same or better; of another office's report only where it went. `its_own`: the
    office's own outline says whether there is a Kính gửi.
    """
    old = read_sent(sent)
    head = sent_head(old)
    addressee = head.addressee if report.addressee_due or not its_own else ""
    report = replace(
        report,
        addressee=addressee,
        addressee_due=report.addressee_due or bool(addressee),
        recipients=_recipients(contents, report, head),
    )
    if _is_anothers(contents, old, sent):
        return report
    place, symbol = _place_and_symbol(contents, report, head, sent)
    authority, signer = _signer(contents, report, head)
    last = written_report(contents, sent)
    if last is not None:
        report = replace(report, with_figures=last.with_figures, with_tasks=last.with_tasks)
    return replace(report, place=place, symbol=symbol, authority=authority, signer=signer)


def _is_anothers(contents: Contents, old: OldReport, sent: SentReport) -> bool:
    agency, name = contents.agency(sent.year), fold(old.head.agency)
    return agency is not None and name not in ("", fold(agency.name))


def _recipients(contents: Contents, report: Report, head: Report) -> str:
    """Nơi nhận, "" where they are the usual ones."""
    usual = default_recipients(contents, report)
    listed = usual.lines if usual is not None else ""
    return "" if _folded(head.recipients) == _folded(listed) else head.recipients


def _folded(lines: str) -> list[str]:
    folded = [fold(line) for line in recipients_of(lines)]
    return [line for line in folded if not line.startswith(_AS_ABOVE)]


def _place_and_symbol(
    contents: Contents, report: Report, head: Report, sent: SentReport
) -> tuple[str, str]:
    """What differs from the agency's own; nothing else, so that a renamed agency has its new
    ones.
    """
    agency = contents.agency(sent.year) or contents.agency(report.year)
    usual_place = agency.place if agency is not None else ""
    place = "" if fold(head.place) == fold(usual_place) else head.place
    return place, "" if head.symbol == report_symbol(report, agency) else head.symbol


def _signer(contents: Contents, report: Report, head: Report) -> tuple[str, str]:
    """Who signed, if he may sign in the year or nobody else is known to."""
    signers = contents.signers(report.year)
    usual, plan = default_signer(contents, report), plan_of(contents, report)
    if usual is not None and (usual.authority, usual.name) == (head.authority, head.signer):
        return "", ""
    if signers:
        may = any(signer.name == head.signer for signer in signers)
        return (head.authority, head.signer) if may else ("", "")
    newer = plan is not None and plan.signer and plan.issued > head.issued
    return ("", "") if newer else (head.authority, head.signer)
