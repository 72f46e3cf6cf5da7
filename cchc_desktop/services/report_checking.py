"""The check of a report: what it finds, what cures it, what is left as it is."""

from collections.abc import Iterator
from dataclasses import replace

from cchc_desktop.domain.agency import Agency, Signer
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.drafting import ADDRESSEE
from cchc_desktop.domain.finding import RESULT, Finding, KeptFinding, Place
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Report, ReportHeading, ReportParagraph
from cchc_desktop.domain.report_check import Flaw, KnownFigure, ReportCase, ReportCheck
from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.sourced_text import followed
from cchc_desktop.domain.steps import Step, go_on, stepwise
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import figure_findings, figure_lines
from cchc_desktop.services.report_defaults import default_recipients, default_signer
from cchc_desktop.services.reporting import period_of, printed

_ARCHIVE = "Lưu: VT"
_KEEP = "Giữ"
_LONGEST_LABEL = 28
_LABELS = {  # where the words that belong there would tell nothing
    "two-blanks": "Bỏ dấu cách thừa",
    "no-blank": "Thêm dấu cách",
    "letters": "Chuyển sang dựng sẵn",
}
_NOT_KEPT = {"heading-empty", "no-recipients", "no-archive", "no-signer", "no-subject"}


def report_findings(
    contents: Contents, report: Report, *, check: ReportCheck | None = None, step: Step = go_on
) -> list[Finding]:
    """What the clerk should see to before the report goes out, in reading order; then its figures,
    and the tasks of the period of which nothing is told.
    """
    check = check or report_check(contents, report, step=step)
    period = period_of(contents, report)
    figures = figure_findings(contents, report.year, period) if report.with_figures else []
    return [
        *check.findings(contents.kept_findings(report)),
        *figures,
        *_silent_tasks(contents, report, step),
    ]


def report_check(contents: Contents, report: Report, *, step: Step = go_on) -> ReportCheck:
    """The check of a report's own words and foot, which also tells what mends them."""
    period = period_of(contents, report)
    year = report.year
    usual, listed = default_signer(contents, report), default_recipients(contents, report)
    signer = report.signer or (usual.name if usual else "")
    former, current = _names(contents, year)
    return ReportCheck(
        ReportCase(
            report,
            period,
            printed(contents, report),
            documents=contents.documents(),
            figures=[
                KnownFigure(
                    line.figure.id if line.figure else line.indicator.id,
                    line.indicator.name,
                    line.value,
                    line.indicator.unit,
                )
                for line in stepwise(figure_lines(contents, year, period), step)
            ],
            former=former,
            current=[*current, *([signer] if signer else [])],
            recipients=report.recipients or (listed.lines if listed else ""),
            signer=signer,
        ),
        step,
    )


def cures(
    contents: Contents, report: Report, finding: Finding, check: ReportCheck | None = None
) -> tuple[Change, ...]:
    """What the clerk can do at once, the proposed cure first; a label is its button's words."""
    check = check or report_check(contents, report)
    offered = list(_mends(contents, report, finding, check))
    if finding.at is not None and finding.rule not in _NOT_KEPT and check.words_at(finding):
        offered.append(keep(report, finding, check))
    return tuple(offered)


def keep(report: Report, finding: Finding, check: ReportCheck) -> Change:
    """The finding left as it is, until the words of its place change."""
    at, words = finding.at, check.words_at(finding)
    assert at is not None, "what is kept has a place"
    kept = KeptFinding(
        new_id(), report.id, finding.rule, at.record_id, at.column, finding.found, words
    )
    return added(_KEEP, [kept])


def _mends(
    contents: Contents, report: Report, finding: Finding, check: ReportCheck
) -> Iterator[Change]:
    flaws = [flaw for flaw in check.flaws_of(finding) if flaw.mend is not None]
    if flaws and finding.at is not None:
        words = flaws[0].mend or ""
        label = f"Đổi thành {shortened(words, _LONGEST_LABEL)}" if words.strip() else "Bỏ dấu cách"
        label = _LABELS.get(finding.rule, label)
        yield Change(label, (_mended(contents, finding.at, flaws),))
    if finding.rule == "no-addressee":
        after = replace(report, addressee=ADDRESSEE, addressee_due=True)
        yield Change(f"Ghi “{ADDRESSEE}”", (Edit(report, after),))
    if finding.rule in ("no-archive", "archive-place", "archive-words"):
        yield _with_archive(report, check.case.recipients)


def _mended(contents: Contents, place: Place, flaws: list[Flaw]) -> Edit:
    """The words of a place with what belongs at each flaw; later ones first."""
    before = contents.record(place.record_id)
    assert isinstance(before, Report | ReportHeading | ReportParagraph), "words of a report"
    words: str = getattr(before, place.column)
    for flaw in sorted(flaws, key=lambda flaw: -flaw.start):
        words = f"{words[: flaw.start]}{flaw.mend}{words[flaw.end :]}"
    if isinstance(before, ReportParagraph):
        sources = followed(before.text, words, before.sources)
        return Edit(before, replace(before, text=words, sources=sources))
    if isinstance(before, ReportHeading):
        return Edit(before, replace(before, title=words))
    return Edit(before, replace(before, subject=words))


def _with_archive(report: Report, recipients: str) -> Change:
    """Nơi nhận with its last line; taken from the profile where the report has none of its own."""
    lines = [line for line in recipients.splitlines() if line.strip()]
    archive = [line for line in lines if line.strip(" -–").lower().startswith("lưu")]
    others = [line for line in lines if line not in archive]
    last = archive[0] if archive and "vt" in archive[0].lower() else _ARCHIVE
    after = replace(report, recipients="\n".join((*others, last)))
    return Change(f"Ghi “{last}” ở cuối", (Edit(report, after),))


def _silent_tasks(contents: Contents, report: Report, step: Step) -> Iterator[Finding]:
    """The tasks that the period asks about and nobody has answered."""
    plan = next((p for p in contents.plans() if p.id == report.plan_id), None)
    if plan is None:
        return

    def read(time: str, year: int) -> Schedule:
        step()
        return read_schedule(time, year)

    for asked in Asking(contents, plan, period_of(contents, report), read).asked:
        if asked.unanswered:
            task, area = asked.task, asked.place.area
            number = ".".join(filter(None, (area.number if area else "", task.number)))
            where = " · ".join(filter(None, (number, shortened(task.text, 80))))
            place = Place(task.id, RESULT)
            yield Finding(
                "task-silent", where, "Nhiệm vụ trong kỳ chưa có kết quả", "", place, "chưa có"
            )


def _names(contents: Contents, year: int) -> tuple[list[str], list[str]]:
    """Names of signers and agencies of other years, and those of this one."""
    agency = contents.agency(year)
    current = [agency.name] if agency else []
    current += [signer.name for signer in contents.signers(year)]
    names = [agency.name for agency in contents.profile(Agency)]
    names += [signer.name for signer in contents.profile(Signer)]
    names += [plan.signer for plan in contents.plans() if plan.year < year]
    return [name for name in dict.fromkeys(names) if name not in current], current
