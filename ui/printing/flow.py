"""Distributes boxes over pages: what belongs together stays on one page, a table's head is
repeated, what is very tall is cut.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ui.printing.boxes import Box, cut, gap

_SLIGHT = 0.01  # points, for rounding


class Placed(NamedTuple):
    """A box and how far its upper edge stands below the upper margin."""

    y: float
    box: Box


def flowed(boxes: Sequence[Box], room: float) -> list[list[Placed]]:
    """The boxes on pages whose text is `room` points high; at least one page."""
    flow = _Flow(room)
    at = 0
    while at < len(boxes):
        end = at + 1
        while end < len(boxes) and boxes[end - 1].keep_next:
            end += 1
        flow.chain(boxes[at:end])
        at = end
    return flow.pages


class _Flow:
    def __init__(self, room: float) -> None:
        self.room = room
        self.y = 0.0
        self.pages: list[list[Placed]] = [[]]

    def chain(self, boxes: Sequence[Box]) -> None:
        """Boxes that stay on one page; where no page holds them all, as they come."""
        needed = sum(above.height + gap(above, below) for above, below in pairwise(boxes))
        needed += _least(boxes[-1])
        head = boxes[0].repeated
        on_fresh = needed + (head.height if head else 0)
        here = self._gap(boxes[0]) + needed
        if self.pages[-1] and not self._holds(here) and on_fresh <= self.room + _SLIGHT:
            self._new_page()
        for box in boxes:
            self._place(box)

    def _place(self, box: Box) -> None:
        if not self.pages[-1] and box.repeated:
            self._put(box.repeated)
        before = self._gap(box)
        if self._holds(before + box.height):
            self._put(box)
            return
        room = self.room - self.y - before
        parts = cut(box, room) if box.least is not None and box.least <= room + _SLIGHT else None
        if parts:
            self._put(parts[0])
            self._new_page()
            self._place(parts[1])
        elif len(self.pages[-1]) > (box.repeated is not None):
            self._new_page()
            self._place(box)
        else:  # a fresh page does not hold it either
            self._put(box)

    def _put(self, box: Box) -> None:
        self.y += self._gap(box)
        self.pages[-1].append(Placed(self.y, box))
        self.y += box.height

    def _gap(self, box: Box) -> float:
        """The space over a box that is put next."""
        return gap(self.pages[-1][-1].box, box) if self.pages[-1] else 0.0

    def _holds(self, height: float) -> bool:
        return self.y + height <= self.room + _SLIGHT

    def _new_page(self) -> None:
        self.pages.append([])
        self.y = 0.0


def _least(box: Box) -> float:
    return box.height if box.least is None else min(box.least, box.height)
