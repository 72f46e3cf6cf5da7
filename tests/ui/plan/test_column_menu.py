"""The menu Cột: what is shown, and what the columns are called."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QPushButton

from tests.ui.plan.keys import at, last_step
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController

WhenAsked = Callable[[Callable[[Any], object]], None]


def offered(tab: PlanTab, words: str) -> QAction:
    """An action of the menu, filled as it is when it opens."""
    tab._columns.aboutToShow.emit()
    return next(action for action in tab._columns.actions() if action.text() == words)


def test_a_column_is_hidden_and_shown_again(tab: PlanTab) -> None:
    lead = tab.model.column_of("lead")
    words = tab.model.columns[lead].title
    for hidden, said in ((True, "1 cột ẩn"), (False, "Cột")):
        offered(tab, words).trigger()
        assert (tab.grid.isColumnHidden(lead), tab._columns.words) == (hidden, said)
    assert tab.grid._widths.chosen == {}  # nobody has dragged it


@pytest.mark.parametrize("taken", [True, False])
def test_a_column_is_renamed_by_a_question_in_vietnamese(
    tab: PlanTab, controller: ProjectController, when_asked: WhenAsked, *, taken: bool
) -> None:
    _, column = at(tab, "lead")
    old = tab.model.columns[column].title
    buttons: list[str] = []

    def answer(box: QInputDialog) -> None:
        assert box.textValue() == old
        box.setTextValue("Đầu mối")
        buttons.extend(button.text() for button in box.findChildren(QPushButton))
        if taken:
            box.accept()

    when_asked(answer)
    offered(tab, "Đổi tên cột đang chọn…").trigger()
    assert sorted(buttons) == ["Huỷ", "Nhận"]
    assert tab.model.columns[column].title == ("Đầu mối" if taken else old)
    assert bool(last_step(controller)) == taken
