"""A kỳ báo cáo: its window of data and its three dates. The window is not the calendar's: the first
quarter is reported from 15/12 to 14/3.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from cchc_desktop.domain.vietnamese import lower_first

_SATURDAY = 5
_DAYS_TO_SEND = 2  # working days after the data are closed, unless the province says otherwise
# key, name, first day of the window and its year, last day, day by which the units send
_PRESETS = (
    ("q1", "Quý I", (-1, 12, 15), (3, 14), (3, 1)),
    ("h1", "6 tháng", (-1, 12, 15), (6, 14), (6, 1)),
    ("q3", "Quý III", (0, 6, 15), (9, 14), (9, 1)),
    ("year", "Năm", (-1, 12, 15), (12, 14), (11, 20)),
)
_IN_FULL = {"6 tháng": "6 tháng đầu", "Năm": ""}  # names that read otherwise before their year


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """One report of a year; all dates are ISO days.

    `key`: "q1", "h1", "q3", "year", or the office's own. `starts` to `ends` is the window of data,
    both included; `collect_by`: hạn phòng gửi; `closes`: ngày chốt số liệu; `send_by`: hạn gửi Sở
    Nội vụ.
    """

    id: str
    year: int
    key: str
    name: str
    starts: str
    ends: str
    collect_by: str
    closes: str
    send_by: str

    @property
    def full_name(self) -> str:
        """Its name with the year: "Quý III năm 2027", "6 tháng đầu năm 2027", "Năm 2027"."""
        name = _IN_FULL.get(self.name.strip(), self.name.strip())
        if str(self.year) in name:
            return name
        return f"{name} năm {self.year}" if name else f"Năm {self.year}"

    @property
    def first(self) -> date:
        """The first day of the window of data."""
        return date.fromisoformat(self.starts)

    @property
    def last(self) -> date:
        """The last day of the window of data."""
        return date.fromisoformat(self.ends)

    @property
    def words(self) -> str:
        """The name inside a sentence: "quý III", "6 tháng"."""
        return lower_first(self.name)

    @property
    def full_words(self) -> str:
        """The same with the year, as a report names it: "quý III năm 2027", "6 tháng đầu năm 2027",
        "năm 2027".
        """
        return lower_first(self.full_name)

    def has_come(self, day: date) -> bool:
        """Whether what is due on that day is to be reported by now, in this period or before it: a
        month counts for the period in which its data are closed, so that what is due on 31/3
        belongs to the first quarter.
        """
        return day.replace(day=min(day.day, self.last.day)) <= self.last


def preset_periods(year: int) -> tuple[ReportingPeriod, ...]:
    """The four reports of a year, with ids of their own for each year."""
    return tuple(
        ReportingPeriod(
            id=f"{key}-{year}",
            year=year,
            key=key,
            name=name,
            starts=date(year + first[0], *first[1:]).isoformat(),
            ends=(end := date(year, *last)).isoformat(),
            collect_by=date(year, *collect).isoformat(),
            closes=end.isoformat(),
            send_by=_working_days_after(end, _DAYS_TO_SEND).isoformat(),
        )
        for key, name, first, last, collect in _PRESETS
    )


def period_on(periods: list[ReportingPeriod], day: date) -> ReportingPeriod | None:
    """The period whose report is next on that day: the first that is still to be sent, else the
    last one; None without periods.
    """
    by_sending = sorted(periods, key=lambda period: (period.send_by, period.starts))
    to_come = (period for period in by_sending if date.fromisoformat(period.send_by) >= day)
    return next(to_come, by_sending[-1] if by_sending else None)


def _working_days_after(day: date, count: int) -> date:
    """That many working days later; public holidays differ by year and are not known."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
