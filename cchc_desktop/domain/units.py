"""Units, councils and groups of units: what the words in a lead or coordinating cell name."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A phòng, a hội đồng or a group of units; `name` is the fullest spelling, `aliases` the
    others met.

    `kind`: "phòng", "hội đồng", "đoàn thể", "nhóm" (a group: "Các phòng chuyên môn"), "ngoài"
    (outside the agency).
    """

    id: str
    name: str
    short: str = ""
    kind: str = "phòng"
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # ids, for a group
    valid_from: int | None = None
    valid_to: int | None = None


@dataclass(frozen=True, slots=True)
class UnitMention:
    """A unit named in a cell: the words as typed, the name it is known by, and whether that was
    sure.
    """

    typed: str
    name: str | None  # fullest spelling known; None when unknown
    sure: bool = True


def read_units(cell: str, known: Iterable[Unit]) -> list[UnitMention]:
    """The units that a lead or coordinating cell names, in order, groups unexpanded, remarks in
    brackets dropped.
    """
    raise NotImplementedError


def learn_units(cells: Iterable[str], known: Iterable[Unit] = ()) -> list[Unit]:
    """Units for all the cells of a plan: known ones with new aliases, and new ones under their
    fullest spelling.
    """
    raise NotImplementedError
