"""The window's colours keep the contrast that look.md asks for (WCAG 2)."""

import json

import pytest

import resources

_STORED = json.loads(resources.path("styles/palette.json").read_text(encoding="utf-8"))
_PAIRS = [(*pair, shade) for pair in _STORED["contrast"] for shade in (0, 1)]


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("front", "ground", "least", "shade"), _PAIRS)
def test_contrast(front: str, ground: str, least: float, shade: int) -> None:
    shades = [_luminance(_STORED["roles"][role][shade]) for role in (front, ground)]
    assert (max(shades) + 0.05) / (min(shades) + 0.05) >= least
