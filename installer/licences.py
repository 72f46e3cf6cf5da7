"""The licences of what is shipped: those that wheels leave out, and one overview of all."""

from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

_TEXTS = Path(__file__).parent / "licence_texts"
_OF_QT = ("LGPL-3.0.txt", "GPL-3.0.txt", "Qt-third-party.txt")
_RULE = "—" * 72
_HEAD = """CCHC Desktop {version}

Các phần kèm theo và giấy phép của từng phần; nguyên văn các giấy phép ở dưới.

Python (thư mục runtime): PSF-2.0
SQLite (sqlite3.dll): thuộc phạm vi công cộng
Microsoft Visual C++ Runtime (vcruntime140*.dll, msvcp140*.dll): theo điều khoản phân phối lại
của Microsoft
Lucide (hình nút lệnh): ISC
NSIS (bộ cài đặt và uninstall.exe): zlib/libpng
{parts}

Qt và PySide6 được dùng theo giấy phép LGPL-3.0: nối động, không sửa; ai cũng có thể thay các tệp
trong lib\\PySide6 và lib\\shiboken6 bằng bản khác cùng phiên bản. Mã nguồn: code.qt.io.
"""


def add_qt_licences(library: Path) -> None:
    """The texts that Qt's wheels only name, beside their metadata, where the program's own list
    finds them.
    """
    for about in sorted(library.glob("pyside6_essentials-*.dist-info")):
        (about / "licenses").mkdir(exist_ok=True)
        (about / "licenses" / "LicenseRef-Qt-Commercial.txt").unlink()
        listed = (about / "RECORD").read_text(encoding="utf-8").splitlines()
        listed = [line for line in listed if "LicenseRef-Qt-Commercial" not in line]
        for text in _OF_QT:
            name = f"LICENSE.{text}"
            (about / "licenses" / name).write_bytes((_TEXTS / text).read_bytes())
            listed.append(f"{about.name}/licenses/{name},,")
        lines = "\n".join(sorted(listed)) + "\n"
        (about / "RECORD").write_text(lines, encoding="utf-8", newline="\n")


def write_overview(stage: Path, version: str) -> None:
    """GIAY-PHEP.txt: each part by name, version and licence, then the texts."""
    parts, texts = [], [("Python", stage / "runtime" / "LICENSE.txt")]
    texts.append(("Lucide", stage / "app" / "resources" / "icons" / "LICENSE"))
    texts.append(("NSIS", _TEXTS / "NSIS.txt"))
    for about in sorted((stage / "lib").glob("*.dist-info")):
        fields = HeaderParser().parsestr((about / "METADATA").read_text(encoding="utf-8"))
        parts.append(f"{fields['Name']} {fields['Version']}: {_licence(fields)}")
        texts += [(fields["Name"], text) for text in licence_texts(about)]
    lines = [_HEAD.format(version=version, parts="\n".join(parts))]
    for name, path in texts:
        lines += [_RULE, f"{name}: {path.name}", _RULE, text_of(path).strip(), ""]
    text = "\n".join(lines).replace("\r\n", "\n")
    (stage / "GIAY-PHEP.txt").write_text(text, encoding="utf-8-sig", newline="\r\n")


def text_of(path: Path) -> str:
    """A licence's words; a few old ones are not in UTF-8."""
    stored = path.read_bytes()
    try:
        return stored.decode("utf-8")
    except UnicodeDecodeError:
        return stored.decode("cp1252", "replace")


def licence_texts(about: Path) -> list[Path]:
    """The licence files beside a part's metadata."""
    skipped = ("METADATA", "RECORD")
    return [p for p in sorted(about.rglob("*")) if p.is_file() and p.name not in skipped]


def _licence(fields: Message) -> str:
    named = fields["License-Expression"] or fields["License"] or ""
    if named.strip():
        return str(named).strip().splitlines()[0]
    classes = fields.get_all("Classifier") or []
    found = [value for value in classes if value.startswith("License ::")]
    return found[0].rpartition(" :: ")[2] if found else "xem nguyên văn ở dưới"
