"""What the marks of a timeline are called: spans, days, recurrences, conditions."""

from datetime import date, timedelta
from typing import NamedTuple

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.schedule_words import day_words, full_day
from cchc_desktop.domain.timeline import TimelineRow
from cchc_desktop.domain.vietnamese import one_line, roman

NO_DEADLINE, DONE = "chưa có hạn", "xong"
_HALVES = {(1, 6): "6 tháng đầu năm", (7, 12): "6 tháng cuối năm", (1, 9): "9 tháng đầu năm"}


class Name(NamedTuple):
    """What something is called, and in little room."""

    full: str
    short: str


def span_name(first: date, last: date) -> Name:
    """ "Quý I", "Quý III–IV", "Tháng 9" or "T9", "6 tháng đầu năm", "5/3–20/3"."""
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if not whole_months:
        days = day_words(first) if first == last else f"{day_words(first)}–{day_words(last)}"
        return Name(days, days)
    if first.year != last.year:
        return _same(f"{first.month}/{first.year}–{last.month}/{last.year}")
    return _months_name(first, last)


def _months_name(first: date, last: date) -> Name:
    begin, end = first.month, last.month
    if (begin, end) == (1, 12):
        return _same(f"Năm {first.year}")
    if half := _HALVES.get((begin, end)):
        return Name(half, f"{end - begin + 1} tháng")
    if begin == end:
        return Name(f"Tháng {begin}", f"T{begin}")
    one, other = Quarter.of(first), Quarter.of(last)
    if (begin, end) == (one.first_month, other.last_month):
        between = "" if one == other else f"–{roman(other.number)}"
        return _same(f"Quý {roman(one.number)}{between}")
    return Name(f"Tháng {begin}–{end}", f"T{begin}–{end}")


def _same(words: str) -> Name:
    return Name(words, words)


def row_words(row: TimelineRow) -> str:
    """A row in one line, for the status bar and for screen readers: task, time, how it stands."""
    schedule = row.item.schedule
    parts = [one_line(row.item.label), one_line(schedule.text) or NO_DEADLINE]
    if schedule.due and not row.every:
        parts.append("hạn " + ", ".join(map(full_day, schedule.due)))
    for stand in row.stands[: len(row.spans) + len(row.dues)]:
        parts += [stand.told if stand.overdue else "", stand.words]
    parts.append(overdue_words(row))
    parts.append(done_words(row))
    if schedule.unread:
        parts.append(f"chưa hiểu: {schedule.unread}")
    return " · ".join(dict.fromkeys(filter(None, parts)))


def overdue_words(row: TimelineRow) -> str:
    """How a recurring row is late: "quá hạn 61 ngày", "8 kỳ quá hạn", or ""."""
    late = [mark.stand for mark in row.every if mark.stand is not None and mark.stand.overdue]
    if len(late) > 1:
        return f"{len(late)} kỳ quá hạn"
    return late[0].words if late else ""


def done_words(row: TimelineRow) -> str:
    """What is told of a finished row beside its marks: "xong" where none of them says so, "đã xong
    2/4 kỳ" of a recurring one, or "".
    """
    if row.every:
        done = sum(mark.stand is not None and mark.stand.done for mark in row.every)
        return f"đã xong {done}/{len(row.every)} kỳ" if done else ""
    return DONE if row.done and not (row.spans or row.dues) else ""
