"""The installer's keep-list holds what the program imports of Qt."""

import ast
from pathlib import Path

from installer.keep import read_keep_list

ROOT = Path(__file__).parents[2]


def imported_from_qt() -> set[str]:
    """The modules of PySide6 that ui/ names in its imports, wherever they stand."""
    found = set()
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                found.add(str(node.module).split(".")[1])
    return found


def test_every_module_of_qt_is_shipped() -> None:
    kept = read_keep_list().wheels["pyside6_essentials"]
    used = imported_from_qt()
    assert used >= {"QtCore", "QtGui", "QtWidgets"}
    for name in used:
        assert kept(f"PySide6/{name}.pyd"), f"{name} is not in installer/keep.toml"
        assert kept(f"PySide6/{name.replace('Qt', 'Qt6', 1)}.dll"), name


def test_what_is_not_needed_is_not_kept() -> None:
    keep = read_keep_list()
    kept = keep.wheels["pyside6_essentials"]
    for name in ("Qt6Quick.dll", "opengl32sw.dll", "designer.exe", "plugins/tls/x.dll"):
        assert not kept(f"PySide6/{name}")
    assert keep.rule_of(Path("click-8.5.1-py3-none-any.whl"))("click/core.py")
    assert not keep.rule_of(Path("click-8.5.1-py3-none-any.whl"))("click/py.typed")
