"""What was done to a record, as the log tells it."""

from pathlib import Path

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths


def told(project: Project, record_id: str, most: int = 50) -> list[tuple[str, Edit]]:
    return [(entry.label, edit) for entry, edit in project.history(record_id, most)]


def test_the_newest_step_is_first_and_survives_reopening(tmp_path: Path, paths: Paths) -> None:
    path = tmp_path / "mau.cchc"
    with Project.create(path, paths, first=sample_change()) as project:
        plan = project.plan(2027)
        assert plan is not None
        task = next(row for row in project.rows(plan) if isinstance(row, Task))
        project.apply(planning.edit(project, task.id, text="Hai"))
        project.apply(planning.edit(project, task.id, text="Ba"))
        project.undo()
        steps = told(project, task.id)
        assert [label for label, _ in steps] == ["Sửa Nhiệm vụ"] * 3 + ["Mở dữ liệu mẫu"]
        assert [getattr(edit.after, "text", "") for _, edit in steps] == [
            "Hai",
            "Ba",
            "Hai",
            task.text,
        ]
        assert told(project, task.id, 1) == steps[:1]
        assert told(project, "gone") == []
    with Project.open(path, paths) as project:
        assert told(project, task.id) == steps


def test_a_heading_typed_anew_is_its_number_and_its_name(tmp_path: Path, paths: Paths) -> None:
    with Project.create(tmp_path / "mau.cchc", paths, first=sample_change()) as project:
        plan = project.plan(2027)
        assert plan is not None
        area = next(row for row in project.rows(plan) if isinstance(row, Area))
        for typed, number, title in (
            ("I. Cải cách thể chế", "I", "Cải cách thể chế"),
            ("  II.  Hai\nbộ máy ", "II", "Hai bộ máy"),
            ("Không số", "", "Không số"),
            ("", "", ""),
        ):
            change = table_editing.write_heading(project, area.id, typed)
            project.apply(change)
            stored = project.record(area.id)
            assert isinstance(stored, Area)
            assert (stored.number, stored.title) == (number, title)
        assert told(project, area.id)[0][0] == "Sửa lĩnh vực"
