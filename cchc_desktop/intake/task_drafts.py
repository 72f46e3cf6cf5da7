"""Areas, groups and tasks while a table is still being read, and the records they end as."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc_desktop.domain.columns import OWN
from cchc_desktop.domain.plan import POSITION_STEP, Area, Group, Row, Task, new_id
from cchc_desktop.domain.proposal import Piece
from cchc_desktop.intake.numbering import ARABIC_DEPTH, ROMAN_DEPTH, heading_depth


@dataclass(slots=True)
class Goal:
    """A mục tiêu, shared by the tasks that it covers, so that a piece found later reaches all."""

    text: str = ""
    assumed: bool = False  # a numbered task with an empty cell was taken under it


@dataclass(slots=True)
class HeadingDraft:
    """A heading met in reading; `kind` is known for columns and titles outside the table: Area or
    Group.
    """

    row: int
    number: str
    title: str
    kind: type[Area] | type[Group] | None = None

    @property
    def depth(self) -> int | None:
        """How deep its number stands, None without one."""
        return heading_depth(self.number, self.title)

    @property
    def source(self) -> str:
        """The heading's words."""
        return f"{self.number} {self.title}".strip()


@dataclass(slots=True)
class TaskDraft:
    """A task met in reading; `texts` by column key, `pieces` the rows joined to it."""

    row: int
    source: str
    number: str
    goal: Goal
    texts: dict[str, str] = field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()


Draft = HeadingDraft | TaskDraft


def settle_headings(drafts: Sequence[Draft]) -> None:
    """Decide which headings are areas and which are groups, by how deep their numbers are."""
    free = [d for d in drafts if isinstance(d, HeadingDraft) and d.kind is None]
    known_areas = any(isinstance(d, HeadingDraft) and d.kind is Area for d in drafts)
    depths = sorted({d for h in free if (d := h.depth) is not None})
    outer = set(depths[:1])
    if depths[:2] == [0, ROMAN_DEPTH] and len(depths) > 2:
        outer = {0, ROMAN_DEPTH}  # parts "A", areas "I" and groups "1": parts head areas
    plain = [h for h in free if h.depth is None]
    plain_lead = len(plain) > 1 and min(outer, default=ARABIC_DEPTH) >= ARABIC_DEPTH
    for place, draft in enumerate(drafts):
        if not isinstance(draft, HeadingDraft) or draft.kind is not None:
            continue
        own = draft.depth
        if known_areas:
            is_area = False
        elif own is None:
            following = drafts[place + 1] if place + 1 < len(drafts) else None
            is_area = not outer or plain_lead or _leads(following, outer)
        else:
            is_area = own in outer and not plain_lead
        draft.kind = Area if is_area else Group


def _leads(following: Draft | None, outer: set[int]) -> bool:
    return isinstance(following, HeadingDraft) and following.depth in outer


def records(drafts: Sequence[Draft], plan_id: str) -> Iterator[tuple[Row, Draft]]:
    """The records in order, each with what it was read from."""
    for place, draft in enumerate(drafts, start=1):
        position = place * POSITION_STEP
        if isinstance(draft, TaskDraft):
            yield _task(draft, plan_id, position), draft
        else:
            kind = draft.kind or Area
            yield kind(new_id(), plan_id, position, draft.number, draft.title), draft


def _task(draft: TaskDraft, plan_id: str, position: int) -> Task:
    texts = draft.texts
    return Task(
        id=new_id(),
        plan_id=plan_id,
        position=position,
        number=draft.number,
        goal=draft.goal.text,
        text=texts.get("task", ""),
        deliverable=texts.get("deliverable", ""),
        lead=texts.get("lead", ""),
        coordinating=texts.get("coordinating", ""),
        time=texts.get("time", ""),
        own=tuple([(key, text) for key, text in texts.items() if key.startswith(OWN)]),
    )
