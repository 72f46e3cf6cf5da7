"""The commands without a window: the same services as the window's, Vietnamese messages.

Exit status 0 done, 1 refused (one sentence on standard error), 2 wrong usage. With --json, standard
output carries UTF-8 JSON and nothing else. Each command imports what it needs when it runs.
"""

import argparse
import errno
import io
import sys
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import CchcError

if TYPE_CHECKING:
    from cchc_desktop.services.exporting import Printer


def main(arguments: list[str], printer: "Printer | None" = None) -> int:
    """Run one command; the exit status. Without a printer nothing is written as PDF."""
    from cchc_desktop.cli.parser import make_parser

    speak_utf8()
    try:
        options: argparse.Namespace = make_parser().parse_args(arguments)
        options.printer = printer
        options.command(options)
    except CchcError as error:
        return refuse(str(error))
    except PermissionError as error:
        return refuse(f"Không được phép mở {error.filename}; hãy xin quyền truy cập.")
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        return refuse("Có tên tệp dài quá mức mà ổ đĩa cho phép; hãy đặt tên ngắn hơn.")
    return 0


def refuse(sentence: str) -> int:
    """Say why nothing is done; the exit status."""
    speak_utf8()
    print(sentence, file=sys.stderr)
    return 1


def speak_utf8() -> None:
    """Have Vietnamese reach whoever reads standard output and standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows consoles are not UTF-8 by themselves
            stream.reconfigure(encoding="utf-8", errors="replace")
