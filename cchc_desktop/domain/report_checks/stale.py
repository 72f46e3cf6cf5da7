"""Sót kỳ cũ: years, quarters, months, cut-off days, deadlines and names that were left from an
older text.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.report_checks.moments import Moment, moments
from cchc_desktop.domain.report_checks.text import Flaw, Line, Located, ReportText
from cchc_desktop.domain.report_words import next_words
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import legal_day, roman

_COMPARED = re.compile(  # the words before it name what the period is held against
    r"(?:so với|cùng kỳ)[^,;.]{0,60}$"
    r"|\btừ(?:\s+(?:ngày|năm|tháng|quý|đầu|cuối))*\s*$"
    r"|\btrước năm\s*$|định kỳ[^.;]*$"
    r"|(?:chưa xong|chưa hoàn thành|còn lại|tồn đọng)(?:\s+(?:của|trong|ở|từ))*\s*$",
    re.IGNORECASE,
)
_THEN_AND_NOW = re.compile(
    r"hiện nay|đến nay|hiện tại|trước đây|vừa qua|còn tồn|chuyển sang|chuyển tiếp|kế thừa"
    r"|khắc phục|lần đầu",
    re.IGNORECASE,
)
_ACCOUNTS = re.compile(  # of the year before, which are dealt with in this one
    r"(?:quyết toán|kiểm toán|thanh tra|kê khai|xếp loại|xếp hạng|chỉ số|chấm điểm)[^.;]{0,60}$",
    re.IGNORECASE,
)
_LOOKING_BACK = re.compile(
    r"(?:ngân sách|tài chính|đánh giá|tổng kết|kết luận|khen thưởng)[^.;]{0,50}$", re.IGNORECASE
)
_LEFT_OVER = re.compile(r"\s*(?:chưa|còn)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\bsẽ\b|dự kiến|phấn đấu|tiếp tục|thời gian tới|kỳ tới|chuẩn bị|xây dựng (?:dự thảo )?kế hoạch"
    r"|đăng ký|dự toán|\bhạn\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"(?:trước|chậm nhất|hạn|xong|hoàn thành|đến hết|đến|trong|vào)"
    r"(?:\s+(?:là|trước|trong|vào|ngày|cuối|đầu|tháng|hết|chót))*\s*$",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"\bđến(?:\s+hết)?(?:\s+ngày)?\s*$", re.IGNORECASE)
_LISTED = re.compile(  # "6 tháng" alone is a kind of report, not a time
    r"(?:[\s,;/]*\b(?:0?[69]|sáu|chín) tháng\b)?[\s,;/]*(?:và|đến|tới|hoặc|[-–])?[\s,;]*"
)
_PARTS = {"quarter", "months"}  # of a year, that may stand in one row


def stale_flaws(text: ReportText, period: ReportingPeriod) -> Iterator[Located]:
    """The times of which a report of that period should not speak."""
    judge = _Judge(period)
    for line in text.read():
        found = [m for m in moments(line.text, period.year) if not text.is_owned(line, m.start)]
        listed = _in_lists(line.text, found)
        for moment in found:
            if moment not in listed and (flaw := judge.flaw(line, moment)) is not None:
                yield line, flaw


def stale_names(
    text: ReportText, former: Sequence[str], current: Sequence[str]
) -> Iterator[Located]:
    """Names of signers and agencies of other years; a name of today may contain one."""
    now = [name.lower() for name in current]
    patterns = [
        re.compile(rf"(?<!\w){re.escape(name.strip().lower())}(?!\w)")
        for name in former
        if name.strip() and name.lower() not in now
    ]
    for line in text.read() if patterns else ():
        words = line.text.lower()
        for name in now:
            words = words.replace(name, " " * len(name))
        for match in (match for pattern in patterns for match in pattern.finditer(words)):
            if not text.is_owned(line, match.start()):
                found = f"Tên cũ: “{line.text[match.start() : match.end()]}”"
                yield line, Flaw("stale-name", *match.span(), found, "tên đang dùng", "tên cũ")


def _in_lists(text: str, found: Sequence[Moment]) -> list[Moment]:
    """Quarters and months that stand in a row, such as "quý I, quý II và quý III", or the reports
    of a year, "quý I, 6 tháng, quý III và năm".
    """
    listed: list[Moment] = []
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        alike = one.kind == other.kind != "year" or {one.kind, other.kind} == _PARTS
        if alike and _LISTED.fullmatch(between):
            listed += [moment for moment in (one, other) if moment.year is None]
    return listed


class _Judge:
    """Holds times against one period."""

    def __init__(self, period: ReportingPeriod) -> None:
        self.period, self.year = period, period.year
        self.own = period.full_words
        middles = {n: date(period.year, 3 * n - 1, 15) for n in range(1, 5)}
        self.quarters = [n for n, day in middles.items() if period.first <= day <= period.last]

    def flaw(self, line: Line, moment: Moment) -> Flaw | None:
        """What is wrong with a time, None where it belongs here."""
        before, after = line.sentence(moment.start)
        if _COMPARED.search(before) or (self._in_window(moment) and not line.is_ahead):
            return None
        now = bool(_THEN_AND_NOW.search(before + after))
        to_come = line.is_ahead or bool(_TO_COME.search(before + after))
        if moment.year not in (None, self.year):
            accounts = moment.kind == "year" and bool(_ACCOUNTS.search(before))
            back = moment.kind == "year" and bool(_LOOKING_BACK.search(before))
            told = accounts or ((now or back) and not line.is_ahead)
            return self._other_year(line, moment, told=told, to_come=to_come)
        if to_come:
            return self._no_longer_to_come(line, moment, before)
        return None if now else self._other_period(line, moment, before)

    def _in_window(self, moment: Moment) -> bool:
        """Whether a day or month is one of those that the report is about."""
        days = moment.kind in ("day", "month")
        return days and moment.first <= self.period.last and moment.last >= self.period.first

    def _other_year(self, line: Line, moment: Moment, *, told: bool, to_come: bool) -> Flaw | None:
        """`told`: the sentence tells of the year before on purpose."""
        assert moment.year is not None
        if to_come and moment.year == self.year + 1:
            return None
        plain = not (line.is_title or moment.kind == "months")
        if told and plain and moment.year == self.year - 1:
            return None
        right, span = str(self.year), moment.year_at
        found, mark = f"Năm {moment.year} ≠ năm báo cáo {right}", f"năm {moment.year} ≠ {right}"
        if not line.is_ahead and not self._belongs(line, moment):
            right, span = self.own, (moment.start, moment.end)
        return Flaw("stale-year", *span, found, right, mark, right)

    def _no_longer_to_come(self, line: Line, moment: Moment, before: str) -> Flaw | None:
        """A time that is over, in what is still to be done."""
        if moment.kind == "year":
            return self._own_year_ahead(line, moment)
        last = Quarter.of(self.period.last).last_day
        over = moment.last <= (last if moment.kind == "quarter" else self.period.last)
        left_over = _LEFT_OVER.match(line.text, moment.end)
        if not over or left_over or not (line.is_ahead or _DEADLINE.search(before)):
            return None
        if line.is_title and moment.kind in ("quarter", "months"):
            return self._of_other_period(moment, next_words(self.period))
        words = line.text[moment.start : moment.end]
        span = moment.start, moment.end
        return Flaw("past-deadline", *span, f"Thời hạn đã qua: {words}", "sau kỳ này", "đã qua")

    def _own_year_ahead(self, line: Line, moment: Moment) -> Flaw | None:
        """After the year's last report comes another year."""
        right = next_words(self.period).removeprefix("năm ")
        if not (line.is_title and line.is_ahead and right == str(self.year + 1)):
            return None
        found, mark = f"Kỳ sau là năm {right}, không phải {self.year}", f"kỳ sau là {right}"
        return Flaw("stale-year", *moment.year_at, found, right, mark, right)

    def _other_period(self, line: Line, moment: Moment, before: str) -> Flaw | None:
        """A quarter, a half year, a month or a cut-off day that is another period's."""
        stray = moment.kind == "month" or (moment.kind == "day" and _CUT_OFF.search(before))
        if not stray and self._belongs(line, moment):
            return None
        return self._of_other_period(moment, self.own)

    def _belongs(self, line: Line, moment: Moment) -> bool:
        """Whether a quarter or half year, of whatever year, is the report's own."""
        match moment.kind:
            case "quarter":
                part = line.names_period and len(self.quarters) > 1
                return Quarter.of(moment.first).number in self.quarters and not part
            case "months":
                all_year = self.period.key == "year" and not line.names_period
                return moment.last.month == self.period.last.month or all_year
            case _:
                return True

    def _of_other_period(self, moment: Moment, right: str) -> Flaw:
        """`right`: the period that it should be."""
        first, last = moment.first, moment.last
        rule, named = {
            "quarter": ("stale-period", f"Quý {roman(Quarter.of(first).number)}"),
            "months": ("stale-period", f"{last.month - first.month + 1} tháng"),
            "month": ("stale-month", f"Tháng {first.month}"),
            "day": ("stale-day", f"Ngày {legal_day(first)}"),
        }[moment.kind]
        name = right.removesuffix(f" năm {self.year}")
        mends = rule == "stale-period" and name != right
        span = moment.start, moment.named_to
        found = f"{named} không thuộc kỳ {right}"
        return Flaw(rule, *span, found, right, "khác kỳ", name if mends else None)
