"""The issuer that a sentence names before it cites: "Sở đã ban hành ...", "được UBND tỉnh phê duyệt
... tại ...", and what a list shares.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cchc_desktop.domain.citations.bodies import bodies_in
from cchc_desktop.domain.citations.dates import day_before
from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.citations.sentences import Sentences
from cchc_desktop.domain.vietnamese import fold

_MANNER = r"(?:(?:đã|vừa|cũng|sẽ|đang|kịp thời|tiếp tục|chủ động|chính thức)\s){0,3}"
_VERB = (
    r"(?:ký ban hành|ký|xây dựng và ban hành|xây dựng, ban hành|ban hành|phê duyệt|xây dựng|gửi"
    r"|phát hành|thông qua|công bố|trình|có|ra)"
)
_ISSUES = re.compile(
    rf"\s{_MANNER}{_VERB}(?:\s(?:kịp thời|đầy đủ|các|một số|nhiều|những|\d{{1,3}})){{0,3}}"
    rf"(?:\s(?:văn bản|kế hoạch|quyết định|công văn)[^.;:\n]{{0,60}})?"
    rf"(?:,?\s(?:như|gồm|bao gồm|sau|cụ thể|là|như sau)){{0,2}}\s?:?\s?$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\s(?:tại|theo|trong|bằng)\s(?:các\s|(?:(?:điểm|khoản|mục|phần|điều)\s[\w.]{1,6},?\s){1,4})?$",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(
    r"(?:quy định|chỉ đạo|hướng dẫn|ý kiến|yêu cầu|đề nghị|kết luận|phê duyệt|thông báo|giao"
    r"|chủ trương|văn bản|góp ý|phân công|kiến nghị)\s(?:của|từ)\s$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"đề nghị\s[^.;\n]*(?:\svà|,)\s(?:đề nghị của\s)?$", re.IGNORECASE)
_REMARK = re.compile(r"(?:\s\([^()]{1,24}\))?")  # "(cũ)" behind a name
_AUTHORITY = re.compile(
    rf"\s{_MANNER}(?:phê duyệt|điều chỉnh|bổ sung|ban hành|giao|chấp thuận|thống nhất|đồng ý"
    r"|cho phép|quyết định|công bố|chỉ đạo|yêu cầu|công nhận|thành lập|kiện toàn|bổ nhiệm|có ý kiến"
    r"|cho ý kiến|kết luận|ủy quyền|hướng dẫn|đề nghị|thông báo|tặng|cử|bãi bỏ|quy định|phân công"
    r"|khen thưởng|xếp loại|phân bổ|phê chuẩn)(?!\w)",
    re.IGNORECASE,
)
_ADVISED = re.compile(r"(?:tham mưu|tham mưu cho|trình)\s$", re.IGNORECASE)
_OF_BODY = re.compile(r"\scủa\s$", re.IGNORECASE)
_COLON = re.compile(r"(?:\s(?:sau|gồm|như sau|bao gồm|cụ thể))?\s?:\s?(?:-\s)?$")
_LIST_GAP = re.compile(
    r"[\s,;)]*(?:và|cùng|hoặc|cũng như|cùng với)?\s?(?:các\s|\d{1,3}\s)?\(?"
    r"(?:\d{1,2}[.)]\s|[-+]\s)?"
)
_BODIES = (  # a symbol's issuing part, what its issuer's folded name must hold
    ("UB", ("ubnd", "uy ban", "chu tich")),
    ("HĐND", ("hdnd", "hoi dong")),
    ("VP", ("van phong", "vp")),
    ("TTg", ("thu tuong",)),
    ("CP", ("chinh phu",)),
    ("S", ("so",)),
    ("B", ("bo", "ban", "bch", "bcs", "bql", "bcd", "benh", "bao")),
)
_DAY_LENGTH = 40  # characters of a day named before its issuer
_NEAR, _FAR = 140, 600  # characters looked back for a subject


def name_speakers(text: Sentences, mentions: Iterable[Mention]) -> None:
    """Give mentions without an issuer the one that the sentence names before them."""
    for mention in mentions:
        if not mention.issuer:
            _name_before(text, mention)


def share_issuers(text: Sentences, mentions: Sequence[Mention]) -> None:
    """Give the mentions of a list the issuer, and the day, named before the first, or the issuer
    behind the last.

    Their titles must have been read: a list goes on behind them.
    """
    for last, mention in pairwise(mentions):
        if last.led and not mention.issuer and _are_listed(text, last, mention):
            mention.issuer, mention.led = last.issuer, True
            if last.dated and mention.issued is None:
                mention.issued, mention.dated = last.issued, True
    for mention, last in pairwise(reversed(mentions)):
        shared = mention.issuer and not last.issuer and last.issuing == mention.issuing
        if shared and _are_listed(text, last, mention):
            last.issuer = mention.issuer


def _are_listed(text: Sentences, last: Mention, mention: Mention) -> bool:
    return _LIST_GAP.fullmatch(text.text, last.after, mention.start) is not None


def _name_before(text: Sentences, mention: Mention) -> None:
    start = max(text.start_of(mention.start), mention.start - _FAR)
    issuing = _issuing(text, start, mention.start)
    before = (
        issuing or _listing(text, start, mention.start) or _speaking(text, start, mention.start)
    )
    if before is None or not _may_issue(text.words(*before), mention.issuing):
        return
    mention.issuer, mention.led = text.words(*before), True
    if issuing and mention.issued is None:
        mention.issued = day_before(text.text, max(start, issuing[0] - _DAY_LENGTH), issuing[0])
        mention.dated = mention.issued is not None


Place = tuple[int, int]


def _issuing(text: Sentences, start: int, end: int) -> Place | None:
    """The body whose verb of issuing stands just before the mention."""
    near = max(start, end - _NEAR)
    if verb := _ISSUES.search(text.text, near, end):
        return _body_before(text, max(start, verb.start() - _NEAR), verb.start())
    return None


def _listing(text: Sentences, start: int, end: int) -> Place | None:
    """The body that was advised to issue the mention, or whose documents a list names."""
    near = max(start, end - _NEAR)
    if (advised := _body_before(text, near, end - 1)) and _ADVISED.search(
        text.text, max(start, advised[0] - 20), advised[0]
    ):
        return advised
    if colon := _COLON.search(text.text, near, end):
        body = _body_before(text, max(start, colon.start() - _NEAR), colon.start())
        return body if body and _OF_BODY.search(text.text, near, body[0]) else None
    return None


def _body_before(text: Sentences, start: int, end: int) -> Place | None:
    """The body whose name ends just there."""
    for body in bodies_in(text.text, start, end):
        if body[1] == end:
            return body
    return None


def _speaking(text: Sentences, start: int, end: int) -> Place | None:
    """The body that decided what the sentence tells "tại" the mention."""
    link = _AT.search(text.text, max(start, end - 60), end)
    if link is None:
        return None
    bodies = list(bodies_in(text.text, start, link.start()))[::-1]
    for first, last in bodies[:1]:
        told = _DIRECTIVE.search(text.text, max(start, first - 24), first)
        told = told or _ASKED.search(text.text, start, first)
        if told and _REMARK.fullmatch(text.text, last, link.start()):
            return first, last
    for body in bodies:
        passive = text.text[max(start, body[0] - 5) : body[0]].lower() == "được "
        if passive or _AUTHORITY.match(text.text, body[1], end):
            return body
    return None


def _may_issue(name: str, issuing: str) -> bool:
    """Whether a body named in the sentence can be the one that the symbol stands for."""
    for part, words in _BODIES:
        rest = issuing[len(part) : len(part) + 1]
        if issuing.startswith(part) and (len(part) > 1 or rest.isupper()):
            return any(
                word in f" {fold(name)} "
                for word in (f"{word} " if word == "so" else word for word in words)
            )
    return True
