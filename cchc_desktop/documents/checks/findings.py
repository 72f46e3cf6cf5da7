"""Collects what breaks the rules and groups it: one finding a rule, with its count and first
places.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cchc_desktop.documents.form.pieces import Piece
from cchc_desktop.documents.nd30 import ElementForm, Nd30
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.office.formatted import FormattedSection

if TYPE_CHECKING:
    from cchc_desktop.documents.checks.lines import FoundLine

_PLACES = 3  # that a finding names
_QUOTED = 40  # characters of a paragraph
_ALIGN = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều hai lề"}


class Breach(NamedTuple):
    """One place where a rule is broken; `of` is what breaks it, None where that is missing; `line`
    the wrong line below it.
    """

    key: str
    of: Piece | FormattedSection | None
    line: "FoundLine | None" = None


@dataclass
class Findings:
    """What was found so far, in the order of the checks."""

    rules: Nd30
    breaches: list[Breach] = field(default_factory=list)
    _found: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    _asked: dict[str, tuple[str, str]] = field(default_factory=dict)  # what, by which article

    def add(
        self,
        key: str,
        found: str,
        where: Piece | str | None = None,
        *,
        of: Piece | FormattedSection | None = None,
        line: "FoundLine | None" = None,
    ) -> None:
        """A rule that is broken; `where` is a piece, or a place in words, else the rule's title;
        `of` what breaks it, where that is not the piece; `line` as in `Breach`.
        """
        rule = self.rules.rules[key]
        of = of or (where if isinstance(where, Piece) else None)
        self._keep(Breach(key, of, line), found, where or rule.title, (rule.expected, rule.article))

    def grouped(self) -> list[Finding]:
        """One finding for each broken rule, in the order of the groups."""
        rank = list(self.rules.groups)
        findings = []
        for key, (places, values) in self._found.items():
            expected, article = self._asked[key]
            found = "; ".join(values[:_PLACES])
            group = self.rules.group_of(key)
            title = self.rules.title_of(key)
            findings.append(
                Finding(key, _places(places), found, expected, None, "", title, group, article)
            )
        return sorted(findings, key=lambda finding: rank.index(finding.group))

    def check_looks(
        self,
        key: str,
        pieces: Iterable[Piece],
        where: str = "",
        aspects: Iterable[str] = ("size", "bold", "italic", "caps", "align"),
    ) -> set[str]:
        """Holds pieces against the look of an element; the aspects that are wrong."""
        form, wrong = self.rules.elements[key], set()
        for piece in pieces:
            for aspect in aspects:
                found = _CHECKS[aspect](piece, form) if piece.letters else ""
                if found:
                    self._add_look(key, aspect, found, piece, where or piece)
                    wrong.add(aspect)
        return wrong

    def _add_look(
        self, key: str, aspect: str, found: str, piece: Piece, where: Piece | str
    ) -> None:
        """An element that looks wrong in one aspect: size, bold, italic, caps or align."""
        form = self.rules.elements[key]
        asked = _expected_look(form, aspect), form.article
        self._keep(Breach(f"{key}.{aspect}", piece), found, where, asked)

    def _keep(self, breach: Breach, found: str, where: Piece | str, asked: tuple[str, str]) -> None:
        place = place_text(where) if isinstance(where, Piece) else where
        places, values = self._found.setdefault(breach.key, ([], []))
        places.append(place)
        if found not in values:
            values.append(found)
        self._asked[breach.key] = asked
        self.breaches.append(breach)


def place_text(piece: Piece) -> str:
    """ "Đoạn 12: «Căn cứ Luật…»"."""
    return f"Đoạn {piece.place.number}: «{shortened(piece.text, _QUOTED)}»"


def points_text(value: float) -> str:
    """A number as Vietnamese offices write it: "13", "12,5"."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def _places(places: list[str]) -> str:
    distinct = list(dict.fromkeys(places))
    text = "; ".join(distinct[:_PLACES])
    more = len(distinct) - _PLACES
    return f"{text} và {more} chỗ khác (cộng {len(distinct)} chỗ)" if more > 0 else text


def _expected_look(form: ElementForm, aspect: str) -> str:
    if aspect == "size":
        low, high = form.size
        return f"cỡ chữ {points_text(low)}" + (f"–{points_text(high)}" if high > low else "")
    if aspect == "align":
        return f"canh {_ALIGN[form.align or 'left']}"
    wanted = getattr(form, aspect)
    words = {
        "bold": ("chữ đậm", "chữ không đậm"),
        "italic": ("chữ nghiêng", "chữ đứng"),
        "caps": ("chữ in hoa", "chữ in thường"),
    }[aspect]
    return words[0] if wanted else words[1]


def _size(piece: Piece, form: ElementForm) -> str:
    low, high = form.size
    wrong = sorted({run.size for run in piece.letters if not low <= run.size <= high})
    return "cỡ chữ " + ", ".join(map(points_text, wrong)) if wrong else ""


def _bold(piece: Piece, form: ElementForm) -> str:
    return _toggle({run.bold for run in piece.letters}, form.bold, "chữ đậm", "chữ không đậm")


def _italic(piece: Piece, form: ElementForm) -> str:
    return _toggle({run.italic for run in piece.letters}, form.italic, "chữ nghiêng", "chữ đứng")


def _toggle(looks: set[bool], wanted: bool | None, on: str, off: str) -> str:
    if wanted is None or looks == {wanted}:
        return ""
    words = off if wanted else on
    return words if len(looks) == 1 else f"một phần {words}"


def _caps(piece: Piece, form: ElementForm) -> str:
    if form.caps is True and not all(map(is_capital_word, piece.text.split())):
        return "chữ in thường"
    if form.caps is False and len(piece.text) > 3 and piece.text == piece.text.upper():
        return "chữ in hoa"
    return ""


def is_capital_word(word: str) -> bool:
    """Capitals; a word with a figure or an abbreviation such as "SNgV" keeps its own letters."""
    if word == word.upper() or any(map(str.isdigit, word)):
        return True
    capitals = sum(map(str.isupper, word))
    return capitals >= 2 and sum(map(str.islower, word)) == 1


def _align(piece: Piece, form: ElementForm) -> str:
    in_columns = piece.side and not piece.place.table  # by tabs or blanks: no alignment to hold
    if form.align is None or in_columns or piece.paragraph.align == form.align:
        return ""
    return f"canh {_ALIGN[piece.paragraph.align]}"


_CHECKS = {"size": _size, "bold": _bold, "italic": _italic, "caps": _caps, "align": _align}
