"""The phụ lục số liệu: its indicators, their values in a period beside those of earlier ones, and
what does not add up.

`figure_lines(contents, year, period)` is the table; `write_figure` types a value. The shipped
indicators serve until the first value or edit, which takes them into the file (`keep_indicators`);
then `planning.edit`, `add_indicator` and `delete_indicators` change them.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

import resources
from cchc_desktop.domain.agency import valid_in
from cchc_desktop.domain.change import Change, Edit
from cchc_desktop.domain.figures import agrees, decimal_words, percentage, read_decimal
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.report import Figure, Indicator
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.project import Project


@dataclass(frozen=True, slots=True)
class FigureLine:
    """An indicator in a period. `value`: as it is printed, typed or else computed ("" for none);
    `computed`: what its parts give, exactly; `before` and `last_year`: the values of the period
    before it in the year, and of the same period of the year before.
    """

    indicator: Indicator
    figure: Figure | None
    value: str
    computed: Decimal | None = None
    before: str = ""
    last_year: str = ""

    @property
    def source_id(self) -> str:
        """The record that the value comes from: the figure, of a computed one the indicator."""
        return self.figure.id if self.figure is not None else self.indicator.id

    @property
    def words(self) -> str:
        """The value with its unit, as a sentence says it: "63,78 %", "196 hồ sơ"."""
        return self.in_words(self.value)

    def in_words(self, value: str) -> str:
        """A value of the indicator with its unit."""
        unit = self.indicator.unit
        known = not unit or value.endswith(unit) or read_decimal(value) is None
        return value if known else f"{value} {unit}"


def indicators_of(contents: Contents, year: int) -> list[Indicator]:
    """The office's indicators of a year in the order of their codes; the shipped ones where it has
    none of its own.
    """
    own = contents.indicators(year) if contents.has_indicators() else shipped_indicators()
    return sorted(valid_in(own, year), key=lambda i: [*map(_part, i.code.split("."))])


@cache
def shipped_indicators() -> tuple[Indicator, ...]:
    """The indicators in resources/outlines/indicators.json; their place in the official form is not
    known.
    """
    stored = json.loads(resources.text("outlines/indicators.json"))
    return tuple(
        Indicator(id=f"indicator-{fields['code']}", group=group["group"], **fields)
        for group in stored
        for fields in group["indicators"]
    )


def figure_lines(contents: Contents, year: int, period: ReportingPeriod) -> list[FigureLine]:
    """The table of a period, every indicator of the year a line."""
    indicators = indicators_of(contents, year)
    before = [other for other in contents.periods(year) if other.ends < period.ends]
    last_year = [other for other in contents.periods(year - 1) if other.key == period.key]
    values = _values(contents, indicators, period)
    earlier = _values(contents, indicators, before[-1]) if before else {}
    formerly = _values(contents, indicators, last_year[0]) if last_year else {}
    return [
        replace(
            values[indicator.id],
            before=earlier[indicator.id].value if earlier else "",
            last_year=formerly[indicator.id].value if formerly else "",
        )
        for indicator in indicators
    ]


def write_figure(
    project: Project, indicator_id: str, period: ReportingPeriod, value: str, note: str = ""
) -> Change:
    """A value as typed; an empty one is taken away."""
    known = next((f for f in project.figures(period) if f.indicator_id == indicator_id), None)
    before = known or Figure(new_id(), indicator_id, period.id)
    after = replace(before, value=nfc(value).strip(), note=nfc(note).strip())
    left = after if after.value or after.note else None
    edits = () if known is None and left is None else (Edit(known, left),)
    return Change("Ghi số liệu", (*keep_indicators(project).edits, *edits))


def keep_indicators(contents: Contents) -> Change:
    """The shipped indicators in the file, to be edited; nothing where the office has its own."""
    shipped = () if contents.has_indicators() else shipped_indicators()
    return Change("Lấy danh mục chỉ tiêu", tuple(Edit(None, i) for i in shipped))


def add_indicator(contents: Contents, indicator: Indicator) -> Change:
    """A new indicator of the office's own."""
    return Change("Thêm chỉ tiêu", (*keep_indicators(contents).edits, Edit(None, indicator)))


def edit_indicator(project: Project, indicator_id: str, /, **fields: Any) -> Change:
    """An indicator with other words in some fields, also one of those that are shipped."""
    edits = []
    for edit in keep_indicators(project).edits or (Edit(project.record(indicator_id), None),):
        before = edit.before or edit.after
        assert isinstance(before, Indicator), "only indicators"
        after = replace(before, **fields) if before.id == indicator_id else before
        edits.append(Edit(edit.before, after))
    return Change("Sửa chỉ tiêu", tuple(edits))


def delete_indicators(project: Project, ids: Collection[str]) -> Change:
    """Indicators taken away, with their figures of all periods."""
    kept = keep_indicators(project).edits
    figures = [Edit(f, None) for f in project.all_figures() if f.indicator_id in ids]
    if kept:
        return Change("Xoá chỉ tiêu", tuple(edit for edit in kept if edit.record.id not in ids))
    gone = [Edit(project.record(indicator_id), None) for indicator_id in ids]
    return Change("Xoá chỉ tiêu", (*figures, *gone))


def figure_findings(contents: Contents, year: int, period: ReportingPeriod) -> list[Finding]:
    """Percentages that their parts don't give, parts that are more than the whole, and what is no
    number where one is counted with.
    """
    lines = figure_lines(contents, year, period)
    by_code = {line.indicator.code: line for line in lines}
    counted = {code for line in lines for code in _parts(line.indicator)}
    return [found for line in lines for found in _line_findings(line, by_code, counted)]


def _values(
    contents: Contents, indicators: list[Indicator], period: ReportingPeriod
) -> dict[str, FigureLine]:
    figures = {figure.indicator_id: figure for figure in contents.figures(period)}
    typed = {i.code: figures[i.id].value for i in indicators if i.id in figures}
    return {i.id: _line(i, figures.get(i.id), typed) for i in indicators}


def _line(indicator: Indicator, figure: Figure | None, typed: dict[str, str]) -> FigureLine:
    parts = [read_decimal(typed.get(c, "")) for c in (indicator.numerator, indicator.denominator)]
    numerator, denominator = parts
    computed = None
    if numerator is not None and denominator is not None:
        computed = percentage(numerator, denominator)
    value = figure.value if figure is not None else ""
    if not value and computed is not None:
        value = decimal_words(computed)
    return FigureLine(indicator, figure, value, computed)


def _line_findings(
    line: FigureLine, by_code: dict[str, FigureLine], counted: set[str]
) -> Iterator[Finding]:
    indicator, value = line.indicator, line.value
    where = f"Số liệu {indicator.code} {indicator.name}"
    at = Place(line.source_id, "value")
    if line.computed is not None and not agrees(value, line.computed):
        right = f"{decimal_words(line.computed)} %"
        yield Finding(
            "figure-percentage", where, value, f"Theo tử số và mẫu số là {right}", at, "sai"
        )
    if line.computed is not None and line.computed > 100:
        parts = [by_code[c].value for c in (indicator.numerator, indicator.denominator)]
        yield Finding(
            "figure-parts", where, " / ".join(parts), "Tử số không lớn hơn mẫu số", at, "quá 100 %"
        )
    if value and indicator.code in counted and read_decimal(value) is None:
        yield Finding(
            "figure-number", where, value, "Một con số, ví dụ 1.250 hoặc 63,5", at, "chưa là số"
        )


def _parts(indicator: Indicator) -> tuple[str, str]:
    return indicator.numerator, indicator.denominator


def _part(code: str) -> tuple[int, str]:
    return (int(code), "") if code.isdecimal() else (0, code)
