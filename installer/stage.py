"""Lays out the folder that setup installs:

cchc-desktop.cmd        the commands, in a console
document.ico            icon of .cchc files
GIAY-PHEP.txt           what is shipped, and under which licences
runtime/                Windows CPython, and CCHC-Desktop.exe, which starts the program in it
lib/                    the kept files of the wheels, compiled
app/                    code.zip: cchc_desktop and ui, compiled; and resources
"""

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from installer.keep import KeepList, Rule, read_keep_list, tells_about
from installer.licences import add_qt_licences, write_overview
from installer.sources import Runtime, SourceError

ROOT = Path(__file__).resolve().parents[1]
CODE, FILES = ("cchc_desktop", "ui"), "resources"  # our packages
FILE_TIME = 1767225600  # 1 January 2026: the same in every build, whoever builds it when
LAUNCHER = "runtime/CCHC-Desktop.exe"
_HERE = Path(__file__).parent
_COMPILER = "x86_64-w64-mingw32-"
_SEARCH_PATH = "python311.zip\n..\\app\\code.zip\n.\n..\\lib\n..\\app\n"
_COMMAND = '@"%~dp0runtime\\python.exe" -I -B -m cchc_desktop %*\r\n'


@dataclass(frozen=True, slots=True)
class Project:
    """What pyproject.toml says of the program."""

    name: str
    version: str
    dependencies: tuple[str, ...]


def read_project(root: Path = ROOT) -> Project:
    """The project whose folder is `root`."""
    stored = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return Project(stored["name"], stored["version"], tuple(stored["dependencies"]))


def lay_out(stage: Path, runtime: Runtime, wheels: list[Path], pictures: Path) -> None:
    """Fill `stage`, which is emptied before; `pictures` holds the drawn icons. SourceError where a
    pattern of the keep-list has lost its file, or no Python here compiles for the runtime.
    """
    shutil.rmtree(stage, ignore_errors=True)
    keep, project = read_keep_list(), read_project()
    _lay_runtime(stage / "runtime", runtime, keep.runtime)
    _lay_wheels(stage / "lib", wheels, keep)
    for name in ("vcruntime140.dll", "vcruntime140_1.dll"):  # the newer ones, for the process
        shutil.copy(stage / "lib" / "shiboken6" / name, stage / "runtime" / name)
    _lay_program(stage / "app", project)
    add_qt_licences(stage / "lib")
    write_overview(stage, project.version)
    _compile(stage)
    pack_code(stage / "app")
    shutil.copy(pictures / "document.ico", stage)
    (stage / "cchc-desktop.cmd").write_bytes(_COMMAND.encode())
    _build_launcher(stage / LAUNCHER, project.version, pictures)


def settle_times(folder: Path) -> None:
    """Give every file the one time of all builds."""
    for path in folder.rglob("*"):
        os.utime(path, (FILE_TIME, FILE_TIME))


def _lay_runtime(folder: Path, runtime: Runtime, rule: Rule) -> None:
    _refuse_idle("runtime", rule, list(runtime.files))
    folder.mkdir(parents=True)
    for name, data in runtime.files.items():
        if rule(name):
            (folder / name).write_bytes(data)
    (folder / "python311._pth").write_text(_SEARCH_PATH, encoding="utf-8", newline="\n")


def _lay_wheels(folder: Path, wheels: list[Path], keep: KeepList) -> None:
    for wheel in wheels:
        rule = keep.rule_of(wheel)
        with ZipFile(wheel) as packed:
            names = [name for name in packed.namelist() if not name.endswith("/")]
            _refuse_idle(wheel.name, rule, names)
            kept = [name for name in names if _is_kept(name, rule)]
            packed.extractall(folder, kept)
        about = next(name for name in kept if name.endswith(".dist-info/METADATA"))
        write_record(folder / Path(about).parent, kept)


def _is_kept(name: str, rule: Rule) -> bool:
    if ".dist-info/" in name or ".data/" in name:
        return tells_about(name)
    return rule(name) and not name.endswith(".pyc")


def write_record(about: Path, names: list[str]) -> None:
    """The list of a part's files that importlib.metadata reads, compiled ones by their new name."""
    lines = [f"{name}c,," if name.endswith(".py") else f"{name},," for name in sorted(names)]
    lines.append(f"{about.name}/RECORD,,")
    (about / "RECORD").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _lay_program(folder: Path, project: Project) -> None:
    for package in (*CODE, FILES):
        ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(ROOT / package, folder / package, ignore=ignored)
    about = folder / f"{project.name.replace('-', '_')}-{project.version}.dist-info"
    about.mkdir()
    lines = ["Metadata-Version: 2.1", f"Name: {project.name}", f"Version: {project.version}"]
    lines += [f"Requires-Dist: {dependency}" for dependency in project.dependencies]
    (about / "METADATA").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    write_record(about, [f"{about.name}/METADATA"])


def pack_code(folder: Path) -> None:
    """Our compiled modules into one file: Windows takes long to look for each and to open it.
    Setup compresses them.
    """
    modules = sorted(path for package in CODE for path in (folder / package).rglob("*.pyc"))
    with ZipFile(folder / "code.zip", "w", ZIP_STORED) as packed:
        for path in modules:
            info = ZipInfo(path.relative_to(folder).as_posix())
            info.create_system = 3  # the same bytes, wherever it is built
            packed.writestr(info, path.read_bytes())
    for package in CODE:
        shutil.rmtree(folder / package)


def _compile(stage: Path) -> None:
    """With a Python that writes what the runtime reads: the one that builds, else on Windows the
    runtime itself.
    """
    staged = stage / "runtime" / "python.exe"
    arguments = [str(_HERE / "compiling.py"), str(stage / "runtime" / "python311.zip")]
    folders = [str(stage / "lib"), str(stage / "app")]
    for python in [sys.executable] + [str(staged)] * (os.name == "nt"):
        command = [python, "-B", *arguments, *folders]
        fixed = os.environ | {"PYTHONHASHSEED": "0"}
        if subprocess.run(command, env=fixed, check=False).returncode == 0:
            return
    raise SourceError("Build with Python 3.11: it must compile for the Python that is shipped.")


def _build_launcher(target: Path, version: str, pictures: Path) -> None:
    shutil.copy(_HERE / "launcher.manifest", pictures)
    numbers = ",".join([*version.split("."), "0"])
    resources = pictures / "launcher.o"
    call(
        f"{_COMPILER}windres",
        f"--include-dir={pictures}",
        f"-DVERSION_NUMBERS={numbers}",
        f'-DVERSION_TEXT=\\"{version}\\"',
        str(_HERE / "launcher.rc"),
        str(resources),
    )
    call(
        *(f"{_COMPILER}gcc", "-Os", "-s", "-municode", "-mwindows", "-Wall", "-Wextra", "-Werror"),
        *("-Wl,--no-insert-timestamp", "-o", str(target)),
        *(str(_HERE / "launcher.c"), str(resources)),
    )


def call(*command: str) -> None:
    """Run a tool that must succeed; what it says is shown when it does not."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SourceError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _refuse_idle(part: str, rule: Rule, names: list[str]) -> None:
    if idle := rule.idle(names):
        raise SourceError(f"{part}: no file for {', '.join(idle)} of keep.toml")
