"""The reporting period at the right of the page Hôm nay: its dates, the board of forms, what was
worked at last, the last backup.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.receipt import FormState
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.schedule_words import day_words
from cchc_desktop.domain.timeline_standing import stand_on
from cchc_desktop.services.collecting import BoardLine
from cchc_desktop.services.recent import Recent, when_words
from ui.theme import Theme
from ui.today.action_list import ActionList
from ui.today.line_painter import BoardPainter, board_height
from ui.today.lines import board_lines
from ui.widgets.cells import CellArt
from ui.widgets.controls import action_button, beside_icon, button, label, show_kind, tip_words

_SHOWN = 5  # lines of the board; the others are scrolled to
_DATES = (("Phòng gửi", "collect_by"), ("Chốt số liệu", "closes"), ("Gửi Sở Nội vụ", "send_by"))
_URGENT = 7  # days that are left
_NARROW = 150  # the text scale from which the pane leaves more room to the list
_WIDTH, _NARROW_WIDTH = 448, 392  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class PeriodActions:
    """The tab's commands that have a button here."""

    take: QAction
    send: QAction
    periods: QAction


class PeriodPane(QFrame):
    """`period_chosen(id)`; `place_asked(Place)`: one of the last places; `backups_asked`."""

    period_chosen = Signal(str)
    place_asked = Signal(object)
    backups_asked = Signal()

    def __init__(self, theme: Theme, art: CellArt, actions: PeriodActions) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "pane")
        self.setFixedWidth(theme.px(_WIDTH if theme.scale < _NARROW else _NARROW_WIDTH))
        self.periods = QComboBox()
        self.periods.setAccessibleName("Kỳ báo cáo")
        self.periods.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.periods.activated.connect(self._choose)
        self._window_words = label("", "second")
        self._dates = [_DateBox(theme, name) for name, _ in _DATES]
        self._board_words = label("", "second", wrap=True)
        self.board = ActionList(theme, "Phiếu của các đơn vị")
        self.board.set_painter(BoardPainter(art, self.board))
        self._recent, self._backup = QVBoxLayout(), button(theme, "", kind="link")
        self._backup.clicked.connect(self.backups_asked)
        self._board_frame = _framed(self.board)
        self._build(actions)

    def _build(self, actions: PeriodActions) -> None:
        theme, page = self._theme, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*[theme.px(12), theme.px(10)] * 2)
        column.setSpacing(theme.px(8))
        one, two, three = self._dates
        column.addWidget(_framed(one, _upright(), two, _upright(), three))
        column.addWidget(self._board_words)
        column.addWidget(self._board_frame)
        row = QHBoxLayout()
        row.addWidget(action_button(theme, actions.take, kind="primary"))
        self._send, self._send_action = action_button(theme, actions.send), actions.send
        row.addWidget(self._send)
        row.addStretch(1)
        column.addLayout(row)
        self._recent_words = label("Làm gần đây", "second")
        column.addSpacing(theme.px(6))
        column.addWidget(self._recent_words)
        self._recent.setSpacing(theme.px(2))
        column.addLayout(self._recent)
        column.addSpacing(theme.px(6))
        column.addWidget(label("Sao lưu", "second"))
        column.addWidget(self._backup, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)  # the pane's own edge
        whole.setSpacing(0)
        whole.addLayout(self._build_head(actions))
        line = QFrame()
        line.setProperty("kind", "line")
        whole.addWidget(line)
        whole.addWidget(scroll, 1)

    def _build_head(self, actions: PeriodActions) -> QHBoxLayout:
        theme, head = self._theme, QHBoxLayout()
        head.setContentsMargins(*[theme.px(12), theme.px(3)] * 2)
        head.setSpacing(theme.px(8))
        head.addWidget(self.periods)
        head.addWidget(self._window_words, 1)
        head.addWidget(action_button(theme, actions.periods, kind="quiet", words="Các kỳ…"))
        return head

    # What is shown

    def show_period(
        self,
        periods: Sequence[ReportingPeriod],
        period: ReportingPeriod,
        board: Sequence[BoardLine],
        today: date,
    ) -> None:
        """A period, among those of its year, as it stands on a day."""
        with QSignalBlocker(self.periods):
            self.periods.clear()
            for each in periods:
                self.periods.addItem(f"Báo cáo {each.words}", each.id)
            self.periods.setCurrentIndex(self.periods.findData(period.id))
        first, last = day_words(period.first), day_words(period.last)
        self._window_words.setText(f"số liệu {first} – {last}")
        for box, (_, field) in zip(self._dates, _DATES, strict=True):
            box.show_day(date.fromisoformat(getattr(period, field)), today)
        back = sum(line.state in (FormState.RECEIVED, FormState.MERGED) for line in board)
        self._board_words.setText(
            f"Phiếu của các đơn vị: {back} / {len(board)} đã về"
            if board
            else "Kế hoạch chưa hỏi đơn vị nào: chưa có nhiệm vụ, hoặc chưa ghi đơn vị chủ trì."
        )
        self._board_frame.setVisible(bool(board))
        self.board.setFixedHeight(board_height(self._theme, min(len(board), _SHOWN)))
        self.board.show_lines(board_lines(board, today))
        self._send.setText(beside_icon(self._send_action.text()))

    def show_recent(self, places: Sequence[Recent], today: date) -> None:
        """The places worked at last, each a link."""
        while item := self._recent.takeAt(0):
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._recent_words.setVisible(bool(places))
        for recent in places:
            words = f"{recent.words} · {when_words(recent.at, today)}"
            link = button(self._theme, "", kind="link", name=words)
            room = self.width() - self._theme.px(28)
            end = Qt.TextElideMode.ElideMiddle
            link.setText(link.fontMetrics().elidedText(words, end, room).replace("&", "&&"))
            link.setToolTip(tip_words(words))
            link.clicked.connect(partial(self._ask_place, recent))
            self._recent.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def show_backup(self, words: str) -> None:
        """When the last backup was made."""
        self._backup.setText(words)
        self._backup.setAccessibleName(f"Sao lưu: {words}")

    def _choose(self, _place: int) -> None:
        self.period_chosen.emit(self.periods.currentData())

    def _ask_place(self, recent: Recent) -> None:
        self.place_asked.emit(recent.place)


def _framed(*widgets: QWidget) -> QFrame:
    """Widgets side by side in a thin frame."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    row = QHBoxLayout(frame)
    row.setContentsMargins(1, 1, 1, 1)
    row.setSpacing(0)
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, QFrame) and widget.property("kind") else 1)
    return frame


def _upright() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "upright")
    line.setFixedWidth(1)
    return line


class _DateBox(QWidget):
    """One of the three dates, and how many days are left."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name = name
        self._day, self._left = label("", "page"), label("", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(10), theme.px(7)] * 2)
        column.setSpacing(theme.px(1))
        for widget in (label(name, "small"), self._day, self._left):
            column.addWidget(widget)

    def show_day(self, day: date, today: date) -> None:
        """Another day."""
        stand = stand_on(today, day)
        assert stand is not None, "there is a day to hold it against"
        left = (
            "đã qua" if stand.overdue else "hôm nay" if not stand.days else f"còn {stand.days} ngày"
        )
        self._day.setText(day_words(day))
        self._left.setText(left)
        urgent = 0 <= stand.days <= _URGENT
        show_kind(self._left, "warning" if urgent else "second")
        self.setAccessibleName(f"{self._name}: {day_words(day)}, {left}")
