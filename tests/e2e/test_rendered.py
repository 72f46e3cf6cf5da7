"""The exported samples on paper, both as LibreOffice prints the Word file and as our own PDF: what
Nghị định 30/2020 (Phụ lục I) asks is measured on the pages themselves. All lengths in points unless
they say mm.
"""

import ctypes
import itertools
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

import resources

MM = 72 / 25.4
SAMPLES = ("ke-hoach-mau-6-cot", "ke-hoach-mau-7-cot")
MOTTO = "Độc lập - Tự do - Hạnh phúc"
COLUMN = "Nhiệm vụ cụ thể"  # a title in the head row of both samples

soffice = shutil.which("soffice")


@dataclass(frozen=True)
class Line:
    """A line of text in one column; `fonts` are (face, size) pairs."""

    text: str
    left: float
    right: float
    top: float
    baseline: float
    fonts: frozenset[tuple[str, float]]

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Rule:
    """A drawn horizontal line."""

    left: float
    right: float
    y: float


@dataclass(frozen=True)
class Page:
    """A printed page, measured from its lower left corner."""

    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]

    def line(self, text: str) -> Line:
        """The first line with these words."""
        return next(line for line in self.lines if text in line.text)

    def rule_under(self, line: Line) -> Rule:
        """The nearest rule below a line and within its width."""
        below = [
            rule
            for rule in self.rules
            if 0 < line.baseline - rule.y < 15 and line.left - 2 < rule.left < line.right
        ]
        return max(below, key=lambda rule: rule.y)


Character = tuple[str, float, float, float, float, tuple[str, float]]


def characters(text: pypdfium2.PdfTextPage) -> Iterator[Character]:
    """Letter, left, right, top, baseline and font of each visible character."""
    name = ctypes.create_string_buffer(100)
    x, y = ctypes.c_double(), ctypes.c_double()
    for n in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, n))
        if letter.isspace():
            continue
        left, _, right, top = text.get_charbox(n)
        pdfium.FPDFText_GetCharOrigin(text, n, x, y)
        pdfium.FPDFText_GetFontInfo(text, n, name, len(name), None)
        face = name.value.decode().rpartition("+")[2]
        font = face, round(pdfium.FPDFText_GetFontSize(text, n), 1)
        yield letter, left, right, top, y.value, font


def lines_of(text: pypdfium2.PdfTextPage) -> Iterator[Line]:
    """The lines from top to bottom; columns part where a gap is wide."""
    found = sorted(characters(text), key=lambda c: (-round(c[4]), c[1]))
    for _, row in itertools.groupby(found, key=lambda c: round(c[4])):
        piece: list[Character] = []
        for char in row:
            if piece and char[1] - piece[-1][2] > 12:
                yield line_of(piece)
                piece = []
            piece.append(char)
        yield line_of(piece)


def line_of(piece: list[Character]) -> Line:
    words = piece[0][0]
    for before, char in itertools.pairwise(piece):
        words += " " * (char[1] - before[2] > 2) + char[0]
    return Line(
        words,
        piece[0][1],
        piece[-1][2],
        max(char[3] for char in piece),
        piece[0][4],
        frozenset(char[5] for char in piece),
    )


def rules_of(page: pypdfium2.PdfPage) -> Iterator[Rule]:
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds()
        if top - bottom < 2 < right - left:
            yield Rule(left, right, (top + bottom) / 2)


def measured(pdf: Path) -> list[Page]:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(Page(*page.get_size(), tuple(lines_of(text)), tuple(rules_of(page))))
        text.close()
    document.close()
    return pages


def exported(source: Path, folder: Path, ending: str, year: int, *options: str) -> Path:
    """A plan imported and exported through the command line."""
    file, out = folder / f"{source.stem}.cchc", folder / f"{source.stem}{ending}"
    for words in (["import", source, "--into", file], ["export", "plan", file, out, *options]):
        command = [sys.executable, "-m", "cchc_desktop", *map(str, words), "--year", str(year)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
    return out


def printed_by_libreoffice(files: list[Path], folder: Path) -> None:
    if soffice is None:
        pytest.skip("LibreOffice, which renders, is missing")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, files)], check=True, capture_output=True, timeout=120)


def printed_samples(ending: str, folder: Path) -> dict[str, list[Page]]:
    sources = [resources.path(f"sample/{sample}.docx") for sample in SAMPLES]
    files = [exported(source, folder, ending, 2027) for source in sources]
    if ending == ".docx":
        printed_by_libreoffice(files, folder)
    return {sample: measured(folder / f"{sample}.pdf") for sample in SAMPLES}


@pytest.fixture(scope="module")
def from_word(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of both samples as LibreOffice prints them."""
    return printed_samples(".docx", tmp_path_factory.mktemp("word"))


@pytest.fixture(scope="module")
def our_own(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of both samples as we print them."""
    return printed_samples(".pdf", tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module", params=["from_word", "our_own"])
def printed(request: pytest.FixtureRequest) -> dict[str, list[Page]]:
    """The pages of both samples, printed in either way."""
    pages: dict[str, list[Page]] = request.getfixturevalue(request.param)
    return pages


@pytest.fixture(params=SAMPLES)
def pages(request: pytest.FixtureRequest, printed: dict[str, list[Page]]) -> list[Page]:
    """The pages of one sample."""
    return printed[request.param]


@pytest.fixture(scope="module")
def other_layouts(tmp_path_factory: pytest.TempPathFactory) -> list[list[Page]]:
    """The pages of each sample in the layout of the other, as LibreOffice prints them: six columns
    in a phụ lục, seven, of which one is empty, upright.
    """
    folder = tmp_path_factory.mktemp("layouts")
    files = [
        exported(resources.path(f"sample/{sample}.docx"), folder, ".docx", 2027, "--columns", count)
        for sample, count in zip(SAMPLES, ("7", "6"), strict=True)
    ]
    printed_by_libreoffice(files, folder)
    return [measured(file.with_suffix(".pdf")) for file in files]


@pytest.fixture(scope="module")
def real_plan(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """The pages of a real plan as our own PDF."""
    source = shared_data / "binhdinh2020_plan.docx"
    return measured(exported(source, tmp_path_factory.mktemp("real"), ".pdf", 2020))


REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    f"LiberationSerif{face}" for face in ("", "-Bold", "-Italic", "-BoldItalic")
)
LOOKS = [  # words of an element, its face and the sizes that Mục V allows
    ("UBND TỈNH MẪU", REGULAR, (12, 13)),
    ("SỞ NGOẠI VỤ", BOLD, (12, 13)),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, (12, 13)),
    (MOTTO, BOLD, (13, 14)),
    ("Số:", REGULAR, (13,)),
    ("Mẫu, ngày 28 tháng 12 năm 2026", ITALIC, (13, 14)),
    ("KẾ HOẠCH", BOLD, (13, 14)),
    ("Cải cách hành chính năm 2027 của Sở Ngoại vụ", BOLD, (13, 14)),
    ("Căn cứ", ITALIC, (13, 14)),
    ("Thực hiện Kế hoạch", REGULAR, (13, 14)),
    ("I. MỤC ĐÍCH, YÊU CẦU", BOLD, (13, 14)),
    ("1. Mục đích", BOLD, (13, 14)),
    ("a) ", REGULAR, (13, 14)),
    ("Nơi nhận:", BOLD_ITALIC, (12,)),
    ("- Lưu: VT", REGULAR, (11,)),
    ("GIÁM ĐỐC", BOLD, (13, 14)),
]


def own_pages(pages: list[Page]) -> list[Page]:
    """The document's pages without its landscape phụ lục."""
    return [page for page in pages if page.width < page.height]


@pytest.mark.parametrize(("words", "face", "sizes"), LOOKS, ids=[look[0] for look in LOOKS])
def test_face_and_size(pages: list[Page], words: str, face: str, sizes: tuple[int, ...]) -> None:
    line = next(line for page in pages for line in page.lines if words in line.text)
    assert {found for found, _ in line.fonts} == {face}
    assert {size for _, size in line.fonts} <= set(sizes)


@pytest.mark.parametrize("sample", SAMPLES)
def test_both_prints_have_their_lines_in_the_same_places(
    from_word: dict[str, list[Page]], our_own: dict[str, list[Page]], sample: str
) -> None:
    for theirs, ours in zip(from_word[sample], our_own[sample], strict=True):
        places = {line.text: line.baseline for line in ours.lines}
        long = [line for line in theirs.lines if len(line.text) > 20]  # short ones come twice
        assert [line.text for line in long if line.text not in places] == []
        assert max(abs(line.baseline - places[line.text]) for line in long) < 1


def test_a4_and_margins(pages: list[Page]) -> None:
    for page in pages:
        sides = sorted(round(side / MM) for side in (page.width, page.height))
        assert sides == [210, 297]
        text = [line for line in page.lines if page.height - line.top > 19 * MM]
        ends = [line.right for line in text] + [rule.right for rule in page.rules]
        starts = [line.left for line in text] + [rule.left for rule in page.rules]
        assert 29.7 <= min(starts) / MM <= 35
        assert 14.7 <= (page.width - max(ends)) / MM <= 20.3
        assert 20 <= (page.height - max(line.top for line in text)) / MM <= 25
        assert min(line.baseline for line in text) / MM >= 20


def test_head_of_the_first_page(pages: list[Page]) -> None:
    page = pages[0]
    motto, agency = page.line(MOTTO), page.line("SỞ NGOẠI VỤ")
    rule = page.rule_under(motto)
    assert (rule.left, rule.right) == pytest.approx((motto.left, motto.right), abs=2)
    for line in (agency, page.line("của Sở Ngoại vụ")):
        rule = page.rule_under(line)
        assert 1 / 3 <= (rule.right - rule.left) / (line.right - line.left) <= 1 / 2
        assert (rule.left + rule.right) / 2 == pytest.approx(line.middle, abs=1.5)
    number, date = page.line("Số:"), page.line("Mẫu, ngày")
    assert number.baseline == pytest.approx(date.baseline, abs=0.5)
    assert date.middle == pytest.approx(motto.middle, abs=1.5)


def test_page_numbers_stand_top_centre_from_the_second_page(pages: list[Page]) -> None:
    own = own_pages(pages)
    assert len(own) > 2
    for part in (own, pages[len(own) :]):
        for number, page in enumerate(part, start=1):
            shown = [line for line in page.lines if page.height - line.top < 19 * MM]
            if number == 1:
                assert shown == []
                continue
            (line,) = shown
            assert line.text == str(number)
            assert line.fonts <= {(REGULAR, 13), (REGULAR, 14)}
            assert line.middle == pytest.approx((30 + (page.width / MM - 17)) / 2 * MM, abs=1)


def test_the_appendix_is_landscape_with_its_own_head(printed: dict[str, list[Page]]) -> None:
    six, seven = (printed[sample] for sample in SAMPLES)
    assert own_pages(six) == six
    first = next(page for page in seven if page.width > page.height)
    assert [line.text for line in first.lines][:2] == [
        "Phụ lục",
        "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027",
    ]
    assert first.line("Phụ lục").fonts == {(BOLD, 14)}
    assert first.line("(Kèm theo Kế hoạch số").fonts <= {(ITALIC, 13), (ITALIC, 14)}


def test_the_head_row_is_repeated(pages: list[Page]) -> None:
    tabled = [page for page in pages if len(page.rules) > 6]
    assert len(tabled) > 2
    for page in tabled:
        (head,) = (line for line in page.lines if line.text == COLUMN)
        assert head.fonts == {(BOLD, 12)}
        body = [line for line in page.lines if line.fonts == {(REGULAR, 12)}]
        assert head.baseline > max(line.baseline for line in body)


def test_no_heading_row_ends_a_page(pages: list[Page]) -> None:
    for page in pages:
        last = min(page.lines, key=lambda line: line.baseline)
        assert not last.fonts <= {(BOLD, 12), (BOLD_ITALIC, 12)}, last.text


def test_running_text_is_justified_and_its_first_lines_drawn_in(pages: list[Page]) -> None:
    lines = [
        line
        for page in own_pages(pages)
        for line in page.lines
        if line.fonts <= {(REGULAR, 14)} and line.right - line.left > 100 * MM
    ]
    assert {round(line.left / MM - 30) for line in lines} == {0, 13}
    edge = pages[0].width - 17 * MM
    full = [line for line in lines if abs(edge - line.right) < 1 * MM]
    assert len(full) > len(lines) / 3


def test_the_other_layout_keeps_the_form(other_layouts: list[list[Page]]) -> None:
    for pages in other_layouts:
        test_a4_and_margins(pages)
        test_the_head_row_is_repeated(pages)
        test_no_heading_row_ends_a_page(pages)


def test_a_real_plan_keeps_the_form(real_plan: list[Page]) -> None:
    for holds in (
        test_a4_and_margins,
        test_page_numbers_stand_top_centre_from_the_second_page,
        test_the_head_row_is_repeated,
        test_no_heading_row_ends_a_page,
        test_running_text_is_justified_and_its_first_lines_drawn_in,
    ):
        holds(real_plan)
