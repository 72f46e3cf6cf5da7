"""What is painted can be told apart without any colour."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cchc_desktop.domain.timeline_standing import Stand, Standing
from ui.timeline.look import Look
from ui.timeline.painter import StripPainter


@pytest.fixture
def darkness(qapp):
    """How dark a block of a standing is inside, 0 to 1, black on white."""

    def measured(stand):
        image = QImage(200, 30, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        look = Look.on_paper("Liberation Serif")
        StripPainter(painter, look).block(QRectF(10.5, 5.5, 180, 19), stand)
        painter.end()
        inner = [image.pixelColor(x, y).value() for x in range(20, 180) for y in range(9, 21)]
        return 1 - sum(inner) / len(inner) / 255

    return measured


def test_blocks_have_patterns_of_their_own(darkness):
    plain = darkness(None)
    ahead, running, late = (darkness(Stand(standing, 0)) for standing in Standing)
    assert plain == ahead == 0
    assert 0.1 < running < late < 0.6


def test_rows_are_painted_on_any_ground(laid_out, theme):
    from cchc_desktop.domain.timeline_scale import CLOSED
    from ui.timeline.pieces import Axis

    image = QImage(400, 29, QImage.Format.Format_RGB32)
    ground = theme.colour("sel")
    image.fill(ground)
    painter = QPainter(image)
    axis = Axis(CLOSED, 400, (0, 400))
    row = laid_out("Quý I")
    StripPainter(painter, Look.of(theme)).row(row, QRectF(0, 0, 400, 29), axis, ground, 260.0)
    painter.end()
    assert image.pixelColor(260, 2) == theme.colour("text")  # today's line
    assert image.pixelColor(380, 14) == ground
    colours = {image.pixelColor(x, 14).name() for x in range(98)}
    assert theme.colour("red").name() in colours
