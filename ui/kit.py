"""What the tabs, covers and commands of a window work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ui.actions import SharedActions
from ui.choices import Choices
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.tasks import TaskRunner
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Kit:
    """Built once a window. `theme` and `shared` are the window's own, the others outlive it;
    `today` tells which day it is.
    """

    controller: ProjectController
    runner: TaskRunner
    choices: Choices
    messages: Messenger
    theme: Theme
    shared: SharedActions
    today: Callable[[], date] = date.today
