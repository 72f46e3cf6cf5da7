"""The title (trích yếu) that follows a mention: where it begins and where it sensibly ends."""

import re
from collections.abc import Sequence

from cchc_desktop.domain.citations.bodies import body_end
from cchc_desktop.domain.citations.letters import ABOUT, any_of, without_about
from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.citations.sentences import Sentences
from cchc_desktop.domain.citations.words import LOOSE_VERBS, TITLE_VERBS
from cchc_desktop.domain.document_code import KINDS
from cchc_desktop.domain.steps import Step, stepwise

LONGEST_TITLE = 500  # the register's field (Nghị định 30/2020, Phụ lục VI)

_ABOUT = re.compile(rf",?\s?\(?{ABOUT}", re.IGNORECASE)
_SENT = re.compile(rf",?\s(?:kính\s)?gửi\s(?!đến\s)[^.;:\n\t]{{1,120}}?\s{ABOUT}", re.IGNORECASE)
_QUOTED = re.compile(r",?\s?\(?(?P<open>[“\"])")
_AMENDED = r"(?:sửa đổi|bổ sung|sửa đổi, bổ sung),? (?:tại|bởi|theo|năm)(?!\w)"  # by another one
_BRACKETED = re.compile(rf" ?\((?!{_AMENDED})(?i:{any_of(TITLE_VERBS)})")
_VERB = re.compile(rf" (?i:{any_of(TITLE_VERBS)})(?!\s?:)")
_LOOSE = re.compile(rf" {any_of(LOOSE_VERBS)}")
_CARRIES_OUT = re.compile(
    rf" {any_of(LOOSE_VERBS)}(?: {any_of(LOOSE_VERBS)})? (?i:{any_of(KINDS)})"
)
_ALIAS = re.compile(r"\s?\((?:sau đây|gọi tắt|viết tắt)[^()\n]{0,80}\)")
_CITED = re.compile(r"(?:tại|theo|thực hiện|căn cứ|cơ sở)\s(?:các\s)?$", re.IGNORECASE)
_OPENS_ITEM = re.compile(r"(?:^|[\n;:)]|[-+]) ?$")
_NOUN = re.compile(rf" {any_of(KINDS)}")
_MARKS = re.compile(r"[\n\t;:,().“”\"]|\s(?=\w)")
_COMMA_ENDS = re.compile(
    r"\s(?:theo đó|đồng thời|trong đó|qua đó|từ đó|nhằm|để|làm|góp phần|gồm|bao gồm|kèm|cụ thể"
    r"|trên cơ sở|gắn với|đến nay|kết quả là|hiện|tuy nhiên|do|vì|tại|hướng tới|bảo đảm|đảm bảo"
    r"|phù hợp|qua|đã|được|sẽ|là|với|như|ngoài ra|bên cạnh|trong|ngày|tính đến|nay|giao|yêu cầu"
    r"|đề nghị|căn cứ|có hiệu lực|thời hạn|đến|số \d+|(?:các )?(?:cơ quan|đơn vị|phòng|sở"
    r"|địa phương|ngành|công chức|lãnh đạo|tập thể)(?: [^\W\d]+){0,4}"
    r" (?:đã|sẽ|đang|có|được|phải))(?!\w)",
    re.IGNORECASE,
)
_WORD_ENDS = re.compile(
    r"(?:làm (?:cơ sở|căn cứ)|trên cơ sở|theo đó|đồng thời|nhằm|(?:cho )?phù hợp với|cho phù hợp"
    r"|trên trang|đã"
    r"|để (?:các|làm|tổ chức|thực hiện|triển khai)|và (?:đã|có|được|đang|sẽ|theo)"
    r"|được (?:gửi|ban hành|triển khai|UBND|Chủ tịch)"
    r"|tại (?:cuộc họp|hội nghị|buổi làm việc))(?!\w)"
)
_VERB_FOLLOWS = re.compile(
    r"\s(?:đã|sẽ|đang|có|ban hành|báo cáo|xây dựng|tổ chức|triển khai|tham mưu|chủ trì|phối hợp"
    r"|thực hiện|yêu cầu|đề nghị|đề xuất|giao|tiến hành|hoàn thành|cử|gửi|trình|tiếp tục"
    r"|phát động|tập trung|kính|xin|nhận|cũng|luôn|chưa|vẫn|được|phân công|chỉ đạo|thường xuyên"
    r"|rà soát)(?!\w)"
)
_ASIDE = re.compile(
    r"\((?:gửi|sau đây|gọi|kèm|đính kèm|thay thế|có|viết tắt|số|ngày|theo|do|của|tại|bản"
    r"|lần|hiện)(?!\w)"
)
_LINK = re.compile(
    r"(?:[,;.]|\s(?:và|cùng|cùng với|hoặc|cũng như))\s?(?:các\s|của\s)?"
    r"(?:\(?\d{1,2}[.)]\s|[-+]\s)?$"
)
_PAIRS = {"“": "”", '"': '"', "(": ")"}


def read_titles(text: Sentences, mentions: Sequence[Mention], step: Step) -> None:
    """Give mentions the titles that follow them; `after` moves behind them."""
    for i, mention in enumerate(stepwise(mentions, step)):
        start = _title_start(text.text, mention)
        if start is None or mention.title:
            continue
        end = _title_end(text, mentions, i + 1, start)
        title = without_about(_unquoted(text.words(start, end)))
        if any(map(str.isalnum, title)):
            mention.title, mention.after = title, max(mention.end, end)


def _title_start(text: str, mention: Mention) -> int | None:
    """Where a title begins behind a mention; None where the sentence goes on otherwise."""
    alias = _ALIAS.match(text, mention.end)
    at = alias.end() if alias else mention.end
    if at < len(text) and text[at] == "\t":
        return at + 1
    for form in (_ABOUT, _SENT):
        if found := form.match(text, at):
            return found.end()
    if found := _QUOTED.match(text, at):
        return found.start("open")
    if found := _BRACKETED.match(text, at):
        return text.index("(", found.start()) + 1
    if _VERB.match(text, at) or _NOUN.match(text, at):
        return at + 1
    if _CARRIES_OUT.match(text, at):
        return at + 1
    if _LOOSE.match(text, at) and _is_told(text, mention):
        return at + 1
    return None


def _is_told(text: str, mention: Mention) -> bool:
    """Whether a document is told of, so that "thực hiện" is its title; where it is only cited, the
    sentence goes on with it.
    """
    before = max(mention.start - 16, 0), mention.start
    if _OPENS_ITEM.search(text, *before):
        return True
    return bool(mention.issuer) and not (mention.led and _CITED.search(text, *before))


def _title_end(text: Sentences, mentions: Sequence[Mention], i: int, start: int) -> int:
    """Where the title that begins there ends; mentions that it names itself belong to it."""
    limit = min(start + LONGEST_TITLE, len(text.text))
    if start and text.text[start] in '“"':
        closing = text.text.find(_PAIRS[text.text[start]], start + 1, limit)
        if closing != -1:
            return closing + 1
    at = start
    while at < limit:
        inner = mentions[i] if i < len(mentions) else None
        end = _next_end(text, at, inner.start if inner and inner.start < limit else limit)
        if end is not None:
            return end
        if inner is None or inner.start >= limit:
            break
        link = _LINK.search(text.text, max(start, inner.start - 16), inner.start)
        if link:
            return link.start()
        at, i = max(inner.end, at), i + 1
    return limit if limit == len(text.text) else text.text.rfind(" ", start, limit)


def _next_end(text: Sentences, at: int, limit: int) -> int | None:
    """The first place from `at` on where a title ends; None where none stands before the limit."""
    line = text.text
    while at < limit and (mark := _MARKS.search(line, at, limit)):
        char, at = mark[0], mark.end()
        if char in "\n\t;)”" or (char == ":" and not line[at : at + 1].isdigit()):
            return mark.start()
        if char in _PAIRS:
            if char == "(" and _ASIDE.match(line, mark.start()):
                return mark.start()
            closing = line.find(_PAIRS[char], at, limit)
            at = closing + 1 if closing != -1 else at
        elif char == ".":
            if text.end_of(mark.start()) == mark.start() or line[at : at + 1] in ("", "\n"):
                return mark.start()
        elif char == ",":
            if _COMMA_ENDS.match(line, at) or _speaks(line, at):
                return mark.start()
        elif _WORD_ENDS.match(line, at):
            return mark.start()
    return None


def _speaks(line: str, at: int) -> bool:
    """Whether the sentence's own clause begins there: ", Sở đã ..."."""
    stop = body_end(line, at + 1) if line.startswith(" ", at) else None
    return stop is not None and _VERB_FOLLOWS.match(line, stop) is not None


def _unquoted(title: str) -> str:
    """A title without the quotes around the whole of it."""
    whole = (
        len(title) > 2 and title[0] in '“"' and title.find(_PAIRS[title[0]], 1) == len(title) - 1
    )
    return title[1:-1] if whole else title
