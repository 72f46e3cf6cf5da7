"""What `--self-test` does: shows that an installed program is whole, without touching anything of
the user's.
"""

import pkgutil
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import qVersion
from PySide6.QtGui import QImageReader, QPixmap

import cchc_desktop
import resources
import ui
from cchc_desktop.documents.checker import check_file
from cchc_desktop.services.deadlines import export_calendar
from cchc_desktop.services.exporting import Printer, export_plan
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from ui.help.about import licences, version
from ui.printing import application

_SIGNATURES = {".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-"}
_PICTURES = {"svg", "ico", "png"}


def self_test(printer: Printer, kept: Path | None = None) -> int:
    """Import everything, open the sample, export it as Word, Excel and PDF into a temporary folder,
    or into `kept`; says each step. 0 when all holds; a step that fails raises.
    """
    painter = application()
    _say(f"CCHC Desktop {version()}, Python {sys.version.split()[0]}, Qt {qVersion()}")
    _say(f"nạp được {_import_all()} mô-đun")
    _check_pictures()
    _say(f"đọc được hình; giấy phép kèm theo: {len(licences()):,} chữ")
    with TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        _export(Path(temporary), kept or Path(temporary), printer)
    del painter
    _say("tự kiểm tra: đạt")
    return 0


def _export(own: Path, out: Path, printer: Printer) -> None:
    """Exports into `out`; the project and what belongs to it lie in `own`."""
    paths = Paths(own / "data", own / "config", own / "logs")
    with Project.create(own / "Kế hoạch mẫu.cchc", paths, first=sample_change()) as project:
        (plan,) = project.plans()
        for suffix, signature in _SIGNATURES.items():
            written = export_plan(project, plan, out / f"Kế hoạch{suffix}", printer=printer).path
            size = written.stat().st_size
            assert written.read_bytes().startswith(signature), written
            _say(f"xuất được {written.name}: {size:,} byte")
        calendar = export_calendar(project, plan, out / "Lịch.ics", datetime.now().astimezone())
        assert calendar.path.read_bytes().startswith(b"BEGIN:VCALENDAR"), calendar
        _say(f"xuất được {calendar.path.name}")
    findings = check_file(out / "Kế hoạch.docx")
    assert not findings, findings
    _say("tệp Word đúng thể thức")


def _import_all() -> int:
    """Every module of the program's own, and with them what they need; how many there are."""
    names = [
        found.name
        for package in (cchc_desktop, ui, resources)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    for name in names:
        import_module(name)
    return len(names)


def _check_pictures() -> None:
    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    assert known >= _PICTURES, known
    icon = QPixmap(str(resources.path("icons/program.svg")))
    assert not icon.isNull()


def _say(line: str) -> None:
    print(line, flush=True)
