"""How a report names its period and what comes after it: "quý III năm 2027", then "quý IV"."""

import re
from datetime import date

from cchc_desktop.domain.quarter import Quarter
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.vietnamese import lower_first, roman

_ACTS = (  # verbs that a trích yếu begins with
    *("ban hành", "phê duyệt", "sửa đổi", "bổ sung", "thay thế", "bãi bỏ", "thành lập", "công bố"),
    *("kiện toàn", "điều động", "bổ nhiệm", "cử", "giao", "công nhận", "công khai", "triển khai"),
    *("đăng ký", "đề nghị", "tổ chức", "thực hiện", "cho phép", "ủy quyền", "phân công", "xin"),
)
_SMALL = (  # no name begins so, whatever follows
    *("đã", "đang", "có", "gửi", "trình", "mời", "tại", "theo", "do", "qua", "từ", "được", "cho"),
    *("trong", "với", "cùng", "nhằm", "để", "đối với", "tham mưu", "báo cáo"),
)
_NAMES = (  # what begins so is a name, which keeps its capital
    *("kế hoạch", "quy chế", "chương trình", "đề án", "sở", "ủy ban", "hội đồng", "chính phủ"),
    *("thủ tướng", "nghị quyết", "nghị định", "luật", "thông tư", "quyết định", "chỉ thị"),
    *("văn phòng", "ban chỉ đạo"),
)
_ACT_BEGINS = tuple(f"{act}{mark}" for act in _ACTS for mark in " ,")
_SMALL_BEGINS = tuple(f"{word} " for word in _SMALL)
_NAME_BEGINS = tuple(f"{name} " for name in _NAMES)
_LAST_QUARTER = 4


def next_window(period: ReportingPeriod) -> tuple[date, date]:
    """The days that a report looks ahead to: the next quarter, after the last one the next year."""
    quarter = Quarter.of(period.last)
    if quarter.number == _LAST_QUARTER:
        return date(quarter.year + 1, 1, 1), date(quarter.year + 1, 12, 31)
    return (quarter + 1).first_day, (quarter + 1).last_day


def next_words(period: ReportingPeriod) -> str:
    """What a report calls the time that it looks ahead to: "quý IV năm 2027", "năm 2028"."""
    quarter = Quarter.of(period.last)
    if quarter.number == _LAST_QUARTER:
        return f"năm {quarter.year + 1}"
    return f"quý {roman(quarter.number + 1)} năm {quarter.year}"


def filled(title: str, period: ReportingPeriod) -> str:
    """A title of an outline with the period in the place of "{kỳ}", "{kỳ sau}" and "{năm}"."""
    words = {
        "{kỳ}": period.full_words,
        "{kỳ sau}": next_words(period),
        "{năm}": str(period.year),
    }
    for place, named in words.items():
        title = title.replace(place, named)
    return title


def named(words: str) -> re.Pattern[str]:
    """Where a text names a period that is called so: also "Quý III/2027", "6 tháng năm 2027"."""
    plain = re.escape(words).replace(r"\ năm\ ", r"(?:\s+năm\s+|\s*/\s*)")
    plain = plain.replace(r"tháng\ đầu", r"tháng(?:\s+đầu)?")
    return re.compile(rf"\b{plain}\b", re.IGNORECASE)


def names_period(text: str, period: ReportingPeriod) -> bool:
    """Whether a text names a period."""
    return named(period.full_words).search(text) is not None


def is_act(text: str) -> bool:
    """Whether the words say what is done by a document: "ban hành ...", "sửa đổi, bổ sung ..."."""
    return text.lower().startswith(_ACT_BEGINS)


def within_sentence(text: str) -> str:
    """The words as they stand inside a sentence: a verb begins small, a name with its capital."""
    if is_act(text) or text.lower().startswith(_SMALL_BEGINS):
        return lower_first(text)
    second = text.partition(" ")[2][:2]
    is_name = second.istitle() and len(second) == 2
    return text if is_name or text.lower().startswith(_NAME_BEGINS) else lower_first(text)
