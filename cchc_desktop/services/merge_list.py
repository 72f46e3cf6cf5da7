"""A merge as the command prints it."""

from collections.abc import Iterator
from typing import Any

from cchc_desktop.domain.plan import Task
from cchc_desktop.services.merging import Merge, ReturnedForm

_WHOLE = "cả phiếu"


def merge_list(merge: Merge, *, accepted: bool = False) -> dict[str, Any]:
    """The forms with what they change, by the keys of the form's columns; once accepted, what was
    left out is among what was refused.
    """
    return {"forms": [_form(merge, form, accepted) for form in merge.forms]}


def left_out(merge: Merge, form: ReturnedForm) -> Iterator[tuple[str, str]]:
    """Where an item of a form is not taken, and why."""
    for index in form.items:
        if not merge.proposal.items[index].taken:
            place = ", ".join(part for part in (_task(merge, index), merge.column(index)) if part)
            why = merge.doubt(index) or "các phiếu ghi khác nhau, chưa chọn"
            yield place, f"{why[0].upper()}{why[1:]}: “{merge.new(index)}”."


def _form(merge: Merge, form: ReturnedForm, accepted: bool) -> dict[str, Any]:
    new = [index for index in form.items if _is_new_task(merge, index)]
    refused = [(refusal.where or _WHOLE, refusal.why) for refusal in form.refused]
    return {
        "file": form.file,
        "unit": form.unit.name if form.unit is not None else None,
        "period": form.period.key if form.period is not None else None,
        "changes": [
            {
                "task": _task(merge, index),
                "occurrence": merge.occurrence(index) or None,
                "field": merge.column(index),
                "old": merge.old(index),
                "new": merge.new(index),
            }
            for index in form.items
            if index not in new
        ],
        "new_rows": [_new_row(merge, index) for index in new],
        "refused": [
            {"where": where, "why": why}
            for where, why in (*refused, *(left_out(merge, form) if accepted else ()))
        ],
        "notes": list(form.notes),
    }


def _is_new_task(merge: Merge, index: int) -> bool:
    edit = merge.proposal.items[index].edit
    return edit.before is None and isinstance(edit.after, Task)


def _new_row(merge: Merge, index: int) -> dict[str, str]:
    task = merge.task(index)
    assert task is not None, "the item brings one"
    return {"task": task.text, "deliverable": task.deliverable, "time": task.time}


def _task(merge: Merge, index: int) -> str:
    task = merge.task(index)
    return task.text if task is not None else ""
