"""What is painted can be told apart without any colour."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cchc_desktop.domain.timeline_standing import Stand, Standing
from ui.timeline.look import Look
from ui.timeline.painter import StripPainter


@pytest.fixture
def changes(qapp):
    """How much a block's inside changes along the two diagonals, "/" and "\\", black on white."""

    def measured(stand):
        image = QImage(200, 30, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        look = Look.on_paper("Liberation Serif")
        StripPainter(painter, look).block(QRectF(10.5, 5.5, 180, 19), stand)
        painter.end()
        places = [(x, y) for x in range(20, 180) for y in range(9, 21)]

        def along(step):
            value = image.pixelColor
            pairs = ((value(x, y).value(), value(x + 1, y + step).value()) for x, y in places)
            return sum(abs(one - other) for one, other in pairs) / len(places)

        return along(-1), along(1)

    return measured


def test_blocks_have_patterns_of_their_own(changes):
    assert changes(None) == changes(Stand(Standing.AHEAD, 9)) == (0, 0)
    assert changes(Stand(Standing.DONE)) == (0, 0)
    upwards, downwards = changes(Stand(Standing.RUNNING, 9))
    assert downwards > 10 * upwards  # lines one way
    upwards, downwards = changes(Stand(Standing.OVERDUE, -9))
    assert min(upwards, downwards) > 20  # lines both ways
    assert upwards == pytest.approx(downwards, rel=0.3)


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


def test_what_is_done_is_filled(theme, laid_out):
    from cchc_desktop.domain.timeline_scale import CLOSED
    from ui.timeline.pieces import Axis

    done, left = (
        laid_out(text, said=said)
        for text, said in (
            ("Hằng quý", [("2027-12-31", "hoàn thành")]),
            ("Hằng quý", []),
        )
    )
    look, axis = Look.of(theme), Axis(CLOSED, 400, (0, 400))
    found = []
    for row in (done, left):
        image = QImage(400, 29, QImage.Format.Format_RGB32)
        image.fill(theme.colour("base"))
        painter = QPainter(image)
        StripPainter(painter, look).row(row, QRectF(0, 0, 400, 29), axis, QColor("white"), None)
        painter.end()
        found.append(image.pixelColor(392, 10).name())  # in the last diamond, over its tick
    assert found == [theme.colour("acc").name(), theme.colour("base").name()]
