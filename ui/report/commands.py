"""The commands of the tab Báo cáo on the paragraph that the keys are for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.finding import Place
from cchc_desktop.domain.redrafting import Standing
from cchc_desktop.domain.report import ReportHeading
from cchc_desktop.services import report_editing, reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.outlines import FullOutline
from cchc_desktop.services.report_standing import Entry
from cchc_desktop.services.source import Source, SourceKind
from ui.messages import Messenger
from ui.project_controller import ProjectController
from ui.report.insertion import Insertion
from ui.report.opened import OpenReport
from ui.report.text_page import TextPage
from ui.widgets.cells import CellArt
from ui.widgets.tab import Tab


class ReportCommands(QObject):
    """Actions with their keys; what is being typed is written before anything else is."""

    def __init__(
        self,
        controller: ProjectController,
        messages: Messenger,
        opened: OpenReport,
        page: TextPage,
        art: CellArt,
        tab: Tab,
    ) -> None:
        super().__init__(tab)
        self._controller, self._messages, self._tab = controller, messages, tab
        self._open, self._page = opened, page
        make = tab.action
        self.draft = make("Soạn nháp", "", "file-pen", self._draft)
        self.delete_report = make("Xoá báo cáo", "", "", self._delete_report)
        insertion = Insertion(controller, opened, page, art, self.insert, tab)
        self._write_source = insertion.insert
        ask, kinds = insertion.ask, SourceKind
        self.cite = make("Trích dẫn", "Ctrl+K", "quote", partial(ask, kinds.DOCUMENT))
        self.tell = make("Kết quả", "Ctrl+R", "", partial(ask, kinds.RESULT))
        self.figure = make("Số liệu", "Ctrl+J", "sigma", partial(ask, kinds.FIGURE))
        self.accept = tab.action("Nhận số mới", "Alt+1", "check")  # or a cure: the tab's matter
        self.keep = make("Giữ câu của tôi", "", "", self._keep_current)
        self.compare = make("Xem cạnh nhau", "Alt+2", "", self._compare)
        self.back = make("Trở về bản nháp", "", "", self._back_current)
        self.add = make("Đoạn mới", "", "plus", self.insert)
        self.add.setShortcuts([QKeySequence("Ctrl+Enter"), QKeySequence("Ctrl+Return")])
        self.delete = make("Xoá đoạn", "Ctrl+-", "trash-2", self._delete)
        self.up = make("Chuyển đoạn lên", "Alt+Up", "arrow-up", partial(self._move, -1))
        self.down = make("Chuyển đoạn xuống", "Alt+Down", "arrow-down", partial(self._move, 1))
        page.accept_asked.connect(self._accept)
        page.keep_asked.connect(self._keep)
        page.back_asked.connect(self._back)
        page.offer_when_empty(("Thêm đoạn  Ctrl+Enter", self.insert))

    @property
    def inserting(self) -> list[QAction | None]:
        """The menu Chèn."""
        return [self.add, None, self.cite, self.tell, self.figure]

    @property
    def editing(self) -> list[QAction | None]:
        """The tab's part of the menu Sửa."""
        offers: list[QAction | None] = [self.accept, self.keep, self.compare, self.back]
        return [*offers, None, self.up, self.down, self.delete, None, self.delete_report]

    def offer(self, *, text_shown: bool) -> None:
        """Offer what is possible now."""
        writable = self._controller.writable and self._controller.plan is not None
        typing = writable and text_shown and self._page.heading is not None
        entry = self._page.current.entry if self._page.current is not None else None
        has = typing and entry is not None
        self.draft.setEnabled(writable)
        self.delete_report.setEnabled(writable and self._open.report is not None)
        for action in (self.add, self.cite, self.tell, self.figure):
            action.setEnabled(typing)
        for action in (self.up, self.down, self.delete):
            action.setEnabled(has and entry is not None and entry.paragraph is not None)
        flagged = has and entry is not None and entry.offer is not None
        self.keep.setEnabled(flagged)
        drafted = entry is not None and entry.paragraph is not None and bool(entry.paragraph.key)
        for action in (self.compare, self.back):
            action.setEnabled(has and drafted)

    # Drafting

    def _draft(self) -> None:
        self.begin()

    def begin(self, outline: FullOutline | None = None) -> None:
        """Begin the report of the period; where there is one, take in what is new in its draft."""
        self._controller.settle()
        period = self._open.period
        if period is None:
            return
        if self._open.report is None:
            year = self._controller.year
            self._controller.do(begin_report, year, period, outline)
            return
        redrafted = self._open.redrafted
        if redrafted is None:
            return
        fresh = [
            offer
            for offer in redrafted.offers
            if (offer.standing is Standing.NEW and offer.mine is None)
            or (offer.standing is Standing.FORM and offer.mine and not offer.mine.edited)
        ]
        new = sum(offer.standing is Standing.NEW for offer in fresh)
        flagged = len(redrafted.flagged)
        if fresh:
            self._controller.apply(
                reporting.accept_drafts(redrafted, {offer.key for offer in fresh})
            )
        if flagged:
            added = f"Đã thêm {new} đoạn mới. " if new else ""
            self._messages.notice.emit(
                f"{added}{flagged} đoạn có nguồn đã đổi từ khi soạn; câu anh chị sửa vẫn giữ "
                "nguyên, hãy xem rồi nhận từng đoạn.",
                [("Tới đoạn đầu tiên", self.go_to_flagged)],
            )
        elif not fresh:
            self._messages.notice.emit("Bản nháp không có gì mới so với báo cáo đang có.", [])

    def _delete_report(self) -> None:
        self._controller.settle()
        if self._open.report is not None:
            self._controller.do(report_editing.delete_report, self._open.report)

    def go_to_flagged(self) -> None:
        """The first paragraph whose source has changed."""
        if self._open.redrafted is not None and self._open.redrafted.flagged:
            first = self._open.redrafted.flagged[0].paragraph_id
            found = self._open.entry(first)
            if found is not None:
                self._tab.jump_to(Place(first))

    # What a new draft offers

    def _entry(self, entry_id: str) -> Entry | None:
        """The paragraph as it stands once all is written."""
        self._controller.settle()
        found = self._open.entry(entry_id)
        return found[1] if found is not None else None

    def _settle_offer(
        self, entry_id: str, describe: Callable[[reporting.Redraft, set[str]], Change]
    ) -> None:
        entry, redrafted = self._entry(entry_id), self._open.redrafted
        if entry is None or entry.offer is None or redrafted is None:
            return
        record_id = entry.offer.paragraph_id
        if self._controller.apply(describe(redrafted, {entry.offer.key})):
            self._page.go_to(record_id)

    def _accept(self, entry_id: str) -> None:
        self._settle_offer(entry_id, reporting.accept_drafts)

    def _keep(self, entry_id: str) -> None:
        self._settle_offer(entry_id, reporting.keep_mine)

    def _back(self, entry_id: str) -> None:
        entry = self._entry(entry_id)
        if entry is not None and entry.paragraph is not None:
            self._controller.do(reporting.back_to_draft, entry_id)
            self._page.go_to(entry_id)

    def accept_current(self) -> bool:
        """Take what is offered for the current paragraph; False where nothing is."""
        row = self._page.current
        if row is None or row.entry.offer is None:
            return False
        self._accept(row.entry.id)
        return True

    def _keep_current(self) -> None:
        if self._page.current is not None:
            self._keep(self._page.current.entry.id)

    def _back_current(self) -> None:
        if self._page.current is not None:
            self._back(self._page.current.entry.id)

    def _compare(self) -> None:
        self._page.commit()
        if self._page.current is not None:
            self._page.current.turn_comparison()

    # Paragraphs

    @property
    def _heading(self) -> ReportHeading | None:
        return self._page.heading.heading if self._page.heading is not None else None

    def insert(self) -> None:
        """A new paragraph behind the current one."""
        self._insert(report_editing.insert_paragraph)

    def insert_source(self, source: Source) -> None:
        """A source at the caret; a paragraph of an earlier report behind the current one."""
        if source.kind is SourceKind.SENT:
            self._insert(report_editing.insert_sent_words, source.id, source.text)
        else:
            self._write_source(source)

    def _insert(self, describe: Callable[..., Change], *of: str) -> None:
        self._controller.settle()
        heading, known = self._heading, {row.entry.id for row in self._page.rows}
        if heading is None:
            return
        if self._controller.do(describe, heading.id, *of, before=self._following()):
            new = next((r for r in self._page.rows if r.entry.id not in known), None)
            if new is not None:
                self._page.go_to(new.entry.id, -1)

    def _following(self) -> str | None:
        """The paragraph below the current one."""
        rows = [row for row in self._page.rows if row.entry.paragraph is not None]
        current = self._page.current
        place = rows.index(current) + 1 if current in rows else len(rows)
        return rows[place].entry.id if place < len(rows) else None

    def _delete(self) -> None:
        self._controller.settle()
        row, rows = self._page.current, self._page.rows
        if row is None or row.entry.paragraph is None:
            return
        place = rows.index(row)
        if self._controller.do(report_editing.delete_paragraphs, [row.entry.id]):
            left = self._page.rows
            if left:
                self._page.go_to(left[min(place, len(left) - 1)].entry.id)

    def _move(self, by: int) -> None:
        """Past a neighbour; at the edge into the next heading that takes paragraphs."""
        self._controller.settle()
        row, heading = self._page.current, self._heading
        if row is None or row.entry.paragraph is None or heading is None:
            return
        rows = [one for one in self._page.rows if one.entry.paragraph is not None]
        place, moving = rows.index(row) + by, row.entry.id
        if 0 <= place < len(rows):
            after = rows[place + 1 :][:1] if by > 0 else rows[place : place + 1]
            before = after[0].entry.id if after else None
            self._controller.do(report_editing.move_paragraphs, [moving], heading.id, before)
        else:
            self._move_out(moving, heading, by)
        self._tab.jump_to(Place(moving))

    def _move_out(self, moving: str, heading: ReportHeading, by: int) -> None:
        headings = [one for one in self._open.headings if one.heading.content or one.entries]
        place = next((n for n, one in enumerate(headings) if one.heading.id == heading.id), 0) + by
        if 0 <= place < len(headings):
            shown = [e for e in headings[place].entries if e.paragraph is not None]
            before = shown[0].id if shown and by > 0 else None
            target = headings[place].heading.id
            self._controller.do(report_editing.move_paragraphs, [moving], target, before)
