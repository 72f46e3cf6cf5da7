"""The timeline on paper: repeated heads, whole rows, nothing in the margins, text to copy."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from benchmarks.plans import sample
from cchc_desktop.documents.timeline_print import timeline_print
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.domain.plan import Area, Task
from cchc_desktop.domain.timeline import Heading
from ui.printing import page_image
from ui.timeline.pages import timeline_pages, timeline_pdf, timeline_picture, timeline_png

pytestmark = pytest.mark.usefixtures("qapp")

TODAY = date(2027, 8, 30)


@pytest.fixture(scope="module")
def text():
    made = sample(60)
    return timeline_print(made.plan, made.rows, made.agency, TODAY)


def texts_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage() for page in document]
    found = [" ".join(page.get_text_bounded().split()) for page in pages]
    for page in pages:
        page.close()
    document.close()
    return found


def test_every_sheet_has_title_heads_legend_and_number(text, tmp_path):
    timeline_pdf(text, tmp_path / "a.pdf")
    pages = texts_of(tmp_path / "a.pdf")
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        for words in ("TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH", "Cải cách hành chính năm 2027", "Nhiệm vụ",
                      "Quý III", "T12", "hôm nay 30/8", "quá hạn", "không có hạn",
                      "SỞ NGOẠI VỤ", f"Trang {number}/{len(pages)}"):  # fmt: skip
            assert words in page


def test_every_task_is_printed_in_full_once(text, tmp_path):
    timeline_pdf(text, tmp_path / "a.pdf")
    whole = " ".join(texts_of(tmp_path / "a.pdf"))
    for entry in text.entries:
        words = entry.text if isinstance(entry, Heading) else entry.item.label
        for word in words.split():
            assert word in whole
    rows = [row.line.entry for page in timeline_pages(text) for row in page.rows]
    assert rows == list(text.entries)


def test_nothing_is_painted_in_the_margins(text):
    page = timeline_pages(text)[0]
    image = page_image(page, 1188)  # 4 pixels a millimetre
    assert (page.width / page.height) == pytest.approx(297 / 210, rel=0.001)
    white = 0xFFFFFFFF
    for x in range(image.width()):
        for y in range(image.height()):
            inside = 76 <= x <= 1188 - 57 and 57 <= y <= 840 - 54
            if not inside:
                assert image.pixel(x, y) == white, (x, y)


def test_no_heading_ends_a_sheet():
    rows = [
        row
        for n in range(40)
        for row in (Area(f"a{n}", "p", 2 * n, str(n), "Lĩnh vực"),
                    Task(f"t{n}", "p", 2 * n + 1, text="việc " * 40, time="Quý I"))
    ]  # fmt: skip
    pages = timeline_pages(timeline_print(sample(1).plan, rows, None, None))
    assert len(pages) > 2
    assert not any(isinstance(page.rows[-1].line.entry, Heading) for page in pages)


def test_a_row_taller_than_a_sheet_ends_with_it():
    rows = [Task(f"t{n}", "p", n, text="việc rất dài " * 900, time="Quý I") for n in range(2)]
    pages = timeline_pages(timeline_print(sample(1).plan, rows, None, TODAY))
    for page in pages:
        assert sum(row.height for row in page.rows) < 600
        page_image(page, 600)


def test_an_empty_plan_still_has_a_sheet(tmp_path):
    timeline_pdf(timeline_print(sample(1).plan, [], None, TODAY), tmp_path / "a.pdf")
    (page,) = texts_of(tmp_path / "a.pdf")
    assert "Trang" not in page


def test_the_picture_is_one_sheet_with_all_rows(text, tmp_path):
    timeline_png(text, tmp_path / "a.png")
    picture = timeline_picture(text)
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert picture.height() > picture.width()
    assert picture.width() > 2_000


def test_a_picture_that_would_be_too_long_is_refused(text):
    long = replace(text, entries=list(text.entries) * 30)
    with pytest.raises(RefusedOutput, match=r"\.pdf"):
        timeline_picture(long)


def test_a_target_that_cannot_be_written_is_refused(text, tmp_path):
    for write, name in ((timeline_pdf, "không/có.pdf"), (timeline_png, "không/có.png")):
        with pytest.raises(RefusedOutput):
            write(text, tmp_path / name)
