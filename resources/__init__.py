"""Files shipped with the program; `path` and `text` are the only ways to reach them."""

from pathlib import Path

_ROOT = Path(__file__).parent  # always unpacked: real paths are what Qt and python-docx need


def path(name: str) -> Path:
    """The real path of a shipped file, named relative to this folder; FileNotFoundError if
    unknown.
    """
    resource = _ROOT / name
    if not resource.exists():
        raise FileNotFoundError(f"no such resource: {name}")
    return resource


def text(name: str) -> str:
    """What a shipped file of text says; FileNotFoundError if unknown."""
    return (_ROOT / name).read_text(encoding="utf-8")
