"""Reads a plain text that the user gives: UTF-8, of bounded size."""

from pathlib import Path
from typing import BinaryIO

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.office.file_content import read_bytes

MAX_TEXT = 1 << 20  # bytes; a report has some 50,000


def read_text_file(path: Path) -> str:
    """The text of a file in NFC; RefusedInput where it is no UTF-8 text, or too long."""
    return _text(read_bytes(path), path.name)


def read_text_stream(stream: BinaryIO, name: str) -> str:
    """The text of a stream up to its end, as a file's."""
    return _text(stream.read(MAX_TEXT + 1), name)


def _text(raw: bytes, name: str) -> str:
    if len(raw) > MAX_TEXT:
        raise RefusedInput(
            f"“{name}” dài hơn {MAX_TEXT >> 20} MB chữ; hãy chia thành nhiều phần rồi đưa vào."
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise RefusedInput(
            f"“{name}” không phải là tệp chữ mã UTF-8; hãy lưu lại thành tệp .txt với mã UTF-8."
        )
    return nfc(text)
