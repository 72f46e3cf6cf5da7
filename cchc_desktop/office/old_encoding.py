"""Files typed in TCVN3 or VNI, whose letters are Vietnamese in the fonts of those encodings only:
told by fonts and letters together, as Unicode may stand in such a font too. Looked into only where
a file names such a font.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.formatted import paragraphs
from cchc_desktop.office.formatting import formatting_of
from cchc_desktop.office.package import Package
from cchc_desktop.office.xlsx_book import Look, S, read_book, unsigned

_ENCODINGS = {".vn": "TCVN3", "vni-": "VNI"}  # by how their fonts' names begin
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")
_OLD = re.compile("(?<=[A-Za-z])[¡-¦¨ª-¬µ¶¸¹¼-¾ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþ]")
_FEWEST = 3  # letters that Vietnamese in Unicode does not have; a foreign name may have one

Words = Iterator[tuple[str, str]]  # (font, text)


def refuse_old_encoding(package: Package) -> None:
    """RefusedInput where words in a font of TCVN3 or VNI are in that encoding."""
    met = 0
    for font, text in _words_in_word(package) if package.kind == "word" else _in_excel(package):
        encoding = _encoding(font)
        if not encoding or _UNICODE.search(text):
            continue
        met += len(_OLD.findall(text))
        if met >= _FEWEST:
            raise RefusedInput(
                f"Tệp “{package.name}” gõ bằng bảng mã cũ {encoding} (phông {font}), không phải "
                "Unicode; hãy chuyển mã sang Unicode, chẳng hạn bằng công cụ chuyển mã của Unikey "
                "(Ctrl+Shift+F6), rồi nhập lại."
            )


def _encoding(font: str) -> str:
    return next((name for start, name in _ENCODINGS.items() if font.lower().startswith(start)), "")


def _words_in_word(package: Package) -> Words:
    """The words of each paragraph in one font."""
    for section in formatting_of(package).sections:
        for paragraph in paragraphs(section.blocks):
            words: dict[str, str] = {}
            for run in paragraph.runs:
                for font in run.fonts:
                    words[font] = words.get(font, "") + run.text
            yield from words.items()


def _in_excel(package: Package) -> Words:
    """The words of each cell, and of each run in a cell of several fonts."""
    book = read_book(package, package.xml(package.main))
    styles = next(package.related(package.main, "styles"), None)
    fonts = [] if styles is None else list(_fonts_by_style(package.xml(styles)))
    for sheet in package.related(package.main, "worksheet"):
        for cell in package.elements(sheet, f"{S}c"):
            style = unsigned(cell.get("s"), 0)
            if style < len(fonts) and _encoding(fonts[style]):
                yield fonts[style], book.shown(cell, Look()).text
            yield from _runs(cell.iter(f"{S}r"))
    for part in package.related(package.main, "sharedStrings"):
        yield from _runs(package.elements(part, f"{S}r"))


def _runs(runs: Iterable[etree._Element]) -> Words:
    for run in runs:
        font = run.find(f"{S}rPr/{S}rFont")
        yield "" if font is None else font.get("val", ""), run.findtext(f"{S}t") or ""


def _fonts_by_style(styles: etree._Element) -> Iterator[str]:
    names = [font.find(f"{S}name") for font in styles.iterfind(f"{S}fonts/{S}font")]
    fonts = ["" if name is None else name.get("val", "") for name in names]
    for look in styles.iterfind(f"{S}cellXfs/{S}xf"):
        number = unsigned(look.get("fontId"), 0)
        yield fonts[number] if number < len(fonts) else ""
