"""The neutral document: which of its blocks belong together."""

from cchc_desktop.domain.content import Cell, Paragraph, Table, noted

TABLE = Table((1,), (), ((Cell("x"),),))
NOTE, BODY = Paragraph("■ thời gian thực hiện", "note"), Paragraph("Kinh phí")


def test_a_table_and_its_notes_stay_together():
    assert noted((BODY, TABLE, NOTE, NOTE, BODY)) == {1, 2}
    assert noted((TABLE, BODY, NOTE, TABLE)) == set()


def test_notes_without_a_table_are_as_other_paragraphs():
    assert noted((NOTE,) * 5) == set()
    assert noted(()) == set()
