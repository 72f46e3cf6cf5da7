"""The bytes of a file that the user chose, and what they are when they are no .docx or .xlsx."""

from pathlib import Path

from cchc_desktop.domain.errors import RefusedInput

MAX_FILE = 50 << 20  # bytes on disk

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office 97-2003 and of encryption
_HEAD = 1024  # bytes in which other kinds of files show themselves
_SAVE_AS = "hãy mở bằng {program}, chọn Lưu thành (Save As) dạng {kind} rồi nhập lại"
_SAVE_AS_WORD = _SAVE_AS.format(program="Word", kind=".docx")
_SAVE_AS_EXCEL = _SAVE_AS.format(program="Excel", kind=".xlsx")

_OLE_KINDS = (  # names of the streams inside, as they stand in the container
    (
        "EncryptedPackage",
        "được đặt mật khẩu; hãy mở bằng Word hoặc Excel, bỏ mật khẩu rồi nhập lại",
    ),
    ("WordDocument", f"là tệp Word đời cũ (.doc); {_SAVE_AS_WORD}"),
    ("Workbook", f"là tệp Excel đời cũ (.xls); {_SAVE_AS_EXCEL}"),
    ("Book", f"là tệp Excel đời cũ (.xls); {_SAVE_AS_EXCEL}"),
)
_OLE_OTHER = (
    f"là tệp Office đời cũ; {_SAVE_AS.format(program='Word hoặc Excel', kind='.docx, .xlsx')}"
)
_PDF = b"%pdf-"
_KINDS = (
    (_PDF, "là tệp PDF; hãy xin tệp Word hoặc Excel gốc từ nơi gửi"),
    (b"{\\rtf", f"là tệp RTF; {_SAVE_AS_WORD}"),
    (b"mime-version:", f"là trang web (.mht); {_SAVE_AS_WORD}"),
    (b'progid="word.document"', f"là tệp Word dạng XML; {_SAVE_AS_WORD}"),
    (b'progid="excel.sheet"', f"là tệp Excel dạng XML; {_SAVE_AS_EXCEL}"),
    (
        b"<html",
        f"là trang web (HTML); {_SAVE_AS.format(program='Word hoặc Excel', kind='.docx, .xlsx')}",
    ),
    (b"<!doctype html", f"là trang web (HTML); {_SAVE_AS_WORD}"),
)


def read_bytes(path: Path) -> bytes:
    """All bytes of a file of at most MAX_FILE; RefusedInput when there is no such file to read."""
    name = path.name
    try:
        if path.is_dir():
            raise RefusedInput(f"“{name}” là một thư mục; hãy chọn một tệp .docx hoặc .xlsx.")
        if not path.exists():
            raise RefusedInput(f"Không tìm thấy tệp “{path}”; hãy xem lại tên và nơi để tệp.")
        if not path.is_file():
            raise RefusedInput(f"“{name}” không phải là tệp; hãy chọn một tệp .docx hoặc .xlsx.")
        if path.stat().st_size > MAX_FILE:
            raise RefusedInput(
                f"Tệp “{name}” lớn hơn {MAX_FILE >> 20} MB; hãy bỏ bớt ảnh trong tệp rồi nhập lại."
            )
        raw = path.read_bytes()
    except PermissionError as error:
        raise RefusedInput(
            f"Không được phép đọc tệp “{name}”, hoặc tệp đang mở ở chương trình khác; "
            "hãy đóng tệp hay chép tệp ra chỗ khác rồi nhập lại."
        ) from error
    except OSError as error:
        raise RefusedInput(
            f"Không đọc được tệp “{name}” ({error.strerror}); hãy chép tệp về máy rồi nhập lại."
        ) from error
    if not raw:
        raise RefusedInput(f"Tệp “{name}” rỗng (0 byte); hãy xin lại tệp từ nơi gửi.")
    return raw


def is_pdf(raw: bytes) -> bool:
    """Whether bytes are a PDF, which may begin behind some others."""
    return _PDF in raw[:_HEAD].lower()


def foreign_kind(raw: bytes) -> str:
    """What bytes are that don't begin a zip archive, and what to do: the rest of a sentence."""
    if raw.startswith(_OLE):
        kinds = (text for stream, text in _OLE_KINDS if stream.encode("utf-16-le") in raw)
        return next(kinds, _OLE_OTHER)
    head = raw[:_HEAD].replace(b"\0", b"").lower()  # without the zeros of UTF-16
    kinds = (text for mark, text in _KINDS if mark in head)
    return next(
        kinds, "không phải là tệp Word (.docx) hay Excel (.xlsx), hoặc đã hỏng; hãy xin lại tệp gốc"
    )
