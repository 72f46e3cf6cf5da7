"""The phụ lục số liệu: values, percentages from their parts, comparison, and what is wrong."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.domain.figures import agrees, decimal_words, read_decimal
from cchc_desktop.domain.report import Indicator
from cchc_desktop.services import figures, planning
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.figures import FigureLine, figure_findings, figure_lines
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    paths = Paths(tmp_path / "data", tmp_path, tmp_path)
    with Project.create(tmp_path / "KH.cchc", paths, Person("Lan", "PC")) as project:
        yield project


def write(project: Project, code: str, value: str, key: str = "h1", year: int = 2027) -> None:
    period = project.period(year, key)
    project.apply(figures.write_figure(project, f"indicator-{code}", period, value))


def line(project: Project, code: str, key: str = "h1") -> FigureLine:
    lines = figure_lines(project, 2027, project.period(2027, key))
    return next(one for one in lines if one.indicator.code == code)


def rules(project: Project) -> list[str]:
    return [f.rule for f in figure_findings(project, 2027, project.period(2027, "h1"))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("196", "196"),
        ("1.250", "1250"),
        ("1.250,5", "1250.5"),
        ("63,78 %", "63.78"),
        ("12.34", None),
        ("196 hồ sơ", None),
        ("", None),
    ],
)
def test_numbers_are_read_as_they_are_typed(text: str, value: str | None) -> None:
    assert read_decimal(text) == (Decimal(value) if value is not None else None)


def test_numbers_are_written_with_a_comma() -> None:
    assert decimal_words(Decimal(12500) / Decimal(196)) == "63,78"
    assert decimal_words(Decimal("75.5")) == "75,50"
    assert decimal_words(Decimal(64)) == "64"
    assert decimal_words(Decimal("1234567.5")) == "1.234.567,50"


def test_a_typed_number_may_be_rounded() -> None:
    share = Decimal(12500) / Decimal(196)
    assert [agrees(text, share) for text in ("63,78", "63,8 %", "64", "63", "63,77")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_the_shipped_indicators_name_their_parts() -> None:
    shipped = figures.indicators_of(Contents({}), 2027)
    codes = [indicator.code for indicator in shipped]
    assert len(codes) == len(set(codes)) > 40
    assert codes.index("3.9") < codes.index("3.10")
    for indicator in shipped:
        assert not indicator.verified
        assert {indicator.numerator, indicator.denominator} <= {"", *codes}
        assert bool(indicator.numerator) == bool(indicator.denominator) == (indicator.unit == "%")


def test_a_percentage_is_made_of_its_parts_and_compared(project: Project) -> None:
    write(project, "3.7", "182", "q1")
    write(project, "3.8", "105", "q1")
    write(project, "3.7", "90", "h1", 2026)
    write(project, "3.8", "90", "h1", 2026)
    write(project, "3.7", "196")
    assert line(project, "3.9").value == ""
    write(project, "3.8", "125")
    share = line(project, "3.9")
    assert (share.value, share.words) == ("63,78", "63,78 %")
    assert (share.before, share.last_year) == ("57,69", "100")
    assert (line(project, "3.7").words, line(project, "3.7").before) == ("196 hồ sơ", "182")
    assert rules(project) == []


def test_what_does_not_add_up_is_found(project: Project) -> None:
    write(project, "3.7", "100")
    write(project, "3.8", "64")
    write(project, "3.9", "65")
    assert rules(project) == ["figure-percentage"]
    write(project, "3.9", "64 %")
    assert rules(project) == []
    write(project, "3.8", "164")
    assert rules(project) == ["figure-percentage", "figure-parts"]
    write(project, "3.9", "")
    write(project, "3.8", "nhiều")
    assert rules(project) == ["figure-number"]


def test_the_first_value_takes_the_indicators_into_the_file(project: Project) -> None:
    before = figures.indicators_of(project, 2027)
    write(project, "3.7", "196")
    assert project.indicators(2027)
    assert figures.indicators_of(project, 2027) == before
    project.apply(planning.edit(project, "indicator-3.7", name="Hồ sơ"))
    assert line(project, "3.7").indicator.name == "Hồ sơ"
    write(project, "3.7", "")
    assert project.all_figures() == []


def test_indicators_come_and_go(project: Project) -> None:
    project.apply(figures.delete_indicators(project, ["indicator-1.1"]))
    project.apply(figures.add_indicator(project, Indicator("x", "9.1", "Việc khác", "việc")))
    codes = [indicator.code for indicator in figures.indicators_of(project, 2027)]
    assert ("1.1" in codes, codes[-1]) == (False, "9.1")
    write(project, "3.7", "196")
    project.apply(figures.delete_indicators(project, ["indicator-3.7"]))
    assert project.all_figures() == []


def test_a_shipped_indicator_is_taken_into_the_file_when_it_is_edited(project: Project) -> None:
    shipped = line(project, "1.1").indicator
    change = figures.edit_indicator(project, shipped.id, name="Việc trong kế hoạch")
    project.apply(change)
    assert line(project, "1.1").indicator.name == "Việc trong kế hoạch"
    assert line(project, "1.2").indicator.name
    project.apply(figures.edit_indicator(project, shipped.id, unit="việc"))
    assert line(project, "1.1").indicator.unit == "việc"
