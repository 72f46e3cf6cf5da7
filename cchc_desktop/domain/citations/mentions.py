"""The mentions of documents in a text: each number with what stands around it. Issuers named
farther before, and titles, are read after it.
"""

import re

from cchc_desktop.domain.citations.bodies import body_end, joint_end, unknown_body_end
from cchc_desktop.domain.citations.dates import read_day
from cchc_desktop.domain.citations.leading import OF, named_before
from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.citations.numbers import (
    Numbered,
    bare_number,
    find_numbers,
)
from cchc_desktop.domain.citations.sentences import Sentences
from cchc_desktop.domain.citations.words import LAWS
from cchc_desktop.domain.document_code import kind_of_symbol
from cchc_desktop.domain.steps import Step, stepwise

_SIGNED = re.compile(r"\s(?:ký ban hành|ban hành|ký)(?!\w)")  # "do Giám đốc Sở ký"
_SO_AFTER_KIND = re.compile(r"\s(?P<mark>số\s?:?\s?)?(?=\d)", re.IGNORECASE)
_COUNTED = re.compile(  # "Kế hoạch 5 năm": the figure counts what follows
    r"\s?(?:năm|tháng|quý|tuần|kỳ|nhiệm vụ|nội dung|cấp|bước|lần|giai đoạn|người|trang|điểm|%|đợt"
    r"|mục tiêu|chỉ tiêu|bộ|bản|văn bản|đơn vị)(?!\w)"
)
_JOINT = re.compile(r"(?:TTLT|NQLT|KHLT|KHLN|LT|LN|LS)\b")
_UNLINKED = re.compile(  # an issuer whose "của" was left out
    r"\s(?=(?:Thủ tướng|Chính phủ|UBND|Ủy ban|HĐND|Sở|Bộ|Văn phòng|Chủ tịch)\b)"
)
_AFTER_NAME = re.compile(
    r",?\s(?:về|v/v|ban hành|phê duyệt|quy định|công bố|hướng dẫn)(?!\w)", re.IGNORECASE
)


def find_mentions(text: Sentences, step: Step) -> list[Mention]:
    """The mentions of documents in order."""
    mentions: list[Mention] = []
    for numbered in stepwise(_all_numbers(text, step), step):
        last = mentions[-1] if mentions else None
        mention = named_before(text, numbered, last) or _unnamed(text, numbered, last)
        if mention is not None:
            _read_after(text, mention, last)
            mentions.append(mention)
    return mentions


def _all_numbers(text: Sentences, step: Step) -> list[Numbered]:
    """Numbers with symbols, and those without one that follow the name of a kind."""
    found = list(find_numbers(text.text, step))
    for kind in stepwise(text.kinds, step):
        link = _SO_AFTER_KIND.match(text.text, kind.end)
        bare = bare_number(text.text, link.end()) if link and kind.name not in LAWS else None
        if link and bare and not _COUNTED.match(text.text, bare.end):
            start = link.start("mark") if link["mark"] else bare.start
            found.append(Numbered(start, bare.end, bare.number, "", bool(link["mark"])))
    return sorted(found, key=lambda numbered: numbered.end)


def _unnamed(text: Sentences, numbered: Numbered, last: Mention | None) -> Mention | None:
    """The mention of a number without a kind of its own: it has the one before it in a list, or the
    one that its symbol tells. None where the symbol is too short to be sure.
    """
    listed = last is not None and text.start_of(numbered.start) <= last.start
    sure = "-" in numbered.symbol or "/" in numbered.symbol
    if not (sure or (numbered.marked and len(numbered.symbol) > 1)):
        return None
    kind = numbered.kind
    if last is not None and listed and kind_of_symbol(last.symbol) == kind:
        kind = last.kind
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
    link = OF.match(text.text, at)
    bare = None if link else _UNLINKED.match(text.text, at)
    found = link or bare
    stop = body_end(text.text, found.end()) if found else None
    if link and stop is None:
        stop = unknown_body_end(text.text, link.end())
    if found is None or stop is None or (bare and not _AFTER_NAME.match(text.text, stop)):
        return None
    if _JOINT.search(mention.symbol):
        stop = joint_end(text.text, stop)
    mention.issuer = text.words(found.end(), stop)
    signed = _SIGNED.match(text.text, stop) if link and link[0].lower().endswith("do ") else None
    return signed.end() if signed else stop
