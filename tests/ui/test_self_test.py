"""What `--self-test` shows of an installed program, here of the checkout."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cchc_desktop.__main__ import main


def test_it_exports_and_says_so(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["cchc-desktop", "--self-test", str(tmp_path)])
    assert main() == 0
    assert capsys.readouterr().out.endswith("tự kiểm tra: đạt\n")
    assert {path.suffix for path in tmp_path.iterdir()} == {".docx", ".xlsx", ".pdf", ".ics"}
