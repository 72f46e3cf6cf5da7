"""Chooses for each broken rule how it is mended, or leaves it to the clerk: words, their order,
what is missing and who signs are never touched.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from cchc_desktop.documents.checks.findings import Breach, Findings
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece
from cchc_desktop.documents.repairs import looks, sheets, texts
from cchc_desktop.documents.repairs.case import Case
from cchc_desktop.office.file_repairs import Compose, FileRepair, RuleBelow, RuleInstead, TextEdit
from cchc_desktop.office.formatted import FormattedDocument, FormattedSection

_OfPiece = Callable[[Case, Piece], Iterator[FileRepair]]
_OfSection = Callable[[Case, FormattedSection], Iterator[FileRepair]]

_PIECES: dict[str, _OfPiece] = {
    "font.name": looks.font,
    "font.colour": looks.colour,
    "font.unicode": texts.compose,
    "text.blanks": texts.blanks,
    "text.mark": texts.blanks_before_marks,
    "number_line.zero": texts.number_zero,
    "place_date.zero": texts.date_zeros,
    "letterhead.sizes": looks.sizes_together,
    "motto.spacing": looks.motto_spacing,
    "letter_subject.gap": looks.letter_subject_gap,
    "body.first_line": looks.first_line,
    "body.gap": looks.gap,
    "body.line": looks.line,
    "body.same_size": looks.same_size,
    "page_number.size": sheets.number_look,
    "page_number.bold": sheets.number_look,
    "page_number.italic": sheets.number_look,
    "page_number.align": sheets.number_align,
}
_SECTIONS: dict[str, _OfSection] = {
    "page.paper": sheets.paper,
    "page.margin_top": sheets.margins,
    "page.margin_bottom": sheets.margins,
    "page.margin_left": sheets.margins,
    "page.margin_right": sheets.margins,
    "page_number.missing": sheets.add_numbers,
    "page_number.place": sheets.drop_footer_numbers,
    "page_number.first_page": sheets.hide_first,
    "page_number.start": sheets.from_one,
    "page_number.appendix": sheets.from_one,
    "page_number.figures": sheets.arabic,
}
_STAGES: tuple[tuple[type, ...], ...] = (
    (TextEdit, Compose),
    (RuleBelow, RuleInstead),
)  # first, last


class Repairs:
    """How the breaches of one document are mended."""

    def __init__(self, document: FormattedDocument, form: Form, findings: Findings) -> None:
        case = Case(document, form, findings.rules)
        self._by_breach = [(breach.key, tuple(_of(case, breach))) for breach in findings.breaches]

    def counts(self) -> Counter[str]:
        """In how many places each rule's breaches are mended."""
        return Counter(key for key, repairs in self._by_breach if repairs)

    def next(self) -> tuple[FileRepair, ...]:
        """The repairs to be done before the document is looked at again: characters first, since
        they move what follows, and rules last, as long as the words over them are then.
        """
        every = dict.fromkeys(repair for _, repairs in self._by_breach for repair in repairs)
        first, last = _STAGES
        parts = (
            [one for one in every if isinstance(one, first)],
            [one for one in every if not isinstance(one, first + last)],
            [one for one in every if isinstance(one, last)],
        )
        return tuple(next(filter(None, parts), ()))


def _of(case: Case, breach: Breach) -> Iterator[FileRepair]:
    key, of, line = breach
    if isinstance(of, FormattedSection) and key in _SECTIONS:
        yield from _SECTIONS[key](case, of)
    elif isinstance(of, Piece):
        element, _, aspect = key.rpartition(".")
        if aspect == "rule":
            yield from looks.rule(case, of, line)
        elif key in _PIECES:
            yield from _PIECES[key](case, of)
        elif aspect in looks.ASPECTS:
            yield from looks.ASPECTS[aspect](case, of, case.rules.elements[element])
