"""The sample plan that is shipped: whole, well-formed and read without a doubt."""

import json
import unicodedata
from collections import Counter
from typing import Any

import pytest

import resources
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import Plan, Section, Task
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.units import UnitReader, learn_units


@pytest.fixture(scope="module")
def sample() -> dict[str, Any]:
    return json.loads(resources.path("sample/plan.json").read_text(encoding="utf-8"))


def tasks(sample: dict[str, Any]) -> list[Task]:
    rows = [{**row} for row in sample["rows"] if row["kind"] == "task"]
    return [Task("t", "p", 0, **{k: v for k, v in row.items() if k != "kind"}) for row in rows]


def test_its_parts_are_records_of_the_domain(sample: dict[str, Any]) -> None:
    plan = Plan("p", **sample["plan"])
    assert (plan.year, plan.kind, plan.symbol, plan.number) == (2027, "CCHC", "KH-SNgV", "")
    assert Agency("a", **sample["agency"]).name == "SỞ NGOẠI VỤ"
    sections = [Section("s", "p", 0, **section) for section in sample["sections"]]
    assert [section.holds_table for section in sections].count(True) == 1
    assert Counter(row["kind"] for row in sample["rows"]) == {"area": 7, "group": 5, "task": 32}


def test_it_shows_what_plans_hold(sample: dict[str, Any]) -> None:
    goals = Counter(task.goal for task in tasks(sample) if task.goal)
    assert max(goals.values()) == 2, "a goal over two tasks"
    assert any("\n" in task.coordinating for task in tasks(sample))
    leads = [task.lead for task in tasks(sample)]
    assert any(len(UnitReader(learn_units([lead])).read(lead)) > 1 for lead in leads)


def test_all_of_it_is_nfc(sample: dict[str, Any]) -> None:
    text = json.dumps(sample, ensure_ascii=False)
    assert unicodedata.is_normalized("NFC", text)


def test_every_unit_is_recognised(sample: dict[str, Any]) -> None:
    cells = [cell for task in tasks(sample) for cell in (task.lead, task.coordinating)]
    reader = UnitReader(learn_units(cells))
    mentions = [mention for cell in cells for mention in reader.read(cell)]
    assert {mention.typed for mention in mentions if mention.name is None} == set()
    assert {mention.typed.lower() for mention in mentions if not mention.sure} == {"các phòng"}


def test_every_time_is_understood(sample: dict[str, Any]) -> None:
    unread = {t.time: u for t in tasks(sample) if (u := read_schedule(t.time, 2027).unread)}
    assert unread == {}
