"""Tasks that wait, once what they wait for has happened."""

from datetime import date

from cchc_desktop.domain.schedule import Schedule, read_schedule
from cchc_desktop.domain.waiting import HappenedEvent, after_events, condition_key

EVENT = HappenedEvent("e", "p", "Sau khi Tỉnh  ban hành Quy chế", "2027-05-12", "2027-06-15")


def after(time: str, *events: HappenedEvent) -> Schedule:
    return after_events(read_schedule(time, 2027), events)


def test_all_wordings_of_a_condition_get_the_deadline() -> None:
    met = after("sau khi tỉnh ban hành quy chế.", EVENT)
    assert (met.waits_for, met.due) == (None, (date(2027, 6, 15),))
    assert condition_key("Sau khi  tỉnh ban hành\nquy chế;") == condition_key(EVENT.condition)


def test_others_go_on_waiting() -> None:
    assert after("Sau khi Bộ ban hành thông tư", EVENT).waits_for is not None
    assert after("Quý I", EVENT) == read_schedule("Quý I", 2027)


def test_what_happened_without_a_deadline_ends_the_waiting_only() -> None:
    undated = HappenedEvent("e", "p", EVENT.condition, "2027-05-12")
    assert after("Sau khi tỉnh ban hành quy chế", undated).due == ()


def test_the_day_told_replaces_the_one_that_the_words_name() -> None:
    time = "Tháng 2/2027 (sau khi tỉnh ban hành quy chế)"
    assert after(time).due == (date(2027, 2, 28),)
    assert after(time, EVENT).due == (date(2027, 6, 15),)


def test_recurrences_keep_their_days() -> None:
    event = HappenedEvent("e", "p", "đột xuất", "2027-05-12", "2027-05-20")
    assert after("Hằng quý và đột xuất", event).due == (
        date(2027, 3, 31),
        date(2027, 5, 20),
        date(2027, 6, 30),
        date(2027, 9, 30),
        date(2027, 12, 31),
    )
