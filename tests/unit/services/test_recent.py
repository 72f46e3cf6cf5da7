"""The places worked at last."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.finding import RESULT, Place
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services import planning, recording, registering
from cchc_desktop.services.project import Project
from cchc_desktop.services.recent import recent_places, when_words
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths


def test_places_come_once_the_newest_first(tmp_path: Path, paths: Paths) -> None:
    with Project.create(tmp_path / "mau.cchc", paths, first=sample_change()) as project:
        plan = project.wanted_plan(2027)
        one, two, three = [row for row in project.rows(plan) if isinstance(row, Task)][:3]
        document = RegisteredDocument("d", number="140", symbol="SNgV-VP")
        for change in (
            planning.edit(project, one.id, text="Hai"),
            recording.record(project, two.id, "q3-2027", text="Đã làm"),
            registering.register(project, [document]),
            planning.edit(project, three.id, text="Bỏ"),
        ):
            project.apply(change)
        project.apply(planning.delete(project, [three.id]))
        project.apply(planning.edit(project, one.id, text="Ba"))
        found = recent_places(project, 3)
        assert [(recent.place, recent.words) for recent in found] == [
            (Place(one.id), "Nhiệm vụ: Ba"),
            (Place("d"), "Văn bản 140/SNgV-VP"),
            (Place(two.id, RESULT), f"Kết quả: {two.text}"[:68]),
        ]
        assert recent_places(project, 1) == found[:1]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2027, 8, 30, 8, 50), "08:50"),
        (datetime(2027, 8, 29, 23, 59), "hôm qua"),
        (datetime(2027, 8, 27, 8, 50), "27/8"),
    ],
)
def test_when_that_was(at: datetime, words: str) -> None:
    assert when_words(at, date(2027, 8, 30)) == words
