"""Timelines to show."""

from datetime import date

import pytest

from cchc_desktop.domain.progress import Said
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.timeline import Heading, TimelineItem, layout

TODAY = date(2027, 8, 30)


@pytest.fixture
def laid_out():
    """Lays one task's time out over 2027, as it stands on a day after what was said of it."""

    def lay_out(text, today=TODAY, said=()):
        known = tuple(Said(*one) for one in said)
        schedule = read_schedule(text, 2027)
        item = TimelineItem("1", "Rà soát văn bản", "Văn phòng", schedule, "t1", known)
        (row,) = layout([item], 2027, today).rows
        return row

    return lay_out


@pytest.fixture
def timeline():
    """Two areas of three and two tasks, as they stand on 30/8/2027."""
    times = ("Quý I", "Quý III", "Hằng quý", "Theo đề nghị", "Thường xuyên")
    items = [
        TimelineItem(str(n), f"Việc số {n}", "Văn phòng", read_schedule(time, 2027), f"t{n}")
        for n, time in enumerate(times)
    ]
    items.insert(3, Heading("II. Bộ máy", 1, "b"))
    return layout([Heading("I. Thể chế", 1, "a"), *items], 2027, TODAY)
