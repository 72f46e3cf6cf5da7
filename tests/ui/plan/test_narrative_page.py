"""The narrative and the head of the document, written where they were typed."""

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan import Plan, Section
from tests.ui.plan.keys import Key, last_step, press, refused, type_words
from ui.plan.tab import PlanTab
from ui.project_controller import ProjectController


@pytest.fixture
def narrative(tab: PlanTab) -> PlanTab:
    """The tab with its narrative shown."""
    tab.show_view(1)
    return tab


def sections(controller: ProjectController) -> list[Section]:
    assert controller.project is not None
    assert controller.plan is not None
    return controller.project.sections(controller.plan)


def choose(tab: PlanTab, row: int) -> None:
    tab.narrative.list.setCurrentIndex(tab.narrative.model.index(row))


def plan(controller: ProjectController) -> Plan:
    assert controller.plan is not None
    return controller.plan


def test_its_model_has_no_fault(
    narrative: PlanTab, controller: ProjectController, qtmodeltester: ModelTester
) -> None:
    model = narrative.narrative.model
    qtmodeltester.check(model)
    choose(narrative, 2)
    narrative.narrative.move_up()
    narrative.narrative.add_section()
    controller.undo()
    assert [model.section(n + 1) for n in range(len(model.sections))] == sections(controller)


def test_a_section_is_written_when_it_is_left(
    narrative: PlanTab, controller: ProjectController
) -> None:
    choose(narrative, 2)
    body = narrative.narrative._body
    body.setFocus()
    body.selectAll()
    type_words("Đoạn một")
    press(Key.Key_Return)
    type_words("Đoạn hai")
    other = sections(controller)[2].body
    choose(narrative, 3)
    assert sections(controller)[1].body == "Đoạn một\nĐoạn hai"
    assert sections(controller)[2].body == other == body.words


def test_looking_through_all_sections_is_no_step(
    narrative: PlanTab, controller: ProjectController
) -> None:
    for row in range(narrative.narrative.model.rowCount()):
        choose(narrative, row)
        narrative.narrative._body.setFocus()
        narrative.narrative._title.setFocus()
    narrative.narrative.list.setFocus()
    assert last_step(controller) == ""


def test_another_year_takes_what_is_being_typed(
    narrative: PlanTab, controller: ProjectController
) -> None:
    choose(narrative, 2)
    section = sections(controller)[1]
    narrative.narrative._title.setFocus()
    narrative.narrative._title.selectAll()
    type_words("MỚI")
    controller.choose_year(2028)
    assert controller.project is not None
    stored = controller.project.record(section.id)
    assert isinstance(stored, Section)
    assert stored.title == "MỚI"
    assert narrative.narrative._section is None


def test_sections_are_added_moved_and_removed(
    narrative: PlanTab, controller: ProjectController
) -> None:
    page = narrative.narrative
    choose(narrative, 1)
    count = len(sections(controller))
    page.add_section()
    assert page._title.hasFocus()
    type_words("Mục thêm")
    page.list.setFocus()
    assert sections(controller)[1].title == "Mục thêm"
    page.move_down()
    assert sections(controller)[2].title == "Mục thêm"
    assert page._section is not None
    assert page._section.title == "Mục thêm"
    page.move_up()
    page.move_up()
    page.move_up()
    assert sections(controller)[0].title == "Mục thêm"
    page.remove_section()
    assert len(sections(controller)) == count
    assert page._section == sections(controller)[0]
    controller.undo()
    assert len(sections(controller)) == count + 1


def test_words_being_typed_go_with_a_removed_section_and_come_back(
    narrative: PlanTab, controller: ProjectController
) -> None:
    choose(narrative, 2)
    refused: list[str] = []
    controller.refused.connect(refused.append)
    narrative.narrative._title.setFocus()
    narrative.narrative._title.selectAll()
    type_words("Sắp xoá")
    narrative.narrative.remove_section()
    controller.undo()
    assert sections(controller)[1].title == "Sắp xoá"
    assert refused == []


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("5/2/2027", "2027-02-05", "05/02/2027"),
        ("ngày 05 tháng 02 năm 2027", "2027-02-05", "05/02/2027"),
        ("02.2027", "2027-02", "02/2027"),
        ("2027", "2027", "2027"),
        ("", "", ""),
    ],
)
def test_a_date_is_shown_as_it_was_understood(
    narrative: PlanTab, controller: ProjectController, typed: str, stored: str, shown: str
) -> None:
    field = narrative.narrative.head._fields["issued"]
    field.setFocus()
    field.selectAll()
    press(Key.Key_Delete)
    type_words(typed)
    narrative.narrative.list.setFocus()
    assert plan(controller).issued == stored
    assert field.words == shown


def test_a_date_that_is_none_stays_beside_the_sentence(
    narrative: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    old = plan(controller).issued
    field = narrative.narrative.head._fields["issued"]
    field.setFocus()
    field.selectAll()
    type_words("31/02/2027")
    with qtbot.waitSignal(controller.refused) as told:
        narrative.narrative.list.setFocus()
    assert "31/02/2027" in told.args[0]
    assert (plan(controller).issued, field.words) == (old, "31/02/2027")
    choose(narrative, 2)
    assert narrative.narrative.list.currentIndex().row() == 2
    choose(narrative, 0)
    assert field.words == "31/02/2027"
    field.setFocus()
    for _ in range(8):
        press(Key.Key_Backspace)
    type_words("/3/2027")
    narrative.narrative.list.setFocus()
    assert (plan(controller).issued, field.words) == ("2027-03-31", "31/3/2027")


def test_a_date_typed_otherwise_is_shown_as_before(
    narrative: PlanTab, controller: ProjectController
) -> None:
    field = narrative.narrative.head._fields["issued"]
    for typed in ("05/02/2027", "5.2.2027"):
        field.setFocus()
        field.selectAll()
        type_words(typed)
        narrative.narrative.list.setFocus()
        assert (plan(controller).issued, field.words) == ("2027-02-05", "05/02/2027")


def test_a_section_whose_words_are_refused_stays(
    narrative: PlanTab, controller: ProjectController, qtbot: QtBot
) -> None:
    page = narrative.narrative
    choose(narrative, 2)
    page._title.setFocus()
    page._title.selectAll()
    type_words("MỚI")
    with refused(controller):
        for elsewhere in (3, 0):
            choose(narrative, elsewhere)
            qtbot.waitUntil(lambda: page.list.currentIndex().row() == 2)
            assert page._title.words == "MỚI"
    choose(narrative, 3)
    assert sections(controller)[1].title == "MỚI"
    assert page._title.words == sections(controller)[2].title


def test_a_file_that_is_closed_takes_what_was_refused_along(
    narrative: PlanTab, controller: ProjectController
) -> None:
    choose(narrative, 2)
    narrative.narrative._title.setFocus()
    type_words("MỚI")
    head = narrative.narrative.head._fields["signer"]
    head.setPlainText("Người khác")
    head.document().setModified(True)
    assert controller.project is not None
    controller.project.read_only = True
    controller.show(None)
    assert narrative.narrative._section is None
    assert head.words == ""


def test_the_head_follows_undo_and_keeps_what_is_typed(
    narrative: PlanTab, controller: ProjectController
) -> None:
    head = narrative.narrative.head
    head._place.setCurrentIndex(0)
    head._place.activated.emit(0)
    assert plan(controller).table_place == "body"
    signer = head._fields["signer"]
    signer.setFocus()
    type_words("Người ký")
    head._place.activated.emit(1)
    assert signer.words.startswith("Người ký") or signer.words.endswith("Người ký")
    controller.undo()
    controller.undo()
    assert plan(controller).table_place == "body"
    assert head._place.currentData() == "body"
