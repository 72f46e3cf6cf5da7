"""The open project: what is accepted is on disk and in memory, what is refused in neither."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.errors import RefusedChange, RefusedProject
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services import project as project_module
from cchc_desktop.services import registering
from cchc_desktop.services.project import Project, restore_project
from cchc_desktop.services.register_view import broken_files
from cchc_desktop.settings import Paths, Person
from cchc_desktop.storage import backup
from cchc_desktop.storage.lock import ProjectInUse

FIRST = added("Tạo kế hoạch", [Plan("test_project", 2027)])

LAN, BINH = Person("Lan", "PC-01"), Person("Bình", "PC-02")
TASK = Task("t1", "p", 3072, text="Rà soát quy trình", time="Quý II")
ROWS = (Group("g", "p", 2048, "1", "Nhóm"), TASK, Area("a", "p", 1024, "I", "Lĩnh vực"))
PROFILE = (
    Agency("c1", "UBND TỈNH", "SỞ CŨ", "SC", "Nơi ấy", None, 2024),
    Agency("c2", "UBND TỈNH", "SỞ MỚI", "SM", "Nơi ấy", 2025, None),
    Signer("k", "GIÁM ĐỐC", "Người Ký", 2020, 2030),
    RecipientList("n", "KH", "Như trên"),
    Unit("u1", "Thanh tra"),
    Unit("u2", "Đoàn thanh niên"),
    Unit("u3", "Phòng cũ", valid_to=2020),
)


@pytest.fixture
def file(tmp_path: Path, paths: Paths) -> Path:
    folder = tmp_path / "hồ sơ"
    folder.mkdir()
    with Project.create(folder / "KH.cchc", paths, LAN) as project:
        project.apply(added("Nhập", [Plan("p", 2024), *ROWS, Section("s", "p", 1), *PROFILE]))
    return folder / "KH.cchc"


@pytest.fixture
def project(file: Path, paths: Paths) -> Iterator[Project]:
    with Project.open(file, paths, LAN) as project:
        yield project


@pytest.fixture
def plan(project: Project) -> Plan:
    return project.wanted_plan(2024)


def retimed(task: Task, time: str) -> Change:
    return Change("Sửa Thời gian", (Edit(task, replace(task, time=time)),))


def tasks(file: Path, paths: Paths) -> list[Task]:
    with Project.open(file, paths, BINH, read_only=True) as project:
        rows = project.rows(project.wanted_plan(2024))
        return [row for row in rows if isinstance(row, Task)]


def test_what_the_file_holds(project: Project, plan: Plan) -> None:
    assert [row.id for row in project.rows(plan)] == ["a", "g", "t1"]
    assert [section.id for section in project.sections(plan)] == ["s"]
    assert project.plan(2024) == plan
    assert project.plan(2025) is None
    assert project.plan(2024, "Tuyên truyền") is None
    assert project.plans() == [plan]
    assert [unit.name for unit in project.units(2024)] == ["Đoàn thanh niên", "Thanh tra"]
    assert len(project.units(2020)) == 3
    assert [signer.id for signer in project.signers(2024)] == ["k"]
    assert project.signers(2031) == []
    assert [found.id for found in project.recipients(2024)] == ["n"]


@pytest.mark.parametrize(("year", "name"), [(2019, "SỞ CŨ"), (2024, "SỞ CŨ"), (2025, "SỞ MỚI")])
def test_agency_of_a_year(project: Project, year: int, name: str) -> None:
    agency = project.agency(year)
    assert agency is not None
    assert agency.name == name


def test_missing_plan_names_those_that_are_there(project: Project) -> None:
    with pytest.raises(RefusedChange, match=r"không có kế hoạch CCHC năm 2030.*CCHC 2024"):
        project.wanted_plan(2030)


def test_accepted_change_is_on_disk_before_the_next(
    project: Project, file: Path, paths: Paths
) -> None:
    done = project.apply(retimed(TASK, "Quý III"))
    assert (done.who, done.at is not None) == ("Lan", True)
    assert [task.time for task in tasks(file, paths)] == ["Quý III"]
    assert not file.with_name("KH.cchc-journal").exists()


def test_all_years_and_several_plans_in_one_file(project: Project) -> None:
    for year in (2023, 2025, 2026):
        project.apply(added("Tạo", [Plan(f"p{year}", year)]))
    project.apply(added("Tạo", [Plan("tt", 2024, "Tuyên truyền")]))
    known = [(plan.year, plan.kind) for plan in project.plans()]
    assert known == [
        (2023, "CCHC"),
        (2024, "CCHC"),
        (2024, "Tuyên truyền"),
        (2025, "CCHC"),
        (2026, "CCHC"),
    ]


REFUSED = [
    (added("Tạo", [Plan("other", 2024)]), "cùng năm và cùng loại"),
    (added("Thêm", [TASK]), "đã khác"),
    (retimed(replace(TASK, lead="khác"), "Quý I"), "đã khác"),
    (Change("Xoá", (Edit(Task("gone", "p", 1), None),)), "đã khác"),
    (retimed(TASK, "Quý \ud800"), "ký tự hỏng"),
    (
        Change("Nhập", (*retimed(TASK, "Quý I").edits, Edit(None, Plan("other", 2024)))),
        "cùng năm và cùng loại",
    ),
]


@pytest.mark.parametrize(("change", "words"), REFUSED)
def test_refused_change_changes_nothing(
    project: Project, plan: Plan, file: Path, change: Change, words: str
) -> None:
    rows, content = project.rows(plan), file.read_bytes()
    with pytest.raises(RefusedChange, match=words):
        project.apply(change)
    assert project.rows(plan) == rows
    assert file.read_bytes() == content
    assert project.next_undo == ""
    project.apply(retimed(TASK, "Quý I"))


def test_change_without_effect_is_no_step(project: Project) -> None:
    assert project.apply(retimed(TASK, TASK.time)).edits == ()
    assert project.next_undo == ""


# Undo and redo


def test_undo_and_redo_are_written_and_named(project: Project, file: Path, paths: Paths) -> None:
    project.apply(retimed(TASK, "Quý III"))
    assert (project.next_undo, project.next_redo) == ("Sửa Thời gian", "")
    back = project.undo()
    assert back.edits == (Edit(replace(TASK, time="Quý III"), TASK),)
    assert (project.next_undo, project.next_redo) == ("", "Sửa Thời gian")
    assert tasks(file, paths) == [TASK]
    project.redo()
    assert [task.time for task in tasks(file, paths)] == ["Quý III"]
    project.undo()
    assert tasks(file, paths) == [TASK]


def test_undo_stops_at_the_opening(file: Path, paths: Paths) -> None:
    with Project.open(file, paths, LAN) as project:
        project.apply(retimed(TASK, "Quý III"))
    with Project.open(file, paths, LAN) as project:
        with pytest.raises(RefusedChange, match="hoàn tác"):
            project.undo()
        with pytest.raises(RefusedChange, match="làm lại"):
            project.redo()
    assert [task.time for task in tasks(file, paths)] == ["Quý III"]


def test_new_change_ends_redo(project: Project) -> None:
    project.apply(retimed(TASK, "Quý III"))
    project.undo()
    project.apply(retimed(TASK, "Quý IV"))
    with pytest.raises(RefusedChange):
        project.redo()


# Opening, locking, closing


def test_second_writer_is_refused_and_may_read(project: Project, file: Path, paths: Paths) -> None:
    with pytest.raises(ProjectInUse, match=r"Lan mở trên máy PC-01"):
        Project.open(file, paths, BINH)
    with Project.open(file, paths, BINH, read_only=True) as reader:
        project.apply(retimed(TASK, "Quý III"))
        assert reader.rows(reader.wanted_plan(2024))[-1] == TASK
        with pytest.raises(RefusedProject, match="mở để xem"):
            reader.apply(retimed(TASK, "Quý IV"))


def test_closing_frees_the_file(file: Path, paths: Paths) -> None:
    first = Project.open(file, paths, LAN)
    first.close()
    first.close()
    assert [path.name for path in file.parent.iterdir()] == ["KH.cchc"]
    Project.open(file, paths, BINH).close()


def test_refused_opening_holds_no_lock(file: Path, paths: Paths) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:8000])
    with pytest.raises(RefusedProject, match="bị hỏng"):
        Project.open(file, paths, LAN)
    file.write_bytes(content)
    Project.open(file, paths, BINH).close()


def test_file_marked_read_only(file: Path, paths: Paths) -> None:
    file.chmod(0o444)
    with pytest.raises(RefusedProject, match="chỉ cho đọc"):
        Project.open(file, paths, LAN)
    assert tasks(file, paths) == [TASK]
    assert [path.name for path in file.parent.iterdir()] == ["KH.cchc"]


AS_NOBODY = """
import sys
from pathlib import Path
from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
import os
import filelock, getpass  # loaded late, and "nobody" may not read their folder
file = Path(sys.argv[1])
paths = Paths(Path(sys.argv[2]), file, file)
os.setuid(65534)
for opening in (Project.open, Project.create):
    try:
        opening(file if opening == Project.open else file.with_name("new.cchc"), paths)
    except RefusedProject as refusal:
        print(refusal)
with Project.open(file, paths, read_only=True) as project:
    print(len(project.plans()))
"""


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_folder_of_somebody_else(file: Path, tmp_path: Path) -> None:
    for folder in file.parents:
        if folder.is_relative_to(tempfile.gettempdir()) and folder != Path(tempfile.gettempdir()):
            folder.chmod(0o755)
    file.chmod(0o666)
    command = [sys.executable, "-c", AS_NOBODY, str(file), str(tmp_path / "data")]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.stderr == ""
    opened, created, plans = done.stdout.splitlines()
    assert "không cho ghi" in opened
    assert "không cho ghi" in created
    assert plans == "1"
    assert [path.name for path in file.parent.iterdir()] == ["KH.cchc"]


# Creating


def test_created_with_a_year(tmp_path: Path, paths: Paths) -> None:
    with Project.create(tmp_path / "new.cchc", paths, LAN, first=FIRST) as project:
        assert [(plan.year, plan.kind) for plan in project.plans()] == [(2027, "CCHC")]
        with pytest.raises(RefusedChange):
            project.undo()
    with Project.open(tmp_path / "new.cchc", paths) as project:
        assert project.plan(2027) is not None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("hồ sơ/KH.cchc", "Đã có tệp"),
        ("hồ sơ", "Đã có tệp"),
        ("không có/KH.cchc", "Không có thư mục"),
    ],
)
def test_not_created(file: Path, tmp_path: Path, paths: Paths, name: str, words: str) -> None:
    content = file.read_bytes()
    there = sorted(tmp_path.rglob("*"))
    with pytest.raises(RefusedProject, match=words):
        Project.create(tmp_path / name, paths, LAN, first=FIRST)
    assert file.read_bytes() == content
    assert sorted(tmp_path.rglob("*")) == there


# Backups


def reasons(file: Path, paths: Paths) -> list[str]:
    return [b.reason for b in backup.existing(backup.folder_of(file, paths.backups))]


def test_backed_up_on_the_first_opening_of_the_day(file: Path, paths: Paths) -> None:
    for _ in range(3):
        Project.open(file, paths, LAN).close()
    assert reasons(file, paths) == [backup.DAILY]
    folder = backup.folder_of(file, paths.backups)
    (made,) = backup.existing(folder)
    made.path.rename(folder / ("2020-01-01" + made.path.name[10:]))
    Project.open(file, paths, LAN).close()
    assert reasons(file, paths) == [backup.DAILY] * 2


def test_reading_backs_nothing_up(file: Path, paths: Paths, tmp_path: Path) -> None:
    elsewhere = Paths(tmp_path / "other", paths.config, paths.logs)
    Project.open(file, elsewhere, LAN, read_only=True).close()
    assert not (tmp_path / "other").exists()


def test_large_acceptance_is_preceded_by_a_backup(
    project: Project, file: Path, paths: Paths
) -> None:
    before = tasks(file, paths)
    project.apply(added("Nhập", [Task(f"n{n}", "p", n) for n in range(project_module.LARGE)]))
    newest = backup.existing(backup.folder_of(file, paths.backups))[0]
    assert newest.reason == backup.ACCEPTANCE
    assert tasks(newest.path, paths) == before


def test_backup_that_fails_is_said_and_hinders_nobody(file: Path, paths: Paths) -> None:
    paths.data.rename(paths.data.with_name("old"))
    paths.data.write_text("a file where the folder should be")
    with Project.open(file, paths, LAN) as project:
        assert len(project.warnings) == 1
        assert project.warnings[0].startswith("Chưa sao lưu được: Không ghi được")
        project.apply(retimed(TASK, "Quý III"))


def test_share_is_warned_of(file: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_module, "on_network_share", lambda path: True)
    with Project.open(file, paths, LAN) as project:
        assert "ổ mạng" in project.warnings[0]


def test_copy_at_a_chosen_place(project: Project, tmp_path: Path, paths: Paths) -> None:
    project.apply(retimed(TASK, "Quý III"))
    target = tmp_path / "bản sao.cchc"
    project.back_up_to(target)
    assert [task.time for task in tasks(target, paths)] == ["Quý III"]
    with pytest.raises(RefusedProject, match="Đã có tệp"):
        project.back_up_to(target)
    with pytest.raises(RefusedProject, match="Đã có tệp"):
        project.back_up_to(project.path)
    with pytest.raises(RefusedProject, match="Không có thư mục"):
        project.back_up_to(tmp_path / "không có" / "bản sao.cchc")


def test_copy_has_the_files_of_documents(project: Project, tmp_path: Path, paths: Paths) -> None:
    document = RegisteredDocument("d", "Kế hoạch", "45", "KH-SNgV")
    project.apply(registering.register(project, [document]))
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    project.apply(registering.attach(project, "d", [tmp_path / "a.pdf", tmp_path / "b.pdf"]))
    assert project.back_up_to(tmp_path / "mot.cchc").words == ", kèm 2 tệp đính kèm"
    with Project.open(tmp_path / "mot.cchc", paths, read_only=True) as copy:
        assert broken_files(copy.kept_files(), copy.files, lambda done, of_all: None) == {}
        assert len(copy.attachments()) == 2
    project.files.path(project.attachments()[0].digest).unlink()
    assert project.back_up_to(tmp_path / "hai.cchc").words == (
        ", kèm 1 tệp đính kèm; 1 tệp đính kèm bị mất hoặc bị sửa nên không chép được"
    )


def test_restored_project_is_as_it_was(file: Path, paths: Paths) -> None:
    with Project.open(file, paths, LAN) as project:
        made = project.back_up()
        project.apply(retimed(TASK, "Quý III"))
        with pytest.raises(ProjectInUse):
            restore_project(made.path, file, paths, BINH)
    restore_project(made.path, file, paths, BINH)
    assert tasks(file, paths) == [TASK]
    assert reasons(file, paths)[0] == backup.RESTORE
    assert [path.name for path in file.parent.iterdir()] == ["KH.cchc"]
