"""Which lines of a timeline are shown: grouped by area or by lead unit, filtered, folded."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.progress import completion_words
from cchc_desktop.domain.timeline import Heading, TimelineRow
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.domain.vietnamese import fold, sort_key

Entry = Heading | TimelineRow
NO_LEAD = "Chưa rõ chủ trì"


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the screen; a folded heading says in `summary` what is under it."""

    entry: Entry
    folded: bool = False
    summary: str = ""


def by_unit(entries: Iterable[Entry], reader: UnitReader) -> list[Entry]:
    """The rows under their lead units in dictionary order; a row with several stands under each,
    rows without a known name last.
    """
    groups: dict[str, list[TimelineRow]] = {}
    unclear: list[TimelineRow] = []
    for entry in entries:
        if isinstance(entry, Heading):
            continue
        mentions = reader.read(entry.item.lead)
        for mention in mentions:
            groups.setdefault(mention.name or mention.typed, []).append(entry)
        if not mentions:
            unclear.append(entry)
    grouped: list[Entry] = []
    for name in sorted(groups, key=sort_key):
        grouped += [Heading(name, 1, name), *groups[name]]
    return [*grouped, Heading(NO_LEAD, 1), *unclear] if unclear else grouped


def containing(words: str) -> Callable[[TimelineRow], bool]:
    """Tells rows whose number, task, lead or time has the words, without regard to diacritics."""
    wanted = fold(words.strip())

    def holds(row: TimelineRow) -> bool:
        item = row.item
        return wanted in fold("\n".join((item.number, item.label, item.lead, item.schedule.text)))

    return holds


def only(entries: Iterable[Entry], wanted: Callable[[TimelineRow], bool]) -> list[Entry]:
    """The wanted rows with the headings over them; a heading over none is left out."""
    kept: list[Entry] = []
    over: list[Heading] = []  # headings not yet needed
    for entry in entries:
        if isinstance(entry, Heading):
            over = [heading for heading in over if heading.level < entry.level] + [entry]
        elif wanted(entry):
            kept += [*over, entry]
            over = []
    return kept


def lines(entries: Sequence[Entry], folded: Collection[str]) -> list[Line]:
    """The lines with what stands under a folded heading (by its key) hidden."""
    shown: list[Line] = []
    hidden_below = 0  # the level of the folded heading that hides lines; 0: none
    for place, entry in enumerate(entries):
        if isinstance(entry, Heading):
            if hidden_below and entry.level > hidden_below:
                continue
            hidden_below = entry.level if entry.key in folded else 0
            summary = summary_words(_under(entries, place)) if hidden_below else ""
            shown.append(Line(entry, bool(hidden_below), summary))
        elif not hidden_below:
            shown.append(Line(entry))
    return shown


def _under(entries: Sequence[Entry], place: int) -> Iterator[TimelineRow]:
    heading = entries[place]
    assert isinstance(heading, Heading)
    for entry in entries[place + 1 :]:
        if isinstance(entry, TimelineRow):
            yield entry
        elif entry.level <= heading.level:
            return


def summary_words(rows: Iterable[TimelineRow]) -> str:
    """ "2 nhiệm vụ · không quá hạn", "hoàn thành 1/5 nhiệm vụ, đạt 20,00 % · 1 quá hạn · 2 chờ sự
    kiện".
    """
    rows = list(rows)
    done, late, waiting = done_count(rows), overdue_count(rows), waiting_count(rows)
    parts = [completion_words(done, len(rows)) if done else f"{len(rows)} nhiệm vụ"]
    if any(not stand.done for row in rows for stand in row.stands):
        parts.append(f"{late} quá hạn" if late else "không quá hạn")
    if waiting:
        parts.append(f"{waiting} chờ sự kiện")
    return " · ".join(parts)


def overdue_count(entries: Iterable[Entry]) -> int:
    """How many rows are overdue."""
    return sum(isinstance(entry, TimelineRow) and entry.overdue for entry in entries)


def done_count(entries: Iterable[Entry]) -> int:
    """How many rows are finished."""
    return sum(isinstance(entry, TimelineRow) and entry.done for entry in entries)


def waiting_count(entries: Iterable[Entry]) -> int:
    """How many rows wait for an event."""
    return sum(isinstance(entry, TimelineRow) and bool(entry.waits_for) for entry in entries)
