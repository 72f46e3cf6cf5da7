"""Documents named in forms: found in the register, new ones once, the rest told."""

import pytest

from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.form_documents import NamedDocuments

KNOWN = RegisteredDocument("d", "Báo cáo", "09", "BC-VP", "2027-08-25")


@pytest.fixture
def named():
    return NamedDocuments(Contents({"d": KNOWN}))


def test_each_document_is_one_however_often_it_is_named(named):
    (known, new), unknown = named.read("Báo cáo số 9/BC-VP ngày 25/8/2027; QĐ số 12/QĐ-SNgV")
    assert known == KNOWN
    assert (new.kind, new.code, named.is_new(new)) == ("Quyết định", "12/QĐ-SNgV", True)
    assert unknown == []
    assert named.read("Quyết định số 12/QĐ-SNgV") == ([new], [])
    assert not named.is_new(known)


@pytest.mark.parametrize("text", ["không", "Không có.", "-", "chưa có"])
def test_no_document_is_no_document(named, text):
    assert named.read(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("đã có văn bản gửi các phòng", ["đã có văn bản gửi các phòng"]),
        ("BC 09", ["BC 09"]),
        ("Kế hoạch số 05/KH-VP ngày 15/01/2027 về rà soát\nBC 09", ["BC 09"]),
        ("Kế hoạch số 05/KH-VP về rà soát; in ấn", []),
    ],
)
def test_what_has_no_number_is_told(named, text, unknown):
    assert named.read(text)[1] == unknown
