"""What the user chose for the program itself, one small file; the plan's data is never here."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

VERSION = 1
RECENT = 8  # files remembered
_NAME = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme`: "system", "light" or "dark"; `text_scale` in percent; `recent` files, newest first;
    `second_backups`: a further folder for backups, or ""; `export_folder`: where the last file was
    written, or "".
    """

    theme: str = "system"
    text_scale: int = 100
    recent: tuple[str, ...] = ()
    second_backups: str = ""
    export_folder: str = ""

    def opened(self, path: Path) -> "Preferences":
        """With that file as the newest one."""
        name = str(path.resolve())
        others = [other for other in self.recent if other != name]
        return replace(self, recent=(name, *others)[:RECENT])

    def without(self, name: str) -> "Preferences":
        """With a file forgotten that is no longer there."""
        return replace(self, recent=tuple(other for other in self.recent if other != name))


def load_preferences(folder: Path) -> Preferences:
    """The stored choices; what is missing or spoilt takes its default: they are a comfort only."""
    try:
        stored = json.loads((folder / _NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    defaults = Preferences()
    kept: dict[str, Any] = {}
    for field in fields(Preferences):
        value = stored.get(field.name)
        if isinstance(value, list):
            value = tuple(text for text in value if isinstance(text, str))
        if type(value) is type(getattr(defaults, field.name)):
            kept[field.name] = value
    return Preferences(**kept)


def save_preferences(preferences: Preferences, folder: Path) -> None:
    """Store the choices; a folder that cannot be written leaves them for this run only."""
    text = json.dumps({"version": VERSION, **asdict(preferences)}, ensure_ascii=False, indent=1)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / (_NAME + ".part")
        partial.write_text(text, encoding="utf-8")
        partial.replace(folder / _NAME)
