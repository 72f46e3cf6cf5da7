"""What a day asks of the clerk."""

from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.change import Record
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import recording
from cchc_desktop.services.agenda import Agenda, agenda_of
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths

PLAN = Plan("p", 2027)
OFFICE, ABROAD = Unit("office", "Văn phòng Sở", "VP"), Unit("abroad", "Phòng Hợp tác quốc tế")
DAY = date(2027, 8, 30)
Q1, H1, Q3, YEAR = preset_periods(2027)


def task(number: int, time: str, lead: str = "Văn phòng Sở") -> Task:
    return Task(f"t{number}", "p", number, text=f"Việc {number}", lead=lead, time=time)


def on_the_day(*records: Record, day: date = DAY, unit_id: str = "") -> Agenda:
    held = {record.id: record for record in (PLAN, OFFICE, ABROAD, *records)}
    return agenda_of(Asking(Contents(held), PLAN, Q3), day, unit_id=unit_id)


def test_late_and_near_come_in_the_order_of_their_days() -> None:
    agenda = on_the_day(
        task(1, "Trước ngày 30/9/2027"),
        task(2, "Quý II"),
        task(3, "Quý I"),
        task(4, "Quý IV"),
        task(5, "Trước ngày 05/9/2027"),
    )
    assert [line.task.id for line in agenda.late] == ["t3", "t2"]
    assert [line.task.id for line in agenda.near] == ["t5", "t1"]


def test_a_recurring_task_is_one_line_with_all_that_is_late() -> None:
    done = Result("r", "t1", Q1.id, "2027-03-31", state=State.DONE)
    agenda = on_the_day(task(1, "Hằng quý"), done)
    assert [each.occurrence for each in agenda.late[0].deadlines] == ["2027-06-30"]
    monthly = on_the_day(task(1, "Hằng tháng"))
    assert len(monthly.late[0].deadlines) == 7
    assert monthly.late[0].first.due == date(2027, 1, 31)
    assert [line.first.due for line in monthly.near] == [date(2027, 8, 31)]


def test_a_finished_occurrence_is_not_late() -> None:
    done = Result("r", "t1", H1.id, state=State.DONE)
    assert not on_the_day(task(1, "Quý II"), done).late
    assert on_the_day(task(1, "Quý II")).late


def test_tasks_that_wait_for_the_same_are_one_line() -> None:
    agenda = on_the_day(
        task(1, "Sau khi Tỉnh ban hành Quy chế"),
        task(2, "sau khi tỉnh ban hành quy chế."),
        task(3, "Theo văn bản đề nghị"),
        task(4, "Mỗi quý 1 lần và đột xuất"),
        task(5, "Theo văn bản đề nghị"),
        Result("r", "t5", Q1.id, state=State.DONE),
    )
    waiting = [(line.condition, [task.id for task in line.tasks]) for line in agenda.waiting]
    assert waiting == [
        ("Sau khi Tỉnh ban hành Quy chế", ["t1", "t2"]),
        ("Theo văn bản đề nghị", ["t3"]),
    ]


def test_a_unit_sees_what_it_leads() -> None:
    records = (
        task(1, "Quý II"),
        task(2, "Quý II", "Phòng Hợp tác quốc tế"),
        task(3, "Theo văn bản đề nghị", "Phòng Hợp tác quốc tế"),
    )
    agenda = on_the_day(*records, unit_id="abroad")
    assert [line.task.id for line in agenda.late] == ["t2"]
    assert [line.tasks[0].id for line in agenda.waiting] == ["t3"]
    assert {asked.task.id for asked in agenda.unanswered} == {"t2", "t3"}


def test_what_the_period_asks_is_missing_until_something_is_said() -> None:
    said = Result("r", "t1", Q3.id, text="Đã làm xong phần đầu")
    agenda = on_the_day(task(1, "Quý III"), task(2, "Hằng tháng"), task(3, "Quý IV"), said)
    assert [asked.task.id for asked in agenda.unanswered] == ["t2"]  # once, for all its months


def test_documents_without_a_file_and_documents_cited_nowhere() -> None:
    one, other = RegisteredDocument("one"), RegisteredDocument("other")
    agenda = on_the_day(
        task(1, "Quý II"),
        one,
        other,
        Attachment("a", "one", "a.pdf", "0", 1),
        Evidence("e", "other", "t1"),
    )
    assert agenda.without_file == (other,)
    assert agenda.uncited == (one,)


@pytest.fixture
def sample(tmp_path: Path, paths: Paths) -> Project:
    return Project.create(tmp_path / "mau.cchc", paths, first=sample_change())


def test_an_event_gives_all_that_wait_for_it_their_deadline_in_one_step(sample: Project) -> None:
    with sample:
        plan = sample.wanted_plan(2027)
        before = agenda_of(Asking(sample, plan, Q3), DAY)
        line = next(w for w in before.waiting if w.condition.startswith("Sau khi Chính phủ"))
        sample.apply(
            recording.tell_event(sample, plan, line.condition, date(2027, 8, 25), date(2027, 9, 15))
        )
        after = agenda_of(Asking(sample, plan, Q3), DAY)
        assert line.condition not in [w.condition for w in after.waiting]
        near = {due.task.id: due.first.due for due in after.near}
        assert {near[task.id] for task in line.tasks} == {date(2027, 9, 15)}
        sample.undo()
        assert agenda_of(Asking(sample, plan, Q3), DAY) == before
