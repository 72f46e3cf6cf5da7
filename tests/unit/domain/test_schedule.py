"""What the words of time cells mean.

The cells stand in tests/data/schedule, a file for each subject: year of the plan -> text -> the
fields of its Schedule that are not empty. Days are written d/M, spans d/M-d/M, with the year behind
where it is not the plan's; several stand side by side.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.schedule import Schedule, read_schedule, schedule_json

CELLS = Path(__file__).parents[2] / "data" / "schedule"
YEAR = 2024


def cells() -> list[object]:
    return [
        pytest.param(int(year), text, fields, id=f"{path.stem} {year}: {text}")
        for path in sorted(CELLS.glob("*.json"))
        for year, texts in json.loads(path.read_text(encoding="utf-8")).items()
        for text, fields in texts.items()
    ]


def day(text: str, year: int) -> date:
    number, month, *named = map(int, text.split("/"))
    return date(*named or [year], month, number)


def days(text: str, year: int) -> tuple[date, ...]:
    return tuple(day(word, year) for word in text.split())


def spans(text: str, year: int) -> tuple[tuple[date, ...], ...]:
    return tuple(tuple(day(end, year) for end in word.split("-")) for word in text.split())


@pytest.mark.parametrize(("year", "text", "fields"), cells())
def test_a_cell_means_what_its_words_say(year, text, fields):
    assert read_schedule(text, year) == Schedule(
        text,
        spans=spans(fields.get("spans", ""), year),
        due=days(fields.get("due", ""), year),
        every=tuple(fields.get("every", "").split()),
        ongoing=fields.get("ongoing", False),
        waits_for=fields.get("waits_for"),
        expected=days(fields.get("expected", ""), year),
        unread=fields.get("unread", ""),
        foreign_years=tuple(fields.get("foreign_years", ())),
    )


@pytest.mark.parametrize("text", ["", " ", "\n", "-", "...", "/."])
def test_a_cell_without_words_says_nothing(text):
    assert read_schedule(text, YEAR) == Schedule(text)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Trước ngày 14/03/2024", "14/3"),
        ("Trước ngày 10/3, 10/6", "10/3 10/6"),
        ("trước ngày 06 tháng cuối quý", "6/3 6/6 6/9 6/12"),
        (
            "Hằng tháng, trước ngày 25",
            "25/1 25/2 25/3 25/4 25/5 25/6 25/7 25/8 25/9 25/10 25/11 25/12",
        ),
        ("Trước tháng 6", "31/5"),  # no day of June is before June
    ],
)
def test_the_office_may_count_the_day_after_before(text, due):
    assert read_schedule(text, YEAR, before_is_exclusive=False).due == days(due, YEAR)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Quý II", ()),
        ("Quý II/2024", ()),
        ("Quý II/2023", (2023,)),
        ("Quý IV/2023 - Quý I/2024", (2023,)),
        ("Trước ngày 15/01/2025", (2025,)),
        ("cả năm 2023", (2023,)),
        ("Theo Kế hoạch 15/KH-UBND ngày 14/3/2023", ()),
    ],
)
def test_years_other_than_the_plans_are_flagged(text, years):
    assert read_schedule(text, YEAR).foreign_years == years


WRITINGS = [
    ("Quy II/2024", "Quý II/2024"),
    ("Thuong xuyen", "Thường xuyên"),
    ("Truoc ngay 14/3/2024", "Trước ngày 14/3/2024"),
    ("Hang quy", "Hằng quý"),
    ("Quý\nIII", "Quý III"),
    ("Trước\nngày\n14/3", "Trước ngày 14/3"),
    ("Quý\u00a0III\u00a0/\u00a02024", "Quý III/2024"),
    ("quý Ⅲ", "Quý III"),
    ("Quý III／２０２４", "Quý III/2024"),
    ("１５/６/２０２４", "15/6/2024"),
    ("Quý lll", "Quý III"),
    ("Quý I ， II", "Quý I, II"),
    ("(Quý III)", "Quý III"),
    ("Quý\u200b III", "Quý III"),
    ("\ufeffThường xu\u00adyên", "Thường xuyên"),
    ("“Quý III”", "Quý III"),
    ("Quý III./.", "Quý III"),
    ("* Quý III", "Quý III"),
    ("• Quý I\n• Quý III", "Quý I\nQuý III"),
    ("+ Quý I\r\n+ Quý III", "Quý I\nQuý III"),
]


@pytest.mark.parametrize(("text", "plain"), WRITINGS)
def test_writing_does_not_change_the_meaning(text, plain):
    written, wanted = read_schedule(text, YEAR), read_schedule(plain, YEAR)

    assert written.spans == wanted.spans
    assert written.due == wanted.due
    assert written.every == wanted.every
    assert written.ongoing == wanted.ongoing
    assert written.unread == ""


def test_json_form():
    schedule = read_schedule("Quý III và trước ngày 15/12 (sau khi có hướng dẫn); abc", YEAR)

    assert schedule_json(schedule) == {
        "text": "Quý III và trước ngày 15/12 (sau khi có hướng dẫn); abc",
        "spans": [["2024-07-01", "2024-09-30"]],
        "due": ["2024-09-30", "2024-12-14"],
        "every": [],
        "ongoing": False,
        "waits_for": "sau khi có hướng dẫn",
        "unread": "abc",
    }
