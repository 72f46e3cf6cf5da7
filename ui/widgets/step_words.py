"""How a step of a record's past is told in one line."""

import re

from cchc_desktop.domain.change import Edit, LogEntry
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.services.names import FIELD_NAMES

_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # as it is stored
_QUOTED = 40  # characters of what stood there, and of what does


def step_words(entry: LogEntry, edit: Edit) -> str:
    """When it was, and what; from what to what where one field changed."""
    words = entry.label
    if edit.before is not None and edit.after is not None:
        names = FIELD_NAMES[type(edit.record)]
        changed = [
            (name, getattr(edit.before, field), getattr(edit.after, field))
            for field, name in names.items()
            if getattr(edit.before, field) != getattr(edit.after, field)
        ]
        if len(changed) == 1 and all(isinstance(value, str) for value in changed[0][1:]):
            name, old, new = changed[0]
            words = f"{name}: {_quoted(old)} → {_quoted(new)}" if old else f"{name}: {_quoted(new)}"
    return f"{words} · {entry.at.day}/{entry.at.month} {entry.at:%H:%M}"


def _quoted(value: str) -> str:
    return f"“{date_words(value) if _DAY.fullmatch(value) else shortened(value, _QUOTED)}”"
