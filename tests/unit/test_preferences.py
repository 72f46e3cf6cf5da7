"""The program's own choices: kept, and never in the way."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cchc_desktop.domain.table_filter import ColumnFilter, SavedView, TableFilter
from cchc_desktop.preferences import RECENT, Preferences, load_preferences, save_preferences

NAME = "preferences.json"
VIEW = SavedView(
    "Việc của phòng HTQT",
    TableFilter("rà soát", (ColumnFilter("lead", ("HTQT",)), ColumnFilter("task", words="a"))),
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Preferences("dark", 150, ("/a.cchc", "/Kế hoạch.cchc", "/\udce1.cchc"), "/sao lưu")
    chosen = replace(chosen.with_view(VIEW), widths={"plan.task": 344})
    save_preferences(chosen, tmp_path / "new")
    assert load_preferences(tmp_path / "new") == chosen
    assert [p.name for p in (tmp_path / "new").iterdir()] == [NAME]


@pytest.mark.parametrize(
    "stored", ["", "{", "[]", "null", '"x"', "\udcff", '{"theme": 1, "text_scale": "150"}']
)
def test_a_spoilt_file_takes_the_defaults(tmp_path: Path, stored: str) -> None:
    (tmp_path / NAME).write_bytes(stored.encode("utf-8", "surrogateescape"))
    assert load_preferences(tmp_path) == Preferences()


def test_what_is_right_in_a_spoilt_file_stays(tmp_path: Path) -> None:
    stored = {"theme": "dark", "text_scale": True, "recent": ["/a", 3, None], "later": {}}
    (tmp_path / NAME).write_text(json.dumps(stored), encoding="utf-8")
    assert load_preferences(tmp_path) == Preferences("dark", 100, ("/a",))


def test_a_spoilt_view_or_width_is_left_out(tmp_path: Path) -> None:
    save_preferences(Preferences(widths={"plan.task": 344}, views=(VIEW,)), tmp_path)
    stored = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    good = stored["views"][0]
    stored["views"] += [None, {"name": "x"}, good | {"filter": {"words": "", "columns": []}}]
    stored["views"] += [good | {"filter": {"words": "", "columns": [3]}}]
    stored["widths"] |= {"plan.lead": "116", "plan.time": -1, "plan.goal": True}
    stored["widths"] |= {"plan.deliverable": 10**20}  # no table can be that wide
    (tmp_path / NAME).write_text(json.dumps(stored), encoding="utf-8")
    loaded = load_preferences(tmp_path)
    assert (loaded.views, loaded.widths) == ((VIEW,), {"plan.task": 344})


def test_a_view_takes_the_place_of_one_with_its_name() -> None:
    other = SavedView(VIEW.name, TableFilter("khác"))
    chosen = Preferences().with_view(VIEW).with_view(other)
    assert chosen.views == (other,)
    assert chosen.without_view(VIEW.name).views == ()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x", encoding="utf-8")
    save_preferences(Preferences(), blocked / "config")
    assert load_preferences(blocked / "config") == Preferences()


def test_recent_files_are_few_and_the_newest_is_first(tmp_path: Path) -> None:
    chosen = Preferences()
    for n in range(RECENT + 3):
        chosen = chosen.opened(tmp_path / f"{n}.cchc")
    chosen = chosen.opened(tmp_path / "5.cchc")
    assert len(chosen.recent) == RECENT
    assert chosen.recent[0] == str((tmp_path / "5.cchc").resolve())
    assert len(set(chosen.recent)) == RECENT
    assert chosen.without(chosen.recent[0]).recent == chosen.recent[1:]
