"""What the buttons of the page Hôm nay do."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.documents.file_names import form_file_name
from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.receipt import FormState
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.agenda import Agenda, Waiting
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.collecting import BoardLine, reminder_text
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.results.event_dialog import ask_event
from ui.theme import Theme
from ui.today.files import TodayFiles
from ui.today.lines import Act, Line

_OUT = (FormState.SENT, FormState.LATE)  # a form that was sent and is not back


class Deeds(QObject):
    """`result_asked(Place, occurrence)`: a result is to be written; `forms_wanted(words)`: returned
    forms are to be chosen, which ones say the words, and taken in; `unfolded(key)`: a line is to be
    unfolded or folded; `place_asked(Place)`.
    """

    result_asked = Signal(object, str)
    forms_wanted = Signal(str)
    unfolded = Signal(str)
    place_asked = Signal(object)

    def __init__(
        self,
        controller: ProjectController,
        files: TodayFiles,
        messages: Messenger,
        theme: Theme,
        today: Callable[[], date],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller, self._files, self._messages = controller, files, messages
        self._theme, self._today, self._window = theme, today, parent
        self.asking: Asking | None = None
        self.agenda: Agenda | None = None
        self.board: Sequence[BoardLine] = ()
        self._unit_id = ""

    def show(
        self, asking: Asking, agenda: Agenda, board: Sequence[BoardLine], unit_id: str
    ) -> None:
        """What the page shows now; `unit_id`: only of that unit."""
        self.asking, self.agenda, self.board, self._unit_id = asking, agenda, board, unit_id

    def do(self, line: Line, at: QPoint) -> None:
        """What a line's button says; a menu opens at that point of the screen."""
        match line.act:
            case Act.RECORD if line.place is not None:
                self.result_asked.emit(Place(line.place.record_id, RESULT), line.about)
            case Act.ISSUED | Act.HAPPENED:
                self._ask_event(line.about)
            case Act.UNFOLD | Act.FOLD:
                self.unfolded.emit(line.key)
            case Act.OPEN:
                self.place_asked.emit(line.place)
            case Act.MERGE:
                self.forms_wanted.emit(_again_words(line.about))
            case _:
                self._collect(line, at)

    def _collect(self, line: Line, at: QPoint) -> None:
        """What is about a unit's form, or the forms of several."""
        about: BoardLine | list[BoardLine] = line.about
        lines = about if isinstance(about, list) else [about]
        if line.act is Act.SEND:
            self.send([each.unit for each in lines])
        elif line.act is Act.COPY:
            self.copy_reminder(lines)
        else:
            self.letters_menu(lines).popup(at)

    # Events

    def _ask_event(self, waiting: Waiting) -> None:
        tasks, day = len(waiting.tasks), self._today()
        about = waiting.condition, tasks, day
        ask_event(self._controller, *about, self._theme, self._window)

    # Forms, and reminding of them

    def send(self, units: Sequence[Unit]) -> None:
        """Write the forms of these units, which are held to be sent then."""
        if self.asking is not None and units:
            self._files.ask_for_forms(units, self.asking.period)

    def send_all(self) -> None:
        """The forms of all units that have not answered yet."""
        out = (*_OUT, FormState.UNSENT)
        waiting = [line.unit for line in self.board if line.state in out]
        self.send(waiting or [line.unit for line in self.board])

    def copy_reminder(self, lines: Sequence[BoardLine]) -> None:
        """The words that remind these units, to the clipboard."""
        asking = self.asking
        if asking is None:
            return
        plan, period = asking.plan, asking.period
        agency, day = asking.contents.agency(plan.year), self._today()
        texts = [
            reminder_text(plan, period, unit, form_file_name(period, unit, agency), day)
            for unit in (line.unit for line in lines)
        ]
        QGuiApplication.clipboard().setText("\n\n".join(texts))
        whom = lines[0].unit.name if len(lines) == 1 else f"{len(lines)} đơn vị"
        self._messages.news.emit(f"Đã chép lời nhắc {whom}", None)

    def letters_menu(self, lines: Sequence[BoardLine] = ()) -> QMenu:
        """A công văn đôn đốc to one unit that is behind, or to each; `lines`: to these, and the
        words that remind them.
        """
        menu, asking = QMenu(self._window), self.asking
        menu.aboutToHide.connect(menu.deleteLater)
        if asking is None:
            return menu
        period = asking.period
        if lines:
            menu.addAction("Chép lời nhắc").triggered.connect(partial(self._copy, lines))
            menu.addSeparator()
        asked = {line.unit.id for line in lines}
        units = [unit for unit in self._behind() if not asked or unit.id in asked]
        for unit in units:
            action = menu.addAction(f"Công văn gửi {unit.name}…".replace("&", "&&"))
            action.triggered.connect(partial(self._write_letter, unit))
        if len(units) > 1:
            menu.addSeparator()
            every = menu.addAction(f"Cả {len(units)} đơn vị, mỗi đơn vị một công văn…")
            every.triggered.connect(partial(self._write_letters, units))
        if not units:
            menu.addAction(f"Không có đơn vị nào cần đôn đốc trong {period.name}").setEnabled(False)
        return menu

    def _copy(self, lines: Sequence[BoardLine]) -> None:
        self.copy_reminder(lines)

    def _write_letter(self, unit: Unit) -> None:
        assert self.asking is not None
        self._files.ask_for_letter(unit, self.asking.period)

    def _write_letters(self, units: Sequence[Unit]) -> None:
        assert self.asking is not None
        self._files.ask_for_letters(units, self.asking.period)

    def _behind(self) -> list[Unit]:
        """The units that are late with something, or have not answered something."""
        asking, agenda = self.asking, self.agenda
        if asking is None or agenda is None:
            return []
        tasks = [*(due.task for due in agenda.late), *(a.task for a in agenda.unanswered)]
        behind = {unit.id for task in tasks for unit in asking.leading(task)}
        if self._unit_id:
            behind &= {self._unit_id}
        return [unit for unit in asking.units if unit.id in behind]


def _again_words(line: BoardLine) -> str:
    """Which file is to be chosen: it came back, but nothing of it was taken."""
    name = line.receipt.file_name if line.receipt is not None else ""
    return f"Chọn lại phiếu của {line.unit.name}: {name}"
