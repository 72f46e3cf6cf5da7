"""What a check found: the plan's list, the form check, the report's checks and evidence gaps are
one thing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: its key, the place, what stands there and what should; `fix` names a safe
    cure or is empty.
    """

    rule: str
    where: str
    found: str
    expected: str
    fix: str = ""
