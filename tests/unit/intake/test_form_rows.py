"""Rows matched by words: slips are forgiven, other tasks are not taken for it."""

import random

import pytest

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.section_form import stamp
from cchc_desktop.intake.form_rows import TaskMatcher
from cchc_desktop.intake.section_form import FormRow
from cchc_desktop.services.sample import sample_change

STAMP = stamp("p", "q3-2027", "u")
TASKS = [edit.after for edit in sample_change().edits if isinstance(edit.after, Task)]
ONCE = {task.id: [""] for task in TASKS}
MATCHER = TaskMatcher(TASKS, ONCE, ONCE)


def match(text, matcher=MATCHER, **cells):
    return matcher.match(FormRow("dòng 9", {"task": text, **cells}), STAMP)


def with_slip(text):
    at = len(text) // 2
    return text[:at] + "q" + text[at + 1 :]


def with_a_word_less(text):
    words = text.split()
    words.pop(random.Random(text).randrange(len(words)))
    return " ".join(words)


@pytest.mark.parametrize("damage", [str, str.upper, with_slip, with_a_word_less])
def test_every_task_is_found_by_its_words(damage):
    assert [match(damage(task.text)).task for task in TASKS] == TASKS


def test_no_task_is_taken_for_another():
    for task in TASKS:
        others = [other for other in TASKS if other.id != task.id]
        found = match(task.text, TaskMatcher(others, ONCE, ONCE))
        assert (found.task, found.why) == (None, "")


def test_what_is_only_alike_is_neither():
    found = match(f"{TASKS[0].text} và báo cáo kết quả, đề xuất sửa đổi")
    assert found.task is None
    assert "không chắc" in found.why


def test_two_tasks_of_the_same_words_are_not_told_apart():
    twin = [TASKS[0], Task("twin", "p", 0, text=TASKS[0].text)]
    days = {task.id: [""] for task in twin}
    assert match(TASKS[0].text, TaskMatcher(twin, days, days)).task is None
    asked = {"twin": [""]}
    assert match(TASKS[0].text, TaskMatcher(twin, days, asked)).task == twin[1]


def test_an_occurrence_is_the_one_that_is_named_or_the_only_one():
    days = {TASKS[0].id: ["2027-03-31", "2027-09-30"]}
    matcher = TaskMatcher(TASKS[:1], days, days)
    assert match(TASKS[0].text, matcher, time="Hằng quý (kỳ 30/9)").occurrence == "2027-09-30"
    assert "không rõ kỳ nào" in match(TASKS[0].text, matcher, time="Hằng quý").why
    asked = {TASKS[0].id: ["2027-09-30"]}
    assert match(TASKS[0].text, TaskMatcher(TASKS[:1], days, asked)).occurrence == "2027-09-30"
