"""The lines of the page Hôm nay as data: groups with their counts, each line with one button."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple

from cchc_desktop.domain.agenda import SOON, DueTask
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.receipt import FormState
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.schedule_words import day_words
from cchc_desktop.domain.timeline_standing import NEAR, stand_on
from cchc_desktop.domain.vietnamese import fold, one_line
from cchc_desktop.services.agenda import Agenda, Waiting
from cchc_desktop.services.collecting import BoardLine

_one_line = lru_cache(1 << 13)(one_line)  # the same tasks are shown after every step

UNANSWERED, WITHOUT_FILE, UNCITED = "unanswered", "without_file", "uncited"  # lines that unfold


class Act(Enum):
    """What a line's button does; the value is its words."""

    RECORD = "Ghi kết quả"
    CHASE = "Đôn đốc"
    SEND = "Gửi phiếu"
    ISSUED = "Đã ban hành…"
    HAPPENED = "Đã có…"
    UNFOLD = "Xem"
    FOLD = "Gọn lại"
    OPEN = "Mở"
    MERGE = "Duyệt lại…"
    COPY = "Chép lời nhắc"


class Line(NamedTuple):
    """A line; by its `key` it is found again. `when` stands first, `left` lighter after it, with an
    icon in the colour `role`; `lead` and `units` become chips. A heading has a `total` in the
    colour `role`. (A tuple, because a large plan that is behind has a thousand.)
    """

    key: str
    words: str
    when: str = ""
    left: str = ""
    icon: str = ""
    role: str = "text"
    lead: str = ""
    units: tuple[str, ...] = ()
    act: Act | None = None
    place: Place | None = None
    about: Any = None
    heading: bool = False
    total: int = 0

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader."""
        if self.heading:
            return f"{self.words}: {self.total}"
        parts = (self.when, self.left, self.words, self.lead, *self.units)
        return ", ".join(part for part in parts if part)


def agenda_lines(
    agenda: Agenda, period: ReportingPeriod, board: Sequence[BoardLine], unfolded: Collection[str]
) -> list[Line]:
    """All lines of the page, in the order of its groups."""
    forms, by = list(_forms(agenda.day, period, board)), date.fromisoformat(period.collect_by)
    late = [(due.first.due, _late(due, agenda.day)) for due in agenda.late]
    near = [(due.first.due, _near(due, agenda.day)) for due in agenda.near]
    (late if agenda.day > by else near).extend((by, line) for line in forms)
    waiting = [_waiting(each) for each in agenda.waiting]
    missing = list(_missing(agenda, period, unfolded))
    lacking = len(agenda.unanswered) + len(agenda.without_file) + len(agenda.uncited)
    enough = (
        f"Đã đủ cho báo cáo {period.words}."
        if board
        else f"Chưa có nhiệm vụ nào phải báo cáo {period.words}."
    )
    return [
        Line("late", "Quá hạn", icon="circle-alert", role="red", heading=True, total=len(late)),
        *(_by_day(late) or [Line("no late", "Không có việc quá hạn.")]),
        Line("near", "Sắp đến hạn", icon="calendar-clock", heading=True, total=len(near)),
        *(_by_day(near) or [Line("no near", f"Không có hạn nào trong {NEAR} ngày tới.")]),
        Line("wait", "Chờ sự kiện", icon="hourglass", heading=True, total=len(waiting)),
        *(waiting or [Line("no wait", "Không có việc nào chờ sự kiện.")]),
        Line(
            "missing",
            "Còn thiếu trước khi báo cáo",
            icon="file-text",
            role="amb",
            heading=True,
            total=lacking,
        ),
        *(missing or [Line("no missing", enough)]),
    ]


def _by_day(lines: list[tuple[date, Line]]) -> list[Line]:
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]


def _late(due: DueTask, today: date) -> Line:
    first = due.first
    days = (today - first.due).days
    several = len(due.deadlines) > 1
    told = f"{len(due.deadlines)} lần, từ {day_words(first.due)}" if several else _time(due)
    when = f"{days} ngày" if days > 0 else "quá hạn"
    return _of_task("late", due.task, told, first.occurrence, when, "", "circle-alert", "red")


def _near(due: DueTask, today: date) -> Line:
    day, told = due.first.due, "" if due.schedule.every else _time(due)
    left = _left(today, day)
    role = "amb" if (day - today).days <= SOON else "text"
    return _of_task("near", due.task, told, due.first.occurrence, day_words(day), left, "", role)


@lru_cache(maxsize=1 << 6)  # many tasks are due on one day
def _left(today: date, day: date) -> str:
    stand = stand_on(today, day)
    return stand.words if stand is not None else ""


def _time(due: DueTask) -> str:
    """The clerk's words; of one time among several its day."""
    return f"hạn {day_words(due.first.due)}" if due.first.occurrence else _one_line(due.task.time)


def _of_task(
    group: str,
    task: Task,
    told: str,
    occurrence: str,
    when: str = "",
    left: str = "",
    icon: str = "",
    role: str = "text",
) -> Line:
    words, key = _one_line(task.text), f"{group} {task.id}"
    words = f"{words} · {told}" if words and told else words or told
    look = (when, left, icon, role, task.lead, ())
    return Line(key, words, *look, Act.RECORD, Place(task.id), occurrence)


def _forms(today: date, period: ReportingPeriod, board: Sequence[BoardLine]) -> Iterator[Line]:
    """The forms that are still to come, as long as that is worth a line."""
    day = date.fromisoformat(period.collect_by)
    stand = stand_on(today, day)
    out = (FormState.UNSENT, FormState.SENT, FormState.LATE)
    missing = [line for line in board if line.state in out]
    if not missing or stand is None or stand.days > NEAR:
        return
    unsent = all(line.receipt is None for line in missing)
    what = "chưa được gửi phiếu" if unsent else "chưa gửi phiếu về"
    yield Line(
        "forms",
        f"{len(missing)} đơn vị {what} {period.words}",
        when=f"{-stand.days} ngày" if stand.overdue else day_words(day),
        left="" if stand.overdue else stand.words,
        icon="circle-alert" if stand.overdue else "",
        role="red" if stand.overdue else "amb" if stand.days <= SOON else "text",
        units=tuple(line.unit.short or line.unit.name for line in missing),
        act=Act.SEND if unsent else Act.CHASE,
        about=missing,
    )


def _waiting(waiting: Waiting) -> Line:
    issued = "ban hanh" in fold(waiting.condition)
    return Line(
        f"wait {waiting.tasks[0].id}",
        _one_line(waiting.condition),
        when=f"{len(waiting.tasks)} nhiệm vụ",
        icon="hourglass",
        role="amb",
        act=Act.ISSUED if issued else Act.HAPPENED,
        place=Place(waiting.tasks[0].id),
        about=waiting,
    )


def _missing(agenda: Agenda, period: ReportingPeriod, unfolded: Collection[str]) -> Iterator[Line]:
    for key, count, what, words in (
        (UNANSWERED, len(agenda.unanswered), "nhiệm vụ", f"chưa có kết quả {period.words}"),
        (WITHOUT_FILE, len(agenda.without_file), "văn bản", "chưa có tệp đính kèm"),
        (UNCITED, len(agenda.uncited), "văn bản", "chưa dẫn ở nhiệm vụ hay kết quả nào"),
    ):
        if not count:
            continue
        is_open = key in unfolded
        act = Act.FOLD if is_open else Act.UNFOLD
        yield Line(key, words, when=f"{count} {what}", act=act)
        if is_open:
            yield from _under(key, agenda)


def _under(key: str, agenda: Agenda) -> Iterator[Line]:
    if key == UNANSWERED:
        for asked in agenda.unanswered:
            told = _one_line(asked.task.time)
            yield _of_task(key, asked.task, told, asked.question.occurrence)
    else:
        for document in agenda.without_file if key == WITHOUT_FILE else agenda.uncited:
            words = _document_words(document)
            yield Line(f"{key} {document.id}", words, act=Act.OPEN, place=Place(document.id))


def _document_words(document: RegisteredDocument) -> str:
    return " ".join(filter(None, (document.kind, document.code, _one_line(document.title))))


def board_lines(board: Sequence[BoardLine], today: date) -> list[Line]:
    """Where each unit's form is."""
    return [_board_line(line, today) for line in board]


def _board_line(line: BoardLine, today: date) -> Line:
    receipt = line.receipt
    match line.state:
        case FormState.MERGED:
            at = receipt.merged_on if receipt else ""
            return _unit(line, f"đã gộp {_day(at, today)}", "check", "grn")
        case FormState.RECEIVED:
            at = receipt.received_on if receipt else ""
            return _unit(line, f"về {_day(at, today)}", "inbox", "acc", Act.MERGE)
        case FormState.LATE if receipt is None:  # nobody can send back what was not sent
            return _unit(line, "chưa gửi", "circle-alert", "red", Act.SEND)
        case FormState.LATE:
            return _unit(line, "quá hạn", "circle-alert", "red", Act.COPY)
        case FormState.SENT:
            return _unit(line, "chưa về", "hourglass", "amb", Act.COPY)
    return _unit(line, "chưa gửi", "send", "text2", Act.SEND)


def _unit(line: BoardLine, state: str, icon: str, role: str, act: Act | None = None) -> Line:
    unit = line.unit
    names = (unit.short,) if unit.short else ()  # where the whole name has no room
    return Line(
        unit.id, unit.name, when=state, icon=icon, role=role, units=names, act=act, about=line
    )


def _day(iso: str, today: date) -> str:
    day = date.fromisoformat(iso)
    return "hôm nay" if day == today else day_words(day)
