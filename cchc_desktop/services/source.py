"""A source of a report's words, as the pane and the lists of the window show it."""

from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.finding import Place


class SourceKind(StrEnum):
    """What a source is; it says also how it is inserted."""

    RESULT = "result"
    DOCUMENT = "document"
    FIGURE = "figure"
    TASK = "task"
    PLAN = "plan"
    SENT = "sent"  # a report that was sent before


@dataclass(frozen=True, slots=True)
class Source:
    """A record that words come from: `title` names it, `text` is what it says, `below` what else is
    to be known; `at` is where it is to be seen.
    """

    id: str
    kind: SourceKind
    title: str
    text: str
    below: str
    at: Place


@dataclass(frozen=True, slots=True)
class Used:
    """A source of a paragraph. `changed`: it says something else than when the paragraph was
    drafted, `before` is what it said.
    """

    source: Source
    changed: bool = False
    before: str = ""
