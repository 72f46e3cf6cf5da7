"""A Windows for the tests: wine in a prefix and on a display of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

_STAND_INS = Path(__file__).parent / "stand_ins"
_SCREEN = "1366x768x24"
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


class Wine:
    """`home` holds the prefix; `display` an X display that nothing else uses."""

    def __init__(self, home: Path, display: str) -> None:
        self.drive = home / "prefix" / "drive_c"
        self.user = self.drive / "users" / "can bo"
        self._environment = os.environ | {
            "HOME": str(home),
            "USER": "can bo",
            "LOGNAME": "can bo",
            "DISPLAY": display,
            "WINEPREFIX": str(home / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "LC_ALL": "C.UTF-8",
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=;mscms=n;icuuc=n",
        }
        self._display = display

    def prepare(self) -> None:
        """Make the prefix, with what wine lacks and fonts that hold Vietnamese letters."""
        self._call("wineboot", "-i")
        self._call("wineserver", "-p")  # each program starts faster when the server stays
        self.pretend("win10")
        system = self.drive / "windows" / "system32"
        for name in ("icuuc", "mscms"):
            gcc = ["x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared", "-o"]
            source = _STAND_INS / f"{name}.c"
            subprocess.run([*gcc, str(system / f"{name}.dll"), str(source)], check=True)
        for font in ("Tahoma", "MS Shell Dlg", "MS Shell Dlg 2", "Segoe UI"):
            key = r"HKCU\Software\Wine\Fonts\Replacements"
            self.run("reg", "add", key, "/v", font, "/d", "Liberation Sans", "/f")

    def pretend(self, version: str) -> None:
        """Be another Windows: win10, win81."""
        self.run("winecfg", "-v", version)

    def run(
        self, *words: str, cwd: Path | None = None, timeout: float = 120
    ) -> "subprocess.CompletedProcess[str]":
        """A Windows program until it ends, its output on a pipe."""
        return self._call("wine", *words, cwd=cwd, timeout=timeout)

    def start(self, *words: str, cwd: Path | None = None) -> "subprocess.Popen[bytes]":
        """A Windows program that goes on running."""
        return self._spawn("wine", *words, cwd=cwd)

    def _call(
        self, *words: str, cwd: Path | None = None, timeout: float = 120
    ) -> "subprocess.CompletedProcess[str]":
        """Wait for the program alone: what wine starts beside it may keep the pipe open."""
        process = self._spawn(*words, cwd=cwd)
        said: list[bytes] = []
        reader = Thread(target=_read, args=(process, said), daemon=True)
        reader.start()
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        reader.join(1)
        return subprocess.CompletedProcess(words, status, b"".join(said).decode(errors="replace"))

    def _spawn(self, *words: str, cwd: Path | None = None) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            words,
            cwd=cwd,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def windows_path(self, path: Path) -> str:
        """The name that a file of the prefix has in Windows."""
        return "C:\\" + "\\".join(path.relative_to(self.drive).parts)

    def registry(self, key: str) -> dict[str, str]:
        """The values of a key of HKCU by name, "" for the key's own; {} where there is none."""
        exported = self.drive / "exported.reg"  # what reg prints has lost the Vietnamese letters
        exported.unlink(missing_ok=True)
        self.run("reg", "export", f"HKCU\\{key}", self.windows_path(exported), "/y")
        if not exported.exists():
            return {}
        own = exported.read_text(encoding="utf-16").split("\n\n[")[1]  # then its sub-keys
        values: dict[str, str] = {}
        for name, value in re.findall(r'(?m)^(@|"[^"]*")=(.*)$', own):
            plain = value.removeprefix("dword:").removeprefix('"').removesuffix('"')
            values[name.strip('@"')] = re.sub(r"\\(.)", r"\1", plain)
        return values

    def window(self, title: str, timeout: float = 60) -> str:
        """The number of the first visible window whose title has these words."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if found := self.windows(title):
                return found[0]
            time.sleep(0.05)
        raise TimeoutError(f"no window {title!r}")

    def windows(self, title: str) -> list[str]:
        """The numbers of all visible windows whose titles have these words."""
        search = ("xdotool", "search", "--onlyvisible", "--name", title)
        return self._call(*search).stdout.split()

    def screenshot(self, target: Path) -> Path:
        """What the screen shows, as PNG."""
        environment: Mapping[str, str] = os.environ | {
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
        }
        command = [sys.executable, "-c", _GRAB, str(target)]
        subprocess.run(command, env=environment, check=True, timeout=60)
        return target

    def end(self) -> None:
        """End every program of the prefix."""
        self._call("wineserver", "-k")
        self._call("wineserver", "-w")


def _read(process: "subprocess.Popen[bytes]", said: list[bytes]) -> None:
    assert process.stdout is not None
    with process.stdout as pipe:
        said.extend(pipe)


@contextmanager
def display() -> Iterator[str]:
    """An X display that nothing else uses."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", _SCREEN]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
