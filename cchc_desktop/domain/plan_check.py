"""The list of what a clerk should see to in a plan, in table order."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.columns import column, columns_of
from cchc_desktop.domain.doubtful import Likeness, other_years, task_likeness
from cchc_desktop.domain.finding import Finding, KeptFinding, Place
from cchc_desktop.domain.number_forms import part_ids
from cchc_desktop.domain.outline import headings_without_tasks
from cchc_desktop.domain.plan import Area, Group, Plan, Row, Task, heading_text
from cchc_desktop.domain.task_check import Note, TaskCheck, year_words
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import one_line


@dataclass(slots=True)
class _Judged:
    """A task with what its own words tell, judged once for as long as it stays the same."""

    task: Task
    notes: tuple[Note, ...]
    likeness: Likeness | None


class PlanCheck:
    """Checks a plan again and again: a task is judged anew only when its record, the plan's year
    or columns, or the units are others than last time.
    """

    def __init__(self) -> None:
        self._context: object = None
        self._judged: dict[str, _Judged] = {}

    def findings(
        self,
        plan: Plan,
        rows: Sequence[Row],
        units: Sequence[Unit],
        kept: Sequence[KeptFinding] = (),
    ) -> list[Finding]:
        """The findings in table order, first those of the title; without the ones that are kept."""
        keys = tuple(column.key for column in columns_of(plan))
        context = (plan.year, keys, tuple(units))
        if context != self._context:
            self._context, self._judged = context, {}
            self._check = TaskCheck(plan.year, keys, units)
        self._judged = {row.id: self._judge(row) for row in rows if isinstance(row, Task)}
        number_column = "number" if "number" in keys else "task"
        found = [
            *_title_findings(plan),
            *(() if units else _no_units(rows, keys)),
            *_row_findings(rows, self._judged, number_column),
        ]
        return _without_kept(found, kept, {plan.id: plan, **{row.id: row for row in rows}})

    def _judge(self, task: Task) -> _Judged:
        judged = self._judged.get(task.id)
        if judged is not None and (judged.task is task or judged.task == task):
            return judged
        likeness = task_likeness(one_line(task.text), task.lead)
        return _Judged(task, self._check.notes(task), likeness)


def words_at(record: Plan | Row, key: str) -> str:
    """The words of a place: a task's cell, or a field of a heading or of the plan."""
    return column(key, "").text(record) if isinstance(record, Task) else getattr(record, key)


def _title_findings(plan: Plan) -> Iterator[Finding]:
    for key, name in (("subject", "Trích yếu"), ("table_title", "Tên bảng")):
        title = one_line(getattr(plan, key))
        if years := other_years(title, plan.year):
            found, mark = year_words(years, plan.year)
            note = Note("year", key, found, mark, f"{name} “{title}”", str(plan.year))
            yield _placed(note, plan.id, "")


def _no_units(rows: Sequence[Row], keys: Collection[str]) -> Iterator[Finding]:
    """One finding, at the first lead, where no unit is known that the cells could name."""
    tasks = (row for row in rows if isinstance(row, Task) and row.lead)
    if "lead" in keys and (first := next(tasks, None)):
        note = Note("no-units", "lead", "Chưa có danh sách đơn vị", "", "Chủ trì, phối hợp")
        yield _placed(note, first.id, "")


def _row_findings(
    rows: Sequence[Row], judged: Mapping[str, _Judged], number_column: str
) -> Iterator[Finding]:
    headings = [row for row in rows if not isinstance(row, Task)]
    empty, parts = headings_without_tasks(rows), part_ids(headings)
    under = _Under()
    areas: set[str] = set()
    groups: set[str] = set()
    for row in rows:
        match row:
            case Task():  # nearly every row
                under.step_to(row)
                own = judged[row.id]
                for note in (*own.notes, *under.notes(own, number_column)):
                    yield _placed(note, row.id, under.label(row, under.numbered))
            case Area():
                under, groups = _Under(row, row.number, row.number), set()
                if row.id in parts:
                    areas = set()  # parts are told apart by their letters: they stand in order
                yield from _heading_findings(row, areas, row.id in empty)
            case Group():
                under = _Under(under.area, row.number, _under_area(under.area, row.number))
                yield from _heading_findings(row, groups, row.id in empty)


@dataclass(slots=True)
class _Under:
    """The headings over tasks, with the tasks met under them so far."""

    area: Area | None = None
    own: str = ""  # the number of the nearest heading
    over: str = ""  # that, after the area's
    numbered: Task | None = None  # the one whose number stands for those of its goal too
    numbers: set[str] = field(default_factory=set)
    alike: dict[Likeness, tuple[Task, Task | None]] = field(default_factory=dict)  # the first ones

    def step_to(self, task: Task) -> None:
        """The next task."""
        above = self.numbered
        if task.number or above is None or not task.goal or above.goal != task.goal:
            self.numbered = task

    def notes(self, judged: _Judged, number_column: str) -> Iterator[Note]:
        """What is to be seen to because of the tasks before."""
        task, likeness = judged.task, judged.likeness
        if likeness in self.alike:
            first = self.label(*self.alike[likeness])
            mark = f"trùng với {first}" if first else "trùng"
            found = "Nhiệm vụ trùng với nhiệm vụ trên"
            yield Note("task-twice", "task", found, mark, one_line(task.text), first)
        elif likeness is not None:
            self.alike[likeness] = task, self.numbered
        if task.number in self.numbers:
            found = f"Số thứ tự trùng: {task.number}"
            yield Note("number-twice", number_column, found, "trùng số", one_line(task.text))
        elif task.number:
            self.numbers.add(task.number)

    def label(self, task: Task, numbered: Task | None) -> str:
        """The task's number after those of its headings, which it may hold already: "II.2.1"."""
        number = task.number or (numbered.number if numbered else "")
        for lead in (self.over, self.own):
            if lead and number.startswith(f"{lead}."):
                number = number.removeprefix(f"{lead}.")
                break
        return ".".join(filter(None, (self.over, number)))


def _under_area(area: Area | None, number: str) -> str:
    """A group's number after its area's, which it may hold already."""
    lead = area.number if area else ""
    held = lead and number.startswith(f"{lead}.")
    return number if held else ".".join(filter(None, (lead, number)))


def _heading_findings(
    heading: Area | Group, numbers: set[str], is_empty: bool
) -> Iterator[Finding]:
    name = "Lĩnh vực" if isinstance(heading, Area) else "Nhóm"
    words = one_line(heading_text(heading))
    if not heading.title.strip():
        note = Note("no-title", "title", f"{name} chưa có tên", "chưa có tên", words)
        yield _placed(note, heading.id, "")
    if heading.number and heading.number in numbers:
        found = f"Số {name.lower()} trùng: {heading.number}"
        yield _placed(Note("number-twice", "number", found, "trùng số", words), heading.id, "")
    numbers.add(heading.number)
    if is_empty:
        rule = "area-empty" if isinstance(heading, Area) else "group-empty"
        note = Note(rule, "title", f"{name} không có nhiệm vụ", "", words)
        yield _placed(note, heading.id, "")


def _placed(note: Note, record_id: str, label: str) -> Finding:
    where = " · ".join(filter(None, (label, note.detail)))
    at = Place(record_id, note.column)
    return Finding(note.rule, where, note.found, note.expected, at, note.mark)


def _without_kept(
    findings: Sequence[Finding], kept: Sequence[KeptFinding], records: Mapping[str, Plan | Row]
) -> list[Finding]:
    left = {(k.rule, Place(k.record_id, k.column), k.found): k.words for k in kept}
    if not left:
        return list(findings)

    def is_kept(finding: Finding) -> bool:
        at = finding.at
        words = left.get((finding.rule, at, finding.found)) if at else None
        return (
            words is not None
            and at is not None
            and words == words_at(records[at.record_id], at.column)
        )

    return [finding for finding in findings if not is_kept(finding)]
