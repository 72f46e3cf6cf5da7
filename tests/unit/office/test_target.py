"""Files are written whole or not at all."""

import os
import signal
import sys

import pytest

from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.office.target import write_safely


def test_writes_and_replaces(tmp_path):
    target = tmp_path / "kế hoạch.docx"
    for content in (b"first", b"second"):
        write_safely(target, content)
        assert target.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "plan.docx", tmp_path / "link.docx"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_safely(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("lock", ["~$plan-2027.docx", "~$an-2027.docx", ".~lock.plan-2027.docx#"])
def test_refused_while_open_elsewhere(tmp_path, lock):
    target = tmp_path / "plan-2027.docx"
    target.write_bytes(b"old")
    (tmp_path / lock).touch()
    with pytest.raises(RefusedOutput, match="đang mở") as refused:
        write_safely(target, b"new")
    assert lock in str(refused.value)
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


def test_refused_where_replacing_is_denied(tmp_path, monkeypatch):
    """What Windows answers while Word has the file open."""
    target = tmp_path / "plan.docx"
    target.write_bytes(b"old")

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", denied)
    with pytest.raises(RefusedOutput, match="đang mở trong chương trình khác"):
        write_safely(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]
    assert target.read_bytes() == b"old"


def test_refused_for_a_folder_and_a_missing_folder(tmp_path):
    with pytest.raises(RefusedOutput, match="là một thư mục"):
        write_safely(tmp_path, b"x")
    with pytest.raises(RefusedOutput, match="Không có thư mục"):
        write_safely(tmp_path / "none" / "plan.docx", b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_refused_in_a_read_only_folder(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(RefusedOutput, match="Không được phép ghi"):
            write_safely(tmp_path / "plan.docx", b"x")
    finally:
        tmp_path.chmod(0o700)


def test_refused_when_the_disk_is_full(tmp_path):
    """A limit on the size of files stands for the full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(RefusedOutput, match="Không đủ chỗ trống"):
            write_safely(tmp_path / "plan.docx", b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert list(tmp_path.iterdir()) == []
