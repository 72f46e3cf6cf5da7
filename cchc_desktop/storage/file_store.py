"""The files of documents, beside the project file: each content once, under its SHA-256."""

import errno
import hashlib
import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from cchc_desktop.domain.errors import RefusedInput, RefusedOutput

MAX_SIZE = 500 << 20  # bytes of one file
_SUFFIX = "-files"
_BLOCK = 1 << 20
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


class Condition(StrEnum):
    """How a kept file is found; the value is what the clerk reads."""

    WHOLE = "có tệp"
    MISSING = "mất tệp"
    CHANGED = "tệp đã bị sửa"


class FileStore:
    """`NAME.cchc-files/` of a project; made with the first file."""

    def __init__(self, project: Path) -> None:
        self.folder = project.with_name(project.name + _SUFFIX)

    def keep(self, source: Path) -> tuple[str, int]:
        """The digest and the size in bytes of a file, of which a copy is kept from now on.

        RefusedInput where it cannot be read; RefusedOutput where there is no room. A content that
        is kept already is not written again.
        """
        if not source.is_file():
            raise RefusedInput(f"Không tìm thấy tệp “{source.name}”; hãy chọn lại tệp.")
        if source.stat().st_size > MAX_SIZE:
            raise RefusedInput(
                f"Tệp “{source.name}” lớn hơn {MAX_SIZE >> 20} MB; hãy nén nhỏ tệp rồi thử lại."
            )
        try:
            stream = source.open("rb")
        except OSError as error:
            raise RefusedInput(
                f"Không mở được tệp “{source.name}” ({error.strerror}); hãy đóng tệp nếu đang mở, "
                "hoặc xin quyền đọc."
            ) from error
        with stream:
            return self.take(stream, source.name)

    def take(self, stream: BinaryIO, name: str) -> tuple[str, int]:
        """The same with what a stream holds; `name` tells the user which file it is."""
        partial = self.folder / f".{uuid.uuid4().hex[:12]}.part"
        try:
            self.folder.mkdir(exist_ok=True)
            with partial.open("xb") as copy:
                digest, size = _pump(stream, copy)
                copy.flush()
                os.fsync(copy.fileno())
            if self.condition(digest) is not Condition.WHOLE:
                partial.replace(self.path(digest))
        except OSError as error:
            why = "không đủ chỗ trống" if error.errno in _NO_ROOM else error.strerror
            raise RefusedOutput(
                f"Không cất được tệp “{name}” vào “{self.folder}” ({why}); hãy giải phóng ổ đĩa "
                "hoặc xin quyền ghi rồi thử lại."
            ) from error
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
        return digest, size

    def path(self, digest: str) -> Path:
        """Where the content of a digest is kept."""
        return self.folder / digest

    def condition(self, digest: str) -> Condition:
        """Whether the kept content is there, and still what it was; reads the whole file."""
        try:
            with self.path(digest).open("rb") as stream:
                found, _ = _pump(stream, None)
        except OSError:
            return Condition.MISSING
        return Condition.WHOLE if found == digest else Condition.CHANGED

    def kept(self) -> set[str]:
        """The digests of all that is there, by their names; does not read the files."""
        try:
            return {entry.name for entry in os.scandir(self.folder)}
        except OSError:
            return set()

    def copy_out(self, digest: str, target: Path) -> None:
        """A copy of a kept content at the target. RefusedInput where it is missing or was changed,
        RefusedOutput where it cannot be written.
        """
        condition = self.condition(digest)
        if condition is not Condition.WHOLE:
            raise RefusedInput(
                f"Không lấy được “{target.name}”: {condition} trong “{self.folder}”; hãy chép lại "
                "thư mục này từ bản sao lưu, hoặc đính kèm lại tệp."
            )
        try:
            with self.path(digest).open("rb") as stream, target.open("wb") as copy:
                _pump(stream, copy)
        except OSError as error:
            raise RefusedOutput(
                f"Không ghi được tệp “{target}” ({error.strerror}); hãy chọn nơi lưu khác."
            ) from error

    @contextmanager
    def copies_in(
        self, other: "FileStore", names: Mapping[str, str], progress: Callable[[int, int], None]
    ) -> Iterator[list[str]]:
        """Of the digests whose names are given, those whose contents are whole; verified copies of
        them are kept in another store, too. Whatever ends it early, a refusal of `keep` or one
        within, takes the copies away.
        """
        before, had_folder = other.kept(), other.folder.exists()
        copied: list[str] = []
        try:
            for done, digest in enumerate(sorted(names)):
                progress(done, len(names))
                if self.condition(digest) is Condition.WHOLE:
                    copied.append(digest)
                    self._copy_to(other, digest, names[digest])
            yield copied
        except BaseException:
            for digest in set(copied) - before:
                other.path(digest).unlink(missing_ok=True)
            if not had_folder:
                with suppress(OSError):  # it was never made, or something else is in it
                    other.folder.rmdir()
            raise

    def _copy_to(self, other: "FileStore", digest: str, name: str) -> None:
        with self.path(digest).open("rb") as stream:
            other.take(stream, name)
        if other.condition(digest) is not Condition.WHOLE:
            raise RefusedOutput(
                f"Bản chép của tệp “{name}” trong “{other.folder}” không giống tệp gốc; hãy lưu "
                "bản sao vào ổ đĩa khác."
            )


def _pump(source: BinaryIO, target: BinaryIO | None) -> tuple[str, int]:
    """The digest and size of a stream, copied on the way."""
    digest, size = hashlib.sha256(), 0
    while block := source.read(_BLOCK):
        digest.update(block)
        size += len(block)
        if target is not None:
            target.write(block)
    return digest.hexdigest(), size
