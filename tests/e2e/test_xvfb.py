"""The story once more with real keys and a real mouse: the program as a process of its own on a
virtual X screen, seen from outside only by what it writes.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import resources

Program = Callable[..., Any]
Start = Callable[..., subprocess.Popen[bytes]]
YEAR = 2027
SAMPLE = "sample/ke-hoach-mau-7-cot.docx"
WIDTH = 1366
PATIENCE = 30.0  # seconds for what a busy machine may need
TYPING = 100  # milliseconds between letters: the keyboard's map changes for each Vietnamese one
ATTEMPTS = 5  # a busy machine may read a letter by the map that was before
MAIN = "CCHC Desktop"
ACCEPT, FIRST_TIME = (WIDTH - 14, 42), (980, 180)  # in the window at its first size
FILL = 0x0B5CAD  # of the one primary button
MARKED = "Chậm nhất ngày 15/8; hằng quý, nghỉ lễ giữa kỳ"
UNIKEY = "Trước ngày 30/9 khi UBND tỉnh đồng ý"

missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def until(holds: Callable[[], Any], what: str) -> Any:
    """Poll until something is true; its value."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if value := holds():
            return value
        time.sleep(0.1)
    pytest.fail(f"in vain waited for: {what}")


@dataclass(frozen=True)
class Screen:
    """A virtual X screen with its keyboard and mouse."""

    env: dict[str, str]
    memory: Path  # where the server keeps what is on the screen, as a file of xwd

    def do(self, *words: str) -> str:
        """One command of xdotool; what it says."""
        command = ["xdotool", *words]
        return subprocess.run(command, env=self.env, capture_output=True, text=True).stdout

    def focus(self, title: str) -> None:
        """Wait for a window with this in its title and give it the keyboard, as a window manager
        would.
        """
        found = until(lambda: self.do("search", "--onlyvisible", "--name", title), title)
        self.do("windowfocus", "--sync", found.split()[-1])
        time.sleep(0.2)

    def shows(self, title: str) -> bool:
        """Whether there is a window with this in its title."""
        return bool(self.do("search", "--onlyvisible", "--name", title))

    @property
    def home(self) -> Path:
        """The home folder of whoever works at this screen."""
        return Path(self.env["HOME"])

    def colour(self, x: int, y: int) -> int:
        """The colour at a point, 0xRRGGBB."""
        picture = self.memory.read_bytes()
        head = struct.unpack(">25I", picture[:100])
        start = head[0] + 12 * head[19]  # behind the head and the map of colours
        at = start + y * head[12] + 4 * x
        return int.from_bytes(picture[at : at + 3], "little")

    def key(self, *keys: str) -> None:
        self.do("key", "--delay", "60", *keys)
        time.sleep(0.1)

    def type(self, words: str) -> None:
        self.do("type", "--delay", str(TYPING), words)
        time.sleep(0.1)

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", "--sync", str(x), str(y), "click", "1")
        time.sleep(0.2)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen that is not shown, with folders of its own for the program."""
    home = tmp_path / "home-x"
    home.mkdir()
    reading, writing = os.pipe()
    # a number of this process's own: one that another server just leaves is taken down with it
    display = f":{1000 + os.getpid() % 20_000}"
    command = ["Xvfb", display, "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x768x24"]
    # without a client it would begin anew, and refuse a window that comes just then
    command += ["-fbdir", str(tmp_path), "-noreset"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    env = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    env |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    env |= {"HOME": str(home), "XDG_DATA_HOME": str(home / "d"), "XDG_CONFIG_HOME": str(home / "c")}
    env |= {"XDG_RUNTIME_DIR": str(home), "XDG_STATE_HOME": str(home / "s"), "XMODIFIERS": ""}
    yield Screen(env, tmp_path / "Xvfb_screen0")
    server.terminate()
    server.wait()


@pytest.fixture
def window(screen: Screen) -> Iterator[Start]:
    """Starts the program with a window on that screen."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "cchc_desktop", *map(str, arguments)]
        started.append(subprocess.Popen(command, env=screen.env))
        screen.focus(arguments[0].name if arguments else MAIN)
        return started[-1]

    yield start
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.wait()


@pytest.fixture
def plan(tmp_path: Path, program: Program) -> Path:
    """A project file with the sample plan."""
    file = tmp_path / "so.cchc"
    source = resources.path(SAMPLE)
    assert program("import", source, "--into", file, "--year", YEAR).status == 0
    return file


def tasks(program: Program, file: Path) -> list[dict[str, Any]]:
    """What is in the file now; nothing while it is not there."""
    return program("tasks", file, "--year", YEAR, "--json").json if file.exists() else []


def wait_for(program: Program, file: Path, place: int, column: str, words: str) -> None:
    """Until a cell of the file holds these words."""
    end = time.monotonic() + PATIENCE
    while (found := tasks(program, file)[place][column]) != words and time.monotonic() < end:
        time.sleep(0.1)
    assert found == words


def write(screen: Screen, program: Program, file: Path, place: int, plain: str, words: str) -> None:
    """Type a time, as an input method does where `plain` differs; the next row is current then."""
    for _ in range(ATTEMPTS):
        as_unikey(screen, plain, words)
        screen.key("Return")
        end = time.monotonic() + PATIENCE / ATTEMPTS
        while (found := tasks(program, file)[place]["time"]) != words and time.monotonic() < end:
            time.sleep(0.1)
        if found == words:
            return
        screen.key("Up")
    assert found == words


def to_first_time(screen: Screen) -> None:
    """By keys to the time of the first task of the sample."""
    screen.key("ctrl+f", "Return", "ctrl+Home", "Down", "End")


def as_unikey(screen: Screen, plain: str, words: str) -> None:
    """Letters as they are struck, each word taken back and put anew with its marks."""
    for place, (struck, meant) in enumerate(zip(plain.split(), words.split(), strict=True)):
        screen.type(f" {struck}" if place else struck)
        kept = next(n for n in range(len(struck), -1, -1) if meant.startswith(struck[:n]))
        if kept < len(struck):
            screen.key(*["BackSpace"] * (len(struck) - kept))
        screen.type(meant[kept:])


def test_a_plan_goes_in_is_edited_and_comes_out(
    tmp_path: Path, program: Program, screen: Screen, window: Start
) -> None:
    file = tmp_path / "moi.cchc"
    process = window()
    screen.key("ctrl+i")
    screen.focus("Nhập kế hoạch")
    screen.type(str(resources.path(SAMPLE)))
    screen.key("Return")
    until(lambda: screen.colour(*ACCEPT) == FILL, "the review with its button Nhận")
    screen.focus(MAIN)
    screen.key("F8", "alt+1")
    screen.click(*ACCEPT)
    screen.focus("dữ liệu mới")
    screen.key("ctrl+a")
    screen.type(str(file))
    screen.key("Return")
    before = until(lambda: tasks(program, file), "the plan in the file")
    assert [task["lead_units"] for task in before if not task["lead_units"]] == []

    screen.focus(file.name)
    screen.click(*FIRST_TIME)
    for _ in range(4):
        screen.type("31/12/2027")
        screen.key("Return")
    screen.key("Up", "Left")
    screen.type("Cong doan")
    screen.key("Return")
    wait_for(program, file, 3, "coordinating", "Cong doan")
    screen.key("ctrl+z", "ctrl+z")
    wait_for(program, file, 3, "time", before[3]["time"])
    after = tasks(program, file)
    assert [task["time"] for task in after[:3]] == ["31/12/2027"] * 3
    assert after[3:] == before[3:]

    screen.key("F12")
    screen.focus("^Xuất$")
    screen.key("Return")
    (word,) = until(lambda: list(screen.home.rglob("KH-CCHC-*.docx")), "the exported file")
    until(lambda: not screen.shows("^Xuất$"), "the end of the export")
    again = tmp_path / "lai.cchc"
    assert program("import", word, "--into", again, "--year", YEAR).status == 0
    assert [t["time"] for t in tasks(program, again)] == [t["time"] for t in after]
    assert program("check", word, "--json").json == []

    screen.focus(file.name)
    screen.key("ctrl+q")
    assert process.wait(PATIENCE) == 0


def test_vietnamese_is_typed_as_input_methods_type_it(
    plan: Path, program: Program, screen: Screen, window: Start
) -> None:
    """Letters with their marks, and letters taken back and put anew as Unikey does."""
    window(plan)
    to_first_time(screen)
    write(screen, program, plan, 0, MARKED, MARKED)
    write(screen, program, plan, 1, "Truowcs ngayf 30/9 khi UBND tinhr ddoongf ys", UNIKEY)
    screen.key("ctrl+f")
    screen.type("gan ma")  # found among all without its marks
    screen.key("Return", "ctrl+End")
    screen.type("3/2027")
    screen.key("Return")
    found = next(n for n, task in enumerate(tasks(program, plan)) if "Gắn mã" in task["task"])
    wait_for(program, plan, found, "time", "3/2027")


def test_kill_9_loses_no_edit(plan: Path, program: Program, screen: Screen, window: Start) -> None:
    before = [task["time"] for task in tasks(program, plan)]
    process = window(plan)
    to_first_time(screen)
    typed = [f"{month}/2027" for month in (5, 6, 7)]
    for words in typed:
        screen.type(words)
        screen.key("Return")
    wait_for(program, plan, 0, "time", typed[0])
    seen = [task["time"] for task in tasks(program, plan)]
    screen.type("đang gõ dở")  # was never accepted
    process.send_signal(signal.SIGKILL)
    process.wait()
    after = [task["time"] for task in tasks(program, plan)]
    accepted = sum(time == words for time, words in zip(after, typed, strict=False))
    assert after == [*typed[:accepted], *before[accepted:]]  # each whole, in the order of typing
    assert after[: len(typed)] == seen[: len(typed)] or accepted > 1

    window(plan)  # neither the lock nor a journal of the dead one hinders
    to_first_time(screen)
    screen.type("1/2027")
    screen.key("Return")
    wait_for(program, plan, 0, "time", "1/2027")
