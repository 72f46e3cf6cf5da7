"""Units, councils and groups of units: what the words in a lead or coordinating cell name."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from unicodedata import normalize

from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_heads import head_of
from cchc_desktop.domain.unit_index import NameIndex
from cchc_desktop.domain.unit_likeness import fullness, same
from cchc_desktop.domain.unit_names import Name, kind_of, looks_like_name, read_name, short_name
from cchc_desktop.domain.unit_pieces import pieces_of
from cchc_desktop.domain.unit_segments import Segment, is_department, segments_of
from cchc_desktop.domain.unit_words import ABSENT
from cchc_desktop.domain.vietnamese import fold


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named in a cell: the words as typed, the name it is known by, and whether that was
    sure.
    """

    typed: str
    name: str | None  # fullest spelling known; None when unknown
    sure: bool = True


_NO_UNIT = -1


class UnitReader:
    """Reads many cells against the same known units."""

    def __init__(self, known: Iterable[Unit]) -> None:
        self._units = list(known)
        self._names = _names_of(self._units)
        self._read: dict[str, list[UnitMention]] = {}

    def read(self, cell: str) -> list[UnitMention]:
        """The units that a lead or coordinating cell names, in order, each once, groups unexpanded,
        remarks in brackets dropped.

        A name not among the known units is a mention with name None; a likeness that isn't sure,
        or a cut between units that could be another, is a mention that isn't sure.
        """
        if cell not in self._read:
            named: dict[str, UnitMention] = {}
            for segment in segments_of(pieces_of(cell), self._names.spellings):
                mention = self._mention(segment)
                before = named.get(mention.name or mention.typed)
                if mention.typed.lower() not in ABSENT and not (before and before.sure):
                    named[mention.name or mention.typed] = mention
            self._read[cell] = list(named.values())
        return self._read[cell]

    def likely(self, typed: str) -> list[Unit]:
        """The units that the words may name: the one they do name, then those alike."""
        name = read_name(typed)
        named = self._names.unit_of(name)
        numbers = dict.fromkeys(
            ([] if named is None else [named]) + sorted(self._names.likely(name))
        )
        return [self._units[number] for number in numbers]

    def _mention(self, segment: Segment) -> UnitMention:
        name = read_name(segment.text)
        number = self._names.unit_of(name)
        if number is not None:
            sure = segment.sure and not self._names.has_rivals(name, number)
            return UnitMention(segment.typed, self._units[number].name, sure)
        likely = self._names.likely(name)
        known = self._units[likely.pop()].name if len(likely) == 1 else None
        return UnitMention(segment.typed, known, sure=False)


@dataclass(slots=True)
class _Spellings:
    """How often each spelling of a unit was met, in order of appearance."""

    unit: Unit | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def fullest(self) -> Name:
        def key(text: str) -> tuple[bool, int, int, int, int]:
            return (*fullness(read_name(text)), self.counts[text], _marks(text))

        return read_name(max(self.counts, key=key))

    def as_unit(self) -> Unit:
        name = self.fullest()
        if self.unit is not None:
            own = read_name(self.unit.name)
            if fullness(own) >= fullness(name):  # a mere change of capitals is no new name
                name = own
        title = _capitalised(name.text)
        aliases = {fold(text): text for text in reversed(self.counts)}
        aliases.pop(fold(title), None)
        if self.unit is None:
            kept = tuple(reversed(aliases.values()))
            return Unit(new_id(), title, short_name(title), kind_of(name), kept)
        if self.unit.short not in self.unit.aliases:
            aliases.pop(fold(self.unit.short), None)
        return replace(self.unit, name=title, aliases=tuple(reversed(aliases.values())))


def learn_units(cells: Iterable[str], known: Iterable[Unit] = ()) -> list[Unit]:
    """Units for all the cells of a plan: the known ones with new aliases and the fullest spelling,
    then new ones in order of appearance.

    A name that is only likely another's is neither a unit nor an alias: `UnitReader` finds it each
    time, unsure.
    """
    known = list(known)
    counts = _named(Counter(cells), known)
    units = [_Spellings(unit, Counter(dict.fromkeys(_spellings(unit), 0))) for unit in known]
    names = _names_of(known)
    for name in sorted(map(read_name, counts), key=_telling_first):
        found = names.unit_of(name)
        number = len(units) if found is None else found
        if found is None:
            units.append(_Spellings())
        units[number].counts[name.text] += counts[name.text]
        names.add(name, number)
    order = {text: place for place, text in enumerate(counts)}
    new = [
        spellings
        for number, spellings in enumerate(units[len(known) :], start=len(known))
        if not _is_likely_other(number, units, names)
    ]
    new.sort(key=lambda spellings: min(order[text] for text in spellings.counts))
    learnt = [spellings.as_unit() for spellings in units[: len(known)]]
    for unit in (spellings.as_unit() for spellings in new):
        taken = any(unit.short == other.short for other in learnt)
        learnt.append(replace(unit, short=unit.name) if taken else unit)
    return learnt


def unit_named(words: str) -> Unit:
    """A new unit under the name that someone typed."""
    name = read_name(_capitalised(words.strip()))
    return Unit(new_id(), name.text, short_name(name.text), kind_of(name))


def _names_of(units: Iterable[Unit]) -> NameIndex:
    names = NameIndex()
    for number, unit in enumerate(units):
        for name in sorted(map(read_name, _spellings(unit)), key=_telling_first):
            names.add(name, number)
    return names


def _spellings(unit: Unit) -> list[str]:
    return [text for text in dict.fromkeys((unit.name, *unit.aliases, unit.short)) if text]


def _named(cells: Counter[str], known: Iterable[Unit]) -> Counter[str]:
    """The names in the cells, with how often, in order of appearance.

    Cells with few possible cuts are read first: what they name tells how to cut the longer ones.
    """
    evidence = _names_of(known)
    pieces = {cell: pieces_of(cell) for cell in cells}
    found: dict[str, list[Name]] = {}
    for cell in sorted(cells, key=lambda cell: len(pieces[cell])):
        segments = segments_of(pieces[cell], evidence.spellings)
        names = [name for segment in segments for name in _names_in(segment)]
        found[cell] = [name for name in names if looks_like_name(name)]
        for name in found[cell]:
            evidence.add(name, _NO_UNIT)
    counts: Counter[str] = Counter()
    for cell, times in cells.items():
        for name in found[cell]:
            counts[name.text] += times
    return counts


def _names_in(segment: Segment) -> list[Name]:
    """The name, and the one in brackets after it where that is the same in other letters."""
    name = read_name(segment.text)
    names = [name]
    _, own = head_of(name.text)
    for remark in filter(None, segment.remarks):
        other = read_name(remark)
        if not same(other, name):
            continue
        if other.head is None and other.spelt:  # "Phòng HTQT (Hợp tác quốc tế)"
            other = read_name(name.text.removesuffix(own) + remark)
        names.append(other)
    return names


def _telling_first(name: Name) -> tuple[bool, bool, int]:
    """Written out before abbreviated, owned before bare, "GDTrH" before "GDTH": the later fit
    several of the former.
    """
    return name.spelt < name.size, not name.owner, -sum(map(len, name.stems))


def _is_likely_other(number: int, units: list[_Spellings], names: NameIndex) -> bool:
    """Whether a new unit is likely a slip or a short form of exactly one other that is fuller."""
    if any(is_department(read_name(text)) for text in units[number].counts):
        return False

    def rank(n: int) -> tuple[bool, int, int, int]:
        spellings = units[n]
        return spellings.unit is not None, spellings.fullest().size, spellings.counts.total(), -n

    likely = {n for text in units[number].counts for n in names.likely(read_name(text))} - {number}
    return len(likely) == 1 and rank(likely.pop()) > rank(number)


def _marks(text: str) -> int:
    """How many diacritics are typed; the spelling with more is less likely a slip."""
    return len(normalize("NFD", text)) - len(text)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
