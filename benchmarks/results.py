"""One line of the page, and the ways of measuring."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RUNS = 5
SMALL, LARGE = 500, 5_000
_SCALES = {"ms": 1e3, "MB": 1e-6}  # of seconds, of bytes


@dataclass(frozen=True)
class Result:
    """`ours` and `theirs` in seconds, or in bytes where the unit is MB."""

    what: str
    rows: int
    ours: float
    against: str
    theirs: float
    bound: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs

    @property
    def exceeded(self) -> bool:
        return self.ratio > self.bound

    def shown(self, value: float) -> str:
        """A value with its unit."""
        scaled = value * _SCALES[self.unit]
        return f"{scaled:,.{0 if scaled >= 20 else 1}f} {self.unit}"


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of several runs, in seconds."""
    return min(times(work, runs))


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], runs: int = RUNS
) -> tuple[float, float]:
    """The shortest runs of both, in seconds; they take turns, so that a busy machine disturbs them
    alike.
    """
    pairs = [(*times(ours, 1), *times(theirs, 1)) for _ in range(runs)]
    return min(own for own, _ in pairs), min(other for _, other in pairs)


def times(work: Callable[[], object], runs: int) -> list[float]:
    """How long each of several runs took, in seconds."""
    measured = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        measured.append(time.perf_counter() - start)
    return measured


def times_served(work: Callable[[], object], runs: int) -> list[float]:
    """As `times`, without what the machine did for others, which would be the longest of many:
    without what this thread waited for a processor, where the system tells that, and no longer than
    all threads of the process had one. What one thread waits for another of ours is in both.
    """
    measured = []
    for _ in range(runs):
        waited, had = _queued(), time.process_time()
        took = times(work, 1)[0]
        measured.append(min(took - (_queued() - waited), time.process_time() - had))
    return measured


def _queued() -> float:
    """How long this thread has waited for a processor so far, in seconds."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0
