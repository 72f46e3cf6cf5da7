"""What stands in a text editor, verbatim."""

from PySide6.QtGui import QTextDocument

from cchc_desktop.domain.vietnamese import nfc

_LINE_ENDS = str.maketrans(dict.fromkeys("\u2028\u2029\ufdd0\ufdd1", "\n"))


def typed_text(document: QTextDocument) -> str:
    """The words in NFC, lines joined by "\\n". Qt's own plain text would lose fixed spaces."""
    return nfc(document.toRawText().translate(_LINE_ENDS))
