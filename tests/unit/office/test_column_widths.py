"""How a table's width is shared out."""

import pytest

from cchc_desktop.domain.content import Cell, Table
from cchc_desktop.office.column_widths import fitted_widths, shared_out
from cchc_desktop.office.document_style import document_style
from cchc_desktop.office.text_width import text_width


@pytest.mark.parametrize(
    ("total", "shares", "least", "expected"),
    [
        (100, (1, 1, 2), (0, 0, 0), [25, 25, 50]),
        (100, (1, 1, 2), (40, 0, 0), [40, 20, 40]),
        (100, (1, 1, 2), (40, 30, 0), [40, 30, 30]),
        (100, (1, 1), (80, 80), [50, 50]),
        (100, (1, 3), (90, 30), [70, 30]),
        (100, (1, 1, 1), (10, 90, 80), [10, 45, 45]),
    ],
)
def test_shares_give_way_to_what_a_column_needs(total, shares, least, expected):
    assert shared_out(total, shares, least) == pytest.approx(expected)


def test_a_narrow_column_still_holds_its_longest_word():
    head = (Cell("STT", "cell_head"), Cell("Nhiệm vụ", "cell_head"))
    table = Table((1, 99), (head,), ((Cell("Nghiêng"), Cell("x")),))
    first, second = fitted_widths(table, 400, document_style())
    assert first > text_width("Nghiêng", 12)
    assert first + second == pytest.approx(400)


def test_two_syllables_stand_on_a_line_of_a_column_of_sentences():
    head = tuple(Cell(title, "cell_head") for title in ("Nhiệm vụ", "Đơn vị", "Số"))
    texts = (Cell("Rà soát"), Cell("Văn phòng Sở và các phòng"), Cell("1"))
    style = document_style()
    _, unit, number = fitted_widths(Table((20, 1, 1), (head,), (texts,)), 400, style)
    assert unit - 2 * 4.25 > text_width("Văn phòng", 12) > number
    widths = fitted_widths(Table((20, 1, 1) * 6, (head * 6,), (texts * 6,)), 480, style)
    assert max(widths) < 3 * min(widths), "there is no room for that: words are not broken for it"


def test_an_address_does_not_squeeze_the_other_columns():
    head = tuple(Cell(title, "cell_head") for title in ("STT", "Nhiệm vụ", "Thời gian"))
    table = Table((1, 5, 2), (head,), ((Cell("1"), Cell("https://" + "x" * 200), Cell("Quý I")),))
    widths = fitted_widths(table, 400, document_style())
    assert widths == pytest.approx([50, 250, 100])
