"""A file on another computer is known by the file system that it is mounted from."""

from pathlib import Path

import pytest

from cchc_desktop.storage import share
from cchc_desktop.storage.share import on_network_share

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//srv/chung {folder}/share cifs rw 0 0
srv:/home {folder}/with\\040blank nfs4 rw 0 0
tmpfs {folder}/share/local tmpfs rw 0 0
"""


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="mounts are Linux's")
@pytest.mark.parametrize(
    ("place", "remote"),
    [
        ("KH.cchc", False),
        ("share/KH.cchc", True),
        ("share/2024/KH.cchc", True),
        ("with blank/KH.cchc", True),
        ("share/local/KH.cchc", False),
        ("shared/KH.cchc", False),
    ],
)
def test_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, remote: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(folder=tmp_path))
    monkeypatch.setattr(share, "_MOUNTS", mounts)
    assert on_network_share(tmp_path / place) is remote


def test_this_disk_is_no_share(tmp_path: Path) -> None:
    assert not on_network_share(tmp_path / "KH.cchc")
