"""What stands around each number: its kind, date and issuer. Titles and what a list shares are
read after it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.citations.bodies import body_end, joint_end, unknown_body_end
from cchc_desktop.domain.citations.dates import read_day
from cchc_desktop.domain.citations.numbers import (
    Numbered,
    bare_number,
    find_numbers,
    kind_of_symbol,
)
from cchc_desktop.domain.citations.sentences import KindNamed, Sentences
from cchc_desktop.domain.citations.words import BY_ABBREVIATION, LAWS, LOOSE

_MANNER = r"(?:(?:thượng khẩn|khẩn|hỏa tốc|mật|liên ngành|cá biệt|thường)\s)?"
_DIRECT = re.compile(rf"\s?{_MANNER}:?\s?\(?")
_BETWEEN_KINDS = re.compile(r"\s?(?:[^\W\d]+\s){0,4}")
_OF = re.compile(r"\s?,?\s?\(?\s?(?:của|do)\s", re.IGNORECASE)
_SIGNED = re.compile(r"\s(?:ký ban hành|ban hành|ký)(?!\w)")
_SENTENCE_WORDS = re.compile(r"[.;\n\t]|:\s?\S|(?<!\w)(?:đã|sẽ|được|tại|theo|căn cứ|và|có)(?!\w)")
_OWNER = re.compile(r"\s(?:của)\s(?=\S)")
_SO_AFTER_KIND = re.compile(r"\s(?P<mark>số\s?:?\s?)?(?=\d)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s?(?:năm|tháng|quý|tuần|kỳ|nhiệm vụ|nội dung|cấp|bước|lần|giai đoạn|người|trang|điểm|%|đợt"
    r"|mục tiêu|chỉ tiêu|bộ|bản|văn bản|đơn vị)(?!\w)"
)
_JOINT = re.compile(r"(?:TTLT|NQLT|KHLT|KHLN|LT|LN|LS)\b")
_NAMELESS_OF = re.compile(
    r"\s(?=(?:Thủ tướng|Chính phủ|UBND|Ủy ban|HĐND|Sở|Bộ|Văn phòng|Chủ tịch)\b)"
)
_AFTER_NAME = re.compile(
    r",?\s(?:về|v/v|ban hành|phê duyệt|quy định|công bố|hướng dẫn)(?!\w)", re.I
)
_MANNER_WORDS = 2  # "Báo cáo thẩm định số ...": no title yet
_KINDS_LOOKED_AT = 4
_FARTHEST_KIND = 220
_LAW_SYMBOLS = ("QH", "UBTVQH", "L-", "PL-")


@dataclass(slots=True)
class Mention:
    """A document as it is cited once; `end` is behind its date and issuer, `after` behind its title
    too. `led`: its issuer was named before it, and holds for the list that it opens.
    """

    start: int
    end: int
    kind: str
    number: str
    symbol: str
    issued: date | None = None
    issuer: str = ""
    title: str = ""
    after: int = 0
    led: bool = False
    marked: bool = False

    @property
    def issuing(self) -> str:
        """The part of the symbol that stands for who issues it: "UBND" of "KH-UBND", "SNV" of
        "SNV-VP".
        """
        groups = re.split(r"[-/]", self.symbol)
        return groups[-1] if groups[0] in BY_ABBREVIATION else groups[0]


def find_mentions(text: Sentences) -> list[Mention]:
    """The mentions of documents in order; without titles, lists not yet shared."""
    mentions: list[Mention] = []
    for numbered in _all_numbers(text):
        last = mentions[-1] if mentions else None
        mention = _named(text, numbered, last) or _unnamed(text, numbered, last)
        if mention is not None:
            _read_after(text, mention, last)
            mentions.append(mention)
    return mentions


def _all_numbers(text: Sentences) -> list[Numbered]:
    """Numbers with symbols, and those without one that follow the name of a kind."""
    found = list(find_numbers(text.text))
    for kind in text.kinds:
        link = _SO_AFTER_KIND.match(text.text, kind.end)
        bare = bare_number(text.text, link.end()) if link and kind.name not in LAWS else None
        if link and bare and not _COUNTED.match(text.text, bare.end):
            start = link.start("mark") if link["mark"] else bare.start
            found.append(Numbered(start, bare.end, bare.number, "", bool(link["mark"])))
    return sorted(found, key=lambda numbered: numbered.end)


def _named(text: Sentences, numbered: Numbered, last: Mention | None) -> Mention | None:
    """The mention whose kind stands before its number."""
    kinds = text.kinds_before(numbered.start, _KINDS_LOOKED_AT)
    nearest = max(numbered.start - _FARTHEST_KIND, last.end if last else 0)
    kinds = [kind for kind in kinds if kind.end > nearest]
    if not kinds:
        return None
    if _DIRECT.fullmatch(text.text, kinds[0].end, numbered.start):
        return _mention(_true_kind(text.text, kinds, numbered), numbered)
    for kind in kinds:
        mention = _mention(kind, numbered)
        rest = _read_between(text, mention, kind.end, numbered.start)
        if rest == numbered.start:
            return mention
        if not _DIRECT.fullmatch(text.text, rest, numbered.start) and not (
            _agrees(kind, numbered) and _take_name(text, mention, rest, numbered)
        ):
            continue
        return mention
    return None


def _mention(kind: KindNamed, numbered: Numbered) -> Mention:
    return Mention(
        kind.start,
        numbered.end,
        kind.name,
        numbered.number,
        numbered.symbol,
        marked=numbered.marked,
    )


def _true_kind(text: str, kinds: Sequence[KindNamed], numbered: Numbered) -> KindNamed:
    """The kind as cited; "Thông báo" of "Thông báo kết luận số 12/TB-UBND"."""
    nearest = kinds[0]
    for kind in kinds[1:2]:
        if kind.name == numbered.kind != nearest.name:
            return kind if _BETWEEN_KINDS.fullmatch(text, kind.end, nearest.start) else nearest
    return nearest


def _agrees(kind: KindNamed, numbered: Numbered) -> bool:
    if kind.name in LAWS:
        return numbered.symbol.startswith(_LAW_SYMBOLS)
    return kind.name == numbered.kind


def _read_between(text: Sentences, mention: Mention, at: int, end: int) -> int:
    """Issuer and date between kind and number ("Quyết định của UBND tỉnh số ..."); where what is
    left begins.
    """
    while at < end:
        link = _OF.match(text.text, at)
        stop = body_end(text.text, link.end()) if link else None
        if link and stop is not None and stop <= end:
            mention.issuer, mention.led = text.words(link.end(), stop), True
            at = stop
        elif (day := read_day(text.text, at)) and day[1] <= end:
            mention.issued, at = day
        else:
            break
    return at


def _take_name(text: Sentences, mention: Mention, at: int, numbered: Numbered) -> bool:
    """Take the words between kind and number as title and issuer, if they are: "Kế hoạch cải cách
    hành chính năm 2027 của Sở (số 12/KH-...)"; whether they are.
    """
    end = numbered.start
    bracket = text.text[max(end - 2, 0) : end].rstrip().endswith("(")
    if not (numbered.marked or bracket) or _SENTENCE_WORDS.search(text.text, at, end):
        return False
    name_end = end
    for owner in _OWNER.finditer(text.text, at, end):
        stop = body_end(text.text, owner.end())
        if stop is not None and not text.text[stop:end].strip(" (,"):
            mention.issuer, name_end = text.words(owner.end(), stop), owner.start()
            break
    title = without_about(text.words(at, name_end).rstrip(" (,"))
    if bracket or mention.kind in LAWS or len(title.split()) > _MANNER_WORDS:
        mention.title = title
    return True


_ABOUT = re.compile(r"(?:về việc|v/v|về)\s?:?\s", re.IGNORECASE)


def without_about(title: str) -> str:
    """A title without "về", "về việc", "v/v" before it."""
    match = _ABOUT.match(title)
    return title[match.end() :] if match else title


def _unnamed(text: Sentences, numbered: Numbered, last: Mention | None) -> Mention | None:
    """A number without a kind of its own: in a list, after "số", or with a symbol that is sure."""
    listed = last is not None and text.start_of(numbered.start) <= last.start
    sure = "-" in numbered.symbol or "/" in numbered.symbol
    if not (sure or (numbered.marked and len(numbered.symbol) > 1)):
        return None
    kind = numbered.kind
    if last is not None and listed and last.kind:
        same = kind_of_symbol(last.symbol) == kind
        kind = last.kind if last.kind in LOOSE or not kind or same else kind
    return Mention(
        numbered.start,
        numbered.end,
        kind,
        numbered.number,
        numbered.symbol,
        marked=numbered.marked,
    )


def _read_after(text: Sentences, mention: Mention, last: Mention | None) -> None:
    """Date and issuer behind the number, in either order."""
    at = mention.end
    same = last.issued if last else None
    for _ in range(3):
        if mention.issued is None and (day := read_day(text.text, at, same)):
            mention.issued, at = day
            continue
        stop = _issuer_after(text, mention, at)
        if stop is None:
            break
        at = stop
    mention.end = mention.after = at


def _issuer_after(text: Sentences, mention: Mention, at: int) -> int | None:
    """Take the issuer that is named there; where it ends."""
    if mention.issuer:
        return None
    link = _OF.match(text.text, at)
    bare = None if link else _NAMELESS_OF.match(text.text, at)
    found = link or bare
    stop = body_end(text.text, found.end()) if found else None
    if link and stop is None:
        stop = unknown_body_end(text.text, link.end())
    if found is None or stop is None or (bare and not _AFTER_NAME.match(text.text, stop)):
        return None
    if _JOINT.search(mention.symbol):
        stop = joint_end(text.text, stop)
    mention.issuer = text.words(found.end(), stop)
    signed = (
        _SIGNED.match(text.text, stop)
        if text.text[found.start() : found.end()].endswith("do ")
        else None
    )
    return signed.end() if signed else stop
