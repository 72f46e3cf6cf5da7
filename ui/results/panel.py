"""The panel Kết quả: what was done for one task in one reporting period, each field to be written
where it stands, and what was said before.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.plan import PlacedTask, Task, heading_text
from cchc_desktop.domain.reporting_period import ReportingPeriod, period_on
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services import recording
from cchc_desktop.services.asking import Asked, Asking
from cchc_desktop.services.project import Project
from ui.project_controller import ProjectController
from ui.results.fields import DAY, FIRST, REST, TEXT, ResultFields
from ui.results.past import ResultPast
from ui.results.state_choice import StateChoice
from ui.results.timing_line import TimingLine
from ui.results.which import WhichResult
from ui.theme import Theme
from ui.widgets.controls import label

if TYPE_CHECKING:  # what knows documents is loaded when the panel is first shown
    from cchc_desktop.domain.register import RegisteredDocument
    from ui.results.evidence_list import Cited

_TASK, _LEAD = 140, 20  # characters of the task, of its lead unit


class ResultPanel(QScrollArea):
    """Shows one task; edits go through the controller. `held(record_id)`: another task was to be
    shown, but the words of this one are refused, so it stays. `document_asked(Place)`: a document
    is to be shown.
    """

    held = Signal(str)
    document_asked = Signal(object)  # Place

    def __init__(
        self,
        controller: ProjectController,
        theme: Theme,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self._controller, self._theme = controller, theme
        self._today = today
        self._task_id = ""
        self._wanted = ""  # the occurrence to be shown
        self._asked: Asked | None = None  # what the fields show
        self._period: ReportingPeriod | None = None
        self._filled: tuple[str, ...] = ()  # task, period, occurrence that the fields are of
        self._stale = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Kết quả của nhiệm vụ đang chọn")
        controller.changed.connect(self._refresh)
        controller.opened.connect(self._take_other_plan)
        controller.plan_chosen.connect(self._take_other_plan)
        self._take_other_plan()

    # Building

    def _build(self) -> None:
        from ui.results.evidence_list import EvidenceList

        theme, page = self._theme, QWidget()
        self._none = label("Chọn một nhiệm vụ trong bảng để ghi kết quả.", "small", wrap=True)
        self._place = label("", "small")
        self._title = label("", "strong", wrap=True)
        self.which = WhichResult(theme)
        self.which.period_chosen.connect(self._choose_period)
        self.which.occurrence_chosen.connect(self.show_occurrence)
        self.which.repeat_asked.connect(self._repeat)
        self.first = ResultFields(theme, FIRST, self._write)
        self.state = StateChoice(theme)
        self.state.chosen.connect(self._write_state)
        self.timing = TimingLine(theme, self._write_timing)
        self.day = ResultFields(theme, DAY, self._write)
        self.rest = ResultFields(theme, REST, self._write)
        self.evidence = EvidenceList(theme)
        self.evidence.cite_asked.connect(self.cite)
        self.evidence.opened.connect(self._open_document)
        self.evidence.dropped.connect(self._drop_evidence)
        self.past = ResultPast(theme)
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for widget in (self._place, self._title, self.which, self.first):
            column.addWidget(widget)
        column.addWidget(label("Tình trạng", "small"))
        for part in (self.state, self.timing, self.day, self.rest):
            column.addWidget(part)
        column.addSpacing(theme.px(6))
        column.addWidget(label("Văn bản dẫn chứng", "strong"))
        column.addWidget(self.evidence)
        column.addSpacing(theme.px(6))
        column.addWidget(self.past)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(12))
        whole.addWidget(self._none)
        whole.addWidget(self._form)
        whole.addStretch(1)
        self.setWidget(page)

    @property
    def _built(self) -> bool:
        """Whether it was ever shown: its fields are made then, the window comes first."""
        return self.widget() is not None

    # What is shown

    def show_task(self, task: Task | None) -> None:
        """Another task, or nothing."""
        task_id = task.id if task is not None else ""
        if task_id != self._task_id:
            if not self.commit():
                self.held.emit(self._task_id)
                return
            self._task_id, self._wanted = task_id, ""
        self._refresh()

    def begin(self) -> None:
        """The keys are for the words of the result."""
        self._fill()
        words = self.first.fields[TEXT]
        words.moveCursor(QTextCursor.MoveOperation.End)
        where = words if self._asked is not None else self
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> bool:
        """Write what is being typed; False where something was refused and stays where it is."""
        if not self._built:
            return True
        parts = (self.first, self.timing, self.day, self.rest)
        written = [part.commit() for part in parts]
        return all(written) or not self._still_there()

    def _still_there(self) -> bool:
        """Whether there is still the task that the fields show."""
        project, asked = self._controller.project, self._asked
        return project is not None and asked is not None and project.holds(asked.task.id)

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._fill()
        super().showEvent(event)

    def _refresh(self) -> None:
        """Fill now, or when it is seen."""
        self._stale = True
        if self.isVisible():
            self._fill()

    def _take_other_plan(self) -> None:
        """Another file or year: the period whose report is next, or the last one."""
        self._task_id, self._wanted = "", ""
        project, year = self._controller.project, self._controller.year
        periods = project.periods(year) if project is not None else []
        self._period = period_on(periods, self._today())
        self._refresh()

    def _fill(self) -> None:
        if not self._built:
            self._build()
        self._stale = False
        project, plan = self._controller.project, self._controller.plan
        self._asked = None
        if project is not None and plan is not None and self._period is not None:
            periods = project.periods(plan.year)
            known = {period.id: period for period in periods}
            self._period = known.get(self._period.id) or period_on(periods, self._today())
            assert self._period is not None, "a year has its usual periods"
            found = Asking(project, plan, self._period).answerable(self._task_id)
            self._asked = _chosen(found, self._wanted)
            if self._asked is not None:
                self._wanted = self._asked.question.occurrence  # it stays, whatever is said of it
                self._show(project, periods, self._period, found, self._asked)
        self._none.setVisible(self._asked is None)
        self._form.setVisible(self._asked is not None)

    def _show(
        self,
        project: Project,
        periods: list[ReportingPeriod],
        period: ReportingPeriod,
        found: list[Asked],
        asked: Asked,
    ) -> None:
        task, result, writable = asked.task, asked.result, self._controller.writable
        key = task.id, period.id, asked.question.occurrence
        other, self._filled = key != self._filled, key
        self.which.show_choices(periods, period, found, asked, writable=writable)
        self._place.setText(_place_words(asked.place))
        self._title.setText(shortened(task.text, _TASK))
        for part in (self.first, self.day, self.rest):
            part.show_result(result, other=other, writable=writable)
        self.rest.fields["said_by"].setPlaceholderText(shortened(task.lead, _LEAD))
        self.state.show_state(result.state if result is not None else "", writable=writable)
        self.timing.show_timing(asked, self._today(), other=other, writable=writable)
        self.evidence.show_evidence(self._cited(project, asked), task.id, writable=writable)
        self.past.show_past(project, asked, self._controller.year)

    def _cited(self, project: Project, asked: Asked) -> "list[Cited]":
        targets = [asked.result.id] if asked.result is not None else []
        targets.append(asked.task.id)
        documents = {document.id: document for document in project.documents()}
        found = [e for e in project.evidence() if e.target_id in targets]
        found.sort(key=lambda e: (targets.index(e.target_id), documents[e.document_id].issued))
        return [(evidence, documents[evidence.document_id]) for evidence in found]

    # Choosing

    def _choose_period(self, period_id: str) -> None:
        project = self._controller.project
        if project is not None and self.commit():
            periods = project.periods(self._controller.year)
            self._period = next(period for period in periods if period.id == period_id)
            self._wanted = ""
        self._fill()

    def show_occurrence(self, occurrence: str) -> None:
        """The result of one of the task's due days (ISO)."""
        if self.commit():
            self._wanted = occurrence
        self._fill()

    # Writing

    def _answer(self, **fields: str) -> bool:
        asked, period = self._asked, self._period
        if asked is None or period is None or not self._still_there():
            return False
        about = asked.task.id, period.id, asked.question.occurrence
        written = self._controller.do(recording.answer, *about, self._today(), **fields)
        if written:
            self._refresh()  # a day as it was understood, also where it is the same as before
        return written

    def _write(self, key: str, words: str) -> bool:
        return self._answer(**{key: words})

    def _write_state(self, state: str) -> None:
        if not self._answer(state=state):
            self._refresh()

    def _write_timing(self, timing: str, reason: str) -> bool:
        return self._answer(timing=timing, timing_reason=reason)

    def _repeat(self) -> None:
        """The same for the occurrences of which nothing is said."""
        if self.commit() and self._asked is not None and self._asked.result is not None:
            self._controller.do(recording.repeat, self._asked.result.id, self.which.unsaid)

    def cite(self) -> None:
        """Ask for a document and cite it: for the result where there is one, else for the task."""
        project = self._controller.project
        if project is None or not self._controller.writable or not self.commit():
            return
        self._fill()
        asked = self._asked
        if asked is None:
            return
        found = self._choose(project.documents())
        if found is not None:
            from cchc_desktop.services import registering

            target = asked.result.id if asked.result is not None else asked.task.id
            self._controller.do(registering.cite, found[0], target, found[1])

    def _choose(self, documents: Sequence["RegisteredDocument"]) -> tuple[str, str] | None:
        """Which document is cited, and where in it."""
        from ui.widgets.document_chooser import choose_document

        return choose_document(documents, self._theme, self)

    def _drop_evidence(self, evidence_id: str) -> None:
        from cchc_desktop.services import registering

        self._controller.do(registering.uncite, evidence_id)

    def _open_document(self, document_id: str) -> None:
        self.document_asked.emit(Place(document_id))


def _chosen(found: list[Asked], wanted: str) -> Asked | None:
    """The wanted occurrence, else the first that the period asks for and that has no
    answer, else the first that it asks for, else the first to come, else the last.
    """
    now = [asked for asked in found if asked.question.now]
    left = [a for a in found if a.told is None or not a.told.done]
    empty = [asked for asked in now if asked.result is None]
    same = [asked for asked in found if asked.question.occurrence == wanted] if wanted else []
    return next(iter((*same, *empty, *now, *left, *reversed(found))), None)


def _place_words(place: PlacedTask) -> str:
    """ "Nhiệm vụ II.1.1", or the heading over a task without a number."""
    if not place.task.number:
        return heading_text(place.group or place.area)
    numbers = (place.area.number if place.area is not None else "", place.task.number)
    return "Nhiệm vụ " + ".".join(filter(None, numbers))
