"""A cell that names both a product and its time, parted where it says which is which."""

import re

from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.cell_nature import begins_product, looks_like_time
from cchc_desktop.intake.numbering import without_dash

_ANY_YEAR = 2000  # whether words can be read does not hang on it
_LABEL = re.compile(
    r"(?:^|[\n;.,])\s*(?:[-–+•*]\s*)?"
    r"(?i:(?P<deliverable>(?:tên )?sản phẩm|kết quả|đầu ra)"
    r"|(?P<time>thời gian|thời hạn|tiến độ|hạn))"
    r"(?i:(?: (?:hoàn thành|thực hiện|dự kiến|đầu ra|cần đạt))*)\s*:\s*"
)
_SURE = re.compile(r"\s*[;:(]\s*")
_MARK = re.compile(r"\s*(?:[;:(]|[,.](?=\s)|/(?=[A-ZĐ])|(?<!\d)\s[-–—/]\s|\s[-–—/]\s(?!\d))\s*")
_CLAUSES = re.compile(r"[;:,.\n(–-]\s*")
_CITED = re.compile(r"\bsố:? ?\S+$")  # "Quyết định số 12/QĐ, ngày ..."
_HINT = re.compile(
    r"\b(quý|quí|tháng|năm|ngày|tuần|hằng|hàng|thường xuyên|định kỳ)\b|\d[/.]\d", re.IGNORECASE
)


def says_time(text: str) -> bool:
    """Whether words speak of a time, be it of a product's own name: "báo cáo quý"."""
    return _HINT.search(text) is not None


def deliverable_and_time(text: str) -> tuple[str, str] | None:
    """The product and its time, as typed; None where the cell doesn't say which is which.

    "Báo cáo" over "Quý II", "Báo cáo; Quý II", "Quý II: báo cáo" are ("Báo cáo", "Quý II"), and so
    is each line of a list; "Báo cáo quý II" is one product.
    """
    if _LABEL.search(text):
        return _by_labels(text)
    if _is_time(text):
        return "", text
    return _by_lines(text.split("\n")) or _each(text, "\n") or _each(text, ";") or _by_mark(text)


def _by_labels(text: str) -> tuple[str, str] | None:
    found: dict[str, list[str]] = {"deliverable": [], "time": []}
    at, key = 0, ""
    for label in [*_LABEL.finditer(text), None]:
        words = _bare(text[at : label.start() if label else len(text)])
        if words:
            found[key or ("time" if _is_time(words) else "deliverable")].append(words)
        if label:
            at, key = label.end(), label.lastgroup or ""
    if any(len(words) > 1 for words in found.values()):
        return None
    return "".join(found["deliverable"]), "".join(found["time"])


def _by_lines(lines: list[str]) -> tuple[str, str] | None:
    """The lines of products over those of times, or under them."""
    times = [_is_time(line) for line in lines]
    for at in range(1, len(lines)):
        if len({*times[:at]}) == len({*times[at:]}) == 1 and times[0] != times[at]:
            parts = _together(lines[:at]), _together(lines[at:])
            return parts if times[at] else (parts[1], parts[0])
    return None


def _together(lines: list[str]) -> str:
    """Lines as they are; one that was alone needs no dash."""
    return _bare("\n".join(lines) if len(lines) > 1 else without_dash(lines[0]))


def _each(text: str, mark: str) -> tuple[str, str] | None:
    """Several products, each with its time."""
    parts = [_by_mark(part.strip()) for part in text.split(mark)]
    both = [part for part in parts if part and all(part)]
    if len(parts) < 2 or len(both) < len(parts):
        return None
    joint = "\n" if mark == "\n" else f"{mark} "
    return joint.join(one for one, _ in both), joint.join(time for _, time in both)


def _by_mark(text: str) -> tuple[str, str] | None:
    marks = list(_MARK.finditer(text))
    for mark in marks:
        words, time = _bare(text[: mark.start()]), _bare(text[mark.end() :])
        sure = _SURE.fullmatch(mark[0]) is not None or not says_time(words)
        if words and sure and _is_time(time) and not (_is_time(words) or _CITED.search(words)):
            return words, time
    for mark in reversed(marks):
        time, words = _bare(text[: mark.start()]), _bare(text[mark.end() :])
        sure = _SURE.fullmatch(mark[0]) is not None or not says_time(words)
        if words and sure and _is_time(time):
            return words, time
    return None


def _bare(words: str) -> str:
    words = words.strip(" \n\t.;:,")
    return words.removesuffix(")") if words.count(")") > words.count("(") else words


def _is_time(text: str) -> bool:
    """Whether the words are a time through and through, and name no product."""
    words = one_line(without_dash(text))
    if not looks_like_time(words) or read_schedule(words, _ANY_YEAR).unread:
        return False
    return not any(map(begins_product, _CLAUSES.split(text)))
