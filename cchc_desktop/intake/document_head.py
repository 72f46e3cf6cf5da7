"""The head of a document: cơ quan chủ quản, tên cơ quan, số, ký hiệu, địa danh, ngày, tên loại and
trích yếu (Nghị định 30/2020, Phụ lục I, II.1-II.5), whether in a table or in tabbed lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cchc_desktop.domain.vietnamese import fold, one_line
from cchc_desktop.intake.numbering import split_heading
from cchc_desktop.intake.source_text import folded
from cchc_desktop.office.grid import SourceParagraph

PLAN_TYPES = ("ke hoach", "chuong trinh", "phuong an", "de an")
_TYPES = (
    *PLAN_TYPES,
    "quyet dinh", "bao cao", "to trinh", "thong bao", "cong van", "huong dan", "nghi quyet",
    "chi thi", "bien ban", "giay moi", "quy che", "quy dinh", "cong dien", "thong tu", "nghi dinh",
    "thong cao", "dieu le",
)  # fmt: skip
_SEARCHED = 60  # lines in which the type is looked for
_LONGEST_SUBJECT_LINE = 200
_LONGEST_SUBJECT = 500  # the register's field (Nghị định 30/2020, Phụ lục VI)
_LONGEST_NAME = 120
_NATIONAL = re.compile(
    r"cong hoa xa hoi chu nghia viet nam|dang cong san viet nam"
    r"|doc lap ?[-–] ?tu do ?[-–] ?hanh phuc"
)
_COLUMNS = re.compile(  # not the blanks left for a number or a day
    r"\t+(?! ?/)|(?<!ngày)(?<!tháng)(?<!năm)(?<![Ss]ố)(?<![Ss]ố:) {4,}(?! *(?:/|tháng|năm))"
)
_NUMBER = re.compile(
    r"\b(?i:Số)\s*:?\s*(?P<number>[\d.…_ ]*(?:/ ?20\d\d(?= ?/))?)\s*/\s*"
    r"(?P<symbol>[A-ZĐ][\wĐđ&.]*(?:\s?[-–]\s?[A-ZĐ][\wĐđ&.]*)*)"
)
_NO_SYMBOL = re.compile(r"Số\s*:[\d.…_ ]*/?[-–.…_ ]*", re.IGNORECASE)
_DATE = re.compile(
    r"(?P<place>.*?),?\s*\bngày(?P<day>[\d.…_ ]*)tháng(?P<month>[\d.…_ ]*)năm(?P<year>[\d.…_ ]*)",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\bngày (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_NAME = re.compile(
    r"(ubnd|uy ban|hdnd|hoi dong nhan dan|bo|so|ban|chi cuc|cuc|tong cuc|trung tam|thanh tra|phong"
    r"|van phong|tinh uy|thanh uy|huyen uy|dang uy|dang bo|truong|vien|hoi|lien hiep|doan|quy"
    r"|mat tran|cong an|chinh phu|kho bac|bao hiem|toa an|lien doan|hiep hoi|benh vien|hoc vien)\b"
)
_HANGING = re.compile(r"(TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|VÀ) ")
_STAMP = re.compile(r"(du thao|hoa toc|thuong khan|khan|mat(?! tran)|toi mat|phu luc|mau so)\b")
_OPENING = re.compile(
    r"(can cu|thuc hien|trien khai|tiep tuc|de |nham|tren co so|theo|xet|trong nam|phat huy"
    r"|cu the hoa|kinh gui|thi hanh)"
)
_FIRST_HEADING = re.compile(r"(phan|chuong) (thu nhat|i|1)\b|dieu 1\b|[ia1] ?[/)–-] ?\w")
_ISSUER = re.compile(  # over the căn cứ of a quyết định
    r"((quyen |pho )?giam doc|chu tich|uy ban nhan dan|hoi dong nhan dan|(chi )?cuc truong"
    r"|truong (ban|phong)|bo truong|hieu truong|chanh (thanh tra|van phong))\b"
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
    titled: bool = True  # a type follows, so that all capitals over it belong here

    def takes_name(self, text: str) -> bool:
        """Whether a line is, or goes on with, a name: without a type below, capitals may be a
        title.
        """
        if len(text) > _LONGEST_NAME:
            return False
        named = text[0].isupper() and _NAME.match(fold(text))
        if named or (self.titled and text.isupper()):
            return True
        hangs = _HANGING.match(text) or (self.names and self.names[-1].text.endswith((",", " VÀ")))
        return bool(self.names and hangs)


def read_head(paragraphs: Sequence[SourceParagraph]) -> tuple[DocumentHead, int]:
    """The head, and how many paragraphs it takes from the first."""
    at = _type_at(paragraphs)
    above = paragraphs if at is None else paragraphs[:at]
    found, used = _letterhead(above, titled=at is not None)
    sure = found.sure or (at is not None and all(_NAME.match(fold(n.text)) for n in found.names))
    superior, agency = _two_names(found.names) if sure else ("", "")
    head = DocumentHead(superior, agency, found.number, found.symbol, found.place, found.issued)
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
    return replace(head, type_name=type_name, subject=" ".join(lines)), used


def read_reference(text: str) -> DocumentHead | None:
    """What "(Kèm theo Kế hoạch số 12/KH-SNgV ngày ... của Sở Ngoại vụ)" under the title of a phụ
    lục tells; None where the text is no such line.
    """
    words = one_line(text).strip("()[] ")
    if not re.match(r"(ban hanh )?(dinh kem|kem theo|theo)\b", folded(words)):
        return None
    number, day = _NUMBER.search(words), _DATE.search(words) or _SLASHED.search(words)
    owner = re.search(
        r"\bcủa ((?:UBND|Ủy ban|Sở|Ban|Chi cục|Trung tâm|Văn phòng|Thanh tra)\b.*)", words
    )
    return DocumentHead(
        agency=owner[1].strip(" .)") if owner else "",
        number=_figures(number["number"]) if number else "",
        symbol=_symbol(number["symbol"]) if number else "",
        issued=_iso(day) if day else "",
    )


def read_place_and_date(text: str) -> DocumentHead | None:
    """Place and date of a line such as "Hải Vân, ngày 05 tháng 01 năm 2025", None for any other."""
    match = _DATE.fullmatch(one_line(text))
    if match is None or len(text) > _LONGEST_NAME or text.lstrip().startswith("("):
        return None
    return DocumentHead(place=match["place"].strip(" ,"), issued=_iso(match))


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
    name = next((name for name in _TYPES if f"{words} ".startswith(f"{name} ")), None)
    if name is None or len(first) > _LONGEST_SUBJECT_LINE:
        return False
    if one_line(first)[: len(name)].isupper():
        return True
    return (paragraph.centred or paragraph.bold) and (words == name or name in PLAN_TYPES)


def _type_and_rest(paragraph: SourceParagraph) -> tuple[str, str]:
    text = one_line(paragraph.text)
    name = next(name for name in _TYPES if folded(text).startswith(name))
    return text[: len(name)].upper(), text[len(name) :].strip()


def _goes_on_subject(
    paragraph: SourceParagraph, first: SourceParagraph, lines: Sequence[str]
) -> bool:
    """Whether a paragraph under the type still belongs to the trích yếu."""
    text = one_line(paragraph.full_text)
    set_apart = paragraph.centred and paragraph.bold
    if len(text) > (_LONGEST_SUBJECT if set_apart else _LONGEST_SUBJECT_LINE):
        return False
    words = folded(text)
    if _stands_below(paragraph, text) or (_OPENING.match(words) and not set_apart):
        return False
    if not lines:
        return True
    issuer = text.isupper() and not lines[0].isupper() and _ISSUER.match(words)
    if issuer or paragraph.heading > first.heading:
        return False
    return (paragraph.centred and first.centred) or (paragraph.bold and first.bold)


def _stands_below(paragraph: SourceParagraph, text: str) -> bool:
    """Whether a line is numbered, one of a list, in brackets or a sentence, as no trích yếu is."""
    if text.startswith(("-", "+", "(", "a)")) or text.endswith((";", ".", ":")):
        return True
    numbered = paragraph.number or split_heading(text).number
    return bool(numbered) or _FIRST_HEADING.match(folded(text)) is not None


def _letterhead(paragraphs: Sequence[SourceParagraph], *, titled: bool) -> tuple[_Found, int]:
    """The parts over the type, and how many paragraphs they take; `titled`: a type follows."""
    found, used = _Found(titled=titled), 0
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
                yield from _around_national_title(one_line(part))


def _around_national_title(part: str) -> Iterator[str]:
    """The piece cut before and after quốc hiệu and tiêu ngữ, where a line joins the two columns."""
    end = 0
    for match in _NATIONAL.finditer(fold(part)):  # folding NFC text keeps its length
        yield from filter(None, (part[end : match.start()].strip(), match[0]))
        end = match.end()
    if rest := part[end:].strip():
        yield rest


def _take(part: str, paragraph: SourceParagraph, found: _Found) -> bool:
    """Put one piece where it belongs; whether it was known."""
    words = fold(part)
    if _is_rule(part) or _STAMP.match(words):
        return True
    if _NATIONAL.match(words):
        found.sure = True
        return True
    match = _NUMBER.search(part)
    if match and (part[: match.start()].isupper() or not match.start()):
        found.sure = True
        found.number, found.symbol = _number(match["number"]), _symbol(match["symbol"])
        before, after = part[: match.start()].strip(), part[match.end() :].strip()
        return all(_take(rest, paragraph, found) for rest in (before, after) if rest)
    if _NO_SYMBOL.fullmatch(part):
        found.sure, found.number = True, _figures(part)
        return True
    if dated := read_place_and_date(part):
        found.place, found.issued = dated.place, dated.issued
        return True
    if found.takes_name(part):
        found.names.append(SourceParagraph(part, bold=paragraph.bold))
        return True
    return False


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


def _number(text: str) -> str:
    """The number with its year, "05/2027", as laws have it; "" where only the year is known."""
    number, _, year = map(_figures, text.partition("/"))
    return f"{number}/{year}" if number and year else number


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
