"""What a period asks about a plan, with what was answered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.result import State, Timing
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import recording
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person

PLAN = Plan("p", 2027)
Q1, Q2, Q3, Q4 = "2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"
UNITS = [
    Unit("h", "Phòng Hợp tác Quốc tế", "HTQT"),
    Unit("l", "Phòng Lãnh sự"),
    Unit("v", "Văn phòng Sở"),
    Unit("g", "Các phòng chuyên môn", kind="nhóm"),
]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        tasks = [
            Task("a", "p", 1, time="Quý I", lead="HTQT", coordinating="Các phòng chuyên môn"),
            Task("b", "p", 2, time="Hằng quý", lead="Các phòng chuyên môn"),
            Task("c", "p", 3, time="Thường xuyên", lead="Văn phòng Sở"),
            Task("d", "p", 4, time="Sau khi tỉnh ban hành quy chế"),
        ]
        project.apply(added("Tạo", [PLAN, Area("x", "p", 0, "I", "Thể chế"), *tasks, *UNITS]))
        yield project


def asking(project: Project, key: str) -> Asking:
    return Asking(project, PLAN, project.period(2027, key))


def say(project: Project, task: str, key: str, occurrence: str = "", **fields: str) -> None:
    project.apply(recording.record(project, task, f"{key}-2027", occurrence, **fields))


def asked(project: Project, key: str) -> list[tuple[str, str]]:
    return [(a.task.id, a.question.occurrence) for a in asking(project, key).asked]


def one(project: Project, key: str, task: str) -> Asked:
    return next(a for a in asking(project, key).asked if a.task.id == task)


def test_what_is_finished_is_asked_no_more(project: Project) -> None:
    assert asked(project, "q1") == [("a", ""), ("b", Q1), ("c", ""), ("d", "")]
    say(project, "a", "q1", state=State.DONE)
    say(project, "b", "q1", Q1, state=State.DONE)
    say(project, "c", "q1", state=State.DONE)
    assert asked(project, "q1") == [("a", ""), ("b", Q1), ("c", ""), ("d", "")]
    assert asked(project, "h1") == [("b", Q2), ("c", ""), ("d", "")]


def test_what_was_taken_back_is_asked_again(project: Project) -> None:
    say(project, "a", "q1", state=State.DONE)
    say(project, "a", "h1", state=State.UNDER_WAY, text="Phải làm lại")
    assert ("a", "") in asked(project, "q3")


def test_answers_of_now_and_before(project: Project) -> None:
    say(project, "c", "q1", text="Quý I")
    say(project, "c", "h1", text="6 tháng")
    say(project, "c", "q3", text="Quý III")
    found = one(project, "q3", "c")
    assert (found.result and found.result.text, found.before and found.before.text) == (
        "Quý III",
        "6 tháng",
    )
    assert one(project, "q1", "c").before is None


def test_the_answer_before_of_a_recurring_task_is_its_last_one(project: Project) -> None:
    say(project, "b", "q1", Q1, state=State.DONE, text="Lần một")
    found = one(project, "h1", "b")
    assert found.question.occurrence == Q2
    assert found.before is not None
    assert found.before.text == "Lần một"
    # the first quarter's being done does not make the second one so
    assert found.timing(date(2027, 7, 1)) is Timing.LATE


def test_an_earlier_word_on_the_deadline_holds(project: Project) -> None:
    say(project, "a", "q1", timing=Timing.IN_TIME, timing_reason="Tỉnh cho lùi")
    assert one(project, "h1", "a").timing(date(2027, 6, 1)) is Timing.IN_TIME


def test_all_that_can_be_answered(project: Project) -> None:
    say(project, "b", "q1", Q1, state=State.DONE)
    found = asking(project, "h1").answerable("b")
    assert [(a.question.occurrence, a.question.now) for a in found] == [
        (Q1, False),
        (Q2, True),
        (Q3, False),
        (Q4, False),
    ]
    assert asking(project, "h1").answerable("gone") == []
    say(project, "a", "q1", state=State.DONE)
    (done,) = asking(project, "h1").answerable("a")
    assert not done.question.now
    assert done.timing(date(2027, 6, 1)) is Timing.IN_TIME


def test_a_deadline_comes_with_its_event(project: Project) -> None:
    words, day = "Sau khi tỉnh ban hành quy chế", date(2027, 6, 15)
    assert one(project, "h1", "d").question.due is None
    project.apply(recording.tell_event(project, PLAN, words, date(2027, 5, 12), day))
    assert one(project, "h1", "d").question.due == day


def test_units_with_groups_expanded(project: Project) -> None:
    found = asking(project, "q1")
    first, second = project.record("a"), project.record("b")
    assert isinstance(first, Task)
    assert isinstance(second, Task)
    assert [unit.id for unit in found.leading(first)] == ["h"]
    assert [unit.id for unit in found.coordinating(first)] == ["l"]
    assert [unit.id for unit in found.leading(second)] == ["h", "l"]
