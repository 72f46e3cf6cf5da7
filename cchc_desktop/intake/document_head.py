"""The head of a document: cơ quan chủ quản, tên cơ quan, số, ký hiệu, địa danh, ngày, tên loại and
trích yếu (Nghị định 30/2020, Phụ lục I, II.1-II.5), whether it stands in a table or in tabbed lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.intake.source_text import folded
from cchc_desktop.office.grid import SourceParagraph

PLAN_TYPES = ("ke hoach", "chuong trinh", "phuong an", "de an")
_OTHER_TYPES = (
    "quyet dinh", "bao cao", "to trinh", "thong bao", "cong van", "huong dan", "nghi quyet", "chi thi",
    "bien ban", "giay moi", "quy che", "quy dinh",
)  # fmt: skip
_SEARCHED = 60  # lines in which the type is looked for
_LONGEST_SUBJECT_LINE = 200
_COUNTRY = re.compile(r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam")
_MOTTO = re.compile(r"doc lap ?[-–] ?tu do ?[-–] ?hanh phuc")
_COLUMNS = re.compile(r"\t+|\s{4,}")
_NUMBER = re.compile(
    r"\bSố\s*:?\s*(?P<number>[\d.…_ ]*)\s*/\s*"
    r"(?P<symbol>[A-ZĐ][\wĐđ&.]*(?:\s?[-–]\s?[A-ZĐ][\wĐđ&.]*)*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<place>.*?),?\s*\bngày(?P<day>[\d.…_ ]*)tháng(?P<month>[\d.…_ ]*)năm(?P<year>[\d.…_ ]*)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(ubnd|uy ban|hdnd|hoi dong nhan dan|bo|so|ban|chi cuc|cuc|tong cuc|trung tam|thanh tra|van phong"
    r"|phong|tinh uy|thanh uy|huyen uy|dang uy|dang bo|truong|vien|hoi|lien hiep|doan|quy)\b"
)
_STAMP = re.compile(r"(du thao|hoa toc|thuong khan|khan|mat|toi mat|phu luc|mau so)\b")
_OPENING = re.compile(
    r"(can cu|thuc hien|trien khai|tiep tuc|de |nham|tren co so|theo|xet|trong nam|phat huy|cu the hoa|"
    r"kinh gui|thi hanh)"
)


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What the head says; "" for what it leaves blank. `issued` is as much of an ISO date as stands
    there.
    """

    superior: str = ""
    agency: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued: str = ""
    type_name: str = ""
    subject: str = ""

    @property
    def is_plan(self) -> bool:
        """Whether the type is one that plans have."""
        return folded(self.type_name).startswith(PLAN_TYPES)

    @property
    def agency_symbol(self) -> str:
        """The agency's own part of the symbol: "SNgV" of "KH-SNgV"."""
        return self.symbol.split("-")[1] if "-" in self.symbol else ""


@dataclass(slots=True)
class _Found:
    """Parts of a letterhead as they are met."""

    names: list[SourceParagraph] = field(default_factory=list)
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued: str = ""
    sure: bool = False  # quốc hiệu, tiêu ngữ or số was met: it is a letterhead


def read_head(paragraphs: Sequence[SourceParagraph]) -> tuple[DocumentHead, int]:
    """The head, and how many paragraphs it takes from the first."""
    at = _type_at(paragraphs)
    above = paragraphs if at is None else paragraphs[:at]
    found, used = _letterhead(above)
    head = DocumentHead(*_two_names(found.names) if found.sure else ("", ""), found.number,
                        found.symbol, found.place, found.issued)  # fmt: skip
    if at is None:
        return head, used if found.sure else 0
    type_name, subject = _type_and_rest(paragraphs[at])
    lines, used = [subject] if subject else [], at + 1
    for paragraph in paragraphs[at + 1 :]:
        if not _is_rule(paragraph.text):
            if not _goes_on_subject(paragraph, paragraphs[at + 1], lines):
                break
            lines.append(one_line(paragraph.text))
        used += 1
    return _with_type(head, type_name, " ".join(lines)), used


def _with_type(head: DocumentHead, type_name: str, subject: str) -> DocumentHead:
    return DocumentHead(head.superior, head.agency, head.number, head.symbol, head.place, head.issued,
                        type_name, subject)  # fmt: skip


def read_reference(text: str) -> DocumentHead | None:
    """What "(Kèm theo Kế hoạch số 12/KH-SNgV ngày ... của Sở Ngoại vụ)" under the title of a phụ lục
    tells; None where the text is no such line.
    """
    words = one_line(text).strip("()[] ")
    if not re.match(r"(ban hanh )?(dinh kem|kem theo|theo)\b", folded(words)):
        return None
    number, day = _NUMBER.search(words), _DATE.search(words)
    owner = re.search(
        r"\bcủa ((?:UBND|Ủy ban|Sở|Ban|Chi cục|Trung tâm|Văn phòng|Thanh tra)\b.*)", words
    )
    return DocumentHead(
        agency=owner[1].strip(" .)") if owner else "",
        number=_figures(number["number"]) if number else "",
        symbol=_symbol(number["symbol"]) if number else "",
        issued=_iso(day) if day else "",
    )


def _type_at(paragraphs: Sequence[SourceParagraph]) -> int | None:
    """Where the document's type stands, before any heading or long text."""
    for i, paragraph in enumerate(paragraphs[:_SEARCHED]):
        if is_type_line(paragraph):
            return i
        numbered = split_heading(one_line(paragraph.full_text)).number
        if len(paragraph.text) > 2 * _LONGEST_SUBJECT_LINE or (numbered and not paragraph.centred):
            return None
    return None


def is_type_line(paragraph: SourceParagraph) -> bool:
    """Whether the paragraph is, or begins with, the type of a document: "KẾ HOẠCH"."""
    first = paragraph.text.strip().split("\n")[0].strip()
    words = folded(first)
    if words in PLAN_TYPES + _OTHER_TYPES:
        return first.isupper() or paragraph.centred or paragraph.bold
    marked = first.isupper() or ((paragraph.centred or paragraph.bold) and "số" not in first)
    return words.startswith(PLAN_TYPES) and marked and len(first) <= _LONGEST_SUBJECT_LINE


def _type_and_rest(paragraph: SourceParagraph) -> tuple[str, str]:
    text = one_line(paragraph.text)
    for name in PLAN_TYPES + _OTHER_TYPES:
        if folded(text).startswith(name):
            count = len(name.split())
            words = text.split(" ")
            return " ".join(words[:count]).upper(), " ".join(words[count:])
    return text, ""


def _goes_on_subject(
    paragraph: SourceParagraph, first: SourceParagraph, lines: Sequence[str]
) -> bool:
    """Whether a paragraph under the type still belongs to the trích yếu."""
    text = one_line(paragraph.full_text)
    if len(text) > _LONGEST_SUBJECT_LINE or text.endswith((";", ".", ":")) or paragraph.number:
        return False
    if split_heading(text).number or text.startswith(("-", "+", "(", "a)")):
        return False
    if _OPENING.match(folded(text)) and not (paragraph.centred and paragraph.bold):
        return False
    if not lines:
        return True
    return (paragraph.centred and first.centred) or (paragraph.bold and first.bold)


def _letterhead(paragraphs: Sequence[SourceParagraph]) -> tuple[_Found, int]:
    """The parts over the type, and how many paragraphs they take."""
    found, used = _Found(), 0
    for i, paragraph in enumerate(paragraphs):
        known = [_take(part, paragraph, found) for part in _parts(paragraph.text)]
        if any(known):
            used = i + 1
        elif len(paragraph.text) > _LONGEST_SUBJECT_LINE:
            break
    return found, used


def _parts(text: str) -> Iterator[str]:
    """The pieces that stand side by side in a line, or on lines of one paragraph."""
    for line in text.split("\n"):
        for part in _COLUMNS.split(line):
            if part.strip():
                yield one_line(part)


def _take(part: str, paragraph: SourceParagraph, found: _Found) -> bool:
    """Put one piece where it belongs; whether it was known."""
    if _is_rule(part) or _STAMP.match(folded(part)):
        return True
    for pattern in (_COUNTRY, _MOTTO):
        if match := pattern.search(folded(part)):
            found.sure = True
            # folding keeps the length of NFC text, so the places are the same
            part = f"{part[: match.start()]} {part[match.end() :]}".strip()
    if match := _NUMBER.search(part):
        found.sure = True
        found.number, found.symbol = _figures(match["number"]), _symbol(match["symbol"])
        part = f"{part[: match.start()]} {part[match.end() :]}".strip()
    if match := _DATE.search(part):
        found.place, found.issued = match["place"].strip(" ,"), _iso(match)
        return True
    if part and (part.isupper() or _NAME.match(folded(part))) and len(part) <= 120:
        found.names.append(SourceParagraph(part, bold=paragraph.bold))
        return True
    return not part


def _two_names(names: Sequence[SourceParagraph]) -> tuple[str, str]:
    """(cơ quan chủ quản, cơ quan ban hành): each may take several lines; the second is bold."""
    if len({name.bold for name in names}) == 2 and names[-1].bold:
        first = next(i for i, name in enumerate(names) if name.bold)
        return _line(names[:first]), _line(names[first:])
    groups: list[list[SourceParagraph]] = []
    for name in names:
        hanging = groups and folded(groups[-1][-1].text).endswith((" va", ",", "-"))
        if groups and (hanging or not _NAME.match(folded(name.text))):
            groups[-1].append(name)
        else:
            groups.append([name])
    if not groups:
        return "", ""
    return _line([name for group in groups[:-1] for name in group]), _line(groups[-1])


def _line(names: Sequence[SourceParagraph]) -> str:
    return " ".join(name.text for name in names)


def _is_rule(text: str) -> bool:
    """Whether a line is drawn with characters, or empty."""
    return not any(char.isalnum() for char in text)


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _symbol(text: str) -> str:
    return re.sub(r"\s*[-–]\s*", "-", text).rstrip(".-")


def _iso(match: re.Match[str]) -> str:
    """As much of the date as is written: year, then month, then day."""
    day, month, year = (_figures(match[part]) for part in ("day", "month", "year"))
    if len(year) != 4:
        return ""
    if not month or not 1 <= int(month) <= 12:
        return year
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return f"{year}-{int(month):02d}"
