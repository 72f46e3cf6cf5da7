"""Makes of the rows of returned forms what they offer: answers, changes of the plan, new tasks and
documents, each against what the project holds.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_desktop.domain.asking import questions
from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.columns import STANDARD
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.plan import Task, new_id
from cchc_desktop.domain.proposal import Doubt, Item, Proposal
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.section_form import (
    DOCUMENTS,
    PLANNED,
    RESULT_FIELDS,
    TITLES,
    RowKey,
    without_occurrence,
)
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.vietnamese import one_line, shortened
from cchc_desktop.intake.form_answers import read_day, read_state
from cchc_desktop.intake.form_documents import named_documents, same_document
from cchc_desktop.intake.form_rows import RowMatch
from cchc_desktop.intake.section_form import FormRow
from cchc_desktop.intake.source_text import folded
from cchc_desktop.services.asking import Asking
from cchc_desktop.services.merging import Refusal
from cchc_desktop.services.registering import require_lawful

_SHOWN = 80  # characters of a unit's words in a sentence
_YEAR = re.compile(r"\b20\d\d\b")
_KEPT = "giữ cũ"
_TASK_FIELDS = {"task": "text", "deliverable": "deliverable", "time": "time"}


@dataclass(slots=True)
class FormOffer:
    """What one form offers so far: places of items, what was refused and what was seen."""

    unit: Unit
    items: list[int] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    answered: int = 0  # answers that the unit has written


class FormOffers:
    """The items of several forms together: one answer of two forms is one item, two answers for
    one cell are rivals.
    """

    def __init__(self, asking: Asking, today: date) -> None:
        self._asking, self._today = asking, today
        self._contents, self._period = asking.contents, asking.period
        self._items: list[Item] = []
        self._doubts: list[Doubt] = []
        self._places: dict[tuple[str, str, str], int] = {}  # by record, field and value
        self._results = {(r.task_id, r.occurrence): r for r in self._contents.results(self._period)}
        self._new_results: dict[tuple[str, str], Result] = {}
        self._new_tasks: dict[str, Task] = {}  # by their folded words
        self._new_documents: list[RegisteredDocument] = []
        self._register = self._contents.documents()
        self._cited = set(self._known_links())

    def _known_links(self) -> Iterator[tuple[str, str]]:
        tasks = {result.id: result.task_id for result in self._results.values()}
        for link in self._contents.evidence():
            yield link.document_id, tasks.get(link.target_id, link.target_id)

    def proposal(self, label: str) -> Proposal:
        """All that is offered; of rivals none is taken."""
        cells: dict[tuple[str, str], int] = defaultdict(int)
        for item in self._items:
            cells[item.cell] += bool(item.field)
        items = (
            replace(item, taken=False) if cells[item.cell] > 1 else item for item in self._items
        )
        return Proposal(label, tuple(items), tuple(self._doubts))

    def add(self, offer: FormOffer, match: RowMatch) -> None:
        """Adds what a row offers to what its form offers."""
        row = match.row
        if match.note:
            offer.notes.append(match.note)
        if match.why:
            self._refuse_row(offer, match)
        elif match.task is not None:
            self._offer_plan(offer, row, match.task, match.key)
            self._offer_answers(offer, row, match.task, match.occurrence, match.key)
        elif row.text("task"):
            task = self._offer_task(offer, row)
            asked = questions(read_schedule(task.time, self._period.year), self._period)
            now = [question.occurrence for question in asked if question.now]
            self._offer_answers(offer, row, task, now[-1] if now else "", None)

    # Rows and cells that cannot be taken

    def _refuse_row(self, offer: FormOffer, match: RowMatch) -> None:
        row = match.row
        written = [row.text(column) for column in row.answers]
        if row.answers == [DOCUMENTS] and not row.text("task"):
            self._offer_documents(offer, row, None)
        elif written:
            offer.answered += len(written)
            words = shortened("; ".join(written), _SHOWN)
            why = f"{match.why[0].upper()}{match.why[1:]}; dòng ghi: “{words}”."
            offer.refused.append(Refusal(row.where, why))

    def _refuse(self, offer: FormOffer, row: FormRow, column: str, why: str) -> None:
        offer.refused.append(Refusal(f"{row.where}, {TITLES[column]}", why))

    # What the plan says

    def _offer_task(self, offer: FormOffer, row: FormRow) -> Task:
        words = folded(row.text("task"))
        task = self._new_tasks.get(words)
        if task is None:
            time, _ = without_occurrence(row.text("time"))
            task = self._new_tasks[words] = Task(
                new_id(),
                self._asking.plan.id,
                0,
                text=row.text("task"),
                deliverable=row.text("deliverable"),
                lead=offer.unit.name,
                time=time,
            )
        self._offer(offer, Item(Edit(None, task), row.text("task")))
        return task

    def _offer_plan(self, offer: FormOffer, row: FormRow, task: Task, key: RowKey | None) -> None:
        """Words of the plan's own columns that the unit has changed: never taken by themselves."""
        for column in PLANNED:
            text = row.text(column)
            if not text or (key is not None and key.was(column, text)):
                continue
            words = without_occurrence(text)[0] if column == "time" else text
            known = STANDARD[column].text(task)
            if one_line(words) == one_line(known):
                continue
            changed = STANDARD[column].reader(task, words)
            item = Item(Edit(task, changed), text, field=_TASK_FIELDS[column])
            self._offer(offer, item, self._doubt_of_plan(words, known))

    def _doubt_of_plan(self, words: str, known: str) -> str:
        year = self._asking.plan.year
        years = {int(found) for found in set(_YEAR.findall(words)) - set(_YEAR.findall(known))}
        other = next(iter(sorted(years - {year})), None)
        return f"năm {other} ≠ {year}, {_KEPT}" if other else f"sửa kế hoạch, {_KEPT}"

    # Answers

    def _offer_answers(
        self, offer: FormOffer, row: FormRow, task: Task, occurrence: str, key: RowKey | None
    ) -> None:
        for column in (*RESULT_FIELDS, DOCUMENTS):
            text = row.text(column)
            if key is not None and key.was(column, text):
                continue
            if not text:
                if key is not None:  # something stood there
                    offer.notes.append(
                        f"{row.where[:1].upper()}{row.where[1:]}: ô {TITLES[column]} bị xoá trắng; "
                        "chữ đang có được giữ."
                    )
                continue
            offer.answered += 1
            if column == DOCUMENTS:
                self._offer_documents(offer, row, task)
                continue
            value = self._value(offer, row, column, text)
            if value is not None:
                self._offer_answer(offer, (task.id, occurrence), column, value, text, key)

    def _value(self, offer: FormOffer, row: FormRow, column: str, text: str) -> str | None:
        """What an answer is stored as; None where it is refused."""
        if column == "state":
            state = read_state(text)
            if state is None:
                known = ", ".join(State)
                why = f"“{shortened(text, _SHOWN)}” không rõ là tình trạng nào trong: {known}."
                self._refuse(offer, row, column, why)
            return state
        if column == "done_on":
            day = read_day(text, self._period.year)
            if day is None:
                why = f"“{shortened(text, _SHOWN)}” không phải một ngày đủ ngày, tháng, năm."
                self._refuse(offer, row, column, why)
            return day
        return text

    def _offer_answer(
        self,
        offer: FormOffer,
        about: tuple[str, str],
        column: str,
        value: str,
        text: str,
        key: RowKey | None,
    ) -> None:
        known = self._results.get(about)
        current = getattr(known, column) if known is not None else ""
        if one_line(current) == one_line(value):
            return
        if known is None and about not in self._new_results:
            self._new_results[about] = Result(new_id(), about[0], self._period.id, about[1])
        before = known or self._new_results[about]
        day = self._today.isoformat()
        after = replace(before, **{column: value}, said_by=offer.unit.name, said_on=day)
        doubt = self._doubt_of_day(value) if column == "done_on" else ""
        if current and not doubt:
            doubt = _contest(offer.unit, known, column, current, key)
        self._offer(offer, Item(Edit(known, after), text, field=column), doubt)

    def _doubt_of_day(self, value: str) -> str:
        day, period = date.fromisoformat(value), self._period
        if day > self._today:
            return f"ngày chưa đến, {_KEPT}"
        if day.year not in (period.first.year, period.last.year):
            return f"năm {day.year} ≠ {period.year}, {_KEPT}"
        return ""

    # Documents

    def _offer_documents(self, offer: FormOffer, row: FormRow, task: Task | None) -> None:
        text = row.text(DOCUMENTS)
        documents = named_documents(text)
        if not documents:
            words = shortened(text, _SHOWN)
            why = f"“{words}” không có số, ký hiệu của văn bản nào; hãy hỏi lại đơn vị."
            self._refuse(offer, row, DOCUMENTS, why)
        for document in documents:
            try:
                require_lawful(document)
            except RefusedChange as refusal:
                self._refuse(offer, row, DOCUMENTS, str(refusal))
            else:
                self._offer_document(offer, document, task, text)

    def _offer_document(
        self, offer: FormOffer, document: RegisteredDocument, task: Task | None, text: str
    ) -> None:
        known = (d for d in (*self._register, *self._new_documents) if same_document(d, document))
        named = next(known, None)
        if named is None:
            self._new_documents.append(document)
            named = document
        if named in self._new_documents:
            self._offer(offer, Item(Edit(None, named), text))
        if task is None or (named.id, task.id) in self._cited:
            return
        self._cited.add((named.id, task.id))
        link = Item(Edit(None, Evidence(new_id(), named.id, task.id)), text)
        place = self._append(link, "")
        if named is not document:  # the first link of a new document goes with it
            offer.items.append(place)

    # The list

    def _offer(self, offer: FormOffer, item: Item, doubt: str = "") -> None:
        """Adds an item to a form, unless a form before it has said the same."""
        value = getattr(item.edit.after, item.field) if item.field else ""
        same = (*item.cell, value)
        place = self._places.get(same)
        if place is None:
            place = self._places[same] = self._append(item, doubt)
        if place not in offer.items:
            offer.items.append(place)

    def _append(self, item: Item, doubt: str) -> int:
        row = len(self._items) + 1
        if doubt:
            self._doubts.append(Doubt(row, item.source, doubt))
        self._items.append(replace(item, row=row, taken=not doubt))
        return row - 1


def _contest(
    unit: Unit, known: Result | None, column: str, current: str, key: RowKey | None
) -> str:
    """Why an answer does not simply take the place of another: "" where the unit has seen that, or
    gave it itself.
    """
    said_by = known.said_by if known is not None else ""
    if key is not None:
        shown = date_words(current) if column == "done_on" else current
        if key.was(column, shown):
            return ""
    elif said_by in ("", unit.name):
        return ""
    return f"{said_by or 'tệp'} đã ghi khác, {_KEPT}"


def repeated_rows(matches: Sequence[RowMatch]) -> Iterator[str]:
    """A sentence for each task that several rows with answers speak of."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for match in matches:
        if match.task is not None and match.row.answers:
            rows[match.task.id, match.occurrence].append(match.row.where)
    for places in rows.values():
        if len(places) > 1:
            said = " và ".join(places)
            yield f"{said[:1].upper()}{said[1:]} cùng nói về một nhiệm vụ; chỗ khác nhau phải chọn."
