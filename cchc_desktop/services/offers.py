"""What can be done with rows that the clerk chose while reviewing."""

from collections.abc import Callable, Sequence
from functools import partial

from cchc_desktop.domain.columns import STANDARD, UNIT_KEYS
from cchc_desktop.domain.plan import Area, Group, Row, Task
from cchc_desktop.domain.proposal import DoubtKind, Proposal
from cchc_desktop.domain.units import UnitReader
from cchc_desktop.services import row_repairs as rows
from cchc_desktop.services.cures import unit_options
from cchc_desktop.services.proposed_rows import row_of, task_of
from cchc_desktop.services.reading import Reading, Repair, repair
from cchc_desktop.services.row_joining import can_join, can_part, join, part


def repairs(reading: Reading, chosen: Sequence[int], column: str) -> dict[str, Repair]:
    """What can be done with the items of these indices and the cell in that column: by "part",
    "join", "area", "group", "task", "right", "left", "goal", "no goal", "unit" and "take".
    """
    chosen = sorted(chosen)
    return {
        "part": _part(reading, chosen),
        "join": _join(reading, chosen),
        "area": _set_as(reading, chosen, Area, "Đặt làm lĩnh vực"),
        "group": _set_as(reading, chosen, Group, "Đặt làm nhóm"),
        "task": _set_as(reading, chosen, Task, "Đặt làm nhiệm vụ"),
        "right": _shift(reading, chosen, column, 1, "Đẩy các ô sang phải"),
        "left": _shift(reading, chosen, column, -1, "Đẩy các ô sang trái"),
        "goal": _goal(reading, chosen, rows.with_goal_above, "Dùng mục tiêu dòng trên"),
        "no goal": _goal(reading, chosen, rows.without_goal, "Để trống mục tiêu"),
        "unit": _unit(reading, chosen, column),
        "take": _take(reading, chosen),
    }


def write_cell(reading: Reading, index: int, column: str, text: str) -> Reading:
    """A task with a cell typed anew."""
    return reading.repaired(rows.write(reading.proposal, index, {column: text}))


def _part(reading: Reading, chosen: Sequence[int]) -> Repair:
    label, icon = "Tách", "split"
    if len(chosen) != 1 or not can_part(reading.proposal.items[chosen[0]]):
        return Repair(label, icon=icon)
    return repair(reading, label, lambda: part(reading.proposal, chosen[0]), icon)


def _join(reading: Reading, chosen: Sequence[int]) -> Repair:
    """One row goes to the one above; several go together."""
    label, icon = "Nối", "merge"
    joining = chosen if len(chosen) == 1 else chosen[1:]
    together = bool(chosen) and [*chosen] == list(range(chosen[0], chosen[-1] + 1))
    if not together or not all(can_join(reading.proposal, index) for index in joining):
        return Repair(label, icon=icon)
    return repair(reading, label, lambda: _folded(reading.proposal, joining, join), icon)


def _set_as(reading: Reading, chosen: Sequence[int], kind: type[Row], label: str) -> Repair:
    icon = "table-2" if kind is Task else "heading"
    others = [n for n in chosen if not isinstance(reading.proposal.items[n].edit.after, kind)]
    if not others or any(row_of(reading.proposal.items[index]) is None for index in chosen):
        return Repair(label, icon=icon)
    change = partial(rows.set_as, kind=kind)
    return repair(reading, label, lambda: _folded(reading.proposal, others, change), icon)


def _shift(reading: Reading, chosen: Sequence[int], column: str, step: int, label: str) -> Repair:
    icon = "arrow-right" if step > 0 else "arrow-left"
    moved = None
    if len(chosen) == 1:
        moved = rows.shifted(reading.proposal, chosen[0], reading.columns, column, step)
    return (
        Repair(label, icon=icon) if moved is None else repair(reading, label, lambda: moved, icon)
    )


def _goal(
    reading: Reading, chosen: Sequence[int], change: Callable[[Proposal, int], Proposal], label: str
) -> Repair:
    if len(chosen) != 1 or task_of(reading.proposal.items[chosen[0]]) is None:
        return Repair(label)
    changed = change(reading.proposal, chosen[0])
    return Repair(label) if changed == reading.proposal else repair(reading, label, lambda: changed)


def _unit(reading: Reading, chosen: Sequence[int], column: str) -> Repair:
    """The names in a cell that the file did not know before, each with the units it may be."""
    label = "Chọn đơn vị"
    task = task_of(reading.proposal.items[chosen[0]]) if len(chosen) == 1 else None
    if task is None or column not in UNIT_KEYS:
        return Repair(label)
    known = {unit.name for unit in reading.contents.units(reading.plan.year)}
    mentions = UnitReader(reading.units).read(STANDARD[column].text(task))
    unknown = [m.typed for m in mentions if not m.sure or m.name not in known]
    names = tuple(
        Repair(words, options=unit_options(reading, _without_doubts(reading, words), words))
        for words in unknown
    )
    return Repair(label, options=names)


def _without_doubts(reading: Reading, words: str) -> Proposal:
    proposal = reading.proposal
    for doubt in proposal.doubts:
        if (doubt.kind, doubt.text) == (DoubtKind.UNIT, words):
            proposal = rows.settle(proposal, doubt)
    return proposal


def _take(reading: Reading, chosen: Sequence[int]) -> Repair:
    """Rows are left out; those that are, are taken back."""
    taken = any(reading.proposal.items[index].taken for index in chosen)
    label, icon = ("Bỏ qua", "eye-off") if taken or not chosen else ("Lấy lại", "undo-2")
    if not chosen:
        return Repair(label, icon=icon)
    return repair(
        reading, label, lambda: rows.take(reading.proposal, chosen, taken=not taken), icon
    )


def _folded(
    proposal: Proposal, indices: Sequence[int], change: Callable[[Proposal, int], Proposal]
) -> Proposal:
    """The change at each index, from below, so that those above keep theirs."""
    for index in reversed(indices):
        proposal = change(proposal, index)
    return proposal
