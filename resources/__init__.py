"""Files shipped with the program; `path` is the only way to reach them."""

from importlib.resources import files
from pathlib import Path


def path(name: str) -> Path:
    """The real path of a shipped file, named relative to this folder; FileNotFoundError if
    unknown.
    """
    resource = Path(str(files(__name__))) / name
    if not resource.exists():
        raise FileNotFoundError(f"no such resource: {name}")
    return resource
