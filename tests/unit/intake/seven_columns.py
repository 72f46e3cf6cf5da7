"""A table of seven columns to be read, and what a proposal holds."""

from typing import Any

from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.proposal import Proposal

YEAR = 2025
HEAD = ("STT", "Mục tiêu", "Nhiệm vụ cụ thể", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")


def records(proposal: Proposal, *kinds: type) -> list[Any]:
    """The records on offer of those kinds."""
    return [i.edit.after for i in proposal.items if isinstance(i.edit.after, kinds)]


def plan_of(proposal: Proposal) -> Plan:
    return records(proposal, Plan)[0]


def tasks_of(proposal: Proposal) -> list[Task]:
    return records(proposal, Task)


def rows(office: Any, *texts: tuple[Any, ...], hidden: tuple[int, ...] = ()) -> Any:
    """The table with those rows under its head."""
    cells = [
        [t if isinstance(t, office.Cell) else office.Cell(t) for t in row] for row in (HEAD, *texts)
    ]
    return office.Grid(cells, hidden=frozenset(hidden))


def row(number: str, task: str, *, goal: str = "Mục tiêu", time: str = "Quý I") -> tuple[str, ...]:
    return number, goal, task, "Báo cáo", "Văn phòng Sở", "Phòng Lễ tân", time
