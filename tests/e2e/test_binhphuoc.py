"""A plan without a task table of its own: its narrative goes in and comes out word for word."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

Program = Callable[..., Any]
YEAR = 2022
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = tuple(f"{{{W}}}{name}" for name in ("t", "br", "p"))


def body_paragraphs(text: str) -> list[str]:
    """The paragraphs from the opening to "./.", cut lines joined again."""
    start = text.index("Thực hiện Quyết  định số 3223")
    end = text.index("./.") + 3
    joined: list[str] = []
    # blank lines part paragraphs; a page break, seen as a leading blank, may cut one
    for gap, piece in re.findall(r"(\f|\n\n|^)([^\f]+?)(?=\f|\n\n|$)", _gaps(text[start:end])):
        words = " ".join(piece.split())
        if gap == "\f" and not re.match(r"([IVX]+\.|\d+\.|[a-zđ]\)) ", words) and joined:
            joined[-1] += " " + words
        elif words:
            joined.append(words)
    return joined


def _gaps(text: str) -> str:
    return re.sub(
        r"\n+", lambda run: "\n\n" if len(run[0]) > 1 else "\n", text.replace("\n ", "\f")
    )


@pytest.fixture
def binhphuoc(shared_data: Path, tmp_path: Path) -> Path:
    """The real text as a Word file with plain paragraphs and the usual tables at head and foot."""
    text = (shared_data / "binhphuoc2022_plan.txt").read_text(encoding="utf-8")
    document = docx.Document()
    head = document.add_table(1, 2).rows[0].cells
    head[0].text = "UBND TỈNH BÌNH PHƯỚC\nSỞ NGOẠI VỤ\nSố: 41/KH-SNgV"
    head[1].text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Bình Phước, ngày 28 tháng 12 năm 2021"
    )
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách hành chính Nhà nước của Sở Ngoại vụ năm 2022")
    for paragraph in body_paragraphs(text):
        document.add_paragraph(paragraph)
    foot = document.add_table(1, 2).rows[0].cells
    recipients = text[text.index("Nơi nhận:") : text.index("GIÁM ĐỐC\n")]
    foot[0].text = "\n".join(line.strip() for line in recipients.splitlines() if line.strip())
    foot[1].text = "GIÁM ĐỐC\n\n\n" + text.strip().splitlines()[-1].strip()
    path = tmp_path / "binhphuoc.docx"
    document.save(str(path))
    return path


def words(path: Path) -> list[str]:
    """All words of a Word file in reading order, tables in their place."""
    body = docx.Document(str(path)).element.body
    pieces = ((e.text if e.tag == f"{{{W}}}t" else "\n") or "" for e in body.iter(*TEXT))
    return "".join(pieces).split()


def test_narrative_keeps_its_words_in_lawful_form(
    binhphuoc: Path, tmp_path: Path, program: Program
) -> None:
    file, out = tmp_path / "so.cchc", tmp_path / "ke-hoach.docx"
    taken = program("import", binhphuoc, "--into", file, "--year", YEAR, "--json").json
    assert taken["tasks"] == 0
    assert any("bảng" in doubt["why"] for doubt in taken["doubts"])
    assert program("export", "plan", file, out, "--year", YEAR).status == 0
    ours, theirs = words(out), words(binhphuoc)
    assert sorted(ours) == sorted(theirs)
    # before the tên loại the two sides of the head stand in columns, read in either order
    assert ours[ours.index("HOẠCH") :] == theirs[theirs.index("HOẠCH") :]
    assert program("check", out, "--json").json == []


def test_the_pdf_has_all_its_words(binhphuoc: Path, tmp_path: Path, program: Program) -> None:
    file, out = tmp_path / "so.cchc", tmp_path / "ke-hoach.pdf"
    assert program("import", binhphuoc, "--into", file, "--year", YEAR).status == 0
    assert program("export", "plan", file, out, "--year", YEAR).status == 0
    printed: list[str] = []
    with pypdfium2.PdfDocument(out) as pages:
        for number, page in enumerate(pages, start=1):
            text = page.get_textpage()
            found = text.get_text_bounded().upper().split()
            printed += found if number == 1 else found[1:]  # its number stands first
            text.close()
    theirs = [word.upper() for word in words(binhphuoc)]  # headings are shown in capitals
    assert sorted(printed) == sorted(theirs)
    assert printed[printed.index("HOẠCH") :][:-40] == theirs[theirs.index("HOẠCH") :][:-40]
