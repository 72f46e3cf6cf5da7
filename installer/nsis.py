"""Runs makensis on a stage: what it installs and what its uninstaller removes is one list."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

from installer.signing import Signer
from installer.sources import SourceError

_HERE = Path(__file__).parent


def build_setup(
    stage: Path,
    work: Path,
    out: Path,
    version: str,
    *,
    solid: bool,
    development: bool,
    signer: Signer,
) -> Path:
    """Write and sign setup.exe into `out`. `solid`: LZMA, small and slow, else zlib.
    SourceError with what makensis says when it fails.
    """
    out.mkdir(parents=True, exist_ok=True)
    setup = out / f"CCHC-Desktop-{version}-setup.exe"
    files = work / "files.nsh"
    files.write_text(file_list(stage), encoding="utf-8", newline="\n")
    languages = work / "languages"
    languages.mkdir(exist_ok=True)
    compose_language(languages)
    size = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file())
    defines = {
        "VERSION": version,
        "FILES": str(files),
        "LANGUAGES": str(languages),
        "PICTURES": str(work / "pictures"),
        "OUT": str(setup),
        "KILOBYTES": str(size // 1024),
    }
    if solid:
        defines["SOLID"] = "1"
    if development:
        defines["DEVELOPMENT"] = "1"
    if signer.certificate is not None:
        defines["SIGN"] = f'"{sys.executable}" "{_HERE / "signing.py"}"'
    options = [f"-D{name}={value}" for name, value in defines.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options]
    done = subprocess.run(
        [*command, str(_HERE / "setup.nsi")],
        env=os.environ | signer.environment() | {"SOURCE_DATE_EPOCH": "1767225600"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SourceError(f"makensis failed:\n{done.stdout}{done.stderr}")
    signer.sign(setup)
    return setup


def file_list(stage: Path) -> str:
    """Two macros of NSIS: INSTALL_FILES, and REMOVE_FILES, which names exactly the same files and
    then the folders that it leaves empty.
    """
    files = sorted(path for path in stage.rglob("*") if path.is_file())
    folders = sorted((path for path in stage.rglob("*") if path.is_dir()), reverse=True)
    install, remove, current = ["!macro INSTALL_FILES"], ["!macro REMOVE_FILES"], None
    for path in sorted(files, key=lambda path: (path.parent, path.name)):
        if path.parent != current:
            current = path.parent
            install.append(f'SetOutPath "$INSTDIR{_windows(current, stage)}"')
        install.append(f'File "{_quoted(str(path))}"')
        remove.append(f'Delete "$INSTDIR{_windows(path, stage)}"')
    remove += [f'RMDir "$INSTDIR{_windows(folder, stage)}"' for folder in folders]
    return "\n".join([*install, "!macroend", "", *remove, "!macroend", ""])


def compose_language(folder: Path) -> None:
    """NSIS's Vietnamese sentences with composed letters: as shipped they are decomposed."""
    source = _data_folder(folder) / "Contrib" / "Language files"
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        text = (source / name).read_text(encoding="utf-8-sig")
        composed = unicodedata.normalize("NFC", text)
        (folder / name).write_text(composed, encoding="utf-8-sig", newline="\n")


def write_checksum(setup: Path) -> None:
    """The SHA-256 beside setup.exe, as sha256sum reads it."""
    digest = hashlib.sha256(setup.read_bytes()).hexdigest()
    target = setup.with_name(setup.name + ".sha256")
    target.write_text(f"{digest}  {setup.name}\n", encoding="ascii", newline="\n")


def _data_folder(work: Path) -> Path:
    """Where makensis keeps its own files: only a script can ask."""
    script = work / "where.nsi"
    script.write_text('!echo "NSISDIR=${NSISDIR}"\n', encoding="ascii")
    asked = subprocess.run(
        ["makensis", "-V4", str(script)], capture_output=True, text=True, check=False
    )
    found = re.search(r"(?m)^NSISDIR=(.+?)(?: \(.*\))?$", asked.stdout)
    if found is None:
        raise SourceError(f"makensis does not say where its files are:\n{asked.stdout}")
    return Path(found[1])


def _windows(path: Path, stage: Path) -> str:
    """A path below the stage as it follows $INSTDIR."""
    parts = path.relative_to(stage).parts
    return _quoted("".join("\\" + part for part in parts))


def _quoted(text: str) -> str:
    return text.replace("$", "$$")
