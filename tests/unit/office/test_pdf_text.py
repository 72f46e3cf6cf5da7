"""PDFs as lines, with files made by LibreOffice from our own Word files."""

import ctypes
import io
import json
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from cchc_desktop.domain.content import Closing, Document, Letterhead, Paragraph
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.docx_writer import write_docx
from cchc_desktop.office.pdf_text import read_pdf
from cchc_desktop.office.reader import read_any_file
from cchc_desktop.services.registering_file import draft_of_file

soffice = shutil.which("soffice")
PLAN = Document(
    Letterhead(
        "UBND TỈNH HẢI VÂN", "SỞ CÂY XANH", "Số: 41/KH-SCX", "Hải Vân, ngày 28 tháng 12 năm 2026"
    ),
    "KẾ HOẠCH",
    "Cải cách hành chính của Sở Cây xanh năm 2027, phát triển chính quyền số và nâng cao chất "
    "lượng phục vụ",
    (Paragraph("Sở Cây xanh ban hành Kế hoạch cải cách hành chính như sau: " * 4),),
    Closing(("Như trên", "Lưu: VT"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Văn Mẫu"),
)


def as_pdf(folder: Path, password: str = "") -> Path:
    """The plan as LibreOffice exports it."""
    if soffice is None:
        pytest.skip("LibreOffice, which makes the PDF, is missing")
    source = folder / "ke-hoach.docx"
    write_docx(PLAN, source)
    locked = {
        "EncryptFile": {"type": "boolean", "value": "true"},
        "DocumentOpenPassword": {"type": "string", "value": password},
    }
    kind = f"pdf:writer_pdf_Export:{json.dumps(locked)}" if password else "pdf"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return folder / "ke-hoach.pdf"


def test_the_head_and_foot_of_a_pdf_are_read_as_of_its_word_file(tmp_path: Path) -> None:
    pdf = as_pdf(tmp_path)

    drafts = [draft_of_file(path) for path in (pdf, tmp_path / "ke-hoach.docx")]

    for draft in drafts:
        assert (draft.kind, draft.code, draft.issued) == ("Kế hoạch", "41/KH-SCX", "2026-12-28")
        assert (draft.issuer, draft.title) == ("SỞ CÂY XANH", PLAN.subject)
        assert draft.signer == "Trần Văn Mẫu"


def test_lines_keep_columns_bold_and_centre(tmp_path: Path) -> None:
    lines = read_any_file(as_pdf(tmp_path)).blocks

    assert lines[0].text == "UBND TỈNH HẢI VÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert (lines[3].text, lines[3].bold, lines[3].centred) == ("KẾ HOẠCH", True, True)
    assert not any(line.bold or line.centred for line in lines if line.text.startswith("Sở Cây"))


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="mật khẩu"):
        read_any_file(as_pdf(tmp_path, password="mo"))


def stamped_pdf(typed: str) -> bytes:
    """A page with those words, and "41" stamped on it as electronic documents get their number."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(595, 842)
    stamp = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_STAMP)
    pdfium.FPDFAnnot_SetRect(stamp, pdfium.FS_RECTF(80, 715, 110, 695))
    for words, left in ((typed, 50), ("41", 85)):
        text = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", 13)
        wide = (words + "\0").encode("utf-16-le")
        pdfium.FPDFText_SetText(text, ctypes.cast(wide, pdfium.FPDF_WIDESTRING))
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, left, 700)
        if left == 85:
            pdfium.FPDFAnnot_AppendObject(stamp, text)
        elif typed:
            pdfium.FPDFPage_InsertObject(page, text)
    pdfium.FPDFPage_CloseAnnot(stamp)
    pdfium.FPDFPage_GenerateContent(page)
    raw = io.BytesIO()
    document.save(raw)
    document.close()
    return raw.getvalue()


def test_a_number_that_is_stamped_on_a_page_is_read() -> None:
    (line,) = read_pdf("cv.pdf", stamped_pdf("So:               /KH-SCX")).blocks

    assert line.text.split() == ["So:", "41", "/KH-SCX"]


def test_a_scanned_pdf_is_refused() -> None:
    with pytest.raises(RefusedInput, match="không có chữ"):
        read_pdf("quet.pdf", stamped_pdf(""))


@pytest.mark.parametrize("raw", [b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF"])
def test_a_damaged_pdf_is_refused(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "hong.pdf"
    file.write_bytes(raw)

    with pytest.raises(RefusedInput, match="hỏng"):
        read_any_file(file)
