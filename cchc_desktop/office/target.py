"""Writing a file safely: it appears under its name whole, or not at all."""

import errno
import os
import uuid
from pathlib import Path

from cchc_desktop.domain.errors import RefusedOutput

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


def write_safely(target: Path, content: bytes) -> None:
    """Writes to a temporary name in the target's folder, then moves the file into place.

    Raises RefusedOutput and leaves the folder as it was where the target is open in another
    program, write-protected or a folder, and where its folder is missing, closed to us or full.
    """
    target = Path(os.path.realpath(target))  # a link stays a link
    _refuse_unfit(target)
    temporary = target.with_name(f".cchc-{uuid.uuid4().hex[:12]}.part")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise RefusedOutput(_unwritten(error, target)) from error
    try:
        temporary.replace(target)
    except OSError as error:  # on Windows a file that is open cannot be replaced
        temporary.unlink(missing_ok=True)
        raise RefusedOutput(
            f"Không thay được tệp “{target.name}” vì tệp đang mở trong chương trình khác; "
            "hãy đóng tệp đó rồi xuất lại."
        ) from error


def _refuse_unfit(target: Path) -> None:
    if target.is_dir():
        raise RefusedOutput(
            f"“{target}” là một thư mục, không phải tên tệp; hãy ghi thêm tên tệp cần xuất."
        )
    if not target.parent.is_dir():
        raise RefusedOutput(
            f"Không có thư mục “{target.parent}”; hãy tạo thư mục đó hoặc chọn nơi lưu khác."
        )
    if target.exists() and not os.access(target, os.W_OK):
        raise RefusedOutput(
            f"Tệp “{target.name}” chỉ cho phép đọc; hãy bỏ thuộc tính chỉ đọc hoặc chọn tên khác."
        )
    for lock in _locks_of(target):
        if lock.exists():
            raise RefusedOutput(
                f"Tệp “{target.name}” đang mở trong Word, Excel hoặc LibreOffice; hãy đóng tệp rồi "
                f"xuất lại (nếu không còn mở ở máy nào thì xóa tệp khóa “{lock.name}”)."
            )


def _locks_of(target: Path) -> list[Path]:
    """The files that office programs lay beside an open file; Word cuts up to two letters of the
    name.
    """
    word = [f"~${target.name[cut:]}" for cut in range(3)]
    return [target.with_name(name) for name in (*word, f".~lock.{target.name}#")]


def _unwritten(error: OSError, target: Path) -> str:
    if error.errno in _NO_ROOM:
        return (
            f"Không đủ chỗ trống để ghi tệp “{target.name}”; "
            "hãy giải phóng ổ đĩa hoặc chọn nơi lưu khác."
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return (
            f"Không được phép ghi vào thư mục “{target.parent}”; "
            "hãy chọn nơi lưu khác hoặc xin quyền ghi."
        )
    return (
        f"Không ghi được tệp “{target.name}” ({error.strerror}); "
        "hãy kiểm tra ổ đĩa hoặc chọn nơi lưu khác."
    )
