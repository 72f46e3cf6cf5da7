"""Entry point: runs a command of cli.py (and, once there is one, opens the window)."""

import sys
from pathlib import Path

from cchc_desktop import cli
from cchc_desktop.domain.content import Document


def main() -> int:
    """Run with the process's arguments."""
    return cli.main(sys.argv[1:], _Printer())


class _Printer:
    """Paints with Qt, which is loaded with the first file that is painted."""

    def document_pdf(self, document: Document, path: Path) -> None:
        from ui import printing

        _application = printing.application()  # lives as long as it is painted
        printing.document_pdf(document, path)


if __name__ == "__main__":
    sys.exit(main())
