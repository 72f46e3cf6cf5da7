"""Files that are no readable Word or Excel file are refused in one sentence; hostile ones within
time and memory.
"""

import io
import os
import struct
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office import file_content, package
from cchc_desktop.office.package import open_package
from cchc_desktop.office.reader import read_office_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TEXT = "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>"


def utf16(text):
    return text.encode("utf-16-le")


def refusal(path):
    """The sentence that a file is refused with, in little time."""
    began = time.perf_counter()
    with pytest.raises(RefusedInput) as refused:
        read_office_file(path)
    assert time.perf_counter() - began < 5
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


@pytest.fixture
def plain_docx(tmp_path):
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.save(tmp_path / "thật.docx")
    return tmp_path / "thật.docx"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (OLE + utf16("WordDocument"), ".doc"),
        (OLE + utf16("Workbook"), ".xls"),
        (OLE + utf16("EncryptedPackage"), "mật khẩu"),
        (OLE, "đời cũ"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"\xef\xbb\xbf%PDF-1.7", "PDF"),
        (rb"{\rtf1\ansi Chu}", "RTF"),
        (b"<html><body><table></table></body></html>", "HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "XML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "mht"),
        (b"STT;Nhiem vu\n1;Ra soat", "không phải"),
        (bytes(5000), "không phải"),
        (b"PK\x03\x04" + bytes(100), "hỏng"),
        (b"PK\x05\x06" + bytes(18), "tệp nén"),
    ],
)
def test_a_foreign_file_is_named(tmp_path, data, words):
    path = tmp_path / "kế hoạch.docx"
    path.write_bytes(data)
    assert words in refusal(path)
    assert path.read_bytes() == data


def test_html_in_utf16_is_named(tmp_path):
    path = tmp_path / "bảng.xls.xlsx"
    path.write_bytes("<html><table>".encode("utf-16"))
    assert "HTML" in refusal(path)


def test_missing_folder_and_device(tmp_path):
    assert "Không tìm thấy" in refusal(tmp_path / "không có.docx")
    (tmp_path / "thư mục.docx").mkdir()
    assert "thư mục" in refusal(tmp_path / "thư mục.docx")
    os.mkfifo(tmp_path / "ống.docx")
    assert "không phải là tệp" in refusal(tmp_path / "ống.docx")
    assert refusal(tmp_path / ("x" * 300 + ".docx"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(plain_docx):
    plain_docx.chmod(0)
    assert "Không được phép" in refusal(plain_docx)


def test_permission_and_other_faults_of_the_disk(plain_docx, monkeypatch):
    for error, words in (
        (PermissionError(13, "no"), "Không được phép"),
        (OSError(5, "I/O"), "I/O"),
    ):
        monkeypatch.setattr(Path, "read_bytes", lambda _, error=error: (_ for _ in ()).throw(error))
        assert words in refusal(plain_docx)


def test_a_file_of_100_mb_is_not_even_read(tmp_path, monkeypatch):
    path = tmp_path / "lớn.docx"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("was read"))
    assert f"{file_content.MAX_FILE >> 20} MB" in refusal(path)


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_truncated(plain_docx, part):
    data = plain_docx.read_bytes()
    plain_docx.write_bytes(data[: int(len(data) * part)])
    assert "hỏng" in refusal(plain_docx)


def test_content_decides_not_the_name(tmp_path, plain_docx):
    book = openpyxl.Workbook()
    book.active["A1"] = "STT"
    book.save(tmp_path / "bảng.docx")
    assert read_office_file(tmp_path / "bảng.docx").blocks[0].cells[0].text == "STT"
    renamed = plain_docx.rename(tmp_path / "kế hoạch.xlsx")
    assert read_office_file(renamed).blocks[0].text == "Kế hoạch"


def test_macros_do_not_matter(tmp_path, plain_docx):
    target = tmp_path / "có macro.docm"
    with zipfile.ZipFile(plain_docx) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name).replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main",
                b"ms-word.document.macroEnabled.main",
            )
            archive.writestr(name, data)
        archive.writestr("word/vbaProject.bin", OLE)
    assert read_office_file(target).blocks[0].text == "Kế hoạch"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a.txt"], "tệp nén"),
        (["kế hoạch.docx"], "giải nén"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "PowerPoint"),
        (["[Content_Types].xml", "xl/workbook.bin"], "xlsb"),
        (["mimetype", "META-INF/manifest.xml", "content.xml"], "OpenDocument"),
        (["[Content_Types].xml", "word/styles.xml"], "hỏng"),
    ],
)
def test_other_zip_files_are_named(write_zip, names, words):
    assert words in refusal(write_zip(dict.fromkeys(names, "<x/>")))


@pytest.mark.parametrize("part", ["word/document.xml", "_rels/.rels"])
def test_missing_parts(write_zip, word_xml, part):
    parts = word_xml(TEXT)
    del parts[part]
    assert "hỏng" in refusal(write_zip(parts))


def test_missing_styles_are_no_fault(write_zip, word_xml):
    parts = word_xml(TEXT, styles="<w:style/>", numbering="<w:num/>")
    del parts["word/styles.xml"], parts["word/numbering.xml"]
    assert read_office_file(write_zip(parts)).blocks[0].text == "Chữ"


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<w:document",
        "<a></b>",
        "wordprocessingml " + "<a>" * 300,
        "wordprocessingml",
        '<?xml version="1.0" encoding="no-such"?><wordprocessingml/>',
    ],
)
def test_broken_xml(write_zip, word_xml, xml):
    assert "hỏng" in refusal(write_zip(word_xml(TEXT) | {"word/document.xml": xml}))


def test_a_word_part_without_a_body(write_zip, word_xml):
    parts = word_xml(TEXT)
    parts["word/document.xml"] = parts["word/document.xml"].replace("w:body", "w:background")
    assert "nội dung" in refusal(write_zip(parts))


DTDS = {
    "plain": "<!DOCTYPE w:document>",
    "external": '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">',
    "entity": '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    "laughs": "<!DOCTYPE w:document ["
    + '<!ENTITY x0 "ha">'
    + "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    + '<!ENTITY x "&x11;">]>',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("dtd", DTDS)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_any_dtd_is_refused(write_zip, word_xml, part, dtd, encoding):
    parts = word_xml(TEXT, styles="<w:style/>")
    text = f'<?xml version="1.0" encoding="{encoding[:6]}"?>{DTDS[dtd]}{parts[part]}'
    if "ENTITY" in text:
        text = text.replace("Chữ", "&x;")
    parts[part] = text.encode(encoding)
    sentence = refusal(write_zip(parts))
    assert "DTD" in sentence or ("hỏng" in sentence and dtd == "laughs")


def test_utf16_parts_are_read(write_zip, word_xml):
    parts = word_xml(TEXT)
    parts["word/document.xml"] = parts["word/document.xml"].encode("utf-16")
    assert read_office_file(write_zip(parts)).blocks[0].text == "Chữ"


def test_strict_files_are_read(write_zip, word_xml):
    strict = {
        "schemas.openxmlformats.org/wordprocessingml/2006": "purl.oclc.org/ooxml/wordprocessingml",
        "schemas.openxmlformats.org/officeDocument/2006": "purl.oclc.org/ooxml/officeDocument",
    }
    parts = word_xml(TEXT)
    for name, text in parts.items():
        for old, new in strict.items():
            text = text.replace(old, new)
        parts[name] = text
    assert read_office_file(write_zip(parts)).blocks[0].text == "Chữ"


def test_bomb_in_one_part(write_zip, word_xml):
    parts = word_xml(f"<w:p><w:r><w:t>{'A' * 30_000_000}</w:t></w:r></w:p>")
    assert "bung ra" in refusal(write_zip(parts))


def test_bomb_in_many_parts(write_zip, word_xml):
    picture = bytes(60 << 20)
    parts = word_xml(TEXT) | {f"word/media/{n}.bmp": picture for n in range(9)}
    assert "bung ra" in refusal(write_zip(parts))


def test_bomb_of_entries(write_zip, word_xml):
    parts = word_xml(TEXT) | {f"word/media/{n}": "" for n in range(package.MAX_ENTRIES)}
    assert "bung ra" in refusal(write_zip(parts))


def test_bomb_that_declares_a_small_size(tmp_path, write_zip, word_xml):
    path = write_zip(word_xml(f"<w:p>{' ' * 40_000_000}</w:p>"))
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("word/document.xml")
    data = path.read_bytes().replace(struct.pack("<L", entry.file_size), struct.pack("<L", 1000))
    path.write_bytes(data)
    assert "hỏng" in refusal(path)


def test_nested_archives_are_never_opened(write_zip, word_xml, tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", bytes(80 << 20))
    parts = word_xml(TEXT) | {"word/embeddings/x.zip": inner.getvalue()}
    assert read_office_file(write_zip(parts)).blocks[0].text == "Chữ"


def test_paths_that_leave_the_package_are_ignored(write_zip, word_xml, tmp_path):
    parts = word_xml(TEXT) | {"../../ngoài.txt": "x", "/etc/ngoài": "x", "..\\ngoài.txt": "x"}
    assert read_office_file(write_zip(parts)).blocks[0].text == "Chữ"
    assert not list(tmp_path.parent.glob("*ngoài*"))


def test_a_part_listed_twice_is_refused(write_zip, word_xml):
    path = write_zip(word_xml(TEXT))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", word_xml("<w:p/>")["word/document.xml"])
    assert "hỏng" in refusal(path)


def test_encrypted_entries(plain_docx):
    data = bytearray(plain_docx.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    plain_docx.write_bytes(bytes(data))
    assert "mật khẩu" in refusal(plain_docx)


def test_unknown_compression(write_zip, word_xml, tmp_path):
    path = tmp_path / "nén lạ.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in word_xml(TEXT).items():
            archive.writestr(name, data)
    assert "hỏng" in refusal(path)


def test_lost_letters_are_refused_with_their_place(tmp_path):
    document = docx.Document()
    document.add_table(2, 2).cell(1, 1).text = "Ph\ufffdng"
    document.save(tmp_path / "mất chữ.docx")
    assert "dòng 2, cột 2" in refusal(tmp_path / "mất chữ.docx")
    book = openpyxl.Workbook()
    book.active.title = "Phụ lục"
    book.active["C5"] = "S\ufffd"
    book.save(tmp_path / "mất chữ.xlsx")
    assert "“Phụ lục”, dòng 5, cột 3" in refusal(tmp_path / "mất chữ.xlsx")


def test_the_refusal_of_a_lone_package(plain_docx):
    assert open_package(plain_docx).kind == "word"


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_damaged_bytes_never_crash(plain_docx, changes):
    """Whatever bytes are changed: the file is read, or refused as the user's matter."""
    original = plain_docx.read_bytes()
    data = bytearray(original)
    for place, byte in changes:
        data[int(place * (len(data) - 1))] = byte
    plain_docx.write_bytes(bytes(data))
    try:
        read_office_file(plain_docx)
    except RefusedInput:
        pass
    finally:
        plain_docx.write_bytes(original)
