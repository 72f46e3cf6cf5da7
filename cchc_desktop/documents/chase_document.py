"""A công văn đôn đốc to one unit: what it leads that is late, and what a report still lacks of it
(Nghị định 30/2020, Phụ lục III, mẫu 1.5).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.documents.agency_name import name_in_sentence
from cchc_desktop.documents.blanks import date_words, number_words, place_date, recipients_of
from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.agenda import DueTask
from cchc_desktop.domain.content import (
    Block,
    Cell,
    Closing,
    Document,
    Letterhead,
    Origin,
    Paragraph,
    Table,
)
from cchc_desktop.domain.issue_date import is_whole_day
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import fold, legal_date, legal_day, one_line, uncapitalised

_WIDTHS = (6, 44, 28, 22)
_MOST_DAYS = 3  # deadlines of a task that are written out
_NOBODY = Agency(id="", superior="", name="", symbol="", place="")


@dataclass(frozen=True, slots=True)
class Chase:
    """What a unit is reminded of on a day, in a period: late tasks, and tasks without an answer."""

    unit: Unit
    day: date
    period: ReportingPeriod
    late: tuple[DueTask, ...]
    unanswered: tuple[Task, ...]


def chase_document(
    chase: Chase,
    plan: Plan,
    agency: Agency | None,
    *,
    office: Unit | None = None,
    signer: Signer | None = None,
    recipients: RecipientList | None = None,
) -> Document:
    """The letter, its number and day blank. `office` drafts it and gets the answers; a signer that
    is not named is the plan's.
    """
    agency = agency or _NOBODY
    drafter = _initials(office)
    year = plan.year
    listed = recipients.lines if recipients else f"Như trên\nLưu: VT{drafter and f', {drafter}'}"
    authority, name = (signer.authority, signer.name) if signer else (plan.authority, plan.signer)
    return Document(
        Letterhead(
            agency.superior,
            agency.name,
            f"Số: {number_words('', f'{agency.symbol}-{drafter}')}",
            place_date(plan.place or agency.place, str(chase.day.year)),
        ),
        type_name="",
        subject=f"đôn đốc thực hiện nhiệm vụ cải cách hành chính năm {year}",
        body=tuple(_body(chase, plan, agency, office)),
        closing=Closing(recipients_of(listed), tuple(authority.splitlines()), name),
        addressees=(chase.unit.name,),
        origin=Origin("CV", plan.id),
    )


def _initials(office: Unit | None) -> str:
    """ "VP" of Văn phòng Sở, as the ký hiệu names who drafted."""
    return "VP" if office is not None and fold(office.name).startswith("van phong") else ""


def _body(chase: Chase, plan: Plan, agency: Agency, office: Unit | None) -> Iterator[Block]:
    yield Paragraph(
        f"Thực hiện {_citation(plan, agency)}, qua theo dõi đến {legal_date(chase.day)}, "
        f"{chase.unit.name} còn các nội dung sau đây:"
    )
    parts = list(_parts(chase))
    for number, (title, table) in enumerate(parts, start=1):
        yield Paragraph(f"{number}. {title}" if len(parts) > 1 else title, "clause")
        yield table
    receiver = office.name if office is not None else "bộ phận tổng hợp"
    yield Paragraph(
        f"Đề nghị {chase.unit.name} khẩn trương thực hiện, ghi kết quả vào phiếu báo cáo và gửi về "
        f"{receiver} {_by(chase)} để tổng hợp, báo cáo./."
    )


def _parts(chase: Chase) -> Iterator[tuple[str, Table]]:
    if chase.late:
        lines = [(due.task, _days([each.due for each in due.deadlines])) for due in chase.late]
        yield "Nhiệm vụ đã quá hạn", _table("Hạn hoàn thành", lines)
    if chase.unanswered:
        asked = [(task, one_line(task.time)) for task in chase.unanswered]
        title = f"Nhiệm vụ chưa có kết quả trong báo cáo {chase.period.full_words}"
        yield title, _table("Thời gian thực hiện", asked)


def _table(last: str, lines: Sequence[tuple[Task, str]]) -> Table:
    titles = ("STT", "Nhiệm vụ", "Sản phẩm", last)
    return Table(
        _WIDTHS,
        (tuple(Cell(title, "cell_head") for title in titles),),
        tuple(
            (
                Cell(str(number), "cell_centre"),
                Cell(task.text),
                Cell(task.deliverable),
                Cell(time, "cell_centre"),
            )
            for number, (task, time) in enumerate(lines, start=1)
        ),
    )


def _days(days: Sequence[date]) -> str:
    words = [legal_day(day) for day in days]
    if len(words) <= _MOST_DAYS:
        return "\n".join(words)
    return f"{len(words)} lần,\ntừ {words[0]}\nđến {words[-1]}"


def _by(chase: Chase) -> str:
    """The day by which the answer is due: the period's own, as long as there is one to come."""
    days = (date.fromisoformat(chase.period.collect_by), date.fromisoformat(chase.period.closes))
    by = next((day for day in days if day >= chase.day), None)
    return f"chậm nhất {legal_date(by) if by else date_words(str(chase.day.year))}"


def _citation(plan: Plan, agency: Agency) -> str:
    """The plan as it is cited for the first time (Phụ lục I, Mục II 6.b), as far as it is known."""
    kind, subject = plan.type_name.capitalize(), one_line(plan.subject)
    if not (plan.number and is_whole_day(plan.issued)):
        return f"{kind} {subject}".strip()
    about = subject if fold(subject).startswith("ve ") else f"về {uncapitalised(subject)}"
    by = f" của {name_in_sentence(agency.name, (subject,))}" if agency.name else ""
    return (
        f"{kind} số {number_words(plan.number, plan.symbol)} {date_words(plan.issued)}{by} {about}"
    )
