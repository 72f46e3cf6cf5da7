"""The program's own log, for support: a few rotating files, in which no plan's words stand."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_SIZE, _FILES = 500_000, 3  # bytes of one file; how many older ones are kept


def configure(folder: Path) -> Path:
    """Write all loggers to the folder; gives the file. Where that is not possible, nothing is
    logged and the program runs.
    """
    target = folder / "cchc-desktop.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            target, maxBytes=_SIZE, backupCount=_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    return target
