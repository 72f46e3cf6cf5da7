"""The model of the grid: truthful to Qt after whatever happens to the plan."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.columns import SIX
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import Area, Group, Plan, Task
from cchc_desktop.services import planning, table_editing
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from ui.plan.table_model import PlanTableModel
from ui.project_controller import ProjectController


@pytest.fixture
def model(controller: ProjectController) -> PlanTableModel:
    return PlanTableModel(controller, controller)


def row_of(model: PlanTableModel, kind: type, number: int = 0) -> int:
    return [row for row, record in enumerate(model.rows) if isinstance(record, kind)][number]


def shown(model: PlanTableModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def plan_of(controller: ProjectController) -> Plan:
    assert controller.plan is not None
    return controller.plan


def test_qt_finds_no_fault(model: PlanTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_headings_say_their_words_once_and_are_edited_anywhere(model: PlanTableModel) -> None:
    row = row_of(model, Area)
    words = model.index(row, 0).data()
    assert words.startswith("I. ")
    assert model.index(row, 3).data() == ""
    assert model.index(row, 3).data(Qt.ItemDataRole.EditRole) == words
    assert model.index(row, 3).data(Qt.ItemDataRole.AccessibleTextRole) == words
    assert model.flags(model.index(row, 3)) & Qt.ItemFlag.ItemIsEditable


def test_an_edit_is_a_step_and_shows(model: PlanTableModel, controller: ProjectController) -> None:
    row, column = row_of(model, Task), model.column_of("deliverable")
    assert model.setData(model.index(row, column), "1.10")
    assert model.index(row, column).data() == "1.10"
    assert controller.project is not None
    assert controller.project.next_undo == "Sửa Kết quả/Sản phẩm"
    controller.undo()
    assert model.index(row, column).data() != "1.10"


def test_the_same_words_are_no_step(model: PlanTableModel, controller: ProjectController) -> None:
    for row in (row_of(model, Area), row_of(model, Task)):
        index = model.index(row, 0)
        assert model.setData(index, index.data())
    assert controller.project is not None
    assert controller.project.next_undo == ""


def test_words_are_stored_composed(model: PlanTableModel, controller: ProjectController) -> None:
    index = model.index(row_of(model, Task), model.column_of("task"))
    model.setData(index, "Ra\u0300 soa\u0301t")
    assert index.data() == "Rà soát"


def test_a_file_opened_to_read_is_not_edited(
    controller: ProjectController, project: Project, paths: Paths
) -> None:
    path = project.path
    controller.show(None)
    controller.open(path, read_only=True)
    model = PlanTableModel(controller, controller)
    assert model.rowCount()
    assert not model.flags(model.index(1, 1)) & Qt.ItemFlag.ItemIsEditable


def test_without_a_plan_it_is_empty(
    model: PlanTableModel, controller: ProjectController, qtmodeltester: ModelTester
) -> None:
    controller.choose_year(2031)
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    qtmodeltester.check(model)
    controller.do(planning.new_plan, 2031)
    assert (model.rowCount(), model.columnCount()) == (0, 7)
    controller.choose_year(2027)
    assert model.rowCount() > 10


def test_a_plan_of_six_columns_has_its_number_first(
    tmp_path: Path, paths: Paths, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    controller = ProjectController(paths)
    with Project.create(
        tmp_path / "sau.cchc", paths, first=sample_change(six_columns=True)
    ) as project:
        controller.show(project)
        model = PlanTableModel(controller, controller)
        assert [column.key for column in model.columns] == [
            "number",
            *(key for key, _ in SIX if key not in ("area", "group")),
        ]
        qtmodeltester.check(model)


def test_another_set_of_columns_resets(
    model: PlanTableModel, controller: ProjectController, qtbot: QtBot
) -> None:
    plan = plan_of(controller)
    own = table_editing.own_column(plan, "Ghi nhận")
    with qtbot.waitSignal(model.modelReset):
        controller.do(table_editing.set_columns, plan, (*plan.columns, (own.key, "Ghi nhận")))
    row = row_of(model, Task)
    assert model.setData(model.index(row, 7), "=A1+1")
    assert model.index(row, 7).data() == "=A1+1"


def test_findings_mark_cells_and_tell_only_those_rows(model: PlanTableModel) -> None:
    rows = [row_of(model, Task, n) for n in (0, 2)]
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    found = [
        Finding("time", "", "x", "", at=Place(model.rows[row].id, "time"), mark="chưa hiểu")
        for row in rows
    ]
    model.show_findings(found)
    assert told == [(row, row) for row in rows]
    assert model.mark(rows[0], model.column_of("time")) == "chưa hiểu"
    index = model.index(rows[0], model.column_of("time"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("(chưa hiểu)")
    told.clear()
    model.show_findings(found)
    assert told == []
    model.show_findings(found[:1])
    assert told == [(rows[1], rows[1])]


def test_a_change_elsewhere_tells_nothing(
    model: PlanTableModel, controller: ProjectController
) -> None:
    told: list[object] = []
    model.dataChanged.connect(lambda *_: told.append(1))
    controller.do(planning.edit, plan_of(controller).id, subject="Khác")
    assert told == []


def test_goals_and_counts_follow(model: PlanTableModel, controller: ProjectController) -> None:
    area = model.rows[row_of(model, Area)]
    before = model.places.tasks_under[area.id]
    controller.do(table_editing.insert_blank, plan_of(controller), Task, area.id)
    assert model.places.tasks_under[area.id] == before + 1
    row = row_of(model, Task)
    goal = model.column_of("goal")
    model.setData(model.index(row, goal), "Mục tiêu chung")
    following = row + len(model.places.goal_rows(row))
    model.setData(model.index(following, goal), "Mục tiêu chung")
    assert following in model.places.goal_rows(row)


class Mirror(QObject):
    """What a view believes: it knows of the model only what its signals tell."""

    def __init__(self, model: PlanTableModel) -> None:
        super().__init__()
        self._model = model
        self.reset()
        model.modelReset.connect(self.reset)
        model.rowsInserted.connect(self._insert)
        model.rowsRemoved.connect(self._remove)
        model.dataChanged.connect(self._change)

    def reset(self) -> None:
        self.cells = shown(self._model)

    def _insert(self, _: QModelIndex, first: int, last: int) -> None:
        self.cells[first:first] = shown(self._model)[first : last + 1]

    def _remove(self, _: QModelIndex, first: int, last: int) -> None:
        del self.cells[first : last + 1]

    def _change(self, top: QModelIndex, bottom: QModelIndex) -> None:
        self.cells[top.row() : bottom.row() + 1] = shown(self._model)[top.row() : bottom.row() + 1]


KINDS = ("insert", "group", "area", "same", "delete", "branch", "up", "down", "duplicate")
KINDS = (*KINDS, "write", "goal", "undo", "redo")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.integers(0, 60),
        st.integers(1, 3),
    ),
    min_size=1,
    max_size=12,
)


def do_step(
    controller: ProjectController, model: PlanTableModel, step: str, n: int, m: int
) -> None:
    plan = plan_of(controller)
    if step in ("undo", "redo"):
        getattr(controller, step)()
        return
    ids = [record.id for record in model.rows]
    chosen = ids[n % len(ids) :][:m] if ids else []
    after = chosen[-1] if chosen else None
    kinds = {"insert": Task, "group": Group, "area": Area}
    if step in kinds:
        controller.do(table_editing.insert_blank, plan, kinds[step], after)
    elif not chosen:
        return
    elif step == "same":
        controller.do(table_editing.insert_same_goal, plan, chosen[-1])
    elif step in ("delete", "duplicate"):
        controller.do(getattr(planning, step), chosen)
    elif step == "branch":
        project = controller.project
        assert project is not None
        controller.do(planning.delete, table_editing.branch(project, plan, chosen[0]))
    elif step in ("up", "down"):
        controller.do(table_editing.shift, chosen, up=step == "up")
    else:
        column = model.column_of("goal" if step == "goal" else "task")
        model.setData(model.index(ids.index(chosen[0]), column), f"chữ {m}")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_what_is_told_is_true_after_any_steps(
    controller: ProjectController, model: PlanTableModel, steps: list[tuple[str, int, int]]
) -> None:
    mirror = Mirror(model)
    for step, n, m in steps:
        kept = [QPersistentModelIndex(model.index(row, 0)) for row in range(model.rowCount())]
        ids = [record.id for record in model.rows]
        do_step(controller, model, step, n, m)
        for index, record_id in zip(kept, ids, strict=True):
            if index.isValid():
                assert model.rows[index.row()].id == record_id
    fresh = PlanTableModel(controller)
    assert mirror.cells == shown(model) == shown(fresh)
    assert model.rows == fresh.rows
    assert vars(model.places) == vars(fresh.places)
    fresh.deleteLater()
