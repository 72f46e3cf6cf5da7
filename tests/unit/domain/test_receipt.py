"""Where a unit's form is."""

from datetime import date

import pytest

from cchc_desktop.domain.receipt import FormReceipt, FormState, form_state

BY = date(2027, 9, 1)


@pytest.mark.parametrize(
    ("fields", "today", "state"),
    [
        (None, date(2027, 8, 1), FormState.UNSENT),
        ({}, BY, FormState.UNSENT),
        ({"sent_on": "2027-08-01"}, BY, FormState.SENT),
        ({"sent_on": "2027-08-01"}, date(2027, 9, 2), FormState.LATE),
        (None, date(2027, 9, 2), FormState.LATE),
        ({"received_on": "2027-09-05"}, date(2027, 9, 6), FormState.RECEIVED),
        ({"received_on": "2027-08-05", "merged_on": "2027-08-06"}, BY, FormState.MERGED),
    ],
)
def test_where_a_form_is(fields, today, state) -> None:
    receipt = None if fields is None else FormReceipt("r", "p", "u", **fields)
    assert form_state(receipt, BY, today) is state
