"""Results, periods and events are written by the rules."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.progress import is_done
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.result import Result, State, Timing
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.services import planning, recording, registering
from cchc_desktop.services.progress import progress_of
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person

PLAN = Plan("p", 2027)
H1, TODAY = "h1-2027", date(2027, 6, 20)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        times = {"a": "Quý II", "b": "Hằng quý", "c": "Sau khi tỉnh ban hành quy chế"}
        tasks = [
            Task(key, "p", n, text=key, time=time) for n, (key, time) in enumerate(times.items())
        ]
        project.apply(added("Tạo", [PLAN, *tasks, RegisteredDocument("d", number="178")]))
        yield project


def said(project: Project, **fields: str) -> Result | None:
    project.apply(recording.record(project, "a", H1, **fields))
    return recording.result_of(project, "a", H1)


def test_a_field_is_one_step_with_its_name(project: Project) -> None:
    change = recording.record(project, "a", H1, text="Đã rà soát")
    assert change.label == "Ghi Kết quả"
    project.apply(change)
    change = recording.record(project, "a", H1, state=State.DONE)
    assert change.label == "Ghi Tình trạng"
    project.apply(change)
    kept = recording.result_of(project, "a", H1)
    assert kept is not None
    assert (kept.text, kept.state) == ("Đã rà soát", "hoàn thành")
    project.undo()
    project.undo()
    assert recording.result_of(project, "a", H1) is None


def test_days_are_read_as_they_are_typed(project: Project) -> None:
    kept = said(project, done_on="25/6", said_on="2027-06-28")
    assert kept is not None
    assert (kept.done_on, kept.said_on) == ("2027-06-25", "2027-06-28")
    with pytest.raises(RefusedChange, match="ghi đủ ngày"):
        said(project, done_on="6/2027")
    with pytest.raises(RefusedChange, match="Không có tình trạng “xong”"):
        said(project, state="xong")


def test_what_is_said_first_is_said_today(project: Project) -> None:
    project.apply(recording.answer(project, "a", H1, "", TODAY, text="Đã làm"))
    kept = recording.result_of(project, "a", H1)
    assert kept is not None
    assert kept.said_on == "2027-06-20"
    project.apply(recording.answer(project, "a", H1, "", date(2027, 7, 1), text="Đã làm xong"))
    later = recording.result_of(project, "a", H1)
    assert later is not None
    assert (later.text, later.said_on) == ("Đã làm xong", "2027-06-20")
    change = recording.answer(project, "b", H1, "2027-06-30", TODAY, said_on="1/6")
    assert isinstance(change.edits[0].after, Result)
    assert change.edits[0].after.said_on == "2027-06-01"


def test_an_answer_taken_back_leaves_nothing(project: Project) -> None:
    project.apply(recording.answer(project, "a", H1, "", TODAY, text="Đã làm"))
    project.apply(recording.answer(project, "a", H1, "", TODAY, text=""))
    assert project.results() == []
    assert recording.record(project, "a", H1, text="").edits == ()


def test_what_has_evidence_stays(project: Project) -> None:
    kept = said(project, text="Đã làm")
    assert kept is not None
    project.apply(registering.cite(project, "d", kept.id, "mục II"))
    assert said(project, text="") is not None


def test_the_unit_that_reports_is_kept_by_itself(project: Project) -> None:
    kept = said(project, said_by="Văn phòng Sở")
    assert kept is not None
    assert kept.said_by == "Văn phòng Sở"


def test_an_override_needs_its_reason(project: Project) -> None:
    with pytest.raises(RefusedChange, match="lý do"):
        said(project, timing=Timing.IN_TIME)
    change = recording.record(project, "a", H1, timing=Timing.IN_TIME, timing_reason="Gia hạn")
    assert change.label == "Ghi Đúng hạn hay không"
    project.apply(change)
    assert said(project, timing="") is None  # with its reason


def test_results_go_with_their_task_and_come_back(project: Project) -> None:
    kept = said(project, text="Đã làm")
    assert kept is not None
    project.apply(registering.cite(project, "d", kept.id))
    project.apply(registering.cite(project, "d", "a"))
    project.apply(planning.delete(project, ["a"]))
    assert (project.results(), project.evidence()) == ([], [])
    project.undo()
    assert len(project.results()) == 1
    assert len(project.evidence()) == 2


def test_each_occurrence_has_its_own(project: Project) -> None:
    quarterly = read_schedule("Hằng quý", 2027)
    for day in ("2027-03-31", "2027-06-30"):
        project.apply(recording.record(project, "b", H1, day, state=State.DONE))
    assert not is_done(quarterly, 2027, progress_of(project, PLAN).said["b"])
    for day in ("2027-09-30", "2027-12-31"):
        project.apply(recording.record(project, "b", "year-2027", day, state=State.DONE))
    said = progress_of(project, PLAN).said["b"]
    assert is_done(quarterly, 2027, said)
    assert len(said) == 4


def test_a_period_is_kept_once_it_is_edited(project: Project) -> None:
    h1 = project.period(2027, "h1")
    assert not project.holds(h1.id)
    change = recording.edit_period(project, h1, collect_by="2027-05-25")
    assert change.label == "Sửa kỳ 6 tháng"
    project.apply(change)
    assert project.period(2027, "h1").collect_by == "2027-05-25"
    project.apply(recording.edit_period(project, h1, name="6 tháng đầu năm"))
    assert project.period(2027, "h1").collect_by == "2027-05-25"
    with pytest.raises(RefusedChange, match="ngày cuối trước ngày đầu"):
        recording.edit_period(project, h1, ends="2026-01-01")


def test_a_period_of_its_own(project: Project) -> None:
    project.apply(
        recording.add_period(project, 2027, "9 tháng", date(2026, 12, 15), date(2027, 9, 14))
    )
    assert "9 tháng" in [period.name for period in project.periods(2027)]
    assert len(project.periods(2027)) == 5
    assert len(project.periods(2028)) == 4


def test_an_event_is_told_once(project: Project) -> None:
    for due in (None, date(2027, 6, 15)):
        words = "sau khi Tỉnh ban hành quy chế"
        project.apply(recording.tell_event(project, PLAN, words, date(2027, 5, 12), due))
    (event,) = project.events(PLAN)
    assert (event.happened_on, event.due) == ("2027-05-12", "2027-06-15")


def test_one_answer_for_several_occurrences(project: Project) -> None:
    fields = {"state": State.DONE, "text": "Đã công khai", "done_on": "30/3", "said_by": "VP"}
    project.apply(recording.record(project, "b", H1, "2027-03-31", **fields))
    first = recording.result_of(project, "b", H1, "2027-03-31")
    assert first is not None
    change = recording.repeat(project, first.id, ["2027-06-30", "2027-09-30"])
    assert change.label == "Ghi kết quả cho 2 lần"
    project.apply(change)
    second = recording.result_of(project, "b", H1, "2027-06-30")
    assert second is not None
    assert (second.state, second.text, second.said_by) == (State.DONE, "Đã công khai", "VP")
    assert second.done_on == ""
    assert len({result.id for result in project.results()}) == 3
