"""What stands before a number: the kind of document, and between them perhaps its issuer, its date
or its name.
"""

import re
from collections.abc import Sequence

from cchc_desktop.domain.citations.bodies import body_end
from cchc_desktop.domain.citations.dates import read_day
from cchc_desktop.domain.citations.letters import without_about
from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.citations.numbers import Numbered
from cchc_desktop.domain.citations.sentences import KindNamed, Sentences
from cchc_desktop.domain.citations.words import LAWS

OF = re.compile(r"\s?,?\s?\(?\s?(?:của|do)\s", re.IGNORECASE)  # before the name of an issuer

_MANNER = r"(?:(?:thượng khẩn|khẩn|hỏa tốc|mật|liên ngành|cá biệt|thường)\s)?"
_DIRECT = re.compile(rf"\s?{_MANNER}:?\s?\(?")
_BETWEEN_KINDS = re.compile(r"\s?(?:[^\W\d]+\s){0,4}")
_SENTENCE_WORDS = re.compile(r"[.;\n\t]|:\s?\S|(?<!\w)(?:đã|sẽ|được|tại|theo|căn cứ|và|có)(?!\w)")
_CLAUSE_ENDS = re.compile(r"[.;:\n\t]|(?<!\w)(?:đã|sẽ|theo|căn cứ)(?!\w)")
_AMENDS = re.compile(r"\ssửa đổi", re.IGNORECASE)
_OWNER = re.compile(r"\s(?:của)\s(?=\S)")
_MANNER_WORDS = 2  # "Báo cáo thẩm định số ...": no title yet
_KINDS_LOOKED_AT = 4
_FARTHEST_KIND = 220  # characters between a kind and its number
_LAW_SYMBOLS = ("QH", "UBTVQH", "L-", "PL-")


def named_before(text: Sentences, numbered: Numbered, last: Mention | None) -> Mention | None:
    """The mention whose kind stands before its number; None where no kind does."""
    kinds = text.kinds_before(numbered.start, _KINDS_LOOKED_AT)
    nearest = max(numbered.start - _FARTHEST_KIND, last.end if last else 0)
    kinds = [kind for kind in kinds if kind.end > nearest]
    if not kinds:
        return None
    if _DIRECT.fullmatch(text.text, kinds[0].end, numbered.start):
        return _mention(_true_kind(text.text, kinds, numbered), numbered)
    for kind in sorted(kinds, key=lambda kind: not _is_amending(text.text, kind)):
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


def _is_amending(text: str, kind: KindNamed) -> bool:
    """Whether a law begins there whose name names other laws."""
    return kind.name in LAWS and _AMENDS.match(text, kind.end) is not None


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
        link = OF.match(text.text, at)
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
    ends = _CLAUSE_ENDS if mention.kind in LAWS else _SENTENCE_WORDS
    if not (numbered.marked or bracket) or ends.search(text.text, at, end):
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
