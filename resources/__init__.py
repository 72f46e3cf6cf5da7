"""Files shipped with the program; `path` is the only way to reach them."""

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def _root() -> Path:
    return Path(str(files(__name__)))


def path(name: str) -> Path:
    """The real path of a shipped file, named relative to this folder; FileNotFoundError if
    unknown.
    """
    resource = _root() / name
    if not resource.exists():
        raise FileNotFoundError(f"no such resource: {name}")
    return resource
