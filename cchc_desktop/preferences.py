"""What the user chose for the program itself, one small file; the plan's data is never here."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # loaded with the first view that was saved: the window is there before
    from cchc_desktop.domain.table_filter import SavedView

VERSION = 1
RECENT = 8  # files remembered
_WIDEST = 10_000  # pixels of a column at 100 %
_NAME = "preferences.json"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`theme`: "system", "light" or "dark"; `text_scale` in percent; `recent` files, newest first;
    `second_backups`: a further folder for backups, or ""; `export_folder`: where the last file was
    written, or ""; `widths` of columns that were dragged, in pixels at 100 %, by table and column
    ("plan.task"); `views`: filters of the task table with a name.
    """

    theme: str = "system"
    text_scale: int = 100
    recent: tuple[str, ...] = ()
    second_backups: str = ""
    export_folder: str = ""
    widths: Mapping[str, int] = field(default_factory=dict)
    views: tuple["SavedView", ...] = ()

    def opened(self, path: Path) -> "Preferences":
        """With that file as the newest one."""
        name = str(path.resolve())
        others = [other for other in self.recent if other != name]
        return replace(self, recent=(name, *others)[:RECENT])

    def without(self, name: str) -> "Preferences":
        """With a file forgotten that is no longer there."""
        return replace(self, recent=tuple(other for other in self.recent if other != name))

    def with_view(self, view: "SavedView") -> "Preferences":
        """With a view, in place of one with the same name."""
        return replace(self, views=(*self.without_view(view.name).views, view))

    def without_view(self, name: str) -> "Preferences":
        """With a view forgotten."""
        return replace(self, views=tuple(view for view in self.views if view.name != name))


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
    for known in fields(Preferences):
        value = stored.get(known.name)
        match known.name:
            case "views":
                value = _views(value)
            case "widths":
                value = _widths(value)
            case _ if isinstance(value, list):
                value = _texts(value)
        if type(value) is type(getattr(defaults, known.name)):
            kept[known.name] = value
    return Preferences(**kept)


def _texts(stored: Any) -> tuple[str, ...]:
    return tuple(text for text in stored if isinstance(text, str))


def _widths(stored: Any) -> dict[str, int]:
    pairs = stored.items() if isinstance(stored, dict) else ()
    return {key: width for key, width in pairs if type(width) is int and 0 < width < _WIDEST}


def _views(stored: Any) -> "tuple[SavedView, ...]":
    if not isinstance(stored, list) or not stored:
        return ()
    from cchc_desktop.domain.table_filter import ColumnFilter, SavedView, TableFilter

    views = []
    for view in stored:
        with suppress(KeyError, TypeError, AttributeError):  # one that is spoilt is left out
            columns = tuple(
                ColumnFilter(str(c["key"]), _texts(c["values"]), str(c["words"]))
                for c in view["filter"]["columns"]
            )
            views.append(
                SavedView(str(view["name"]), TableFilter(str(view["filter"]["words"]), columns))
            )
    return tuple(view for view in views if view.filter)


def save_preferences(preferences: Preferences, folder: Path) -> None:
    """Store the choices; a folder that cannot be written leaves them for this run only."""
    text = json.dumps({"version": VERSION, **asdict(preferences)}, indent=1)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / (_NAME + ".part")
        partial.write_text(text, encoding="utf-8")
        partial.replace(folder / _NAME)
