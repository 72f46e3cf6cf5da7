"""The only question that must be answered: closing while work is on its way."""

from PySide6.QtWidgets import QMessageBox, QWidget


def ask_to_stop(parent: QWidget | None) -> bool:
    """Whether the work in the background is to be stopped; waiting is proposed."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Đóng chương trình")
    box.setText("Còn một việc đang chạy. Đóng bây giờ thì việc đó dừng, không ghi gì dở dang.")
    stop = box.addButton("Dừng và đóng", QMessageBox.ButtonRole.AcceptRole)
    wait = box.addButton("Chờ làm xong", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(wait)
    box.setEscapeButton(wait)
    box.exec()
    return box.clickedButton() is stop
