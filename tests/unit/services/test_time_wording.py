"""The other reading of a list of periods."""

import pytest

from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.services.time_wording import joined_wording


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("Quý III&IV", "Quý III - IV"),
        ("Quý I, II", "Quý I - II"),
        ("Quý II và III", "Quý II - III"),
    ],
)
def test_neighbouring_periods_can_be_one(typed: str, joined: str) -> None:
    assert joined_wording(typed, 2027) == joined
    listed = read_schedule(typed, 2027).spans
    assert read_schedule(joined, 2027).spans == ((listed[0][0], listed[-1][1]),)


@pytest.mark.parametrize(
    "typed",
    ["", "Quý II", "Quý II, IV", "Quý I - II", "Thường xuyên", "Hằng quý", "sau khi Tỉnh ban hành"],
)
def test_nothing_is_offered_where_there_is_one_reading(typed: str) -> None:
    assert joined_wording(typed, 2027) == ""
