"""Doubts in few words: a title for the list, a mark for the cell that is doubtful."""

from functools import lru_cache

from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.proposal import Doubt, DoubtKind
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.proposed_rows import row_of
from cchc_desktop.services.reading import Reading

_TITLES = {
    DoubtKind.NOTE: "Cần biết về tệp này",
    DoubtKind.AGENCY: "Tên cơ quan khác với hồ sơ",
    DoubtKind.PLAN_YEAR: "Tệp là kế hoạch của năm khác",
    DoubtKind.HIDDEN: "Một dòng bị ẩn trong tệp",
    DoubtKind.SHIFTED: "Các ô bị lệch cột",
    DoubtKind.JOINED: "Một dòng viết tiếp dòng trên",
    DoubtKind.WRAPPED: "Câu bị ngắt dòng trong ô",
    DoubtKind.TITLE: "Một tên bị cắt đôi",
    DoubtKind.GOAL: "Một mục tiêu bị cắt đôi",
    DoubtKind.NO_GOAL: "Một mục tiêu dùng cho nhiều nhiệm vụ",
    DoubtKind.NUMBER: "Số thứ tự bị Excel đổi",
    DoubtKind.TIME: "Chưa hiểu thời gian",
    DoubtKind.YEAR: "Năm khác với năm của kế hoạch",
    DoubtKind.UNIT: "Đơn vị chưa biết",
    DoubtKind.REPEATED: "Một nhiệm vụ đứng hai lần",
}
_MARKS = {
    DoubtKind.HIDDEN: ("task", "dòng bị ẩn"),
    DoubtKind.SHIFTED: ("task", "đã dời cột"),
    DoubtKind.GOAL: ("goal", "mục tiêu ghép"),
    DoubtKind.NO_GOAL: ("goal", "mục tiêu dòng trên"),
    DoubtKind.NUMBER: ("number", "đã ghi lại"),
    DoubtKind.TIME: ("time", "chưa hiểu"),
    DoubtKind.REPEATED: ("task", "đứng hai lần"),
    DoubtKind.TITLE: ("", "tên ghép"),
}


def doubt_title(doubt: Doubt) -> str:
    """What is doubtful, in a few words."""
    title = _TITLES[doubt.kind]
    if doubt.kind in (DoubtKind.UNIT, DoubtKind.TIME):
        return f"{title}: “{one_line(doubt.text)}”"
    return title


def doubt_place(doubt: Doubt) -> str:
    """Where it is: "dòng 38"; "" outside the table."""
    return f"dòng {doubt.row}" if doubt.row else ""


def doubt_reason(doubt: Doubt) -> str:
    """Why, after the words of the source where the title does not have them."""
    told = doubt.kind in (DoubtKind.UNIT, DoubtKind.TIME)
    text = "" if told else one_line(doubt.text)
    return f"{doubt.why} “{text}”" if text else doubt.why


def doubt_mark(reading: Reading, doubt: Doubt) -> tuple[str, str]:
    """(column key, words) for the row that the doubt is about; ("", "") for none."""
    year = reading.plan.year
    match doubt.kind:
        case DoubtKind.YEAR:
            return "time", f"năm {_years_named(doubt.text, year)} ≠ {year}"
        case DoubtKind.UNIT:
            return _unit_column(reading, doubt), "đơn vị chưa biết"
        case DoubtKind.WRAPPED:
            return doubt.cells[0][0], "đã nối dòng"
        case DoubtKind.JOINED:
            return "task", f"đã nối dòng {doubt.row}"
        case _:
            return _MARKS.get(doubt.kind, ("", ""))


@lru_cache(maxsize=1 << 12)
def _years_named(time: str, year: int) -> str:
    return ", ".join(map(str, read_schedule(time, year).foreign_years))


def _unit_column(reading: Reading, doubt: Doubt) -> str:
    index = reading.places.get(doubt.row)
    row = None if index is None else row_of(reading.proposal.items[index])
    return "lead" if isinstance(row, Task) and doubt.text in row.lead else "coordinating"
