"""The open project as Qt sees it: every edit goes through `do`, every refusal comes out of
`refused`, and what changed is told by `changed`. The change log is the undo stack.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.settings import Paths

if TYPE_CHECKING:  # the core itself is loaded with the first file: the window is there before
    from cchc_desktop.domain.change import Change
    from cchc_desktop.domain.plan import Plan
    from cchc_desktop.domain.unit import Unit
    from cchc_desktop.domain.units import UnitReader
    from cchc_desktop.services.project import Project

P = ParamSpec("P")


class ProjectController(QObject):
    """Owns the project, and which year's plan is shown."""

    settling = Signal()  # what is being typed is to be written now, where it was typed
    opened = Signal()  # another project, or none, is there now
    plan_chosen = Signal()  # another year's plan is shown
    changed = Signal(object)  # Change, as written
    refused = Signal(str)  # the sentence of a CchcError
    done = Signal(str)  # the label of a step that was just made
    travelled = Signal(str)  # words: a step was undone or repeated

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths = paths
        self.project: Project | None = None
        self.year = datetime.now().year
        self.saved_at: datetime | None = None
        self._was_refused = False  # since the settling began
        self._units: UnitReader | None = None

    # The file

    def show(self, project: Project | None, year: int | None = None) -> None:
        """Take an opened project in place of the one there is; its newest plan with rows is shown,
        unless a year is asked for.
        """
        self.close()
        self.project, self.saved_at = project, None
        self._units = None
        self.year = year or self._newest_year()
        self.opened.emit()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file in place of the one there is. RefusedProject leaves that one open."""
        known = self.project
        if (
            known is not None
            and known.path.resolve() == path.resolve()
            and (read_only or not known.read_only)
        ):
            return
        from cchc_desktop.services.project import Project

        self.show(Project.open(path, self.paths, read_only=read_only))

    def close(self) -> None:
        """Let the file go, with all that was typed in it."""
        if self.project is not None:
            self.settle()
            self.project.close()
            self.project = None

    @property
    def writable(self) -> bool:
        """Whether edits are possible."""
        return self.project is not None and not self.project.read_only

    # What is shown

    def years(self) -> list[int]:
        """The years that have a plan, rising."""
        plans = self.project.plans() if self.project is not None else []
        return sorted({plan.year for plan in plans})

    def _newest_year(self) -> int:
        years = self.years()
        filled = [year for year in years if self._has_rows(year)]
        return max(filled or years, default=datetime.now().year)

    def _has_rows(self, year: int) -> bool:
        plan = self.project.plan(year) if self.project is not None else None
        return plan is not None and self.project is not None and bool(self.project.rows(plan))

    @property
    def plan(self) -> Plan | None:
        """The CCHC plan of the year shown; None where there is none."""
        return self.project.plan(self.year) if self.project is not None else None

    def choose_year(self, year: int) -> bool:
        """Show another year's plan; False where words of this one could not be written."""
        if year != self.year:
            if not self.settle():
                return False
            self.year = year
            self._units = None
            self.plan_chosen.emit()
        return True

    @property
    def units(self) -> list[Unit]:
        """The units known in the year shown."""
        return self.project.units(self.year) if self.project is not None else []

    @property
    def unit_reader(self) -> UnitReader:
        """Reads lead and coordinating cells against the units of the year shown."""
        if self._units is None:
            from cchc_desktop.domain.units import UnitReader

            self._units = UnitReader(self.units)
        return self._units

    # Edits

    def settle(self) -> bool:
        """Have everything written that is being typed: before another record, year or file is shown
        in its place, and before what is stored is undone or printed. False where something was
        refused: it stays where it was typed.
        """
        self._was_refused = False
        self.settling.emit()
        return not self._was_refused

    def do(
        self,
        use_case: Callable[Concatenate[Project, P], Change],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Describe a change by a use case of `services` and write it; False when refused."""
        assert self.project is not None, "edits need an open project"
        project = self.project
        return self._write(lambda: project.apply(use_case(project, *args, **kwargs)))

    def apply(self, change: Change) -> bool:
        """Write a change that is described already, such as a cure; False when refused."""
        assert self.project is not None, "edits need an open project"
        project = self.project
        return self._write(lambda: project.apply(change))

    def undo(self) -> bool:
        """Take back the last step since the opening."""
        self.settle()
        return self.project is not None and self._write(self.project.undo, "Đã hoàn tác: ")

    def redo(self) -> bool:
        """Repeat the step undone last."""
        self.settle()
        return self.project is not None and self._write(self.project.redo, "Đã làm lại: ")

    def _write(self, write: Callable[[], Change], travelled: str = "") -> bool:
        from cchc_desktop.domain.unit import Unit

        try:
            change = write()
        except CchcError as error:
            self._was_refused = True
            self.refused.emit(str(error))
            return False
        if change.edits:
            self.saved_at = change.at
            if any(isinstance(edit.record, Unit) for edit in change.edits):
                self._units = None
            self.changed.emit(change)
            if travelled:
                self.travelled.emit(travelled + change.label)
            else:
                self.done.emit(change.label)
        return True
