"""The words of paragraphs and cells as a plan keeps them: blanks folded, lines kept, automatic
numbers and bullets written out.
"""

from cchc_desktop.domain.vietnamese import fold, one_line, tidy
from cchc_desktop.intake.numbering import is_bullet
from cchc_desktop.office.grid import SourceCell, SourceParagraph, SourceTable


def paragraph_text(paragraph: SourceParagraph) -> str:
    """The paragraph as printed; every automatic bullet is a dash."""
    text = paragraph.text
    if "  " in text or not text.isprintable():  # else it is tidy already, but for its ends
        text = tidy(text)
    text = text.strip()
    if not paragraph.number:
        return text
    mark = "-" if is_bullet(paragraph.number) else paragraph.number.strip()
    return f"{mark} {text}" if text else ("" if mark == "-" else mark)


def cell_text(cell: SourceCell) -> str:
    """The cell's paragraphs joined by "\\n", those of tables inside it after them, a row a line."""
    paragraphs = cell.paragraphs
    if len(paragraphs) == 1 and not cell.nested:  # as nearly all cells are
        return paragraph_text(paragraphs[0])
    written = [p for p in paragraphs if p.text and not p.text.isspace()]
    kept = [text for p in written or paragraphs if (text := paragraph_text(p))]
    for table in cell.nested:
        kept += table_lines(table)
    return "\n".join(kept)


def table_lines(table: SourceTable) -> list[str]:
    """A table as text: a row a line, its cells apart by " | "."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if text := one_line(cell_text(cell)):
            rows.setdefault(cell.row, []).append(text)
    return [" | ".join(texts) for texts in rows.values()]


def folded(text: str) -> str:
    """One line without diacritics, in lower case: what patterns are matched against."""
    return fold(one_line(text))
