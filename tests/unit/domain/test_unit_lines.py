"""Cells of units whose lines break wherever the page was narrow, as converters from PDF leave
them.
"""

import pytest

from cchc_desktop.domain.units import UnitReader, learn_units

PLAIN = (
    "Phòng Kế hoạch - Tài chính",
    "Trung tâm Thông tin và Xúc tiến",
    "Phòng Quản lý biên giới",
    "Văn phòng Sở; Thanh tra Sở",
)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Phòng Kế hoạch\n- Tài chính", ["Phòng Kế hoạch - Tài chính"]),
        (
            "Phòng Kế hoạch\n- Tài chính;\nThanh tra Sở",
            ["Phòng Kế hoạch - Tài chính", "Thanh tra Sở"],
        ),
        ("Trung tâm\nThông tin và\nXúc tiến", ["Trung tâm Thông tin và Xúc tiến"]),
        (
            "Văn phòng\nSở, Phòng\nQuản lý biên\ngiới",
            ["Văn phòng Sở", "Phòng Quản lý biên giới"],
        ),
        ("Văn phòng Sở\n- Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
    ],
)
@pytest.mark.parametrize("elsewhere", [(), PLAIN], ids=["alone", "known"])
def test_a_line_end_inside_a_name_parts_nothing(
    cell: str, names: list[str], elsewhere: tuple[str, ...]
) -> None:
    mentions = UnitReader(learn_units([*elsewhere, cell])).read(cell)
    assert [mention.name for mention in mentions] == names
    assert all(mention.sure for mention in mentions)
