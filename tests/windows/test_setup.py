"""Setup.exe itself: it holds the stage, whole builds repeat, signatures verify."""

import hashlib
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from installer.nsis import compose_language, file_list
from installer.signing import Signer
from tests.windows.conftest import ROOT, Built, timed


def unpacked(setup: Path, into: Path) -> Path:
    subprocess.run(
        ["7z", "x", "-y", f"-o{into}", str(setup)], check=True, stdout=subprocess.DEVNULL
    )
    return into


def test_it_holds_the_stage_and_nothing_else(built: Built, tmp_path: Path) -> None:
    inside = unpacked(built.setup, tmp_path)
    own = {"uninstall.exe", "$PLUGINSDIR"}
    found = {
        path.relative_to(inside): path.read_bytes()
        for path in inside.rglob("*")
        if path.is_file() and path.relative_to(inside).parts[0] not in own
    }
    expected = {
        path.relative_to(built.stage): path.read_bytes()
        for path in built.stage.rglob("*")
        if path.is_file()
    }
    assert found == expected


def test_what_is_installed_is_what_is_removed(tmp_path: Path) -> None:
    (tmp_path / "lib" / "a b").mkdir(parents=True)
    for name in ("x.cmd", "lib/a b/giá $.txt"):
        (tmp_path / name).touch()
    lines = file_list(tmp_path).splitlines()
    assert [line for line in lines if line.startswith(("Delete", "RMDir"))] == [
        r'Delete "$INSTDIR\x.cmd"',
        r'Delete "$INSTDIR\lib\a b\giá $$.txt"',
        r'RMDir "$INSTDIR\lib\a b"',
        r'RMDir "$INSTDIR\lib"',
    ]
    assert sum(line.startswith("File ") for line in lines) == 2


def test_nothing_is_removed_by_folder() -> None:
    script = (ROOT / "installer" / "setup.nsi").read_text(encoding="utf-8")
    assert "RMDir /r" not in script
    assert unicodedata.is_normalized("NFC", script)


def test_vietnamese_of_nsis_is_composed(tmp_path: Path) -> None:
    compose_language(tmp_path)
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
        assert "Cài đặt" in text or "cài đặt" in text
        assert unicodedata.is_normalized("NFC", text)


def test_two_builds_are_the_same(built: Built, build: Callable[..., Built], tmp_path: Path) -> None:
    before = hashlib.sha256(built.setup.read_bytes()).hexdigest()
    with timed("the second build"):
        again = build(f"--work={tmp_path}")  # elsewhere, and from fresh downloads
    assert hashlib.sha256(again.setup.read_bytes()).hexdigest() == before
    written = again.setup.with_name(again.setup.name + ".sha256").read_text(encoding="ascii")
    assert written == f"{before}  {again.setup.name}\n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Signer]:
    """A self-signed certificate, and who signs with it."""
    folder = tmp_path_factory.mktemp("certificate")
    key, public, both, password = (
        folder / name for name in ("key.pem", "public.pem", "both.p12", "password")
    )
    password.write_text("thử\n", encoding="utf-8")
    named = ["-subj", "/CN=CCHC Desktop thu/", "-addext", "extendedKeyUsage=codeSigning"]
    commands = (
        ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9999", *named],
        ["pkcs12", "-export", "-inkey", str(key), "-in", str(public)],
    )
    files = (
        ["-keyout", str(key), "-out", str(public)],
        ["-out", str(both), "-passout", f"file:{password}"],
    )
    for command, into in zip(commands, files, strict=True):
        subprocess.run(["openssl", *command, *into], check=True, capture_output=True)
    return public, Signer(both, password)


def test_a_certificate_signs_all_programs(
    small_setup: Callable[..., Path], certificate: tuple[Path, Signer], tmp_path: Path
) -> None:
    public, signer = certificate
    setup = small_setup("0.0.1", signer=signer)
    uninstaller = unpacked(setup, tmp_path) / "uninstall.exe"
    for program in (setup, uninstaller):
        command = ["osslsigncode", "verify", "-CAfile", str(public), "-in", str(program)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_unsigned_does_not_verify(
    small_setup: Callable[..., Path], certificate: tuple[Path, Signer]
) -> None:
    public, _ = certificate
    command = ["osslsigncode", "verify", "-CAfile", str(public), "-in", str(small_setup("0.0.1"))]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
