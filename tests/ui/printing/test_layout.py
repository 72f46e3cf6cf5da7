"""Pages as values: what breaks where, what is repeated, what stays together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from cchc_desktop.domain.content import (
    Appendix,
    Block,
    Cell,
    Closing,
    Document,
    Letterhead,
    Paragraph,
    Table,
)
from ui.printing import PrintedPage, lay_out
from ui.printing.fonts import face, family
from ui.printing.pages import PrintedText

pytestmark = pytest.mark.usefixtures("qapp")

MM = 72 / 25.4
HEAD = (Cell("STT", "cell_head"), Cell("Mục tiêu", "cell_head"), Cell("Nhiệm vụ", "cell_head"))
WIDTHS = (1, 4, 6)
SENTENCE = "Rà soát, công bố và niêm yết thủ tục hành chính thuộc thẩm quyền của Sở."
CLOSING = Closing(("Lãnh đạo Sở", "Lưu: VT"), ("GIÁM ĐỐC",), "Nguyễn Văn Mẫu")


def document(*body: Block, appendices: tuple[Appendix, ...] = (), closing=CLOSING) -> Document:
    head = Letterhead("UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "Số: 01/KH-SNgV", "Mẫu, ngày 05 tháng 01")
    return Document(head, "KẾ HOẠCH", "Về việc mẫu", body, closing, appendices)


def annex(table: Table, **parts) -> Document:
    """A phụ lục in a file of its own that holds the table."""
    one = Appendix("Phụ lục", "Danh mục", "(Kèm theo Kế hoạch)", (table,), **parts)
    return Document(None, "", "", (), CLOSING, (one,))


def rows(count: int, text: str = SENTENCE) -> tuple[tuple[Cell, ...], ...]:
    return tuple((Cell(str(n)), Cell(f"mục tiêu {n}"), Cell(f"{text} {n}")) for n in range(count))


def merged(heights: Sequence[int], goal: str) -> tuple[tuple[Cell, ...], ...]:
    """Rows whose goals reach over so many rows each."""
    found = []
    for n, height in enumerate(heights):
        first = (Cell(f"{n}", rows=height), Cell(f"{goal} {n}", rows=height))
        for m in range(height):
            found.append((*(first if m == 0 else ()), Cell(f"việc {n}.{m}")))
    return tuple(found)


def words(page: PrintedPage) -> list[str]:
    """The lines of a page's text, but for its number."""
    return [text.text for text in page.texts if text.baseline > 20 * MM]


def number_of(page: PrintedPage) -> list[str]:
    return [text.text for text in page.texts if text.baseline < 20 * MM]


def all_words(pages: Sequence[PrintedPage]) -> str:
    return " ".join(line for page in pages for line in words(page))


def last_line(page: PrintedPage) -> PrintedText:
    return max(page.texts, key=lambda text: text.baseline)


def end_of(text: PrintedText) -> float:
    """Where a line ends as it is painted."""
    _, x, _, size, bold, italic, spacing = text
    font = face(family("Times New Roman"), size, bold=bold, italic=italic, spacing=spacing)
    return x + QFontMetricsF(font).horizontalAdvance(text.text)


def assert_clear(page: PrintedPage) -> None:
    """No line is struck through by a border, none stands in another."""
    for line in page.strokes:
        for text in page.texts if line.y1 == line.y2 else ():
            beside = not line.x1 < text.x < line.x2
            assert beside or not -0.7 * text.size < line.y1 - text.baseline < 0.15 * text.size, text
    by_column = sorted(page.texts, key=lambda text: (text.x, text.baseline))
    for above, below in pairwise(by_column):
        assert above.x != below.x or below.baseline - above.baseline >= 0.99 * below.size, below


def assert_within_margins(pages: Sequence[PrintedPage]) -> None:
    for page in pages:
        left, right, bottom = 30 * MM, page.width - 17 * MM, page.height - 20 * MM
        for text in page.texts:
            assert left - 0.1 <= text.x, text
            assert end_of(text) <= right + 0.1, text
            assert text.baseline <= bottom, text
        assert_clear(page)
        for line in page.strokes:
            assert left - 0.1 <= line.x1 <= line.x2 <= right + 0.1
            assert line.y2 <= bottom + 0.1


def long_table(kind: str) -> Table:
    body = {"plain": rows(120), "merged": merged((3, 2, 5) * 14, SENTENCE)}[kind]
    return Table(WIDTHS, (HEAD,), body)


def test_numbers_begin_on_the_second_page_and_anew_in_each_appendix():
    one = Appendix("Phụ lục I", "Một", "(Kèm theo)", (Table(WIDTHS, (HEAD,), rows(60)),))
    two = Appendix("Phụ lục II", "Hai", "(Kèm theo)", (Paragraph(SENTENCE),), landscape=False)
    pages = lay_out(document(*[Paragraph(SENTENCE)] * 60, appendices=(one, two)))
    shown = [(page.landscape, number_of(page)) for page in pages]
    own = [number for landscape, number in shown if not landscape]
    turned = [number for landscape, number in shown if landscape]
    assert own == [[], *([str(n)] for n in range(2, len(own))), []]  # the second phụ lục is last
    assert turned == [[], *([str(n)] for n in range(2, len(turned) + 1))]
    assert len(turned) > 2


@pytest.mark.parametrize("kind", ["plain", "merged"])
def test_the_head_is_repeated_and_nothing_leaves_the_margins(kind):
    pages = lay_out(annex(long_table(kind)))
    assert len(pages) > 3
    for page in pages:
        assert words(page).count("Nhiệm vụ") == 1
        head = next(text for text in page.texts if text.text == "Nhiệm vụ")
        assert all(
            text.baseline > head.baseline
            for text in page.texts
            if not text.bold and text.size == 12
        )
    assert_within_margins(pages)


@pytest.mark.parametrize("before", range(18, 30))
def test_a_heading_is_never_alone_at_a_pages_foot(before):
    body = [*[Paragraph("Một dòng.")] * before, Paragraph("I. MỤC ĐÍCH", "section")]
    body += [Paragraph("1. Yêu cầu", "clause"), *[Paragraph(SENTENCE * 6)] * 8]
    pages = lay_out(document(*body))
    assert len(pages) > 1
    for page in pages[:-1]:
        assert not last_line(page).bold


@pytest.mark.parametrize("before", range(14, 24))
def test_no_line_of_a_paragraph_is_alone_on_a_page(before):
    long = " ".join(f"chữ{n}" for n in range(60))
    first, second, *_ = lay_out(
        document(*[Paragraph("Một dòng.")] * before, *[Paragraph(long)] * 5)
    )
    # from each page: for every line of the long paragraphs, whether it begins one
    above, below = (
        [text.x > 30 * MM + 1 for text in page.texts if text.text.startswith("chữ")]
        for page in (first, second)
    )
    assert above[-1:] != [True]
    assert below[:2] != [False, True]


@pytest.mark.parametrize("before", range(14, 44, 3))
def test_the_closing_stands_under_the_last_lines(before):
    pages = lay_out(document(*[Paragraph(SENTENCE)] * before, Paragraph("Lời cuối./.")))
    (page,) = (page for page in pages if "Nơi nhận:" in words(page))
    assert {"Lời cuối./.", "GIÁM ĐỐC", "Nguyễn Văn Mẫu"} <= set(words(page))
    head, authority = (
        next(text for text in page.texts if text.text == words)
        for words in ("Nơi nhận:", "GIÁM ĐỐC")
    )
    assert head.baseline == pytest.approx(authority.baseline, abs=2)


@pytest.mark.parametrize("count", range(8, 20))
def test_the_closing_stands_under_the_last_row_of_a_table(count):
    pages = lay_out(document(Table(WIDTHS, (HEAD,), rows(count))))
    (page,) = (page for page in pages if "Nơi nhận:" in words(page))
    assert f"mục tiêu {count - 1}" in words(page)


def test_more_recipients_than_a_page_holds_are_all_printed():
    names = tuple(f"Đơn vị thứ {n}" for n in range(120))
    pages = lay_out(document(Paragraph("Lời."), closing=Closing(names, ("GIÁM ĐỐC",), "Mẫu")))
    printed = all_words(pages)
    assert all(f"- {name};" in printed for name in names[:-1])
    assert_within_margins(pages)


def test_a_row_that_is_not_very_tall_is_not_broken():
    body = tuple(
        (Cell(f"s{n}"), Cell("mục tiêu"), Cell("\n".join([f"d{n}"] * 9))) for n in range(60)
    )
    for page in lay_out(annex(Table(WIDTHS, (HEAD,), body))):
        found = words(page)
        for line in found:
            if line.startswith("s"):
                assert found.count(f"d{line[1:]}") == 9


@pytest.mark.parametrize("before", range(1, 9))
def test_a_row_that_takes_most_of_a_page_leaves_no_page_half_empty(before):
    lines = [f"dòng-{n}" for n in range(26)]
    tall = (Cell("x"), Cell("dài"), Cell("\n".join(lines)))
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), (*rows(before), tall, *rows(2)))))
    shares = [sum(line.startswith("dòng-") for line in words(page)) for page in pages]
    assert sum(shares) == 26
    assert all(share == 0 or share >= 3 for share in shares)
    for page in pages[:-1]:
        assert last_line(page).baseline > page.height / 2


def test_a_cell_taller_than_a_page_goes_on_line_by_line():
    lines = [f"dòng-{n}" for n in range(150)]
    body = (*rows(3), (Cell("x"), Cell("dài"), Cell("\n".join(lines))), *rows(2))
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), body)))
    assert [line for page in pages for line in words(page) if line.startswith("dòng-")] == lines
    assert sum("dòng-0" in words(page) for page in pages) == 1
    assert "mục tiêu 2" in words(pages[0])
    assert "dòng-0" in words(pages[0])  # the rest of the page is used
    assert all(words(page).count("dài") <= 1 for page in pages)
    assert_within_margins(pages)


def test_a_merged_cell_is_shown_again_and_closed_at_each_page():
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), merged((60,), "mục tiêu chung"))))
    assert len(pages) > 2
    for page in pages:
        assert "mục tiêu chung 0" in words(page)
        across = [line for line in page.strokes if line.y1 == line.y2]
        lowest = max(across, key=lambda line: line.y1)
        assert lowest.x1 == pytest.approx(30 * MM)
        assert lowest.x2 == pytest.approx(page.width - 17 * MM)
        first = next(text for text in page.texts if text.text.startswith("việc"))
        goal = next(text for text in page.texts if text.text == "mục tiêu chung 0")
        assert goal.baseline == pytest.approx(first.baseline)


def test_a_long_merged_text_is_poured_over_the_pages_once():
    goal = " ".join(f"từ{n}" for n in range(700))
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), merged((2, 8, 1, 5), goal))))
    assert [w for w in all_words(pages).split() if w.startswith("từ")] == goal.split() * 4
    assert_within_margins(pages)


def test_a_row_is_taller_by_its_border_as_in_word():
    (page,) = lay_out(annex(Table(WIDTHS, (HEAD,), rows(2, "việc"))))
    first, second = (line.baseline for line in page.texts if line.text.startswith("việc"))
    assert second - first == pytest.approx(12 * 1.15 + 2 * 0.6 * MM + 0.5, abs=0.01)


def test_of_two_spaces_that_meet_the_larger_one_stands_as_in_word():
    body = [Paragraph("thân", "body"), Paragraph("mục", "section"), Paragraph("lời", "body")]
    (page,) = lay_out(document(*body))
    places = {line.text: line.baseline for line in page.texts}
    line = 14 * 1.15 * 1.15
    assert places["MỤC"] - places["thân"] == pytest.approx(line + 6)  # and not 6 and 2
    assert places["lời"] - places["MỤC"] == pytest.approx(line + 6)


def test_few_rows_of_a_merged_cell_stay_together():
    heights = (3, 4, 5) * 30
    for page in lay_out(annex(Table(WIDTHS, (HEAD,), merged(heights, "mục tiêu")))):
        tasks = [line.split(" ")[1].split(".") for line in words(page) if line.startswith("việc")]
        goal, first = map(int, tasks[0])
        assert first != heights[goal] - 1  # the last row of a goal does not stand alone


@pytest.mark.parametrize("before", range(6))
def test_a_short_merged_text_is_whole_where_it_begins(before):
    goal = "một mục tiêu khá dài " * 6 + "đầu cuối"
    body = (*rows(before), *merged((7,) * 15, goal))
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), body)))
    for page in pages:
        assert all_words([page]).count("đầu cuối") == all_words([page]).count("khá dài") / 6


@pytest.mark.parametrize("before", range(14, 22))
def test_a_note_does_not_stand_on_a_page_without_its_table(before):
    notes = Paragraph("■ thời gian", "note"), Paragraph("• thường xuyên", "note")
    table = Table(WIDTHS, (HEAD,), rows(before, "việc"))
    one = Appendix("Phụ lục", "Danh mục", "(Kèm theo Kế hoạch)", (table, *notes))
    last = words(lay_out(Document(None, "", "", (), CLOSING, (one,)))[-1])
    assert {f"việc {before - 1}", "■ thời gian", "• thường xuyên"} <= set(last)


def test_long_words_are_broken_inside_their_column():
    address = "https://dichvucong.example/" + "thutuc" * 30
    body = ((Cell("1"), Cell(address), Cell(f"Xem {address} và biểu mẫu.")),)
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), body)))
    assert "".join(words(pages[0])).replace(" ", "").count(address) == 2
    assert_within_margins(pages)
    pages = lay_out(document(Paragraph(address), Paragraph(f"Tại {address}")))
    assert_within_margins(pages)


@pytest.mark.parametrize("head", [(HEAD,), ()])
def test_a_table_without_rows(head):
    (page,) = lay_out(annex(Table(WIDTHS, head, ())))
    assert ("Nhiệm vụ" in words(page)) == bool(head)


def test_a_head_taller_than_half_a_page_is_not_repeated():
    head = (Cell("STT", "cell_head"), Cell("cao\n" * 40, "cell_head"), Cell("Việc", "cell_head"))
    pages = lay_out(annex(Table(WIDTHS, (head,), rows(40))))
    assert [line for page in pages for line in words(page)].count("Việc") == 1
    assert_within_margins(pages)


def test_every_word_of_500_rows_is_printed_in_order():
    body = rows(500)
    pages = lay_out(annex(Table(WIDTHS, (HEAD,), body)))
    goals = [line for page in pages for line in words(page) if line.startswith("mục tiêu ")]
    assert goals == [f"mục tiêu {n}" for n in range(500)]


@pytest.mark.parametrize("blank", [" ", "  ", "\u00a0"])
def test_text_is_justified_and_its_first_lines_drawn_in(blank):
    text = SENTENCE.replace(", ", f",{blank}").replace("thẩm quyền", f"thẩm{blank}quyền")
    (page,) = lay_out(document(Paragraph(" ".join([text] * 6))))
    lines = [text for text in page.texts if text.size == 14 and not (text.bold or text.italic)]
    assert [round((text.x / MM - 30), 1) for text in lines] == [12.7, *[0.0] * (len(lines) - 1)]
    for text in lines[:-1]:
        assert end_of(text) == pytest.approx(page.width - 17 * MM, abs=1)
    assert lines[-1].spacing == 0


def test_what_is_not_for_print_is_left_out():
    (page,) = lay_out(document(Paragraph("Một\thai\x0bba\x00\u2028bốn")))
    assert {"Một haiba", "bốn"} <= set(words(page))


def test_a_document_of_nothing_but_blanks_has_a_page():
    blank = Document(Letterhead("", "", "", ""), "", "", (), Closing((), (), ""))
    assert len(lay_out(blank)) == 1


def tables() -> st.SearchStrategy[Table]:
    """Tables with merged cells, texts from none to more than a page."""
    text = st.integers(0, 3000).map(lambda n: " ".join(f"w{m}" for m in range(n // 10)))
    short = st.sampled_from(["", "một", "hai dòng\nở đây"])

    @st.composite
    def table(draw: st.DrawFn) -> Table:
        body: list[tuple[Cell, ...]] = []
        for height in draw(st.lists(st.integers(1, 6), max_size=8)):
            first = Cell("n", rows=height), Cell(draw(st.one_of(short, text)), rows=height)
            for n in range(height):
                body.append((*(first if n == 0 else ()), Cell(draw(st.one_of(short, text)))))
            if draw(st.booleans()):
                body.append((Cell("lĩnh vực", "cell_area", 3),))
        return Table(WIDTHS, (HEAD,), tuple(body))

    return table()


def shown_words(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row:
            yield from cell.text.split()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(table=tables())
def test_any_table_keeps_its_words_and_the_margins(table):
    pages = lay_out(annex(table))
    printed = all_words(pages).split()
    for word in set(shown_words(table)):
        assert printed.count(word) >= sum(word == other for other in shown_words(table)), word
    assert_within_margins(pages)


def test_a_letter_has_its_subject_under_the_number_and_whom_it_is_sent_to() -> None:
    one = document(Paragraph(SENTENCE))
    letter = replace(one, type_name="", subject="báo cáo", addressees=("Sở Nội vụ",))
    (page,) = lay_out(letter)
    lines = [text for text in page.texts if text.baseline > 20 * MM]
    at = {text.text: text for text in lines}
    number, subject = at["Số: 01/KH-SNgV"], at["V/v báo cáo"]
    assert 6 < subject.baseline - number.baseline < 25
    assert at["Kính gửi: Sở Nội vụ."].baseline > subject.baseline
    assert not any("KẾ HOẠCH" in line for line in at)
    many = replace(letter, addressees=("Sở Nội vụ", "Sở Tài chính"))
    at = {text.text: text for text in lay_out(many)[0].texts}
    assert at["- Sở Nội vụ;"].x == at["- Sở Tài chính."].x > at["Kính gửi:"].x
