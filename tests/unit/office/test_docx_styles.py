"""The chain that a style is based on, also where a hostile file makes it long or a circle."""

import pytest
from lxml import etree

from cchc_desktop.office.docx_names import W
from cchc_desktop.office.docx_styles import style_chain


def sheet(**based_on):
    """Styles by their id, each with what it is based on."""
    styles = {}
    for style_id, base in based_on.items():
        styles[style_id] = etree.Element(f"{W}style", {f"{W}styleId": style_id})
        if base:
            etree.SubElement(styles[style_id], f"{W}basedOn", {f"{W}val": base})
    return styles


@pytest.mark.parametrize(
    ("styles", "expected"),
    [
        (sheet(a="b", b="c", c=""), "cba"),
        (sheet(a="", b="a"), "a"),
        (sheet(a="gone"), "a"),
        (sheet(a="a"), "a"),
        (sheet(a="b", b="c", c="b"), "cba"),
        (sheet(b=""), ""),
    ],
)
def test_the_base_comes_first_and_a_circle_is_cut(styles, expected):
    assert "".join(s.get(f"{W}styleId") for s in style_chain(styles, "a")) == expected


def test_a_chain_of_ten_thousand_styles_is_cut_far_from_the_style_itself():
    styles = sheet(**{f"s{n}": f"s{n + 1}" for n in range(10_000)})
    chain = style_chain(styles, "s5")
    assert 20 < len(chain) < 200
    assert chain[-1] is styles["s5"]
