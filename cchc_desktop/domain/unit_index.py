"""Finds the unit that a name means among many: by its words, by initials, by likeness."""

from collections import defaultdict
from collections.abc import Iterator

from cchc_desktop.domain.unit_heads import WORD
from cchc_desktop.domain.unit_likeness import alike, initials, same
from cchc_desktop.domain.unit_names import Name
from cchc_desktop.domain.vietnamese import fold


class NameIndex:
    """Names, each of a unit given by its number, found again by the letters they begin with."""

    def __init__(self) -> None:
        self._added: set[tuple[str, int]] = set()
        self._exact: defaultdict[str, set[int]] = defaultdict(set)
        self._by_initials: defaultdict[str, list[tuple[Name, int]]] = defaultdict(list)
        self._by_head: defaultdict[str, list[tuple[Name, int]]] = defaultdict(list)

    def add(self, name: Name, unit: int) -> None:
        """Adds a name of the unit with that number.

        One that only shortens another of the unit does not speak for it: "QLBG" of "Phòng Quản lý
        biên giới" must not find "Phòng Quản lý bản ghi".
        """
        if (name.text, unit) in self._added:
            return
        self._added.add((name.text, unit))
        self._exact[_letters_of(name)].add(unit)
        shortens = any(u == unit and n.spelt > name.spelt for n, u in self._same(name))
        if not shortens:
            for letters in {initials(name.stems), initials(name.whole)}:
                self._by_initials[letters].append((name, unit))
            self._by_head[_head(name)].append((name, unit))

    def spellings(self, name: Name) -> list[str]:
        """The texts that surely mean what this name means."""
        return [other.text for other, _ in self._same(name)]

    def unit_of(self, name: Name) -> int | None:
        """The one unit that the name surely means; None where it is unknown or fits several."""
        units = self._exact[_letters_of(name)] or {unit for _, unit in self._same(name)}
        return next(iter(units)) if len(units) == 1 else None

    def has_rivals(self, name: Name, unit: int) -> bool:
        """Whether an abbreviated name could mean another unit too."""
        if name.spelt == name.size:
            return False
        return bool(({n for _, n in self._same(name)} | self.likely(name)) - {unit})

    def _same(self, name: Name) -> Iterator[tuple[Name, int]]:
        for letters in {initials(name.stems), initials(name.whole)}:
            for other, unit in self._by_initials.get(letters, ()):
                if same(name, other):
                    yield other, unit

    def likely(self, name: Name) -> set[int]:
        """The units whose names are like this one."""
        return {unit for other, unit in self._by_head[_head(name)] if alike(name, other)}


def _letters_of(name: Name) -> str:
    """The words alone, folded: the same for spellings that differ in marks only."""
    return " ".join(fold(word) for word in WORD.findall(name.text))


def _head(name: Name) -> str:
    return name.head.name if name.head else ""
