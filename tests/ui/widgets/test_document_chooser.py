"""Which document is cited."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.register import RegisteredDocument
from ui.widgets.document_chooser import DocumentChooser, document_words

DOCUMENTS = [
    RegisteredDocument("a", "Kế hoạch", "178", "KH-SNgV", "2027-02-28", "Sở Ngoại vụ", "Rà soát"),
    RegisteredDocument("b", "Công văn", "333", "SNgV-VP", "2027-05", "Sở Ngoại vụ", "Đôn đốc"),
    RegisteredDocument("c", title="Biên bản không số"),
]


@pytest.fixture
def make(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)

    def make(documents=DOCUMENTS):
        dialog = DocumentChooser(documents, theme, host, locator=True)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return make


def listed(dialog):
    return [offer.id for offer in dialog.chooser.list.offers.items]


def test_the_list_is_a_sound_model(make, qtmodeltester):
    qtmodeltester.check(make().chooser.list.offers)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "abc"),
        ("178", "a"),
        ("don doc", "b"),
        ("sngv 333", "b"),
        ("ngoai vu", "ab"),
        ("05/2027", "b"),
        ("xyz", ""),
    ],
)
def test_words_are_searched_in_any_order(make, typed, found):
    dialog = make()
    dialog.chooser.field.setText(typed)
    assert "".join(listed(dialog)) == found
    assert dialog._take.isEnabled() is bool(found)
    assert dialog.chooser.empty.isVisible() is not bool(found)


def test_by_keys_alone(make):
    dialog = make()
    QTest.keyClick(dialog.chooser.field, Qt.Key.Key_Down)
    assert dialog.chooser.field.hasFocus(), "one can type on"
    dialog.locator.setText(" mục II, trang 3 ")
    QTest.keyClick(dialog.chooser.field, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.choice == ("b", "mục II, trang 3")


def test_that_marks_do_not_matter_is_seen_and_said(make):
    field = make().chooser.field
    assert field.placeholderText() == "Tìm số, ngày, trích yếu, không cần gõ dấu"
    assert field.accessibleName() == field.placeholderText()


def test_nothing_is_taken_from_an_empty_register(make):
    dialog = make(())
    dialog.accept()
    assert dialog.isVisible()
    assert "còn trống" in dialog.chooser.empty.text()


def test_what_documents_are_called():
    assert [document_words(document) for document in DOCUMENTS] == [
        "Kế hoạch 178/KH-SNgV, 28/02/2027",
        "Công văn 333/SNgV-VP, 5/2027",
        "Biên bản không số",
    ]
