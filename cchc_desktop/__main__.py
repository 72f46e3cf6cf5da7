"""Entry point: runs a command of cli.py (and, once there is one, opens the window)."""

import sys
from pathlib import Path

from cchc_desktop import cli
from cchc_desktop.domain.content import Document
from cchc_desktop.domain.errors import RefusedOutput


def main() -> int:
    """Run with the process's arguments."""
    return cli.main(sys.argv[1:], _Printer())


class _Printer:
    """Paints with Qt, which is loaded with the first file that is painted."""

    def document_pdf(self, document: Document, path: Path) -> None:
        try:
            from ui import printing
        except ImportError as error:  # a server without the libraries that Qt draws with
            raise RefusedOutput(
                f"Không vẽ được tệp {path.name} vì máy thiếu thư viện đồ họa của Qt ({error}); "
                "hãy cài thư viện đó hoặc xuất ra Word."
            ) from error
        _application = printing.application()  # lives as long as it is painted
        printing.document_pdf(document, path)


if __name__ == "__main__":
    sys.exit(main())
