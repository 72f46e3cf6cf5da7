"""What the window tells: the bar that stays, the toast that offers a way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.messages import MessageBar, Toast
from ui.theme import Theme


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {b.accessibleName(): b for b in widget.findChildren(QPushButton) if not b.isHidden()}


def test_the_bar_stays_until_it_is_closed(theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.show_problem("Không ghi được; hãy thử lại.", [("Thử lại", lambda: done.append("x"))])
    assert (bar.text, bar.isVisible()) == ("Không ghi được; hãy thử lại.", True)
    assert bar.accessibleName() == bar.text
    buttons(bar)["Thử lại"].click()
    assert (done, bar.isVisible()) == (["x"], False)
    bar.show_notice("Lưu ý.")
    assert set(buttons(bar)) == {"Đóng thông báo"}
    buttons(bar)["Đóng thông báo"].click()
    assert not bar.isVisible()


def test_words_of_a_file_are_never_markup(theme: Theme, qtbot: QtBot) -> None:
    bar, host = MessageBar(theme), QWidget()
    toast = Toast(theme, host)
    for widget in (bar, host):
        qtbot.addWidget(widget)
    bar.show_problem("<b>Sai</b>")
    toast.show_done("<img src=x>")
    assert bar._text.textFormat() == toast._text.textFormat() == Qt.TextFormat.PlainText


def test_a_step_offers_its_way_back_and_news_does_not(theme: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    toast = Toast(theme, host)
    toast.show_done("Xoá dòng")
    assert host.rect().contains(toast.geometry())
    with qtbot.waitSignal(toast.undo_asked):
        buttons(toast)["Hoàn tác"].click()
    assert not toast.isVisible()
    opened: list[int] = []
    toast.show_news("Đã xuất", ("Mở thư mục", lambda: opened.append(1)))
    assert "Hoàn tác" not in buttons(toast)
    assert set(buttons(toast)) == {"Mở thư mục"}
    buttons(toast)["Mở thư mục"].click()
    assert (opened, toast.isVisible()) == ([1], False)
    toast._timer.setInterval(10)
    toast.show_done("Sửa")
    qtbot.waitUntil(lambda: not toast.isVisible())
    host.resize(500, 300)
    toast.show_done("Một bước có tên rất dài " * 20)
    assert host.rect().contains(toast.geometry())
