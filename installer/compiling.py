"""Compiles a folder of Python files in place: module.py becomes module.pyc, which Python imports
without its source. Run as a program of its own with a fixed hash seed, so that two runs write the
same bytes.
"""

import importlib.util
import py_compile
import sys
from pathlib import Path
from zipfile import ZipFile


def magic_of(library: Path) -> bytes:
    """The four bytes that begin each compiled module of a zipped standard library."""
    with ZipFile(library) as packed:
        first = next(name for name in packed.namelist() if name.endswith(".pyc"))
        return packed.read(first)[:4]


def compile_folder(folder: Path) -> None:
    """Put a .pyc in the place of each .py; the names in it are relative to the folder."""
    for source in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=source.relative_to(folder).as_posix(),
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        source.unlink()


def main() -> int:
    """compiling.py ZIPPED_LIBRARY FOLDER...: 1 where this Python writes another kind of file."""
    library, *folders = map(Path, sys.argv[1:])
    if magic_of(library) != importlib.util.MAGIC_NUMBER:
        return 1
    for folder in folders:
        compile_folder(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
