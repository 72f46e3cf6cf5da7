"""The form that a unit fills in for a reporting period: its columns, the stamp that says whose it
is, and the keys of its rows. How it looks is the matter of `documents/`, how one that came back is
read that of `intake/`.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.vietnamese import one_line

VERSION = 1  # of the form: another one has other columns or keys
NUMBER, ROLE, BEFORE, KEY = "number", "role", "before", "key"
DOCUMENTS = "documents"

TITLES = {  # of the columns, in their order
    NUMBER: "STT",
    "task": "Nhiệm vụ",
    "deliverable": "Sản phẩm",
    "time": "Thời gian",
    ROLE: "Vai trò",
    BEFORE: "Kỳ trước đã ghi",
    "text": "Kết quả thực hiện",
    "state": "Tình trạng",
    "done_on": "Ngày hoàn thành",
    "figures": "Số liệu",
    DOCUMENTS: "Văn bản đã ban hành",
    "difficulty": "Khó khăn, vướng mắc",
    "next_step": "Việc tiếp theo",
    KEY: "Mã dòng (không sửa)",
}
PLANNED = ("task", "deliverable", "time")  # what the plan says: keys of columns.py
ANSWERS = ("text", "state", "done_on", "figures", DOCUMENTS, "difficulty", "next_step")
RESULT_FIELDS = tuple(key for key in ANSWERS if key != DOCUMENTS)  # of `Result`, by these names

NOW = "Việc của kỳ này"
OUTSIDE_PLAN = "Việc ngoài kế hoạch, văn bản khác"
NOT_YET = "Chưa đến kỳ (ghi nếu đã làm)"

_OCCURRENCE = re.compile(r"\s*\(kỳ \d{1,2}/\d{1,2}\)\s*$")
_PRINTED = (*PLANNED, *ANSWERS)
_CODE, _PRINT, _CHECK = 8, 6, 6  # hexadecimal figures
_STAMP = re.compile(
    rf"CCHC(?P<version>\d{{1,3}})((?:-[0-9a-f]{{{_CODE}}}){{3}})-(\d{{4}})(\d\d)(\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class FormStamp:
    """Whose form it is: codes of the plan, the period and the unit, the ISO day it was made on, and
    the version of the form. Its text stands in the form for all to see, and once more hidden.
    """

    plan: str
    period: str
    unit: str
    made_on: str = ""
    version: int = VERSION

    @property
    def text(self) -> str:
        """The stamp as it is written, "CCHC1-....-20270825"."""
        codes = "-".join((self.plan, self.period, self.unit))
        return f"CCHC{self.version}-{codes}-{self.made_on.replace('-', '')}"

    @property
    def identity(self) -> tuple[str, str, str]:
        """What all forms of one unit in one period share."""
        return self.plan, self.period, self.unit


def code(record_id: str) -> str:
    """The short code of a record in a stamp."""
    return _hash(record_id, _CODE)


def stamp(plan_id: str, period_id: str, unit_id: str, made_on: str = "") -> FormStamp:
    """The stamp of a form made on an ISO day."""
    return FormStamp(code(plan_id), code(period_id), code(unit_id), made_on)


def read_stamp(text: str) -> FormStamp | None:
    """The stamp that stands in a text."""
    found = _STAMP.search(text)
    if found is None:
        return None
    plan, period, unit = found[2].removeprefix("-").split("-")
    made_on = "-".join(found.group(3, 4, 5))
    return FormStamp(plan, period, unit, made_on, int(found["version"]))


@dataclass(frozen=True, slots=True)
class RowKey:
    """What a row is about: a task, or one of its occurrences, and a print of each of its cells as
    they were sent out, by which one that was written into is told from one that was not.
    """

    task_id: str
    occurrence: str = ""
    prints: dict[str, str] = field(default_factory=dict)

    def was(self, column: str, text: str) -> bool:
        """Whether the cell of a column said this when the form was sent out."""
        return self.prints.get(column) == _print(text)

    def written(self, stamp: FormStamp) -> str:
        """The key as it stands in a form with that stamp, with a check over both."""
        body = f"{self.task_id}|{self.occurrence}|{''.join(self.prints.values())}"
        return f"{body}|{_check(body, stamp)}"


def row_key(task_id: str, occurrence: str, cells: dict[str, str]) -> RowKey:
    """The key of a row that goes out with these cells, by column."""
    return RowKey(task_id, occurrence, {key: _print(cells.get(key, "")) for key in _PRINTED})


def read_key(text: str, stamp: FormStamp) -> RowKey | None:
    """The key in a cell; None where it is none, is damaged, or comes from another form."""
    body, _, check = text.strip().rpartition("|")
    parts = body.split("|")
    if len(parts) != 3 or check != _check(body, stamp):
        return None
    task_id, occurrence, prints = parts
    cut = [prints[at : at + _PRINT] for at in range(0, len(prints), _PRINT)]
    return RowKey(task_id, occurrence, dict(zip(_PRINTED, cut, strict=False)))


def occurrence_words(occurrence: str) -> str:
    """What the time of a row says of its occurrence, an ISO day or "": "(kỳ 30/6)"."""
    if not occurrence:
        return ""
    day = date.fromisoformat(occurrence)
    return f"(kỳ {day.day}/{day.month})"


def without_occurrence(time: str) -> tuple[str, str]:
    """The time of a row without the words on its occurrence, and those words, "" for none."""
    found = _OCCURRENCE.search(time)
    return (time, "") if found is None else (time[: found.start()].rstrip(), found[0].strip())


def document_words(document: RegisteredDocument) -> str:
    """A document as a form names it: "Kế hoạch số 178/KH-SNgV ngày 28/02/2021"."""
    parts = (
        document.kind,
        document.code and f"số {document.code}",
        document.issued and f"ngày {date_words(document.issued)}",
    )
    return " ".join(part for part in parts if part) or document.title


def _print(text: str) -> str:
    """Of a text whatever its line ends: programs change those."""
    return _hash(one_line(text), _PRINT)


def _check(body: str, stamp: FormStamp) -> str:
    return _hash("|".join((*stamp.identity, body)), _CHECK)


def _hash(text: str, length: int) -> str:
    return sha256(text.encode()).hexdigest()[:length]
