"""What a group of units stands for."""

from collections.abc import Sequence

from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import fold

_SECTION = "phòng"
_PROFESSIONAL = "chuyen mon"  # "Các phòng chuyên môn": not the office, not the inspectorate
_NOT_PROFESSIONAL = ("van phong", "thanh tra")
_OUTSIDE, _INSIDE = "co quan", "phong"  # "Các cơ quan liên quan": nobody here


def members_of(group: Unit, units: Sequence[Unit]) -> list[Unit]:
    """The units of a group, in the order of `units`: its members where they are named, else all the
    sections that its words take in.
    """
    if group.members:
        return [unit for unit in units if unit.id in group.members and not unit.is_group]
    words = fold(group.name)
    if _OUTSIDE in words and _INSIDE not in words:
        return []
    sections = [unit for unit in units if unit.kind == _SECTION]
    if _PROFESSIONAL not in words:
        return sections
    return [unit for unit in sections if not fold(unit.name).startswith(_NOT_PROFESSIONAL)]
