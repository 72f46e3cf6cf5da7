"""The head of a document inside a text: "Số: 41/KH-SNgV", with its date, type, title and issuer on
the lines around it.
"""

import re
from collections.abc import Sequence

from cchc_desktop.domain.citations.dates import read_day
from cchc_desktop.domain.citations.letters import any_of, without_about
from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.citations.sentences import Sentences
from cchc_desktop.domain.document_code import KINDS

_NATIONAL = re.compile(
    r"CỘNG H[ÒO][ÀA] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM"
    r"|độc lập\s?-\s?tự do\s?-\s?hạnh phúc|DỰ THẢO",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:^|,\s?|\s)(?=ngày\s?[\d.…\s]{0,6}\s?tháng)")
_ABOUT = re.compile(r"(?:V/v|Về việc)\s?:?\s(?P<title>[^\n]{1,500})")
_TYPE = re.compile(rf"(?P<type>{any_of(kind.upper() for kind in KINDS)})[ \t]?(?P<rest>[^\n]*)")
_OPENING = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Tiếp tục|Để|Nhằm|Trên cơ sở|Theo|Xét|Trong|Kính gửi|Phúc đáp"
    r"|I\.|1\.|-|Điều|Phần|A\.|\()"
)
_HANGS = re.compile(r"(?:VÀ|TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)\s")
_BEFORE, _BEHIND, _TITLE_LINES = 5, 10, 3  # lines looked at


def read_heads(text: Sentences, mentions: Sequence[Mention]) -> None:
    """Complete the mentions that are heads: "Số" opens a line, or the right half of one."""
    for mention in mentions:
        if mention.marked and text.text.startswith(("Số", "SỐ"), mention.start):
            line = text.text.rfind("\n", max(mention.start - 120, 0), mention.start) + 1
            if line or mention.start < 120:
                before = text.text[line : mention.start]
                if not _NATIONAL.sub("", before).strip() or before.strip().isupper():
                    _read_head(text, mention, line)


def _read_head(text: Sentences, mention: Mention, line: int) -> None:
    above = text.text[max(line - 600, 0) : line].split("\n")[-_BEFORE - 1 : -1]
    start = mention.end
    below: list[tuple[int, int]] = []
    while len(below) < _BEHIND and start <= len(text.text):
        end = text.text.find("\n", start)
        end = len(text.text) if end == -1 else end
        below.append((start, end))
        start = end + 1
    _read_date(text, mention, below, line)
    title = next((i for i, (s, _) in enumerate(below) if i and _TYPE.match(text.text, s)), None)
    about = next((m for s, _ in below[:4] if (m := _ABOUT.search(text.text, s, s + 600))), None)
    if title is not None and (about is None or about.start() > below[title][0]):
        _read_type(text, mention, below[title:])
    elif about is not None:
        mention.kind = "Công văn"
        mention.title = text.words(about.start("title"), about.end("title"))
        mention.after = about.end()
    mention.issuer = mention.issuer or _agency(text, above, line)


def _read_date(
    text: Sentences, mention: Mention, below: Sequence[tuple[int, int]], line: int
) -> None:
    """The day under the national title, beside the number or on a line around it."""
    if mention.issued is not None:
        return
    start = max(line - 200, 0)
    for first, last in (*below[:5], (start, line)):
        for dated in _DATED.finditer(text.text, first, min(last, first + 300)):
            if day := read_day(text.text, dated.end()):
                mention.issued = day[0]
                return


def _read_type(text: Sentences, mention: Mention, lines: Sequence[tuple[int, int]]) -> None:
    """Type and title: "KẾ HOẠCH" and the lines under it, up to the text itself."""
    match = _TYPE.match(text.text, lines[0][0])
    if match is None:
        return
    mention.kind = next(kind for kind in KINDS if kind.upper() == match["type"])
    parts = [text.words(match.start("rest"), lines[0][1])] if match["rest"].strip() else []
    for start, end in lines[1 : 1 + _TITLE_LINES]:
        if _OPENING.match(text.text, start) or end - start > 300 or text.text[end - 1] in ";:.":
            break
        parts.append(text.words(start, end))
        mention.after = end
    mention.title = without_about(" ".join(parts))


def _agency(text: Sentences, above: Sequence[str], line: int) -> str:
    """The last name in capitals over the number, without the national title beside it."""
    names: list[str] = []
    place = line - 1 - sum(len(words) + 1 for words in above) + 1
    for words in above:
        typed = text.plain.typed[place : place + len(words)]
        place += len(words) + 1
        name = " ".join(_NATIONAL.sub(" ", typed).split()).strip(" -_")
        if not name or not name.isupper():
            continue
        if names and (_HANGS.match(name) or names[-1].endswith((" VÀ", ",", "-"))):
            names[-1] = f"{names[-1]} {name}"
        else:
            names.append(name)
    return names[-1] if names else ""
