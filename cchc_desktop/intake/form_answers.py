"""What a unit's answer means where a form offers words or asks for a day."""

import re

from cchc_desktop.domain.issue_date import is_whole_day, read_date
from cchc_desktop.domain.result import State
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.source_text import folded

_STATES = (  # folded words, the first that fit; "chưa hoàn thành" may be either of two
    (State.UNDER_WAY, r"(da va )?dang( (lam|thuc hien|trien khai|tien hanh|xu ly)\b.*)?"),
    (State.UNDER_WAY, r"tiep tuc\b.*"),
    (State.NOT_BEGUN, r"chua( (lam|thuc hien|trien khai|bat dau|tien hanh|co ket qua))?"),
    (State.DONE, r"(da )?(lam |thuc hien )?(xong|hoan thanh|hoan tat|ket thuc)( xong)?"),
    (State.DONE, r"da (lam|thuc hien|trien khai|ban hanh)|ht|100 ?%|xong het|dat"),
)
_FORMS = [(state, re.compile(pattern)) for state, pattern in _STATES]
_DAY = re.compile(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?")
_CENTURY = "20"


def read_state(text: str) -> State | None:
    """The state that was typed in whatever words; None where they are not clear."""
    typed = one_line(text).lower().strip(" .;,!-")
    if typed.startswith("đang "):  # without its marks it would be "đăng" as well
        return State.UNDER_WAY
    words = folded(typed)
    return next((state for state, form in _FORMS if form.fullmatch(words)), None)


def read_day(text: str, year: int) -> str | None:
    """The ISO day that was typed, in that year where it names none; None where it is no whole
    day.
    """
    found = _DAY.fullmatch(folded(text).strip(" .;,"))
    if found is not None:
        day, month, named = found.groups()
        full = named or str(year)
        text = f"{day}/{month}/{full if len(full) > 2 else _CENTURY + full}"
    read = read_date(text)
    return read if read and is_whole_day(read) else None
