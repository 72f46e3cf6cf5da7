"""One window for each user: a later start hands its file to the window that is there. A lock says
who is first, and ends with its process; a local socket carries the file's name.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:  # loaded by whoever talks: a first window is there before
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 5.0  # seconds in which a window that is just starting must answer
_WAIT = 1_000  # milliseconds for one answer
_TAKEN = b"taken"


class SingleInstance(QObject):
    """`data` is the user's own folder: whoever shares it shares the window."""

    asked = Signal(object)  # Path that a later start was given, or None: it wants the window only

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        sha256 = QCryptographicHash.Algorithm.Sha256
        digest = QCryptographicHash.hash(str(data).encode(), sha256).toHex().toStdString()
        self._name = f"cchc-desktop-{digest[:16]}"
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def hand_over(self, file: Path | None) -> bool:
        """Give the file to the window that is there; False when this process is the window."""
        end = time.monotonic() + _PATIENCE
        while not self._is_first():
            if self._send(file):
                return True
            if time.monotonic() > end:  # it does not answer: two windows are better than none
                return False
            time.sleep(0.1)
        return False

    def listen(self) -> None:
        """Hear of later starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._receive)
        QLocalServer.removeServer(self._name)  # left by a process that was killed
        self._server.listen(self._name)

    def close(self) -> None:
        """Let a later start be the window."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.unlock()

    def _is_first(self) -> bool:
        try:
            self._data.mkdir(parents=True, exist_ok=True)
        except OSError:  # no folder of one's own: nothing can be shared
            return True
        lock = QLockFile(str(self._data / "window.lock"))
        if not lock.tryLock(0):
            return lock.error() != QLockFile.LockError.LockFailedError
        self._lock = lock
        return True

    def _send(self, file: Path | None) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT) or not _is_own(socket.fullServerName()):
            return False
        _let_it_come_forward()
        name = str(file.absolute()) if file else ""
        socket.write(os.fsencode(name) + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(_WAIT)
        socket.disconnectFromServer()
        return answered

    def _receive(self) -> None:
        assert self._server is not None
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.readyRead.connect(self._read)
            connection.disconnected.connect(connection.deleteLater)
            if connection.canReadLine():
                self._answer(connection)

    def _read(self) -> None:
        connection = cast("QLocalSocket", self.sender())
        if connection.canReadLine():
            self._answer(connection)

    def _answer(self, connection: "QLocalSocket") -> None:
        name = os.fsdecode(bytes(connection.readLine().data()).rstrip(b"\n"))
        connection.write(_TAKEN)
        connection.flush()
        self.asked.emit(Path(name) if name else None)


def _is_own(socket: str) -> bool:
    """Whether a socket in a folder that all users share is this user's."""
    if sys.platform == "win32":
        return True  # UserAccessOption lets nobody else answer
    try:
        return Path(socket).stat().st_uid == os.getuid()
    except OSError:
        return False


def _let_it_come_forward() -> None:
    """Windows lets a window come to the front only with leave of the one that the user started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
