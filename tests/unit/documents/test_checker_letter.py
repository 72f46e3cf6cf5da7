"""The form check of letters (công văn): subject under the number line, addressees."""

import pytest

ERRORS = [  # rule, change of a lawful letter
    ("number_line.letter", {"number": "Số: 12/CV-SNgV"}),
    ("subject.missing", {"letter_subject": None}),
    ("letter_subject.mark", {"letter_subject": "Về việc báo cáo cải cách hành chính"}),
    ("letter_subject.size", {"letter_subject": {"size": 14}}),
    ("letter_subject.bold", {"letter_subject": {"bold": True}}),
    ("letter_subject.gap", {"letter_subject": {"before": 0}}),
    ("addressee.missing", {"extra_1": None}),
    ("addressee.mark", {"extra_1": "Kính gửi Sở Nội vụ."}),
    ("addressee.bold", {"extra_1": {"bold": True}}),
    ("recipient.as_above", {"recipient": "- Sở Nội vụ;"}),
]


@pytest.mark.parametrize(("rule", "change"), ERRORS)
def test_an_error_in_a_letter_is_found_alone(rule, change, rules_broken):
    assert rules_broken(change, document="letter") == {rule}


@pytest.mark.parametrize(
    "change",
    [
        {"extra_2": "- Sở Nội vụ,"},
        {"extra_3": "- Sở Tài chính;"},
        {"extra_1": "Kính gửi: - Bộ Nội vụ;"},
    ],
)
def test_the_list_of_addressees_has_its_marks(change, rules_broken):
    assert rules_broken(change, document="letter to many") == {"addressee.list"}
