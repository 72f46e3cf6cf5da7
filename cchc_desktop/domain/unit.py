"""A unit of the agency as a record; how cells are read into units is the matter of `units.py`."""

from dataclasses import dataclass

from cchc_desktop.domain.unit_words import GROUP


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

    @property
    def is_group(self) -> bool:
        """Whether the name stands for several units, its `members`."""
        return self.kind == GROUP
