"""The files of documents: each content once, and whole."""

from pathlib import Path

import pytest

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.storage.file_store import Condition, FileStore


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "mau.cchc")


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_one_content_is_kept_once(store: FileStore, tmp_path: Path) -> None:
    sources = [written(tmp_path, f"{n}.pdf", b"%PDF mot noi dung") for n in range(5)]
    kept = {store.keep(source) for source in sources}
    assert len(kept) == 1
    ((digest, size),) = kept
    assert size == sources[0].stat().st_size
    assert [path.name for path in store.folder.iterdir()] == [digest]
    assert store.kept() == {digest}


def test_a_missing_and_a_changed_file_are_found_by_their_hash(
    store: FileStore, tmp_path: Path
) -> None:
    digest, _ = store.keep(written(tmp_path, "a.pdf", b"A" * 3_000_000))
    assert store.condition(digest) is Condition.WHOLE
    content = bytearray(store.path(digest).read_bytes())
    content[-1] ^= 1  # same size, same name
    store.path(digest).write_bytes(content)
    assert store.condition(digest) is Condition.CHANGED
    with pytest.raises(RefusedInput, match="tệp đã bị sửa"):
        store.copy_out(digest, tmp_path / "ra.pdf")
    store.path(digest).unlink()
    assert store.condition(digest) is Condition.MISSING
    assert store.kept() == set()
    with pytest.raises(RefusedInput, match="mất tệp"):
        store.copy_out(digest, tmp_path / "ra.pdf")


def test_keeping_again_mends_a_changed_file(store: FileStore, tmp_path: Path) -> None:
    source = written(tmp_path, "a.pdf", b"noi dung")
    digest, _ = store.keep(source)
    store.path(digest).write_bytes(b"khac")
    assert store.keep(source)[0] == digest
    assert store.condition(digest) is Condition.WHOLE


def test_what_cannot_be_kept_is_said(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="Không tìm thấy tệp"):
        store.keep(tmp_path / "khong-co.pdf")
    assert store.kept() == set(), "no folder without files"


def names_of(store: FileStore, folder: Path, *contents: bytes) -> dict[str, str]:
    """Contents that are kept, by digest, and a name for each."""
    names = (f"{place}.pdf" for place in range(len(contents)))
    return {store.keep(written(folder, n, c))[0]: n for n, c in zip(names, contents, strict=True)}


def unheard(_done: int, _of_all: int) -> None:
    pass


def test_whole_files_are_copied_and_the_others_left_out(store: FileStore, tmp_path: Path) -> None:
    names = names_of(store, tmp_path, b"mot", b"hai", b"ba")
    changed, missing, whole = names
    store.path(changed).write_bytes(b"khac")
    store.path(missing).unlink()
    other, told = FileStore(tmp_path / "ban-sao.cchc"), []
    with store.copies_in(other, names, lambda done, of_all: told.append((done, of_all))) as copied:
        assert copied == [whole]
    assert other.kept() == {whole}
    assert other.condition(whole) is Condition.WHOLE
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_copies_that_come_to_nothing_are_taken_away(store: FileStore, tmp_path: Path) -> None:
    names = names_of(store, tmp_path, b"mot", b"hai")
    other = FileStore(tmp_path / "ban-sao.cchc")
    with pytest.raises(KeyError), store.copies_in(other, names, unheard):
        raise KeyError
    assert not other.folder.exists()
    kept, _ = other.keep(tmp_path / "0.pdf")
    with pytest.raises(KeyError), store.copies_in(other, names, unheard):
        raise KeyError
    assert other.kept() == {kept}, "what was there stays"
    assert store.kept() == set(names)
