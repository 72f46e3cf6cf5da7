"""Plain texts that the user gives."""

import io
import unicodedata
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.text_file import MAX_TEXT, read_text_file, read_text_stream

TEXT = "Kế hoạch số 5/KH-SCX"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        unicodedata.normalize("NFD", TEXT).encode(),
    ],
)
def test_a_text_is_read_in_nfc(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "bao-cao.txt"
    file.write_bytes(raw)

    assert read_text_file(file) == TEXT
    assert read_text_stream(io.BytesIO(raw), "đầu vào chuẩn") == TEXT


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-16"),
        b"K\xe9 ho\xa1ch",
        b"PK\x03\x04\x00\x00",
        b"a" * (MAX_TEXT + 1),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "bao-cao.txt"
    file.write_bytes(raw)

    with pytest.raises(RefusedInput, match="bao-cao"):
        read_text_file(file)
    with pytest.raises(RefusedInput, match="đầu vào chuẩn"):
        read_text_stream(io.BytesIO(raw), "đầu vào chuẩn")
