"""What the rows of a returned form are about: by their key, where it is whole and fits the words
beside it, else by the likeness of those words to the tasks of the plan.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.section_form import (
    KEY,
    FormStamp,
    RowKey,
    occurrence_words,
    read_key,
    without_occurrence,
)
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.intake.section_form import FormRow
from cchc_desktop.intake.source_text import folded

# Of 100. In the plans measured two tasks are 73 alike at most, one with a word left out or a slip
# of typing still 88.
SURE = 87  # the same task
LIKE = 75  # perhaps the same: neither that nor a new one
REWORDED = 60  # the same, where the key says so too
AHEAD = 5  # by how much the best must lead
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class RowMatch:
    """What a row is about: a task, or one of its occurrences. Without a task it is new work, or,
    with a reason in `why`, not known. `key`: as it was sent out, None where that is lost.
    """

    row: FormRow
    task: Task | None = None
    occurrence: str = ""
    key: RowKey | None = None
    why: str = ""
    note: str = ""


class TaskMatcher:
    """Finds the tasks of a plan by words. `asked`: the occurrences that are asked about, by task;
    those come first where tasks are worded alike.
    """

    def __init__(self, tasks: Iterable[Task], asked: Mapping[str, Collection[str]]) -> None:
        self._tasks = {task.id: task for task in tasks}
        self._asked = asked
        self._words = {task.id: folded(task.text) for task in self._tasks.values()}

    def match(self, row: FormRow, stamp: FormStamp) -> RowMatch:
        """What a row of a form with that stamp is about."""
        typed = row.text(KEY)
        key = read_key(typed, stamp) if typed else None
        task = self._tasks.get(key.task_id) if key is not None else None
        if key is None or task is None:
            return self._without_key(row, gone=key is not None, damaged=bool(typed and not key))
        words = folded(row.text("task"))
        if words and words != self._words[task.id]:
            other = self._other(words, task)
            if other is not None:
                return self._named(row, other, "mã dòng bị chuyển chỗ")
            if fuzz.ratio(words, self._words[task.id]) < REWORDED:
                return RowMatch(row, why=f"mã dòng và tên nhiệm vụ “{_short(row)}” không khớp nhau")
        said = without_occurrence(row.text("time"))[1]
        if said and said != occurrence_words(key.occurrence):
            return self._named(row, task, "mã dòng bị chuyển chỗ")
        return RowMatch(row, task, key.occurrence, key)

    def _other(self, words: str, task: Task) -> Task | None:
        """The task that the words surely name, where it is not that one."""
        named, _ = self._surely(words)
        if named is None or named.id == task.id or self._words[named.id] == self._words[task.id]:
            return None
        return named

    def _without_key(self, row: FormRow, *, gone: bool, damaged: bool) -> RowMatch:
        words = folded(row.text("task"))
        if not words:
            return RowMatch(row, why="không rõ thuộc nhiệm vụ nào")
        named, likely = self._surely(words)
        if named is not None:
            return self._named(row, named, "mã dòng bị hỏng hoặc của phiếu khác" if damaged else "")
        if gone:
            return RowMatch(row, why=f"nhiệm vụ “{_short(row)}” không còn trong kế hoạch")
        if likely is not None:
            text = shortened(likely.text, _SHOWN)
            return RowMatch(
                row, why=f"“{_short(row)}” gần giống nhiệm vụ “{text}” nhưng không chắc"
            )
        return RowMatch(row)

    def _named(self, row: FormRow, task: Task, trouble: str) -> RowMatch:
        """The row by its words; the occurrence is the one it says, or the only one asked about."""
        asked = self._asked.get(task.id) or ("",)
        said = without_occurrence(row.text("time"))[1]
        fitting = [day for day in asked if not said or occurrence_words(day) == said]
        if len(fitting) != 1:
            return RowMatch(row, why=f"không rõ kỳ nào của nhiệm vụ “{_short(row)}”")
        note = f"{row.where}: {trouble}; đọc theo tên nhiệm vụ." if trouble else ""
        return RowMatch(row, task, fitting[0], note=f"{note[:1].upper()}{note[1:]}")

    def _surely(self, words: str) -> tuple[Task | None, Task | None]:
        """The task that the words surely name, and the one that they may name."""
        same = [task_id for task_id, known in self._words.items() if known == words]
        if not same:
            found = process.extract(
                words, self._words, scorer=fuzz.ratio, score_cutoff=LIKE, limit=3
            )
            if not found:
                return None, None
            best = found[0][1]
            near = [task_id for _, score, task_id in found if score > best - AHEAD]
            if best < SURE:
                return None, self._tasks[near[0]]
            same = near
        asked = [task_id for task_id in same if task_id in self._asked] or same
        tasks = [self._tasks[task_id] for task_id in asked]
        return (tasks[0], None) if len(tasks) == 1 else (None, tasks[0])


def _short(row: FormRow) -> str:
    return shortened(row.text("task"), _SHOWN)
