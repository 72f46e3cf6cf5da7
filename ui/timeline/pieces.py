"""Where the marks and words of a row stand along the strip: nothing that is written covers a mark
or another word. No painting here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from cchc_desktop.domain.schedule_words import (
    condition_words,
    day_words,
    full_day,
    often_words,
    ongoing_words,
)
from cchc_desktop.domain.timeline import Mark, Span, TimelineRow
from cchc_desktop.domain.timeline_scale import Scale
from cchc_desktop.domain.timeline_standing import Stand
from cchc_desktop.domain.timeline_words import (
    DONE,
    NO_DEADLINE,
    done_words,
    overdue_words,
    span_name,
)
from cchc_desktop.domain.vietnamese import one_line
from ui.timeline.look import Look

DIAMOND, PENNANT = 14, 13  # widths
_GAP, _PAD = 7, 7  # between a mark and its words; between a block's edge and the words in it
_HOURGLASS = 26  # the room of the symbol in its box
_LEAST_WORDS = 44  # a condition that is cut shows at least so much
_MOST_DAYS = 3  # named at a cluster of deadlines


class Kind(Enum):
    """What a piece is."""

    BAND = auto()
    DOTS = auto()
    SPAN = auto()
    DUE = auto()
    EXPECTED = auto()
    EVERY = auto()
    WORDS = auto()
    WAITING = auto()


class Piece(NamedTuple):
    """A mark or words from `left` to `right` on the strip. `role`: a colour's name; `at`: the day's
    place, for a mark; `inside`: words in a block, on a ground of their own.
    """

    kind: Kind
    left: float
    right: float
    words: str = ""
    stand: Stand | None = None
    role: str = "text"
    bold: bool = False
    at: float = 0.0
    inside: bool = False


@dataclass(frozen=True)
class Axis:
    """The year on a strip `width` pixels wide, of which `seen` (left, right) is on the screen."""

    scale: Scale
    width: float
    seen: tuple[float, float]

    def x(self, months: float) -> float:
        """The place of a position in months."""
        return self.scale.share(months) * self.width


@dataclass
class _Room:
    """What is taken on the row, as far as it is on the screen."""

    left: float
    right: float
    taken: list[tuple[float, float]] = field(default_factory=list)

    def free(self, left: float, right: float) -> bool:
        inside = self.left <= left and right <= self.right
        return inside and all(right <= begin or end <= left for begin, end in self.taken)

    def take(self, left: float, right: float) -> None:
        self.taken.append((left, right))

    def gaps(self) -> list[tuple[float, float]]:
        """What is free, from left to right."""
        found, at = [], self.left
        for begin, end in sorted(self.taken):
            if begin > at:
                found.append((at, min(begin, self.right)))
            at = max(at, end)
        if at < self.right:
            found.append((at, self.right))
        return [(begin, end) for begin, end in found if begin < end]


def pieces(row: TimelineRow, axis: Axis, look: Look) -> list[Piece]:
    """The pieces of a row in the order of painting."""
    return list(_Layout(row, axis, look).run())


class _Layout:
    """Marks first, then the words, the weightier before the others."""

    def __init__(self, row: TimelineRow, axis: Axis, look: Look) -> None:
        self.row, self.axis, self.look = row, axis, look
        self.room = _Room(*axis.seen)
        self.gap, self.pad = look.u(_GAP), look.u(_PAD)

    def run(self) -> Iterator[Piece]:
        """All pieces."""
        row = self.row
        if row.ongoing:
            yield Piece(Kind.BAND, 0, self.axis.width)
        elif row.every or row.steady:
            yield Piece(Kind.DOTS, 0, self.axis.width)
        spans = [self._span(span) for span in row.spans]
        ends = {span.last for span in row.spans}
        dues = list(self._dues([due for due in row.dues if due.day not in ends]))
        every = list(self._every())
        expected = list(self._expected([mark for mark in row.expected if mark.day not in ends]))
        marks = [*dues, *expected, *every]
        for mark in marks:
            self.room.take(mark.left, mark.right)
        yield from (piece for piece, _ in spans)
        yield from marks
        yield from self._span_words(spans)
        for mark in (*dues, *expected):
            yield from self._beside(mark, mark.words, mark.role, bold=mark.role == "red")
        yield from self._every_words(every)
        yield from self._waiting()
        yield from self._notes()

    # Marks

    def _span(self, span: Span) -> tuple[Piece, Span]:
        left, right = self.axis.x(span.start) + 1.5, self.axis.x(span.end) - 1.5
        return Piece(Kind.SPAN, left, max(right, left + 3), stand=span.stand), span

    def _dues(self, marks: Sequence[Mark]) -> Iterator[Piece]:
        width = self.look.u(PENNANT)
        for cluster in self._clusters(marks, width):
            days = [day_words(mark.day) for mark in cluster]
            words = ", ".join(days) if len(days) <= _MOST_DAYS else f"{len(days)} hạn"
            stand = _earliest(cluster)
            if stand is not None and stand.words:
                words += f" · {stand.words}"
            role = "red" if stand is not None and stand.overdue else "text"
            yield self._pennant(Kind.DUE, cluster[0], words, stand, role)

    def _expected(self, marks: Sequence[Mark]) -> Iterator[Piece]:
        for mark in marks:
            words = f"dự kiến {day_words(mark.day)}"
            yield self._pennant(Kind.EXPECTED, mark, words, None, "text2")

    def _pennant(self, kind: Kind, mark: Mark, words: str, stand: Stand | None, role: str) -> Piece:
        width = self.look.u(PENNANT)
        at = min(max(self.axis.x(mark.at), 1), self.axis.width - 2)
        if at + width > self.axis.width:  # at the year's end it flies to the left
            return Piece(kind, at - width, at + 1, words, stand, role, at=at)
        return Piece(kind, at - 1, at + width, words, stand, role, at=at)

    def _every(self) -> Iterator[Piece]:
        half = self.look.u(DIAMOND) / 2
        for cluster in self._clusters(self.row.every, 2 * half):
            x = self.axis.x(cluster[-1].at)
            at = min(max(x, half), self.axis.width - half - 1)
            yield Piece(Kind.EVERY, at - half, at + half, stand=_earliest(cluster), at=at)

    def _clusters(self, marks: Sequence[Mark], width: float) -> Iterator[list[Mark]]:
        """Marks so near each other that they would overlap, as one."""
        cluster: list[Mark] = []
        for mark in marks:
            if cluster and self.axis.x(mark.at) - self.axis.x(cluster[0].at) > width:
                yield cluster
                cluster = []
            cluster.append(mark)
        if cluster:
            yield cluster

    # Words

    def _span_words(self, spans: Sequence[tuple[Piece, Span]]) -> Iterator[Piece]:
        beside: list[tuple[Piece, str, bool]] = []
        for piece, span in spans:
            late = span.stand is not None and span.stand.overdue
            name, told = span_name(span.first, span.last), self._told(span)
            whole = f"{name.full} · {told}" if told else name.full
            choices = [(name.full, told), (name.short, told)]
            if span.stand is not None and span.stand.done:  # its look says so, too
                choices = [(f"{name.full} · {DONE}", ""), (name.full, ""), (name.short, "")]
            if not late:
                choices.insert(0, (whole, ""))
            others = [other for other, _ in spans if other is not piece]
            inside, rest = self._inside(piece, others, choices)
            if inside is None:
                rest = whole
            else:
                yield inside
            beside.append((piece, rest, late))
        for piece, _, _ in beside:
            self.room.take(piece.left, piece.right)
        for piece, words, late in reversed(beside):  # the later is the more pressing
            if words:
                yield from self._beside(piece, words, "red" if late else "text", bold=late)

    def _told(self, span: Span) -> str:
        """What is said of a block besides its name."""
        schedule = self.row.item.schedule
        told = ["dự kiến"] if span.last in schedule.expected else []
        # where the deadline is another day, a mark of its own tells how it stands
        if span.stand is not None and (span.last in schedule.due or not schedule.due):
            told.append(span.stand.words)
        return " · ".join(filter(None, told))

    def _inside(
        self, piece: Piece, others: Sequence[Piece], choices: Iterable[tuple[str, str]]
    ) -> tuple[Piece | None, str]:
        """The first words that fit into a block, and what is left to be said beside it."""
        left = max(piece.left, self.room.left) + self.pad
        right = min(piece.right, self.room.right) - self.look.u(3)
        for words, rest in choices:
            end = left + self.look.width(words)
            crossed = any(left < other.right and other.left < end for other in others)
            if end <= right and not crossed and self.room.free(left, end):
                self.room.take(left, end)
                return Piece(
                    Kind.WORDS, left, end, words, piece.stand, _role_inside(piece), inside=True
                ), rest
        return None, ""

    def _beside(self, mark: Piece, words: str, role: str, *, bold: bool = False) -> Iterator[Piece]:
        """Words to the right of a mark, else to its left, else nowhere: the status bar has them."""
        width = self.look.width(words, bold=bold)
        for left in (mark.right + self.gap, mark.left - self.gap - width):
            if self.room.free(left, left + width):
                yield self._written(left, width, words, role, bold=bold)
                return

    def _written(
        self, left: float, width: float, words: str, role: str, *, bold: bool = False
    ) -> Piece:
        self.room.take(left - self.gap / 2, left + width + self.gap / 2)
        return Piece(Kind.WORDS, left, left + width, words, role=role, bold=bold)

    def _every_words(self, every: Sequence[Piece]) -> Iterator[Piece]:
        late = [mark for mark in every if mark.stand is not None and mark.stand.overdue]
        if late:
            yield from self._beside(late[-1], overdue_words(self.row), "red", bold=True)
        for mark in every:
            if mark.stand is not None and not (mark.stand.overdue or mark.stand.done):
                if mark.stand.words:
                    yield from self._beside(mark, mark.stand.words, "text")
                return

    def _waiting(self) -> Iterator[Piece]:
        """The condition in its box, as far to the right as it finds room, cut only where none is
        wide enough.
        """
        if not self.row.waits_for:
            return
        words = condition_words(self.row.waits_for)
        margin = self.look.u(5)
        width = self.look.u(_HOURGLASS) + self.look.width(words) + 2 * self.pad
        gaps = [(left + margin, right - margin) for left, right in self.room.gaps()]
        fitting = [gap for gap in gaps if gap[1] - gap[0] >= width]
        widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        left, right = fitting[-1] if fitting else widest
        left = max(left, right - width)
        if right - left < self.look.u(_HOURGLASS):
            return
        if right - left < self.look.u(_HOURGLASS + _LEAST_WORDS):
            words, left = "", right - self.look.u(_HOURGLASS)
        self.room.take(left, right)
        yield Piece(Kind.WAITING, left, right, words, role="amb")

    def _notes(self) -> Iterator[Piece]:
        """What has no mark of its own, from the left."""
        row, done = self.row, done_words(self.row) if not self.row.every else ""
        if row.ongoing:
            words = ongoing_words(row.item.schedule.text)
            yield from self._at_left(" · ".join(filter(None, (words, done))), "text2")
        elif row.every or row.steady:
            words = often_words(row.item.schedule.every)
            words = " · ".join(filter(None, (words, done)))
            yield from self._at_left(words, "text2", first=True)
        elif done:
            yield from self._at_left(done, "text2")
        for day in row.elsewhere:
            yield from self._at_left(f"hạn {full_day(day)}", "text2")
        unread = one_line(row.item.schedule.unread)
        notes = [f"“{unread}”"] if unread else []
        if row.empty and not row.done:
            notes.append(NO_DEADLINE)
        if notes:
            yield from self._at_left(" · ".join(notes), "amb")

    def _at_left(self, words: str, role: str, *, first: bool = False) -> Iterator[Piece]:
        """Words in the first gap that is wide enough, or `first`: in the first one or nowhere."""
        width = self.look.width(words)
        for left, right in self.room.gaps()[: 1 if first else None]:
            if right - left >= width + 2 * self.gap:
                yield self._written(left + self.gap * 1.5, width, words, role)
                return


def _earliest(cluster: Iterable[Mark]) -> Stand | None:
    """How the first deadline of a cluster stands that is not done; it decides."""
    stands = [mark.stand for mark in cluster]
    left = (stand for stand in stands if stand is not None and not stand.done)
    return next(left, stands[0])


def _role_inside(block: Piece) -> str:
    """The colour of words in a block."""
    if block.stand is None:
        return "text"
    return "accfg" if block.stand.done else "red" if block.stand.overdue else "text"
