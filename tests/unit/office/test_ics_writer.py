"""The calendar file: what iCalendar asks, and read back the same."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cchc_desktop.domain.calendar_day import CalendarDay
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.office.ics_writer import write_ics

AT = datetime(2027, 8, 30, 9, 42, tzinfo=timezone(timedelta(hours=7)))
LONG = "Rà soát, công bố; niêm yết thủ tục hành chính thuộc thẩm quyền của Sở Ngoại vụ " * 2
# what a calendar's text can hold: no control characters but line ends; icalendar itself reads a
# backslash before "n" back as a line end
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\\"),
    max_size=200,
)
DAYS = st.builds(
    CalendarDay,
    st.uuids().map(str),
    st.dates(date(2020, 1, 1), date(2100, 12, 30)),
    TEXT.filter(str.strip),
    st.lists(TEXT, max_size=3).map("\n".join),
)


def read_back(path: Path) -> list[CalendarDay]:
    calendar = Calendar.from_ical(path.read_bytes())
    return [
        CalendarDay(
            str(event["uid"]).removesuffix("@cchc-desktop"),
            event["dtstart"].dt,
            str(event["summary"]),
            str(event.get("description", "")),
        )
        for event in calendar.walk("VEVENT")
    ]


@given(days=st.lists(DAYS, max_size=5))
def test_read_back_it_is_the_same(days: list[CalendarDay], tmp_path_factory) -> None:
    target = tmp_path_factory.mktemp("ics") / "lich.ics"
    write_ics(days, "Kế hoạch CCHC 2027", AT, target)
    assert read_back(target) == days


def test_its_lines_are_short_and_end_as_the_standard_says(tmp_path: Path) -> None:
    target = tmp_path / "lich.ics"
    write_ics([CalendarDay("t1", date(2027, 9, 30), LONG, LONG)], "Kế hoạch", AT, target)
    written = target.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert read_back(target)[0].title == LONG


def test_a_day_is_whole_leaves_the_time_free_and_reminds(tmp_path: Path) -> None:
    target = tmp_path / "lich.ics"
    write_ics([CalendarDay("t1", date(2027, 9, 30), "Hạn: rà soát")], "Kế hoạch", AT, target)
    calendar = Calendar.from_ical(target.read_bytes())
    (event,) = calendar.walk("VEVENT")
    (alarm,) = calendar.walk("VALARM")
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2027, 9, 30), date(2027, 10, 1))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert (str(event["transp"]), event["dtstamp"].dt) == ("TRANSPARENT", AT)
    assert (alarm["trigger"].dt, str(alarm["description"])) == (-timedelta(days=3), "Hạn: rà soát")
    assert [str(calendar[key]) for key in ("version", "x-wr-calname")] == ["2.0", "Kế hoạch"]


def test_a_folder_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedOutput):
        write_ics([], "Kế hoạch", AT, tmp_path / "none" / "lich.ics")
