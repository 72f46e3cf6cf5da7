"""The middle of the tab Báo cáo: the text, the figures, the forms, the pages beforehand, or what
fills an empty report.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from cchc_desktop.domain.vietnamese import lower_first
from cchc_desktop.services.beginning_report import outlines_to_begin
from cchc_desktop.services.last_report import last_sent, sent_period
from cchc_desktop.services.outlines import FullOutline
from cchc_desktop.services.sent_cards import sent_card
from ui.project_controller import ProjectController
from ui.report import outline
from ui.report.figures_page import FiguresPage
from ui.report.head_form import HeadForm
from ui.report.heading_form import HeadingForm
from ui.report.opened import OpenReport, Spot
from ui.report.preview_page import PreviewPage
from ui.report.text_page import TextPage
from ui.tasks import TaskRunner
from ui.widgets.cells import CellArt
from ui.widgets.empty import EmptyState, Way
from ui.widgets.tab import Tab

Begin = Callable[[FullOutline], None]
_WAYS = 3  # to begin a report, at most


class ReportPages(QStackedWidget):
    """Shows one of its pages; `previous`, `following` and `keep` are actions of the outline."""

    def __init__(
        self,
        controller: ProjectController,
        opened: OpenReport,
        runner: TaskRunner,
        art: CellArt,
        tab: Tab,
        previous: QAction,
        following: QAction,
        keep: QAction,
    ) -> None:
        super().__init__()
        self._controller, self._open, theme = controller, opened, art.theme
        self.empty = EmptyState(theme)
        self.text = TextPage(controller, art, opened.day_of, previous, following)
        self.figures = FiguresPage(controller, art, tab)
        self.head = HeadForm(controller, theme)
        self.heading_form = HeadingForm(controller, theme, keep)
        self.preview = PreviewPage(controller, runner, theme)
        for page in (self.empty, self.text, self.figures, self.head, self.heading_form):
            self.addWidget(page)
        self.addWidget(self.preview)

    @property
    def shows_text(self) -> bool:
        """Whether paragraphs are on the screen."""
        return self.currentWidget() is self.text and self._open.report is not None

    @property
    def home(self) -> QWidget | None:
        """What takes the focus of the page that is shown."""
        page = self.currentWidget()
        homes: dict[QWidget, Callable[[], QWidget]] = {
            self.text: lambda: self.text.home,
            self.figures: lambda: self.figures.table,
            self.head: lambda: self.head.first_control,
            self.heading_form: lambda: self.heading_form.first_control,
            self.preview: lambda: self.preview.pages,
        }
        return homes[page]() if page in homes else self.empty.first_way

    def commit(self) -> None:
        """Write what is being typed in any of them."""
        for page in (self.text, self.figures, self.head, self.heading_form):
            page.commit()

    def follow(self) -> None:
        """What does not depend on the line that is chosen, as the report is now."""
        self.figures.show_period(self._open.period)
        self.head.show_report(self._open.report, self._open.sent)

    def show_line(self, line_id: str, *, editing: bool, previewed: bool) -> None:
        """The page of a line of the outline: of a heading its text, or its form while the outline
        is edited.
        """
        heading = self._open.heading(line_id)
        before, typing = self.currentWidget(), self.isAncestorOf(QWidget.focusWidget(self) or self)
        page: QWidget = self.figures if line_id == outline.FIGURES else self.head
        if heading is not None:
            self.text.show_heading(heading)
            headings = [one.heading for one in self._open.headings]
            report = self._open.report
            addressed = report is not None and report.addressed
            self.heading_form.show_heading(heading.heading, headings, addressed=addressed)
            page = self.heading_form if editing else self.text
        self.setCurrentWidget(self.preview if previewed else page)
        if typing and self.currentWidget() is not before and self.home is not None:
            self.home.setFocus()  # not the button that happens to come next

    def go_to(self, spot: Spot) -> None:
        """The place itself, on the page of its line."""
        match spot.line:
            case outline.FIGURES:
                self.figures.go_to(spot.record_id, spot.column)
            case outline.HEAD:
                self.head.go_to(spot.column)
            case _ if spot.record_id:
                self.text.go_to(spot.record_id)

    def show_empty(self, plan_asked: Way, begin: Begin) -> None:
        """What is missing where the period has no report, and the ways to begin one."""
        plan, period, year = self._controller.plan, self._open.period, self._controller.year
        project, ways = self._controller.project, list[Way]()
        if plan is None:
            words = f"Chưa có kế hoạch năm {year}, nên chưa có gì để báo cáo."
            ways.append(plan_asked)
        elif period is None or project is None:
            words = f"Năm {year} chưa có kỳ báo cáo nào."
        else:
            words = (
                f"Chưa có báo cáo {period.full_words}. Bản nháp được soạn từ kết quả, văn bản "
                "và số liệu đã ghi trong kỳ; câu nào cũng có nguồn để xem lại."
            )
            if (sent := last_sent(project, period)) is not None:
                named = sent_card(sent, sent_period(project, sent)).title
                words += f"\nNơi nhận, người ký và những câu tự viết lấy theo {lower_first(named)}."
            for place, full in enumerate(outlines_to_begin(project, year, period)[:_WAYS]):
                name = f"Soạn theo “{full.outline.name}”" if place else "Soạn nháp"
                ways.append((name, partial(begin, full)))
        self.empty.show_state(words, ways, writable=self._controller.writable or plan is None)
        self.setCurrentWidget(self.empty)
