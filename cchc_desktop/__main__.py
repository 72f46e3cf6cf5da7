"""Entry point: opens the window, or runs a command of cli. The one module that may import ui,
and only when the window is wanted.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import RefusedOutput

if TYPE_CHECKING:
    from cchc_desktop.documents.timeline_print import TimelinePrint
    from cchc_desktop.domain.content import Document
    from cchc_desktop.services.exporting import Printer

_NO_DISPLAY = (
    "Không có màn hình để mở cửa sổ; hãy chạy trong phiên đồ hoạ, "
    "hoặc gõ cchc-desktop --help để xem các lệnh không cần cửa sổ."
)


def main() -> int:
    """Run with the process's arguments."""
    arguments = sys.argv[1:]
    is_file = len(arguments) == 1 and arguments[0].lower().endswith(".cchc")
    wants_window = not arguments or is_file
    if wants_window and _has_display():
        gc.disable()  # nothing is garbage yet; ui.collector looks later, and in its own way
        from ui.app import run

        return run(Path(arguments[0]) if arguments else None)
    from cchc_desktop import cli  # the window does without, and is there sooner

    if wants_window:
        return cli.refuse(_NO_DISPLAY)
    if arguments[0] == "--self-test" and len(arguments) <= 2:
        cli.speak_utf8()
        return _test_itself(Path(arguments[1]) if arguments[1:] else None)
    return cli.main(arguments, _Printer())


def _test_itself(kept: Path | None) -> int:
    """Show that the installed program is whole; the exported files stay in `kept`, if given."""
    from ui.self_test import self_test

    return self_test(_Printer(), kept)


def _has_display() -> bool:
    """Whether Qt finds where to draw: on Linux it would end the process otherwise."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


class _Printer:
    """Paints with Qt, which is loaded with the first file that is painted."""

    def document_pdf(self, document: "Document", path: Path) -> None:
        with _painting(path) as printer:
            printer.document_pdf(document, path)

    def timeline_pdf(self, text: "TimelinePrint", path: Path) -> None:
        with _painting(path) as printer:
            printer.timeline_pdf(text, path)

    def timeline_png(self, text: "TimelinePrint", path: Path) -> None:
        with _painting(path) as printer:
            printer.timeline_png(text, path)


@contextmanager
def _painting(path: Path) -> "Iterator[Printer]":
    """What paints, with all that Qt needs for it; refused where its libraries are missing."""
    try:
        from ui.export.printer import PagePrinter
        from ui.printing import application
    except ImportError as error:
        raise RefusedOutput(
            f"Không vẽ được tệp {path.name} vì máy thiếu thư viện đồ hoạ của Qt ({error}); "
            "hãy cài thư viện đó hoặc xuất ra Word, Excel."
        ) from error
    _application = application()  # lives as long as it is painted
    yield PagePrinter()


if __name__ == "__main__":
    sys.exit(main())
