"""The entry point: which arguments mean the window, and what happens without a display."""

import os
import subprocess
import sys

import pytest

WITHOUT_DISPLAY = {
    name: value
    for name, value in os.environ.items()
    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
}


def program(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "cchc_desktop", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, env=WITHOUT_DISPLAY, check=False, timeout=60
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a display")
@pytest.mark.parametrize("arguments", [(), ("Kế hoạch.cchc",), ("KH.CCHC",)])
def test_window_without_a_display_is_one_sentence(arguments: tuple[str, ...]) -> None:
    done = program(*arguments)
    assert done.returncode == 1
    assert done.stderr.startswith("Không có màn hình để mở cửa sổ; hãy")
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_commands_need_no_display_and_no_qt() -> None:
    probe = "import sys; from cchc_desktop import __main__; print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "False\n"
    assert program("--help").returncode == 0
    assert program("KH.cchc", "thêm").returncode == 2
