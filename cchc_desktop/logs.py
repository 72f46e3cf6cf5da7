"""The program's own log, for support: a few rotating files, in which no plan's words stand."""

import logging
from functools import cached_property
from pathlib import Path

_SIZE, _FILES = 500_000, 3  # bytes of one file; how many older ones are kept


def configure(folder: Path) -> Path:
    """Write all loggers to the folder; gives the file. Where that is not possible, nothing is
    logged and the program runs.
    """
    target = folder / "cchc-desktop.log"
    logging.basicConfig(level=logging.INFO, handlers=[_LogFiles(target)])
    return target


class _LogFiles(logging.Handler):
    """Made with the first record, which in most runs never comes: what turns the files over loads
    much that the window need not wait for.
    """

    def __init__(self, target: Path) -> None:
        super().__init__()
        self._target = target

    def emit(self, record: logging.LogRecord) -> None:
        self._files.handle(record)

    @cached_property
    def _files(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                self._target, maxBytes=_SIZE, backupCount=_FILES, encoding="utf-8", delay=True
            )
        except OSError:
            handler = logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler
