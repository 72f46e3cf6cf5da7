"""Mends in a copy of a Word file what is safe to mend in its form; the file itself is only read."""

from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.documents.checker import Checked, check_document
from cchc_desktop.documents.file_names import free_name
from cchc_desktop.domain.errors import RefusedOutput
from cchc_desktop.domain.finding import Finding
from cchc_desktop.office.docx_repair import repaired
from cchc_desktop.office.formatting import formatting_of
from cchc_desktop.office.package import open_package
from cchc_desktop.office.target import write_safely

_ROUNDS = 8  # characters, looks, page numbers, rules; what one changes another may have to follow


@dataclass(frozen=True, slots=True)
class Repaired:
    """The copy, in how many places it was mended, and what is left for the clerk."""

    path: Path
    places: int
    left: list[Finding]


def copy_name(source: Path) -> Path:
    """ "NAME_da-sua.docx" beside the file, a name that is free."""
    return free_name(source.parent, f"{source.stem}_da-sua.docx")


def repair_copy(source: Path, target: Path | None = None) -> Repaired:
    """Writes the mended copy, by default beside the file; RefusedInput for a file that cannot be
    read, RefusedOutput where the copy cannot be written or would replace a file.
    """
    target = target or copy_name(source)
    if target.suffix.lower() != ".docx":
        raise RefusedOutput(f"Bản sửa {target.name} phải là tệp Word; hãy đặt tên có đuôi .docx.")
    if target.exists():
        raise RefusedOutput(f"Đã có tệp {target.name}; hãy chọn tên tệp khác cho bản sửa.")
    package = open_package(source)
    checked = check_document(formatting_of(package))
    places, done = _mendable(checked), set[object]()
    for _ in range(_ROUNDS):
        if not checked.repairs or checked.repairs in done:
            break
        done.add(checked.repairs)
        package = repaired(package, checked.repairs)
        checked = check_document(formatting_of(package))
    write_safely(target, package.raw)
    return Repaired(target, places - _mendable(checked), checked.findings)


def _mendable(checked: Checked) -> int:
    return sum(finding.mendable for finding in checked.findings)
