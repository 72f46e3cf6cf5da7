"""Set-up and the commands of README.md: `python3 dev.py run`, `check` and `windows`.

Standard library only: it must start on a fresh Debian 12 or Windows PC with nothing but Python.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS = ROOT / "requirements-dev.txt"
SAMPLES = ("ke-hoach-mau-6-cot.docx", "ke-hoach-mau-7-cot.docx")
SAMPLE_YEAR = "2027"

# What Qt needs, with a display or without, and the fonts that hold Vietnamese letters.
QT_PACKAGES = [
    "fonts-liberation2",
    "fonts-open-sans",
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
]
# What the tests open and draw real files with, and how they press real keys.
TEST_PACKAGES = [
    *QT_PACKAGES,
    "libreoffice-writer",
    "libreoffice-calc",
    "poppler-utils",
    "xvfb",
    "xauth",
    "xdotool",
]
# What setup.exe is built, unpacked, signed and run with.
WINDOWS_PACKAGES = [
    *QT_PACKAGES,
    "nsis",
    "gcc-mingw-w64-x86-64",
    "osslsigncode",
    "openssl",
    "p7zip-full",
    "wine",
    "wine64",
    "xvfb",
    "xauth",
    "xdotool",
]
# What the tests of setup.exe depend on; the digest of what passed them last is kept.
WINDOWS_INPUTS = [
    "installer",
    "tests/windows",
    "requirements.txt",
    "pyproject.toml",
    "cchc_desktop/__main__.py",
    "ui/app.py",
    "ui/desktop.py",
    "ui/self_test.py",
    "ui/single_instance.py",
]
WINDOWS_PASSED = ROOT / "tests" / "windows" / "passed.sha256"


def main() -> int:
    """Run the command named on the command line."""
    command = sys.argv[1] if len(sys.argv) == 2 else ""
    if command == "run":
        set_up(QT_PACKAGES)
        return run()
    if command == "check":
        set_up(TEST_PACKAGES)
        return check()
    if command == "windows":
        set_up(WINDOWS_PACKAGES)
        return check_windows()
    if command == "windows-passed":  # for .ci/run: 0 where nothing changed since
        return int(not WINDOWS_PASSED.exists() or WINDOWS_PASSED.read_text() != windows_digest())
    print("Cách dùng: python3 dev.py run | check | windows", file=sys.stderr)
    return 2


def set_up(packages: list[str]) -> None:
    """Debian packages where there is apt, then the environment in .venv, pinned with hashes."""
    if importlib.util.find_spec("ensurepip") is None:  # Debian ships venv apart
        packages = [*packages, f"python3.{sys.version_info.minor}-venv"]
    install_debian_packages(packages)
    if not PYTHON.exists():
        call(sys.executable, "-m", "venv", str(VENV))
    stamp = VENV / "installed.sha256"
    wanted = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != wanted:
        pip = (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        call(*pip, "--require-hashes", "-r", str(REQUIREMENTS))
        call(*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        stamp.write_text(wanted)


def install_debian_packages(packages: list[str]) -> None:
    """Install what is missing when root; else say the one command that does and stop."""
    if not packages or shutil.which("dpkg-query") is None:
        return
    missing = [name for name in packages if not is_installed(name)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        sys.exit(f"Thiếu gói hệ thống. Hãy chạy: sudo {' '.join(install)}")
    call("apt-get", "update", "-qq")
    call(*install, env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"})


def is_installed(package: str) -> bool:
    """Whether Debian says that the package is installed."""
    query = ["dpkg-query", "-W", "-f", "${Status}", package]
    done = subprocess.run(query, capture_output=True, text=True, check=False)
    return done.stdout.endswith("ok installed")


def run() -> int:
    """The main job on the sample plans: Word in, Word and Excel out; prints the paths. With a
    display, the window opens on what was made.
    """
    out = ROOT / "build" / "sample"
    shutil.rmtree(out, ignore_errors=True)
    for sample in SAMPLES:
        folder = out / Path(sample).stem
        folder.mkdir(parents=True)
        project = str(folder / "mau.cchc")
        source = str(ROOT / "resources" / "sample" / sample)
        program("import", source, "--into", project, "--year", SAMPLE_YEAR)
        plan = folder / f"KH-CCHC-{SAMPLE_YEAR}.docx"
        program("export", "plan", project, str(plan), "--year", SAMPLE_YEAR)
        program("export", "plan", project, str(plan.with_suffix(".xlsx")), "--year", SAMPLE_YEAR)
        timeline = folder / f"tien-do-{SAMPLE_YEAR}.xlsx"
        program("export", "timeline", project, str(timeline), "--year", SAMPLE_YEAR)
        program("check", str(plan))
    if os.name == "nt" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        program(str(out / Path(SAMPLES[0]).stem / "mau.cchc"))
    return 0


def program(*arguments: str) -> None:
    """Run one command of the program itself."""
    call(str(PYTHON), "-m", "cchc_desktop", *arguments)


def check() -> int:
    """Everything that must hold before a change lands, one tool after another."""
    tool = (str(PYTHON), "-m")
    call(*tool, "ruff", "format", "--check", ".")
    call(*tool, "ruff", "check", ".")
    call(*tool, "mypy")
    call(*tool, "pytest", "-n", "2", "--ignore=tests/windows")
    return 0


def check_windows() -> int:
    """Build setup.exe and try it under wine; what passed is written down, to be committed."""
    call(str(PYTHON), "-m", "pytest", "-s", "tests/windows")
    WINDOWS_PASSED.write_text(windows_digest())
    return 0


def windows_digest() -> str:
    """SHA-256 of what setup.exe and its tests are made from, apart from the program's rooms."""
    total = hashlib.sha256()
    for path in sorted(path for name in WINDOWS_INPUTS for path in files_of(ROOT / name)):
        total.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest() + "\n"


def files_of(place: Path) -> list[Path]:
    """A file itself, or the files of a folder that are somebody's work."""
    if place.is_file():
        return [place]
    made = {"__pycache__", WINDOWS_PASSED.name}
    return [p for p in place.rglob("*") if p.is_file() and not made & set(p.parts)]


def call(*command: str, env: dict[str, str] | None = None) -> None:
    """Run a command from the project's folder; stop with its status when it fails."""
    status = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    if status:
        sys.exit(status)


if __name__ == "__main__":
    sys.exit(main())
