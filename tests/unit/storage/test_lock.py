"""One writer at a time, named for the others; whoever died holds nothing."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.settings import Person
from cchc_desktop.storage.lock import Owner, ProjectInUse, ProjectLock

LAN, BINH = Person("Lan", "PC-01"), Person("Bình", "PC-02")
SINCE = datetime(2026, 11, 21, 8, 15)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "KH.cchc"


def test_second_is_told_who_where_and_since_when(path: Path) -> None:
    first, second = ProjectLock(path), ProjectLock(path)
    first.acquire(LAN, SINCE)
    with pytest.raises(ProjectInUse) as refusal:
        second.acquire(BINH, SINCE)
    assert refusal.value.owner == Owner(LAN, SINCE)
    for words in ("KH.cchc", "Lan", "PC-01", "08:15 ngày 21/11/2026", "chỉ xem"):
        assert words in str(refusal.value)
    second.release()  # a lock that was not got gives nothing back
    with pytest.raises(ProjectInUse):
        ProjectLock(path).acquire(BINH, SINCE)
    first.release()
    second.acquire(BINH, SINCE)
    second.release()


def test_nothing_is_left_beside_the_project(path: Path) -> None:
    lock = ProjectLock(path)
    lock.acquire(LAN, SINCE)
    assert len(list(path.parent.iterdir())) == 2
    lock.release()
    lock.release()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("note", ["", "{", "[]", '{"name": "Lan"}', '{"since": 3}', "\udcff"])
def test_unreadable_owner_is_still_a_refusal(path: Path, note: str) -> None:
    first = ProjectLock(path)
    first.acquire(LAN, SINCE)
    (path.parent / "KH.cchc.owner").write_text(note, "utf-8", "surrogateescape")
    with pytest.raises(ProjectInUse, match="đang được mở ở nơi khác") as refusal:
        ProjectLock(path).acquire(BINH, SINCE)
    assert refusal.value.owner is None
    first.release()


HOLD = """
import sys
from datetime import datetime
from pathlib import Path
from cchc_desktop.settings import Person
from cchc_desktop.storage.lock import ProjectLock
lock = ProjectLock(Path(sys.argv[1]))
lock.acquire(Person("Lan", "PC-01"), datetime(2026, 11, 21, 8, 15))
print("held", flush=True)
sys.stdin.read()
"""


def test_killed_holder_frees_the_lock_and_its_name_is_overwritten(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(ProjectInUse, match="Lan"):
            ProjectLock(path).acquire(BINH, SINCE)
        holder.kill()
    owner_file = path.parent / "KH.cchc.owner"
    assert "Lan" in owner_file.read_text("utf-8")
    lock = ProjectLock(path)
    lock.acquire(BINH, SINCE)
    assert json.loads(owner_file.read_text("utf-8"))["name"] == "Bình"
    lock.release()


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "KH.cchc.lock").mkdir()  # nobody, not even root, can open a folder as a lock
    with pytest.raises(RefusedProject, match="không cho ghi"):
        ProjectLock(tmp_path / "KH.cchc").acquire(LAN, SINCE)
