"""Units: new ones, other names, and two that are one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.services import unit_editing
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths

UNITS = [
    Unit("u", "Văn phòng Sở", "VP Sở", aliases=("VP",)),
    Unit("v", "Phòng Hợp tác quốc tế", "HTQT", aliases=("Phòng HTQT",)),
    Unit("x", "Phòng Đối ngoại", "P. Đối ngoại", aliases=("Đối ngoại",)),
    Unit("w", "Các phòng chuyên môn", "Các phòng CM", "nhóm", members=("x", "v", "u")),
    Unit("y", "Các phòng", "Các phòng", "nhóm", members=("x",)),
]


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Iterator[Project]:
    with Project.create(tmp_path / "KH.cchc", paths, first=added("Tạo", UNITS)) as project:
        yield project


def unit(project: Project, unit_id: str) -> Unit:
    found = project.record(unit_id)
    assert isinstance(found, Unit)
    return found


def test_merged_unit_is_found_under_all_its_names(project: Project) -> None:
    change = project.apply(unit_editing.merge_units(project, "x", "v"))
    assert change.label == "Gộp “Phòng Đối ngoại” vào “Phòng Hợp tác quốc tế”"
    names = ("Phòng HTQT", "Phòng Đối ngoại", "P. Đối ngoại", "Đối ngoại")
    assert unit(project, "v").aliases == names
    assert (unit(project, "w").members, unit(project, "y").members) == (("v", "u"), ("v",))
    reader = UnitReader(project.units(2027))
    assert {m.name for name in names for m in reader.read(name)} == {"Phòng Hợp tác quốc tế"}
    project.undo()
    assert sorted(project.units(2027), key=lambda u: u.id) == sorted(UNITS, key=lambda u: u.id)


def test_unit_merged_into_a_group_that_holds_it(project: Project) -> None:
    project.apply(unit_editing.merge_units(project, "x", "y"))
    assert unit(project, "y").members == ()
    with pytest.raises(RefusedChange, match="là một"):
        unit_editing.merge_units(project, "v", "v")


def test_words_that_mean_a_unit(project: Project) -> None:
    change = unit_editing.name_unit(project, "Tổ một cửa", "u")
    assert change.label == "Là VP Sở"
    project.apply(change)
    (mention,) = UnitReader(project.units(2027)).read("Tổ một cửa")
    assert (mention.name, mention.sure) == ("Văn phòng Sở", True)


def test_new_unit(project: Project) -> None:
    project.apply(unit_editing.add_unit(project, "tổ một cửa ", 2027))
    new = next(unit for unit in project.units(2027) if unit.id not in "uvwxy")
    assert (new.name, new.kind) == ("Tổ một cửa", "hội đồng")
    for words, why in ((" ", "trống"), ("Tổ một cửa", "Đã có đơn vị “Tổ một cửa”")):
        with pytest.raises(RefusedChange, match=why):
            unit_editing.add_unit(project, words, 2027)
