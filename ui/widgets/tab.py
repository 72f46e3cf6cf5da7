"""What every tab of the main window offers it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

if TYPE_CHECKING:
    from cchc_desktop.domain.finding import Place


@dataclass(frozen=True, slots=True)
class TabPlace:
    """A tab before it is first shown: making it waits until then, so that the window is on the
    screen sooner.
    """

    title: str
    icon: str
    make: "Callable[[], Tab]"


@runtime_checkable
class Telling(Protocol):
    """What has something to say in the status bar while it is shown."""

    hints: tuple[tuple[str, str], ...]  # keys worth knowing

    def status(self) -> str: ...


class Tab(QWidget):
    """A page with its own toolbar. Menus are asked for each time the tab is shown."""

    hints: tuple[tuple[str, str], ...] = ()  # keys worth knowing, for the status bar
    status_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def menu_actions(self, menu: str) -> list[QAction | None]:
        """The tab's entries of the menu "edit", "view", "insert" or "tools"; None is a line."""
        return []

    @property
    def home(self) -> QWidget:
        """Where the keys go when the work in the tab begins."""
        return self

    def status(self) -> str:
        """What the tab shows, in a few words."""
        return ""

    def jump_to(self, place: "Place") -> bool:
        """Show a place; False where it is not this tab's."""
        return False

    def areas(self) -> Sequence[tuple[QWidget, QWidget]]:
        """What F6 goes round, each with the widget of it that takes the focus."""
        return []

    def make_round_actions(self) -> tuple[QAction, QAction]:
        """F6 and Shift+F6: to the next of the areas, or the one before, that is shown."""
        return (
            self.action("Sang vùng kế tiếp", "F6", run=partial(self._go_round, 1)),
            self.action("Về vùng trước", "Shift+F6", run=partial(self._go_round, -1)),
        )

    def _go_round(self, step: int) -> None:
        shown = [(area, first) for area, first in self.areas() if area.isVisible()]
        focus = QWidget.focusWidget(self)
        places = (n for n, (area, _) in enumerate(shown) if focus and _holds(area, focus))
        _, first = shown[(next(places, 0) + step) % len(shown)]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def action(
        self,
        words: str,
        keys: str | QKeySequence.StandardKey = "",
        icon: str = "",
        run: Callable[[], object] | None = None,
        *,
        checkable: bool = False,
    ) -> QAction:
        """A command of this tab, which runs something; its keys work wherever the focus is inside
        the tab.
        """
        made = QAction(words, self)
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(made.shortcutContext().WidgetWithChildrenShortcut)
        if icon:
            made.setIcon(self.theme.icon(icon))
            made.setProperty("icon_name", icon)  # buttons may want it in another colour
        made.setCheckable(checkable)
        if run is not None:
            made.triggered.connect(partial(run))  # without what Qt says of its tick
        self.addAction(made)
        return made


def _holds(area: QWidget, widget: QWidget) -> bool:
    return area is widget or area.isAncestorOf(widget)
