"""The forms of the units in a reporting period: which were sent, came back and were merged."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FormState(StrEnum):
    """Where a unit's form is; the value is what the clerk reads."""

    UNSENT = "chưa gửi"
    SENT = "chưa về"
    LATE = "quá hạn chưa về"
    RECEIVED = "đã về"
    MERGED = "đã gộp"


@dataclass(frozen=True, slots=True)
class FormReceipt:
    """One unit's form of one period; days are ISO, "" where it has not happened. `file_name` and
    `digest` (SHA-256) are of the file that came back last.
    """

    id: str
    period_id: str
    unit_id: str
    sent_on: str = ""
    received_on: str = ""
    merged_on: str = ""
    file_name: str = ""
    digest: str = ""


def form_state(receipt: FormReceipt | None, collect_by: date, today: date) -> FormState:
    """Where the form is on a day; the units send theirs by `collect_by`, that day included."""
    if receipt is not None and receipt.merged_on:
        return FormState.MERGED
    if receipt is not None and receipt.received_on:
        return FormState.RECEIVED
    if today > collect_by:
        return FormState.LATE
    return FormState.SENT if receipt is not None and receipt.sent_on else FormState.UNSENT
