"""What a check found: the plan's list, the form check, the report's checks and evidence gaps are
one thing.
"""

from dataclasses import dataclass
from typing import NamedTuple

RESULT = "result"  # in the place of a column: what was done for a task


class Place(NamedTuple):
    """A record, and the key of its column (`columns.py`), RESULT, or "" for all of it: where a jump
    goes. `line`: which one is meant of a text of several, from 0 on.
    """

    record_id: str
    column: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: its key, the place, what stands there and what should. `at` is where a jump
    goes, None outside the project, `also` the further places of the same; `mark` says it in at most
    three words, for under a cell.
    `title` says what the rule is about, `group` the part that it belongs to, `source` the article
    that asks for it, `mendable` in how many places the program can mend it by itself.
    """

    rule: str
    where: str
    found: str
    expected: str
    at: Place | None = None
    mark: str = ""
    title: str = ""
    group: str = ""
    source: str = ""
    mendable: int = 0
    also: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding that the clerk wants left as it is: it stays away while its place has these
    words.
    """

    id: str
    plan_id: str
    rule: str
    record_id: str
    column: str
    found: str
    words: str
