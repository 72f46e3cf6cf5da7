"""The words that lead a clause: "hoàn thành trước", "dự kiến trong", "thứ Sáu", "đợt 1:"."""

from dataclasses import dataclass
from enum import Enum, auto

from cchc_desktop.domain.time_reading.number_grammar import (
    DATE_MARKS,
    counts_times,
    digits,
    label_end,
)
from cchc_desktop.domain.time_reading.period_grammar import is_short_month
from cchc_desktop.domain.time_reading.tokens import Line
from cchc_desktop.domain.time_reading.words import Kind


class Mode(Enum):
    """How a clause means its periods."""

    IN = auto()
    BEFORE = auto()
    BY = auto()
    FROM = auto()
    AFTER = auto()
    VISION = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the leading words mean what they lead. `latest`: chậm nhất; `linked`: trong or từ;
    `finishing`: hoàn thành; `at_hour`: an hour is given.
    """

    mode: Mode = Mode.IN
    expected: bool = False
    latest: bool = False
    linked: bool = False
    finishing: bool = False
    at_hour: bool = False


_MODES = {
    Kind.UNTIL: Mode.BY,
    Kind.ENDED: Mode.BY,
    Kind.LATEST: Mode.BY,
    Kind.BEFORE_END: Mode.BY,
    Kind.FROM: Mode.FROM,
    Kind.SINCE: Mode.FROM,
    Kind.AFTER: Mode.AFTER,
    Kind.VISION: Mode.VISION,
    Kind.BEFORE: Mode.BEFORE,
}
_FLAGS = {
    Kind.EXPECTED: "expected",
    Kind.LATEST: "latest",
    Kind.WITHIN: "linked",
    Kind.FROM: "linked",
    Kind.SINCE: "linked",
    Kind.FINISHING: "finishing",
    Kind.CLOCK: "at_hour",
}
LONGEST_LEAD = 12  # words; keeps reading linear
_PASSED = frozenset({Kind.FILLER, Kind.LINK, Kind.REPORT, Kind.WEEKDAY})


class Leading:
    """Walks over the words that lead a clause and gathers what they say. `place` is then the first
    word that leads nothing; `reported`: kinds of report follow; `marked`: what follows recurs.
    """

    def __init__(self, line: Line, start: int) -> None:
        self._line = line
        self._limit = start + LONGEST_LEAD
        self._mode = Mode.IN
        self._flags: set[str] = set()
        self.place = start
        self.reported = False
        self.marked = False

    @property
    def manner(self) -> Manner:
        """What the words so far say."""
        mode = self._mode
        if mode is Mode.BEFORE and "at_hour" in self._flags:
            mode = Mode.BY  # before 17h of that day
        return Manner(mode, **dict.fromkeys(self._flags, True))

    def advance(self) -> None:
        """To the first word that leads nothing."""
        while self.place < self._limit and (step := self._step()) > 0:
            self.place += step

    def _step(self) -> int:
        """How many tokens lead on from here."""
        line, i = self._line, self.place
        kind = line.kind(i)
        if kind in _FLAGS:
            self._flags.add(_FLAGS[kind])
        self.reported = self.reported or kind is Kind.REPORT
        if kind in _MODES:
            self._turn(kind)
            return 1
        if kind in _PASSED or kind in _FLAGS:
            comma = kind in (Kind.CLOCK, Kind.WEEKDAY) and line.kind(i + 1) is Kind.COMMA
            return 1 + comma
        return self._numbered_step(kind)

    def _turn(self, kind: Kind) -> None:
        """The mode after a further word: "đến trước" is before, "trước khi hết" is by."""
        part = self._line.tokens[self.place + 1]
        if self._mode is Mode.VISION:
            return
        if kind is Kind.BEFORE and part.kind is Kind.PART and part.value > 1:  # trước cuối tháng 6
            self._mode = Mode.BY
        elif self._mode is not Mode.BEFORE or kind is Kind.ENDED:
            self._mode = _MODES[kind]

    def _numbered_step(self, kind: Kind) -> int:
        line, i = self._line, self.place
        number, after = digits(line, i + 1), line.kind(i + 2)
        match kind:
            case Kind.NOW if self._mode is Mode.FROM:  # từ nay đến ...
                self._mode = Mode.IN
                return 1
            case Kind.ORDINAL if number == 1:  # thứ 6, ngày ...
                return 2 + (after is Kind.COMMA)
            case Kind.SHORT if number == 1 and not is_short_month(line, i):  # T6, ngày ...
                return 2 + (after is Kind.COMMA)
            case Kind.LABEL | Kind.TIMES if number in (1, 2) or line.kind(i + 1) is Kind.ROMAN:
                end = label_end(line, i)
                figures = end == i + 2 and after in DATE_MARKS and line.tokens[end].glued
                return 1 if figures else end - i + (after in (Kind.DASH, Kind.DOT))  # đợt 1: ...
            case Kind.LABEL | Kind.COLON if i > 0 or kind is Kind.LABEL:  # giai đoạn 2021-2025
                return 1
            case Kind.PART if line.kind(i + 1) is Kind.DAY:  # cuối ngày 30/6
                return 1
            case Kind.NUMBER if line.kind(i + 1) in (Kind.DAY, Kind.QUARTER, Kind.YEAR):
                named = digits(line, i + 2) > 0 or line.kind(i + 2) is Kind.ROMAN
                counted = counts_times(line, i + 3)
                return int(named and not counted)  # 02 ngày 14, 15/3; 05 năm 2021-2025
            case _:
                return 0
