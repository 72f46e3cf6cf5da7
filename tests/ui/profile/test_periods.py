"""The reporting periods over the tabs."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.profile.periods import PeriodsPage
from ui.project_controller import ProjectController
from ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, controller: ProjectController, theme: Theme) -> PeriodsPage:
    made = PeriodsPage(controller, theme)
    qtbot.addWidget(made)
    made.resize(1366, 500)
    made.show()
    return made


def cells(page: PeriodsPage, row: int) -> list[str]:
    model = page.view.model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def write(page: PeriodsPage, row: int, column: int, typed: str) -> bool:
    model = page.view.model
    return model.setData(model.index(row, column), typed, Qt.ItemDataRole.EditRole)


def test_the_usual_four(page: PeriodsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.view.model)
    assert cells(page, 0) == [
        "Quý I",
        "15/12/2026",
        "14/3/2027",
        "1/3/2027",
        "14/3/2027",
        "16/3/2027",
    ]
    assert page.view.model.rowCount() == 4
    assert page._year.text() == "năm 2027"


def test_a_date_is_typed_as_the_clerk_types(
    page: PeriodsPage, controller: ProjectController
) -> None:
    assert write(page, 0, 3, "25/2")
    assert cells(page, 0)[3] == "25/2/2027"
    assert controller.project is not None
    assert controller.project.period(2027, "q1").collect_by == "2027-02-25"
    controller.undo()
    assert cells(page, 0)[3] == "1/3/2027"


@pytest.mark.parametrize(
    ("column", "typed", "why"),
    [
        (3, "31/2", "Không đọc được ngày “31/2”"),
        (3, "", "Ngày của kỳ còn trống"),
        (2, "1/1/2026", "có ngày cuối trước ngày đầu"),
        (0, " ", "Tên kỳ còn trống"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    page: PeriodsPage,
    controller: ProjectController,
    qtbot: QtBot,
    column: int,
    typed: str,
    why: str,
) -> None:
    before = cells(page, 0)
    with qtbot.waitSignal(controller.refused) as refused:
        assert not write(page, 0, column, typed)
    assert refused.args is not None
    assert why in refused.args[0]
    assert cells(page, 0) == before


def test_back_to_what_is_usual(page: PeriodsPage) -> None:
    view = page.view
    view.table.setCurrentIndex(view.model.index(2, 0))
    assert not view._reset.isEnabled()
    assert not view._remove.isEnabled()
    before = cells(page, 2)
    write(page, 2, 5, "20/9")
    assert view._reset.isEnabled()
    view._reset.trigger()
    assert cells(page, 2) == before
    assert not view._reset.isEnabled()


def test_a_period_of_its_own_comes_and_goes(page: PeriodsPage, qtbot: QtBot) -> None:
    view = page.view
    view.add()
    assert view.model.rowCount() == 5
    assert view.current.name == "Kỳ mới"
    assert view._remove.isEnabled()
    assert not view._reset.isEnabled()
    view.remove()
    assert view.model.rowCount() == 4


def test_another_year_has_its_own(page: PeriodsPage, controller: ProjectController) -> None:
    write(page, 0, 3, "25/2")
    controller.choose_year(2028)
    assert page._year.text() == "năm 2028"
    assert cells(page, 0)[3] == "1/3/2028"


def test_another_file_closes_it(
    page: PeriodsPage, controller: ProjectController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.closed):
        controller.show(None)
