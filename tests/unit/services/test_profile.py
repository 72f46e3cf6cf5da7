"""The profile: what begins a file, what is added and taken away."""

from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency, Signer
from cchc_desktop.domain.change import added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.units import Unit
from cchc_desktop.services import planning, profile
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths

UNITS = (
    Unit("u2", "Thanh tra", valid_to=2026),
    Unit("u3", "Đoàn thanh niên", kind="đoàn thể"),
    Unit("g", "Các đơn vị", kind="nhóm", members=("u2", "u3")),
)


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Project:
    first = profile.first_contents(2027, "  SỞ MẪU ")
    return Project.create(tmp_path / "KH.cchc", paths, first=first)


def test_file_begins_with_its_plan_and_agency(project: Project) -> None:
    assert project.plan(2027) is not None
    assert [agency.name for agency in project.profile(Agency)] == ["SỞ MẪU"]
    assert project.next_undo == ""
    project.close()


def test_agency_may_come_later(tmp_path: Path, paths: Paths) -> None:
    first = profile.first_contents(2027, " ")
    with Project.create(tmp_path / "KH.cchc", paths, first=first) as project:
        assert project.profile(Agency) == []


def test_all_years_are_listed(project: Project) -> None:
    with project:
        project.apply(added("Nhập", UNITS))
        names = [unit.name for unit in project.profile(Unit)]
        assert names == ["Các đơn vị", "Đoàn thanh niên", "Thanh tra"]


def test_added_and_removed_with_its_place_in_groups(project: Project) -> None:
    with project:
        project.apply(added("Nhập", UNITS))
        step = project.apply(profile.add(project, Signer("s", "GIÁM ĐỐC", "Nguyễn Văn Mẫu")))
        assert step.label == "Thêm người ký"
        project.apply(profile.remove(project, "u2"))
        assert project.record("g") == Unit("g", "Các đơn vị", kind="nhóm", members=("u3",))
        project.undo()
        assert project.profile(Unit)[0].members == ("u2", "u3")
        with pytest.raises(RefusedChange, match="không còn"):
            profile.remove(project, "gone")


def test_unit_keeps_a_name(project: Project) -> None:
    with project:
        project.apply(added("Nhập", UNITS))
        with pytest.raises(RefusedChange, match="còn trống"):
            planning.edit(project, "u2", name=" ")


def test_unit_renamed_from_a_year_stays_in_its_groups(project: Project) -> None:
    with project:
        project.apply(added("Nhập", UNITS))
        project.apply(planning.succeed(project, "u3", 2028, name="Đoàn cơ sở"))
        new = next(unit for unit in project.all_units() if unit.name == "Đoàn cơ sở")
        assert new.valid_from == 2028
        assert project.record("g") == replace(UNITS[2], members=("u2", "u3", new.id))
