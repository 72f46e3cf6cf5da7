"""The painters of the reviews in high contrast: on a selection, the two colours of a selection."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect
from PySide6.QtWidgets import QListView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.office.grid import SourceFile
from cchc_desktop.services.reading import read_plan
from tests.contrast_themes import NAMES, contrast_palette
from tests.ui.pixels import colours, picture
from tests.ui.review.samples import LINES, ROWS, merge
from ui.review.change_model import CHOICE
from ui.review.forms import FormReview
from ui.review.panel import ReviewPanel
from ui.review.source_view import SourceView
from ui.theme import Theme


@pytest.fixture(params=NAMES)
def theme(qapp: object, request: pytest.FixtureRequest) -> Theme:
    """The look of each contrast theme."""
    return Theme(contrast=contrast_palette(request.param))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, plan_file: Callable[..., SourceFile]) -> ReviewPanel:
    """A plan read with doubts; one of its rows is left out."""
    made = ReviewPanel(read_plan(plan_file(*ROWS, lines=LINES), 2027), theme)
    show(qtbot, made)
    qtbot.waitUntil(lambda: made.table.heights.settled and not made.source._idle.isActive())
    last = made.model.index(made.model.rowCount() - 1, 0)
    made.table.painter.turn(last)
    return made


@pytest.fixture
def forms(qtbot: QtBot, theme: Theme) -> FormReview:
    """Forms that came back: one is refused, of two one must be chosen."""
    made = FormReview(merge(), theme)
    show(qtbot, made)
    qtbot.waitUntil(lambda: made.table.heights.settled)
    return made


def show(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1366, 900)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def check_rows(view: QListView | QTableView, theme: Theme, room: int = 1366) -> None:
    """Each row as the current one, with the focus: only that one is chosen, as far as `room`, the
    pixels beside which other rows have something chosen of their own.
    """
    text, chosen = theme.colour("text").name(), theme.colour("sel").name()
    view.setFocus()
    model = view.model()
    shown = [n for n in range(model.rowCount()) if not view.visualRect(model.index(n, 0)).isEmpty()]
    assert len(shown) > 1, "there is something to choose from"
    for row in shown:
        # whatever keys another test left held
        flags = QItemSelectionModel.SelectionFlag
        index, chosen_so = model.index(row, 0), flags.ClearAndSelect | flags.Rows
        view.selectionModel().setCurrentIndex(index, chosen_so)
        view.scrollTo(view.currentIndex())
        found = colours(picture(view), [line_of(view, row)])
        assert chosen in found, row
        assert text not in found, row
        for other in set(shown) - {row}:
            beside = line_of(view, other).intersected(QRect(0, 0, room, view.height()))
            assert chosen not in colours(picture(view), [beside]), (row, other)


def line_of(view: QListView | QTableView, row: int) -> QRect:
    """Where a row stands, as wide as the view."""
    box = view.visualRect(view.model().index(row, 0))
    return QRect(0, box.top(), view.viewport().width(), box.height())


def test_doubts(panel: ReviewPanel, theme: Theme) -> None:
    check_rows(panel.doubts, theme)


def test_rows_that_were_read(panel: ReviewPanel, theme: Theme) -> None:
    check_rows(panel.table, theme)


def test_forms(forms: FormReview, theme: Theme) -> None:
    check_rows(forms.forms, theme)


@pytest.mark.parametrize("form", [0, 1])
def test_changes(forms: FormReview, theme: Theme, form: int) -> None:
    forms.forms.setCurrentIndex(forms.forms.forms.index(form))
    check_rows(forms.table, theme, forms.table.columnViewportPosition(CHOICE))


def test_what_was_chosen_stands_out_in_its_button(forms: FormReview, theme: Theme) -> None:
    table, model = forms.table, forms.model
    table.choose_row(0)  # another row is the current one
    row = next(n for n, line in enumerate(model.rows) if line.is_open)
    button = table.visualRect(model.index(row, CHOICE))
    assert theme.colour("sel").name() not in colours(picture(table), [button])
    model.choose(row, 1)
    assert theme.colour("sel").name() in colours(picture(table), [button])


def test_rows_in_question_in_the_source(panel: ReviewPanel, theme: Theme) -> None:
    text, chosen = theme.colour("text").name(), theme.colour("sel").name()
    source = panel.source
    panel.doubts.setCurrentIndex(panel.doubts.model().index(0, 0))
    marked = {place for row, place in source.laid_out.rows.items() if row in source.marked}
    assert len(marked) == 2
    for place in source.laid_out.rows.values():
        found = colours(picture(source), cells_of(source, place))
        assert (chosen in found) == (place in marked)
        assert text not in found or place not in marked


def cells_of(source: SourceView, place: int) -> list[QRect]:
    """Where the cells of a strip stand in sight, inside their frames."""
    layout, margin = source.laid_out, source.theme.px(12)
    origin = QPoint(margin, margin - source.verticalScrollBar().value())
    top, bottom = layout.top(place), layout.top(place + 1)
    boxes = [QRect(c.left, top, c.width, bottom - top) for c in layout.strips[place].cells]
    return [box.translated(origin).adjusted(1, 1, -1, -1) for box in boxes]
