"""Whom a group of units means."""

import pytest

from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.unit_groups import members_of

UNITS = [
    Unit("h", "Phòng Hợp tác Quốc tế"),
    Unit("l", "Phòng Lãnh sự"),
    Unit("t", "Thanh tra Sở"),
    Unit("v", "Văn phòng Sở"),
    Unit("d", "Hội đồng PBGDPL", kind="hội đồng"),
    Unit("c", "Các phòng chuyên môn", kind="nhóm"),
]


@pytest.mark.parametrize(
    ("name", "members", "expected"),
    [
        ("Các phòng chuyên môn", (), "hl"),
        ("Các phòng, đơn vị thuộc Sở", (), "hltv"),
        ("Các cơ quan liên quan", (), ""),
        ("Các phòng và cơ quan liên quan", (), "hltv"),
        ("Các phòng chuyên môn", ("v", "l", "c", "gone"), "lv"),
    ],
)
def test_members(name: str, members: tuple[str, ...], expected: str) -> None:
    group = Unit("g", name, kind="nhóm", members=members)
    assert "".join(unit.id for unit in members_of(group, UNITS)) == expected
