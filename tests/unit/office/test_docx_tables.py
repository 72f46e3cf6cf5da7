"""The tables of a Word file as grids: merges, spans, missing and wrapped cells, nesting."""

import pytest

from cchc_desktop.domain.errors import RefusedInput


def grid(source):
    """The cells of a table as (row, column, rows, columns, text)."""
    return [(c.row, c.column, c.rows, c.columns, c.text) for c in source.cells]


@pytest.fixture
def read_table(read_word, w):
    """A function rows -> the only table of such a file."""

    def only_table(*rows, **others):
        (block,) = read_word(w.table(*rows, **others)).blocks
        return block

    return only_table


def test_merged_cells(read_table, w):
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    source = read_table(
        w.row(w.cell("A", properties=restart), w.cell("B", properties=wide)),
        w.row(w.cell("", properties=goes_on), w.cell("C"), w.cell("D", properties=restart)),
        w.row(
            w.cell("", properties='<w:vMerge w:val="continue"/>'),
            w.cell("E"),
            w.cell(properties=goes_on),
        ),
        w.row(w.cell("F"), w.cell(properties=wide + restart)),
        w.row(w.cell(properties=goes_on), w.cell("G", properties=goes_on + wide)),
    )
    assert (source.height, source.width) == (5, 3)
    assert grid(source) == [
        (0, 0, 3, 1, "A"), (0, 1, 1, 2, "B"),
        (1, 1, 1, 1, "C"), (1, 2, 2, 1, "D"),
        (2, 1, 1, 1, "E"),
        (3, 0, 1, 1, "F"), (3, 1, 2, 2, ""),
        (4, 0, 1, 1, ""),
    ]  # fmt: skip


def test_a_merge_that_fits_nothing_above_is_a_cell_of_its_own(read_table, w):
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    source = read_table(
        w.row(
            w.cell("đầu trang", properties=goes_on), w.cell("a", properties=restart), w.cell("x")
        ),
        w.row(w.cell("b"), w.cell("rộng hơn", properties=goes_on + wide)),
        w.row(w.cell("c"), w.cell("", properties=wide)),
        w.row(w.cell("d"), w.cell("sau ô thường", properties=goes_on), w.cell("y")),
    )
    texts = {(r, c): text for r, c, _, _, text in grid(source)}
    assert texts[0, 0] == "đầu trang"
    assert texts[1, 1] == "rộng hơn"
    assert texts[3, 1] == "sau ô thường"
    assert all(rows == 1 for _, _, rows, _, _ in grid(source))


def test_text_under_a_merged_cell_is_not_printed_but_noted(read_word, w):
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    source = read_word(
        w.table(w.row(w.cell("a", properties=restart)), w.row(w.cell("khuất", properties=goes_on)))
    )
    assert grid(source.blocks[0]) == [(0, 0, 2, 1, "a")]
    assert "gộp dọc" in source.notes[0]


def test_horizontal_merges_of_old_files(read_table, w):
    source = read_table(
        w.row(
            w.cell("A", properties='<w:hMerge w:val="restart"/>'),
            w.cell("", properties="<w:hMerge/>"),
            "B",
        ),
        w.row(w.cell("C", properties="<w:hMerge/>"), "D", "E"),
    )
    assert grid(source) == [
        (0, 0, 1, 2, "A"), (0, 2, 1, 1, "B"),
        (1, 0, 1, 1, "C"), (1, 1, 1, 1, "D"), (1, 2, 1, 1, "E"),
    ]  # fmt: skip


def test_rows_that_begin_late_or_lack_cells(read_table, w):
    source = read_table(
        w.row("a", "b", "c"),
        w.row("d", "e", properties='<w:gridBefore w:val="1"/>'),
        w.row("f"),
        w.row("g", properties='<w:gridAfter w:val="2"/>'),
        "<w:tr/>",
    )
    assert (source.height, source.width) == (5, 3)
    assert [(r, c, text) for r, c, _, _, text in grid(source)][3:] == [
        (1, 1, "d"), (1, 2, "e"), (2, 0, "f"), (3, 0, "g"),
    ]  # fmt: skip


def test_cells_and_rows_out_of_place(read_word, w):
    source = read_word(
        w.cell("lạc") + w.row("lạc") + w.table(w.cell("không hàng"), w.row("a", "b"))
    )
    assert [b.text for b in source.blocks[:-1]] == ["lạc", "lạc"]
    assert [(r, text) for r, *_, text in grid(source.blocks[-1])] == [
        (0, "không hàng"), (1, "a"), (1, "b"),
    ]  # fmt: skip


@pytest.mark.parametrize("span", ["0", "-3", "999999999", "x", ""])
def test_senseless_spans(read_table, span, w):
    source = read_table(w.row(w.cell("a", properties=f'<w:gridSpan w:val="{span}"/>'), "b"))
    assert [text for *_, text in grid(source)] == ["a", "b"]
    assert source.width <= 100


def test_wrapped_rows_cells_and_runs(read_table, w):
    def control(inner):
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    wrapped_run = f"<w:p><w:customXml>{control(w.run('e'))}</w:customXml></w:p>"
    source = read_table(
        control(w.row(control(w.cell("a")), w.cell(control(w.paragraph("b"))))),
        f"<w:customXml>{w.row('c', 'd')}</w:customXml>",
        f"<w:ins>{w.row(w.cell(wrapped_run), 'f')}</w:ins>",
    )
    assert [(r, c, text) for r, c, _, _, text in grid(source)] == [
        (0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d"), (2, 0, "e"), (2, 1, "f"),
    ]  # fmt: skip


def test_nested_tables_are_kept_in_their_cell(read_table, w):
    deep = w.table(w.row(w.cell(w.table(w.row("trong cùng")))))
    source = read_table(w.row(w.cell("trước", w.table(w.row("1", "2")), "sau", deep), "bên"))
    outer, beside = source.cells
    assert outer.text == "trước\nsau"
    first, second = outer.nested
    assert [getattr(b, "text", "-") for b in outer.blocks] == ["trước", "-", "sau", "-"]
    assert grid(first) == [(0, 0, 1, 1, "1"), (0, 1, 1, 1, "2")]
    assert second.cells[0].nested[0].cells[0].text == "trong cùng"
    assert (beside.column, beside.text) == (1, "bên")


def test_deep_nesting_is_read_or_refused(read_word, w):
    def nested(depth):
        return w.table(w.row(w.cell(nested(depth - 1)))) if depth else w.paragraph("đáy")

    source = read_word(nested(60)).blocks[0]
    for _ in range(59):
        source = source.cells[0].nested[0]
    assert source.cells[0].text == "đáy"
    with pytest.raises(RefusedInput, match="hỏng"):
        read_word(nested(300))


def test_cell_paragraphs_and_bold(read_table, w):
    source = read_table(
        w.row(
            w.cell(w.paragraph("- một"), w.paragraph(), w.paragraph("- hai<w:br/>")),
            w.cell(w.paragraph(w.run("đậm", "<w:b/>")), w.paragraph(w.run("cả", "<w:b/>"))),
            w.cell(w.paragraph(w.run("đậm", "<w:b/>")), w.paragraph("thường")),
            w.cell(),
        )
    )
    assert source.cells[0].text == "- một\n- hai"
    assert [c.bold for c in source.cells] == [False, True, False, False]
    assert source.cells[3].paragraphs == ()


def test_head_rows_and_hidden_rows(read_table, w):
    source = read_table(
        w.row("a", properties="<w:tblHeader/>"),
        w.row("b", properties='<w:tblHeader w:val="0"/>'),
        w.row("c", properties="<w:hidden/>"),
    )
    assert source.head_rows == {0}
    assert source.hidden_rows == {2}


def test_borders_dragged_a_little_make_no_columns(read_table, w):
    two, three = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'
    source = read_table(
        w.row(w.cell("STT", properties=two), "Nhiệm vụ", "Thời gian"),
        w.row("1", w.cell("Rà soát", properties=two), "Quý I"),
        w.row(w.cell("I. Thể chế", properties=three), ""),
        widths=(700, 60, 5000, 1500),
    )
    assert source.width == 3
    assert grid(source) == [
        (0, 0, 1, 1, "STT"), (0, 1, 1, 1, "Nhiệm vụ"), (0, 2, 1, 1, "Thời gian"),
        (1, 0, 1, 1, "1"), (1, 1, 1, 1, "Rà soát"), (1, 2, 1, 1, "Quý I"),
        (2, 0, 1, 2, "I. Thể chế"), (2, 2, 1, 1, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("widths", [(50, 50, 50), (0, 0, 0), (900, 90, 900), (900, 900), ()])
def test_narrow_columns_that_hold_cells_stay(read_table, widths, w):
    source = read_table(w.row("a", "b", "c"), w.row("d", "e", "f"), widths=widths)
    assert [(c.row, c.column) for c in source.cells] == [(r, c) for r in (0, 1) for c in (0, 1, 2)]


@pytest.mark.parametrize("empty", ["<w:tbl/>", "<w:tbl><w:tblPr/></w:tbl>", "<w:txbxContent/>"])
def test_an_empty_table_takes_nothing_of_what_follows(read_word, w, empty):
    inside = w.paragraph("a") + w.paragraph(f"<w:r>{empty}</w:r>") + w.paragraph("b")
    source = read_word(f"{inside}{empty}{w.paragraph('c')}{w.table(w.row('d'))}{w.paragraph('e')}")
    assert [getattr(block, "text", "table") for block in source.blocks] == [*"abc", "table", "e"]
