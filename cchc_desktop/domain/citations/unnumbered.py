"""Documents spoken of without a number: "đã có Văn bản gửi Sở Tư pháp"."""

import re
from collections.abc import Iterator, Sequence

from cchc_desktop.domain.citations.letters import any_of, matches
from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.citations.sentences import Sentences
from cchc_desktop.domain.document_code import KINDS
from cchc_desktop.domain.steps import Step

_SPOKEN = re.compile(
    r"(?<!\w)(?P<verb>đã\s(?:có|ban hành|gửi|ký ban hành|ký|phát hành|trình|xây dựng và ban hành)"
    rf"|có(?=\s(?:Văn bản|Công văn|Tờ trình|Báo cáo)\s))\s(?P<kind>{any_of(KINDS)})",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:chưa|khi|nếu|không|phải|cần|sẽ|được|đề nghị|hiện|các|những)\s$", re.I
)
_FOLLOWS = re.compile(
    r"\s(?:số|này|nêu trên|trên|nói trên|đó|trả lời của)(?!\w)|\s?[:;.,]", re.IGNORECASE
)
_STOP = re.compile(r"[;:\n\t]|,\s(?:theo đó|đồng thời|trong đó|qua đó|từ đó|trên cơ sở|Sở|đến nay)")
_MOST = 240  # characters of what is shown


def find_unnumbered(
    text: Sentences, mentions: Sequence[Mention], step: Step
) -> Iterator[tuple[int, int]]:
    """Where a document is spoken of as issued, but no number stands beside its kind."""
    numbered = {mention.start for mention in mentions}
    for match in matches(_SPOKEN, text.text, step):
        before = text.text[max(match.start() - 12, 0) : match.start()]
        if match.start("kind") in numbered or _NOT_YET.search(before):
            continue
        if _FOLLOWS.match(text.text, match.end()):
            continue
        limit = min(text.end_of(match.start()), match.start() + _MOST)
        stop = _STOP.search(text.text, match.end(), limit)
        end = stop.start() if stop else limit
        if end == match.start() + _MOST:
            end = text.text.rfind(" ", match.end(), end + 1)
        yield match.start(), _trimmed(text.text, end)


def _trimmed(text: str, end: int) -> int:
    while text[end - 1] in " .,/":
        end -= 1
    return end
