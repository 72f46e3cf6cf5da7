"""The form check of recipients and signature."""

import pytest

ERRORS = [  # rule, change of a lawful plan
    ("recipients_head.missing", {"recipients_head": None}),
    ("recipients_head.size", {"recipients_head": {"size": 11}}),
    ("recipients_head.italic", {"recipients_head": {"italic": False}}),
    ("recipients_head.bold", {"recipients_head": {"bold": False}}),
    ("recipients_head.text", {"recipients_head": "Nơi nhận"}),
    ("recipient.size", {"recipient": {"size": 12}}),
    ("recipient.dash", {"recipient": "Sở Nội vụ;"}),
    ("recipient.mark", {"recipient": "- Sở Nội vụ,"}),
    ("recipient.mark", {"recipient_2": "- Lãnh đạo Sở"}),
    ("recipient.archive", {"archive": None}),
    ("recipient.archive", {"archive": "- Lưu: VT, VP"}),
    ("recipient.archive", {"archive": "- Lưu VT, VP."}),
    ("recipient.archive", {"archive": "- Lưu: VP."}),
    ("authority.missing", {"authority": None, "authority_2": None}),
    ("authority.bold", {"authority": {"bold": False}}),
    ("authority.size", {"authority_2": {"size": 12}}),
    ("authority.caps", {"authority_2": "Phó Giám đốc"}),
    ("authority.abbreviation", {"authority": "KT GIÁM ĐỐC"}),
    ("authority.abbreviation", {"authority": "K/T GIÁM ĐỐC"}),
    ("authority.position", {"authority_2": None}),
    ("authority.position", {"authority": "TM. HỘI ĐỒNG", "authority_2": "KT. CHỦ TỊCH"}),
    ("signer.missing", {"signer": None}),
    ("signer.bold", {"signer": {"bold": False}}),
    ("signer.caps", {"signer": "TRẦN THỊ MINH HÒA"}),
    ("signer.degree", {"signer": "ThS. Trần Thị Minh Hòa"}),
]


@pytest.mark.parametrize(("rule", "change"), ERRORS)
def test_an_error_in_the_closing_is_found_alone(rule, change, rules_broken):
    assert rules_broken(change) == {rule}
