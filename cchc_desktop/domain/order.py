"""The order of rows, sections, headings and paragraphs by position, and the numbers of rows that it
brings with it.
"""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.plan import POSITION_STEP, Part, Row
from cchc_desktop.domain.report import OutlineHeading, ReportHeading, ReportParagraph
from cchc_desktop.domain.row_numbers import renumbered

Placed = Part | OutlineHeading | ReportHeading | ReportParagraph  # what stands in an order


def arranged(
    siblings: Sequence[Placed], parts: Sequence[Placed], before: str | None
) -> tuple[Edit, ...]:
    """Edits that bring new or known parts in front of one; where no gap is left, all are moved;
    none where all stand in that order already.
    """
    known = {part.id: part for part in siblings}
    moving = {part.id for part in parts}
    index = next((i for i, part in enumerate(siblings) if part.id == before), len(siblings))
    ahead = [part for part in siblings[:index] if part.id not in moving]
    behind = [part for part in siblings[index:] if part.id not in moving]
    in_order = [*ahead, *parts, *behind]
    if [part.id for part in in_order] == list(known):
        return ()
    positions = _positions_between(
        ahead[-1].position if ahead else None, behind[0].position if behind else None, len(parts)
    )
    if positions is None:
        parts = in_order
        positions = [POSITION_STEP * place for place in range(1, len(parts) + 1)]
    return tuple(
        Edit(known.get(part.id), replace(part, position=position))
        for part, position in zip(parts, positions, strict=True)
    )


def with_numbers(rows: Sequence[Row], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of rows together with the numbers that change by them; one edit a row."""
    after: dict[str, Row] = {row.id: row for row in rows}
    for edit in edits:
        after.pop(edit.record.id, None)
        if isinstance(edit.after, Row):
            after[edit.after.id] = edit.after
    in_order = sorted(after.values(), key=lambda row: (row.position, row.id))
    return difference(rows, renumbered(in_order, rows))


def difference(before: Sequence[Row], after: Sequence[Row]) -> tuple[Edit, ...]:
    """The edits that make these rows of those: what goes first, then what changes or comes."""
    old, new = ({row.id: row for row in rows} for rows in (before, after))
    gone = [Edit(row, None) for row in before if row.id not in new]
    other = [Edit(old.get(row.id), row) for row in after if old.get(row.id) != row]
    return (*gone, *other)


def _positions_between(left: int | None, right: int | None, count: int) -> list[int] | None:
    """`count` rising positions between two neighbours, evenly spread; None where they don't fit."""
    if right is None:
        return [(left or 0) + POSITION_STEP * place for place in range(1, count + 1)]
    if left is None:
        return [right - POSITION_STEP * place for place in range(count, 0, -1)]
    step = (right - left) // (count + 1)
    return [left + step * place for place in range(1, count + 1)] if step else None
