"""The scene of the tab Hôm nay: forms on their way."""

import sqlite3
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.services import collecting
from cchc_desktop.services.project import Project
from docs.pictures.stage import TODAY, Stage
from ui.results.event_dialog import EventDialog
from ui.today.action_list import ActionList
from ui.today.lines import Act
from ui.today.tab import TodayTab

_SENT = date(2027, 8, 25)
_LOGGED = ("2027-08-29T16:20:00", "2027-08-30T08:50:00")  # all steps, the last one


def today(stage: Stage, place: int) -> None:
    """The tab with what is late, the lines of what is missing, and an event that happened."""
    desktop = stage.desktop
    project = desktop.controller.project
    assert project is not None
    _forms_under_way(stage, project)
    _date_the_log(project)
    desktop.window.show_tab(place)
    tab = desktop.window.tab(place)
    assert isinstance(tab, TodayTab)
    desktop.window.toast.hide()
    tab.list.setFocus()
    stage.settle()
    stage.shoot("35-hom-nay")
    _press(tab.list, Act.UNFOLD)
    stage.settle()
    stage.shoot("36-hom-nay-con-thieu")
    _press(tab.list, Act.FOLD)
    waiting = next(line for line in tab.list.lines.items if line.act is Act.ISSUED)
    condition = waiting.about.condition
    dialog = EventDialog(condition, 1, 2027, TODAY, desktop.theme, desktop.window)
    stage.shoot_before(dialog, "37-da-ban-hanh")


def _press(listed: ActionList, act: Act) -> None:
    row = next(n for n, line in enumerate(listed.lines.items) if line.act is act)
    listed.setCurrentIndex(listed.lines.index(row))
    listed.acted.emit(listed.current)


def _forms_under_way(stage: Stage, project: Project) -> None:
    period, plan = project.period(2027, "q3"), project.wanted_plan(2027)
    units = [line.unit for line in collecting.board(project, plan, period, TODAY)]
    stage.desktop.controller.do(collecting.sent, period, units, _SENT)
    receipts = {receipt.unit_id: receipt for receipt in project.receipts(period)}
    edits = []
    for unit, back, merged in zip(
        units, ("2027-08-27", "2027-08-27", "2027-08-30"), ("2027-08-27", "2027-08-27", ""),
        strict=False,
    ):  # fmt: skip
        before = receipts[unit.id]
        edits.append(Edit(before, replace(before, received_on=back, merged_on=merged)))
    stage.desktop.controller.apply(Change("Gộp phiếu", tuple(edits)))


def _date_the_log(project: Project) -> None:
    """The steps on days of the scene, whenever it is made."""
    with sqlite3.connect(project.path) as file:
        file.execute("UPDATE change_log SET at = ?", (_LOGGED[0],))
        newest = "UPDATE change_log SET at = ? WHERE id = (SELECT max(id) FROM change_log)"
        file.execute(newest, (_LOGGED[1],))
    file.close()
