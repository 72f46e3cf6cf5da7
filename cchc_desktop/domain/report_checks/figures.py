"""Figures in a report's text that differ from the phụ lục, and percentages that do not follow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.domain.figures import agrees, decimal_words, percentage, read_decimal
from cchc_desktop.domain.report_checks.text import Flaw, Line, Located, ReportText
from cchc_desktop.domain.vietnamese import nfc

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NEAR = re.compile(  # a number soon after a name, with no mark that ends a clause between
    rf"(?P<gap>[^.;\d]{{0,40}}?)(?P<number>{_NUMBER})(?P<unit>\s*%)?"
)
_OF = r"(?:\s*/|(?:\s+[^\W\d]+){0,3}?\s+trên(?: tổng(?: số)?)?)\s*"
_SHARE = re.compile(  # "31/75 nhiệm vụ, đạt 41,33%"; "31 hồ sơ trên tổng số 75 (41,33 %)"
    rf"(?=\d)(?<![\d/])(?P<part>{_NUMBER}){_OF}(?P<whole>{_NUMBER})(?!\s*/)"
    rf"(?P<gap>[^.;\d]{{1,60}}?)(?P<share>{_NUMBER})\s*%"
)
_DATED = re.compile(r"(?:ngày|tháng|quý|số)\s*$", re.IGNORECASE)
_ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """An indicator with its value of the period as it is printed; `source_id`: the record that a
    drafted text names as its source.
    """

    source_id: str
    name: str
    value: str
    unit: str = ""


def figure_flaws(text: ReportText, figures: Sequence[KnownFigure]) -> Iterator[Located]:
    """Numbers behind an indicator's name, or drafted from it, that are not its value."""
    known = [figure for figure in figures if read_decimal(figure.value) is not None]
    by_source = {figure.source_id: figure for figure in known}
    longest_first = sorted(known, key=lambda figure: -len(figure.name))
    for line in text.read():
        seen: set[int] = set()
        for start, end, source in line.sources:
            figure = by_source.get(source)
            name = line.text.lower().find(nfc(figure.name).lower(), start, end) if figure else -1
            at = name + len(figure.name) if figure and name >= 0 else start
            if figure and (flaw := _differing(line, figure, at, end, seen)):
                yield line, flaw
        for figure in longest_first:
            for match in re.finditer(re.escape(nfc(figure.name)), line.text, re.IGNORECASE):
                if flaw := _differing(line, figure, match.end(), len(line.text), seen):
                    yield line, flaw


def share_flaws(text: ReportText) -> Iterator[Located]:
    """Percentages in the text that the two numbers before them don't give."""
    for line in text.read():
        for match in _SHARE.finditer(line.text):
            part, whole = read_decimal(match["part"]), read_decimal(match["whole"])
            right = percentage(part, whole) if part is not None and whole is not None else None
            if right is None or right > _ALL or _DATED.search(line.text[: match.start()]):
                continue
            if not agrees(match["share"], right):
                words = decimal_words(right)
                found = f"{match['part']}/{match['whole']} không phải {match['share']} %"
                span = match.span("share")
                yield line, Flaw("wrong-share", *span, found, f"{words} %", "sai tỷ lệ", words)


def _differing(
    line: Line, figure: KnownFigure, start: int, end: int, seen: set[int]
) -> Flaw | None:
    """The first number of a stretch, where it is not the figure's; a percentage is not held against
    a count. What is `seen` was judged for a longer name.
    """
    match = _NEAR.match(line.text, start, end)
    if match is None or match.start("number") in seen or _DATED.search(match["gap"]):
        return None
    if bool(match["unit"]) != (figure.unit == "%"):
        return None
    seen.add(match.start("number"))
    value = read_decimal(figure.value)
    assert value is not None, "only figures that are numbers are compared"
    if agrees(match["number"], value):
        return None
    found = f"{figure.name}: {match['number']} ≠ số liệu {figure.value}"
    span = match.span("number")
    right = figure.value.removesuffix("%").rstrip()
    return Flaw("figure-differs", *span, found, figure.value, "khác số liệu", right)
