"""The tab Báo cáo: the outline, the text of the chosen heading, and the pane with its sources and
what a check found.
"""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from cchc_desktop.domain.finding import Place
from cchc_desktop.services.sent_reports import sent_words
from ui.kit import Kit
from ui.report.commands import ReportCommands
from ui.report.finding_steps import FindingSteps
from ui.report.opened import OpenReport
from ui.report.outline import FIGURES, outline_lines
from ui.report.outline_pane import OutlinePane
from ui.report.pages import ReportPages
from ui.report.pane import FINDINGS, SOURCES, ReportPane
from ui.report.sent import SentCommands
from ui.report.toolbar import ReportToolbar
from ui.widgets.cells import CellArt
from ui.widgets.tab import Tab

_OUTLINE, _PANE = 262, 318  # pixels at 100 %
_NARROW = 150  # the text scale from which the pane waits until it is asked for


class ReportTab(Tab):
    """The reports of the year shown. While hidden it only remembers that it is out of date."""

    hints = (("F6", "đổi khung"), ("Ctrl+K", "trích dẫn"), ("F8", "lỗi sau"))
    jump_asked = Signal(object)  # Place: a row, a document, a plan
    plan_asked = Signal()
    export_asked = Signal(object)  # ReportingPeriod: of the report on the screen
    form_check_asked = Signal(object)  # Report

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent)
        controller, runner, theme = kit.controller, kit.runner, kit.theme
        self._controller = controller
        art = CellArt(theme)
        self.open = OpenReport(controller, runner, kit.today, self)
        self._make_actions()
        self._outline_pane = OutlinePane(controller, self.open, art, self)
        self.outline, self.edit_outline = self._outline_pane.list, self._outline_pane.edit
        self._pages = ReportPages(
            controller,
            self.open,
            runner,
            art,
            self,
            self._previous,
            self._following,
            self._outline_pane.keep,
        )
        self.text, self.figures = self._pages.text, self._pages.figures
        self.head, self.heading_form = self._pages.head, self._pages.heading_form
        self.preview = self._pages.preview
        self.commands = ReportCommands(controller, kit.messages, self.open, self.text, art, self)
        self.sent = SentCommands(controller, self.open, runner, kit.today, self)
        self.pane = ReportPane(self, controller, self.open, art)
        self.sources, self.findings = self.pane.sources, self.pane.findings
        self.steps = FindingSteps(
            controller, self.findings, self.commands, self.pane.turn_to, self._open_place, self
        )
        self.toolbar = ReportToolbar(
            theme,
            kit.shared,
            (self.commands.draft, self.commands.cite, self._show_figures, self.preview_shown),
            self.pane.actions_of_pages[FINDINGS],
            (self.pane.actions_of_pages[SOURCES],),
            self._export,
        )
        self._build()
        self._connect()

    # Building

    def _make_actions(self) -> None:
        make, step = self.action, self._step
        self._previous = make("Mục trước", "Ctrl+PgUp", "arrow-up", partial(step, -1))
        self._following = make("Mục sau", "Ctrl+PgDown", "arrow-down", partial(step, 1))
        self.to_source = make("Tới nguồn của câu", "Alt+Right", "link", self._open_source_here)
        self._show_figures = make("Số liệu", "", "sigma", self._choose_figures)
        self.preview_shown = make("Xem trước", "", "book-open-text", checkable=True)
        self._export = make("Xuất Word, PDF…", "", "file-output", self._ask_for_export)
        self.check_form = make(
            "Kiểm tra thể thức báo cáo", "", "file-text", self._ask_for_form_check
        )
        self._rounds = self.make_round_actions()

    def _build(self) -> None:
        theme = self.theme
        self._left = self._outline_pane
        split = QSplitter(Qt.Orientation.Horizontal)
        self._left.setFixedWidth(theme.px(_OUTLINE))
        for widget in (self._left, self._pages, self.pane):
            split.addWidget(widget)
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        split.setCollapsible(1, False)
        split.setSizes([theme.px(_OUTLINE), theme.px(1366 - _OUTLINE - _PANE), theme.px(_PANE)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(split, 1)
        self.pane.turned.connect(self._turn_pane)
        self.pane.turn_to(None if theme.scale >= _NARROW else SOURCES)

    def _connect(self) -> None:
        controller = self._controller
        controller.settling.connect(self.commit)
        self.open.outdated.connect(self._refresh_if_shown)
        self.open.reset.connect(self._show_report)
        self.open.changed.connect(self._show_changes)
        self.toolbar.period_chosen.connect(self._choose_period)
        self.outline.line_chosen.connect(self._choose_line)
        self._outline_pane.editing_turned.connect(self._turn_editing)
        self.text.current_changed.connect(self._show_current)
        self.text.touched.connect(self.open.put_off_check)
        self.text.source_asked.connect(self._open_source)
        self.sources.open_asked.connect(self._open_place)
        self.sources.insert_asked.connect(self.commands.insert_source)
        self.pane.left.connect(self._go_home)
        self.preview_shown.toggled.connect(self._turn_preview)
        self.preview.closed.connect(partial(self.preview_shown.setChecked, False))

    # What the window asks

    def menu_actions(self, menu: str) -> list[QAction | None]:
        match menu:
            case "edit":
                return [*self.commands.editing, None, *self._outline_pane.actions_of_headings]
            case "insert":
                return self.commands.inserting
            case "view":
                panes: list[QAction | None] = [self._previous, self._following, self._show_figures]
                panes += [self.preview_shown, None, *self.pane.actions_of_pages]
                return [*panes, None, *self._rounds]
            case "tools":
                made = [self.commands.draft, self.check_form, self._export, *self.sent.actions]
                return [*made, None, self.to_source, None, *self.steps.actions]
        return []

    def status(self) -> str:
        period = self.open.period
        if period is None or self._controller.plan is None:
            return ""
        send = date.fromisoformat(period.send_by)
        first = f"{period.first.day}/{period.first.month}"
        if period.first.year != period.last.year:
            first += f"/{period.first.year}"
        last = f"{period.last.day}/{period.last.month}/{period.last.year}"
        sent, until = self.open.sent, f"gửi Sở Nội vụ trước {send.day}/{send.month}"
        told = sent_words(sent) if sent is not None else until
        return f"{period.name} · số liệu {first} – {last} · {told}"

    @property
    def home(self) -> QWidget:
        """The text, or what fills an empty page."""
        return self._pages.home or self.toolbar.reports

    def jump_to(self, place: Place) -> bool:
        spot = self.open.find(place)
        if spot is None:
            return False
        self.preview_shown.setChecked(False)
        if spot.record_id:
            self.edit_outline.setChecked(False)
        self.outline.choose(spot.line)
        self._pages.go_to(spot)
        return True

    def commit(self) -> None:
        """Write what is being typed anywhere in the tab."""
        QGuiApplication.inputMethod().commit()  # letters that are still being composed
        self._pages.commit()

    # Following the file

    def showEvent(self, event: QShowEvent) -> None:
        self.open.refresh()
        super().showEvent(event)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.open.refresh()

    def _choose_period(self, period_id: str) -> None:
        if self._controller.settle():
            self.open.choose(period_id)
        else:
            self._show_reports()

    def _show_reports(self) -> None:
        self.toolbar.show_reports(self.open.names, self.open.period.id if self.open.period else "")

    def _show_report(self) -> None:
        """Another report, or none."""
        self.text.show_heading(None)
        self._show_changes()
        has_focus = self.isAncestorOf(QWidget.focusWidget(self) or self)
        if self.open.headings:
            first = next((h for h in self.open.headings if h.entries), self.open.headings[0])
            self.outline.choose(first.heading.id)
        if has_focus and self.isVisible():
            self.home.setFocus()

    def _show_changes(self) -> None:
        self._show_reports()
        filled = self.open.report is not None
        if self.preview_shown.isChecked():
            if self.open.report is not None:
                self.preview.show_report(self.open.report)
            else:
                self.preview_shown.setChecked(False)
        own = (self.preview_shown, self._export, self.check_form)
        for action in (*self.pane.actions_of_pages, self._show_figures, *own):
            action.setEnabled(filled)
        if filled:
            self._pages.follow()
            figures, sent = self.figures.model.filled, self.open.sent is not None
            self.outline.show_lines(outline_lines(self.open.headings, figures, sent=sent))
            self._show_line(self.outline.current_id)
        else:
            plan_asked = ("Mở trang Kế hoạch", self.plan_asked.emit)
            self._pages.show_empty(plan_asked, self.commands.begin)
        self._show_pane_if_wanted()
        self.toolbar.show_count(self.pane.show_findings(self.open.findings))
        self._show_current()

    # What is chosen

    def _choose_line(self, line_id: str) -> None:
        """By the clerk: the pages beforehand are left for it. A heading whose words are refused
        stays, so that they can be mended.
        """
        kept = self.text.heading
        if kept is not None and kept.heading.id != line_id:
            self.text.commit()
            if self.text.has_changes and self.open.heading(kept.heading.id) is not None:
                back = partial(self.outline.choose, kept.heading.id)
                QTimer.singleShot(0, self, back)  # once the step away from it is over
                return
        self.preview_shown.setChecked(False)
        self._show_line(line_id)

    def _show_line(self, line_id: str) -> None:
        editing, previewed = self.edit_outline.isChecked(), self.preview_shown.isChecked()
        self._pages.show_line(line_id, editing=editing, previewed=previewed)
        self._show_pane_if_wanted()
        self._offer()

    def _turn_preview(self, on: bool) -> None:
        self._controller.settle()
        report = self.open.report
        if report is None:
            return
        if on:
            self.edit_outline.setChecked(False)
            self.preview.show_report(report)
        self._show_line(self.outline.current_id)
        self.home.setFocus()

    def _ask_for_export(self) -> None:
        if self.open.period is not None:
            self.export_asked.emit(self.open.period)

    def _ask_for_form_check(self) -> None:
        self.form_check_asked.emit(self.open.report)

    def _turn_editing(self, on: bool) -> None:
        self._controller.settle()
        if self.open.report is not None:
            self._show_line(self.outline.current_id)
        if on:
            self.preview_shown.setChecked(False)
            self.heading_form.first_control.setFocus()

    def _step(self, by: int) -> None:
        self.outline.step(by)

    def _choose_figures(self) -> None:
        self.preview_shown.setChecked(False)
        self.outline.choose(FIGURES)
        self.figures.table.setFocus()

    def _show_current(self) -> None:
        """The sources of the current paragraph."""
        self._offer()
        self.status_changed.emit()
        row = self.text.current
        self.pane.show_paragraph(self.text.heading, row.entry if row is not None else None)

    def _offer(self) -> None:
        self.commands.offer(text_shown=self._pages.shows_text)
        self._outline_pane.offer()
        self.sent.offer()

    # Where words come from

    def _open_source_here(self) -> None:
        row = self.text.current
        if row is not None and (source := row.editor.source_here()):
            self._open_source(source)

    def _open_source(self, record_id: str) -> None:
        source = self.open.sources.source(record_id) if self.open.sources is not None else None
        if source is not None:
            self._open_place(source.at)

    def _open_place(self, place: Place) -> None:
        self._controller.settle()
        if not (self.sent.show(place) or self.jump_to(place)):
            self.jump_asked.emit(place)

    # The pane

    def _go_home(self) -> None:
        self.home.setFocus()

    def _turn_pane(self, page: int | None) -> None:
        self._show_pane_if_wanted()
        if page == SOURCES:
            self._show_current()

    def _show_pane_if_wanted(self) -> None:
        """Sources are those of a paragraph: beside other pages they take no room."""
        page, filled = self.pane.page, self.open.report is not None
        shown = filled and (page == FINDINGS or (page == SOURCES and self._pages.shows_text))
        self.pane.setVisible(shown)
        narrow = self.theme.scale >= _NARROW
        self._left.setVisible(filled and not (narrow and shown))

    def areas(self) -> list[tuple[QWidget, QWidget]]:
        return [
            (self.toolbar, self.toolbar.reports),
            (self._left, self.outline),
            (self._pages, self.home),
            (self.pane, self.pane.first_control),
        ]
