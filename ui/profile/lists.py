"""The four lists of the profile as data: what their columns show and how typed text is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import YEARS, new_id
from cchc_desktop.domain.reporting_period import ReportingPeriod, preset_periods
from cchc_desktop.domain.schedule_words import full_day
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.profile import ProfileRecord

KINDS = {
    "phòng": "Phòng",
    "hội đồng": "Hội đồng",
    "đoàn thể": "Đoàn thể",
    "nhóm": "Nhóm đơn vị",
    "ngoài": "Ngoài cơ quan",
}
AUTHORITIES = (
    "GIÁM ĐỐC",
    "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG",
    "TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG",
    "Q. GIÁM ĐỐC",
)


def _read_lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _read_line(text: str) -> str:
    return " ".join(_read_lines(text).splitlines())


ListedRecord = ProfileRecord | ReportingPeriod


@dataclass(frozen=True, slots=True)
class ProfileColumn:
    """`text` is what a field's value shows, `read` the value of typed text; None: not typed here.
    `width` in pixels at 100 %, 0 for the rest; `choices` are the only texts there are.
    """

    field: str
    title: str
    width: int
    text: Callable[[Any], str] = str
    read: Callable[[str], object] | None = _read_line
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileList:
    """One list: records of a kind, what it is for, and what a new record begins with."""

    title: str
    kind: type[ListedRecord]
    what: str
    columns: tuple[ProfileColumn, ...]
    blank: Callable[[], ListedRecord]


def _year_text(year: int | None) -> str:
    return "" if year is None else str(year)


def _read_year(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text) in YEARS):
        raise RefusedChange(
            f"Năm “{text}” không hợp lệ; hãy ghi bốn chữ số từ {YEARS[0]} đến {YEARS[-1]}, "
            "hoặc để trống nếu không giới hạn."
        )
    return int(text)


def _read_names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_read_lines(text).splitlines()))


def _read_kind(text: str) -> str:
    return next(kind for kind, words in KINDS.items() if words == text)


_VALIDITY = (
    ProfileColumn("valid_from", "Từ năm", 66, _year_text, _read_year),
    ProfileColumn("valid_to", "Đến năm", 66, _year_text, _read_year),
)

LISTS = (
    ProfileList(
        "Cơ quan",
        Agency,
        "Tên cơ quan, in ở đầu văn bản. Khi cơ quan đổi tên, dùng “Đổi từ năm…”: năm cũ giữ tên "
        "cũ.",
        (
            ProfileColumn("superior", "Cơ quan chủ quản", 0),
            ProfileColumn("name", "Tên cơ quan", 0),
            ProfileColumn("symbol", "Viết tắt", 90),
            ProfileColumn("place", "Địa danh", 140),
            *_VALIDITY,
        ),
        lambda: Agency(new_id(), "", "SỞ …", "", ""),
    ),
    ProfileList(
        "Đơn vị",
        Unit,
        "Phòng, hội đồng, đoàn thể và nhóm đơn vị trong bảng. Tên gọi khác ghi mỗi tên một dòng; "
        "chữ trong kế hoạch giữ nguyên như đã gõ.",
        (
            ProfileColumn("name", "Tên đơn vị", 0),
            ProfileColumn("short", "Tên tắt", 96),
            ProfileColumn(
                "kind", "Loại", 112, lambda kind: KINDS[kind], _read_kind, (*KINDS.values(),)
            ),
            ProfileColumn("aliases", "Tên gọi khác", 0, "\n".join, _read_names),
            ProfileColumn("members", "Thành viên", 120, "\n".join, None),
            *_VALIDITY,
        ),
        lambda: Unit(new_id(), "Đơn vị mới"),
    ),
    ProfileList(
        "Người ký",
        Signer,
        "Quyền hạn ghi mỗi dòng một tầng, như KT. GIÁM ĐỐC rồi PHÓ GIÁM ĐỐC; họ tên không kèm học "
        "vị.",
        (
            ProfileColumn("authority", "Quyền hạn", 260, str, _read_lines),
            ProfileColumn("name", "Họ tên", 0),
            *_VALIDITY,
        ),
        lambda: Signer(new_id(), AUTHORITIES[0], ""),
    ),
    ProfileList(
        "Nơi nhận",
        RecipientList,
        "Nơi nhận sẵn cho từng loại văn bản, mỗi nơi một dòng, không gõ gạch đầu dòng và dấu cuối.",
        (
            ProfileColumn("document_kind", "Loại văn bản", 120),
            ProfileColumn("lines", "Nơi nhận", 0, str, _read_lines),
            *_VALIDITY,
        ),
        lambda: RecipientList(new_id(), "KH", "Như trên\nLưu: VT"),
    ),
)


def _day_text(day: str) -> str:
    return full_day(date.fromisoformat(day))


PERIODS = ProfileList(
    "Kỳ báo cáo",
    ReportingPeriod,
    "Hai ngày đầu là khoảng số liệu của kỳ; ba ngày sau là hạn các phòng gửi, ngày chốt số liệu và "
    "hạn gửi Sở Nội vụ. Ngày gõ như 14/9 hoặc 14/9/2027.",
    (
        ProfileColumn("name", "Tên kỳ", 0),
        ProfileColumn("starts", "Số liệu từ", 124, _day_text),
        ProfileColumn("ends", "đến hết", 124, _day_text),
        ProfileColumn("collect_by", "Hạn phòng gửi", 124, _day_text),
        ProfileColumn("closes", "Chốt số liệu", 124, _day_text),
        ProfileColumn("send_by", "Hạn gửi Sở Nội vụ", 140, _day_text),
    ),
    lambda: preset_periods(YEARS[0])[0],
)
