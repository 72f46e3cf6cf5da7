"""Long reading in small steps, between which it can be stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Step = Callable[[], None]  # called between two steps; what it raises ends the reading


def go_on() -> None:
    """The step of what nobody stops."""


def stepwise(items: Iterable[T], step: Step) -> Iterator[T]:
    """The items, a step before each."""
    for item in items:
        step()
        yield item
