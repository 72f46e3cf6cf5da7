"""What one returned form would change, as lines to decide on: where answers differ, changed cells,
what is new, and what was not taken in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.difference import Places, differences
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import Task, numbered
from cchc_desktop.domain.register import Evidence
from cchc_desktop.domain.section_form import TITLES, occurrence_words
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.merging import Merge, ReturnedForm

TAKE, KEEP = "Nhận", "Giữ cũ"
ADD, SKIP = "Thêm", "Bỏ qua"
CONTESTED, CHANGED, NEW, TOLD = "contested", "changed", "new", "told"
_TITLES = {
    CONTESTED: "Các phiếu ghi khác nhau",
    CHANGED: "Ô có thay đổi",
    NEW: "Dòng mới, văn bản mới",
    TOLD: "Cần biết, không nhận",
}
_LONGEST_TASK = 120  # characters


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a heading (`note` at its right), or something to decide, or only to know.

    `items` are places in the proposal, one for each answer; `choices` the words of the parts of its
    button: one for each answer of a contested cell, else to take it or not. `chosen` is a place
    among them, None where nothing was chosen.
    """

    id: str
    kind: str
    text: str
    note: str = ""
    column: str = ""
    old: str = ""
    old_by: str = ""  # another unit that said it, and when
    answers: tuple[tuple[str, str], ...] = ()  # (who says it, what)
    doubt: str = ""
    items: tuple[int, ...] = ()
    choices: tuple[str, ...] = ()
    chosen: int | None = None
    heads: bool = field(default=False)

    @property
    def is_open(self) -> bool:
        """Whether a choice has to be made."""
        return self.kind == CONTESTED and not self.heads and self.chosen is None

    @property
    def is_taken(self) -> bool:
        """Whether something of it would be written."""
        return self.chosen is not None and (self.kind == CONTESTED or self.chosen == 0)

    @property
    def new(self) -> str:
        """What the form says; of a contested cell, who says what, an answer a line."""
        if self.kind != CONTESTED:
            return "\n".join(words for _, words in self.answers)
        return "\n".join(f"{who}: “{words}”" for who, words in self.answers)

    @property
    def gone(self) -> Places:
        """The stretches of `old` that would go; of all of it nothing is said."""
        return differences(self.old, self.new)[0] if self.kind == CHANGED and self.old else ()

    @property
    def come(self) -> Places:
        """The stretches of `new` that are another than what there is, or than the first answer."""
        if self.kind == TOLD:
            return ()
        if self.kind != CONTESTED:
            return differences(self.old, self.new)[1]
        (_, first), *others = self.answers
        places: list[tuple[int, int]] = []
        start = len(self.new) - sum(len(f"\n{who}: “{words}”") for who, words in others)
        for who, words in others:
            start += len(f"\n{who}: “")
            places += [(start + a, start + b) for a, b in differences(first, words)[1]]
            start += len(f"{words}”")
        return tuple(places)


def lines_of(merge: Merge, form: ReturnedForm) -> list[Line]:
    """The lines of a form under their headings; the headings of what there is none of are left
    out.
    """
    lines: dict[str, list[Line]] = {kind: [] for kind in _TITLES}
    told: set[int] = set()
    for index in form.items:
        if index not in told and not _goes_with_document(merge, index):
            line = _line(merge, index)
            told.update(line.items)
            lines[line.kind].append(line)
    lines[TOLD] = list(_told(form))
    return [
        line
        for kind, of_kind in lines.items()
        if of_kind
        for line in (_head(kind, of_kind), *of_kind)
    ]


def all_lines(merge: Merge) -> list[Line]:
    """What there is to decide in all forms, each once."""
    lines = (line for form in merge.forms for line in lines_of(merge, form) if line.choices)
    return list({line.id: line for line in lines}.values())


def _head(kind: str, lines: list[Line]) -> Line:
    if kind == CONTESTED:
        note = f"{len(lines)} chỗ, phải chọn"
    elif kind == CHANGED:
        note = f"{len(lines)} ô · nhận {sum(line.chosen == 0 for line in lines)}"
    else:
        note = f"{len(lines)} mục"
    return Line(kind, kind, _TITLES[kind], note, heads=True)


def _line(merge: Merge, index: int) -> Line:
    task = merge.task(index)
    rivals = merge.rivals(index)
    items = tuple(sorted((index, *rivals)))
    taken = [merge.proposal.items[item].taken for item in items]
    answers = tuple((_who(merge, item, items), merge.new(item)) for item in items)
    if rivals:
        kind, choices = CONTESTED, tuple(who for who, _ in answers)
        chosen = taken.index(True) if True in taken else None
    else:
        is_new = _is_new(merge, index)
        kind, choices = (NEW, (ADD, SKIP)) if is_new else (CHANGED, (TAKE, KEEP))
        chosen = 0 if taken[0] else 1
    return Line(
        id=str(items[0]),
        kind=kind,
        text=_task_words(task, merge.occurrence(index)),
        column=TITLES.get(merge.column(index), ""),
        old=merge.old(index),
        old_by=_old_by(merge, index),
        answers=answers,
        doubt=merge.doubt(index),
        items=items,
        choices=choices,
        chosen=chosen,
    )


def _goes_with_document(merge: Merge, index: int) -> bool:
    """Whether it is the link of a document that is on offer itself."""
    record = merge.proposal.items[index].edit.record
    return isinstance(record, Evidence) and not merge.contents.holds(record.document_id)


def _is_new(merge: Merge, index: int) -> bool:
    """Whether it is a record that the file has not: an answer to a question is none."""
    item = merge.proposal.items[index]
    return item.edit.before is None and not item.field


def _who(merge: Merge, index: int, rivals: Sequence[int]) -> str:
    """The unit that says it; of two files of one unit also which, as they are listed."""
    unit = merge.said_by(index)
    name = (unit.short or unit.name) if unit is not None else "?"
    same = [item for item in rivals if merge.said_by(item) == unit]
    return f"{name}, tệp {same.index(index) + 1}" if len(same) > 1 else name


def _old_by(merge: Merge, index: int) -> str:
    """Who said what the file has there, where that is another than the one who says it now."""
    name, day = merge.said_before(index)
    unit = merge.said_by(index)
    if not name or (unit is not None and name == unit.name):
        return ""
    return f"{name}, {date_words(day)}" if day else name


def _task_words(task: Task | None, occurrence: str) -> str:
    """The task, and which of its due days it is about."""
    if task is None:
        return ""
    words = numbered(task.number, shortened(task.text, _LONGEST_TASK))
    return f"{words} {occurrence_words(occurrence)}".rstrip()


def _told(form: ReturnedForm) -> Iterator[Line]:
    for place, refusal in enumerate(form.refused):
        yield Line(f"refused {place}", TOLD, refusal.where, answers=(("", refusal.why),))
    for place, note in enumerate(form.notes):
        yield Line(f"note {place}", TOLD, "", answers=(("", note),))
