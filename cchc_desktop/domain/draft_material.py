"""What a report is drafted from: tasks with what was said of them, documents, figures, and who
speaks.
"""

import re
from dataclasses import dataclass

from cchc_desktop.domain.plan import PlacedTask, Plan, Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.vietnamese import fold

_BODIES = ("Sở", "Ban", "Cục", "Viện", "Trường", "Chi cục", "Văn phòng", "Trung tâm")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The agency that reports: its name as a sentence writes it, and its chữ viết tắt."""

    name: str = ""
    symbol: str = ""

    @property
    def subject(self) -> str:
        """What the agency calls itself after the first time: "Sở"; "Cơ quan" where it has no such
        word.
        """
        return next((b for b in _BODIES if self.name.startswith(f"{b} ")), "Cơ quan")

    def issued(self, document: RegisteredDocument) -> bool:
        """Whether the agency itself issued a document: its symbol or its issuer says so."""
        if self.symbol and self.symbol in re.split(r"[-/]", document.symbol):
            return True
        issuer = fold(document.issuer).strip()
        return issuer == fold(self.subject) or bool(self.name and fold(self.name) in issuer)


@dataclass(frozen=True, slots=True)
class Told:
    """A task in a report: `results` in the order of their occurrences; `documents` by date, each
    with the id of the task or result that it is evidence of. `begun`: somebody has said by now that
    it is at work or was done before; `ongoing`: it has no end; `left`: it was asked about and is
    not finished; `coming`: it falls into the time that the report looks ahead to.
    """

    place: PlacedTask
    results: tuple[Result, ...] = ()
    documents: tuple[tuple[str, RegisteredDocument], ...] = ()
    begun: bool = False
    ongoing: bool = False
    left: bool = False
    coming: bool = False

    @property
    def task(self) -> Task:
        """The task."""
        return self.place.task

    def evidence(self, target_id: str) -> list[RegisteredDocument]:
        """The documents that are evidence of the task or of one of its results."""
        return [document for target, document in self.documents if target == target_id]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A figure as the text says it ("hồ sơ tiếp nhận: 196 hồ sơ"), under the group of its
    indicator; `source_id`: of the figure, or of the indicator that is computed.
    """

    group: str
    words: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Material:
    """All that one report is drafted from. `told` stands in the plan's order; `asked_by`: documents
    that ask for the report; `register`: all documents; `ahead`: tasks of the next year's plan;
    `plan_document`: the plan, where it was issued in the period and is no task's evidence.
    """

    period: ReportingPeriod
    plan: Plan
    speaker: Speaker
    told: tuple[Told, ...] = ()
    asked_by: tuple[RegisteredDocument, ...] = ()
    register: tuple[RegisteredDocument, ...] = ()
    figures: tuple[FigureWords, ...] = ()
    ahead: tuple[Task, ...] = ()
    plan_document: RegisteredDocument | None = None
