"""The foot of a document: nơi nhận, the signer's authority and name (Nghị định 30/2020, Phụ lục I,
II.7 and II.9).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.intake.numbering import is_bullet, without_dash
from cchc_desktop.intake.source_text import folded
from cchc_desktop.office.grid import SourceParagraph

_APART = re.compile(  # columns side by side, a list in one line, a signature in one line
    r"\t+| {4,}|(?<=[;.]) (?=[-–] )|\(\s*[Đđ]ã ký\s*\)"
)
_RECIPIENTS = re.compile(r"noi nhan ?:?")
_AUTHORITY = re.compile(
    r"(t/?m|k/?t|tl|tuq|q)\b\.? ?\S|(quyen |pho )?((tong )?giam doc|chu tich|chanh van phong"
    r"|truong (ban|phong)|(chi )?cuc truong|vien truong|vu truong|thu truong|bo truong"
    r"|chanh thanh tra|bi thu|hieu truong)\b"
)
_SIGNED = re.compile(r"[(\[]?(da ky|ky ten|ky,|ky ghi|chu ky|dong dau|daky)\b.*")
_NAME = re.compile(r"(?:[A-Za-zĐđ.]{1,6}\. ?)*[^\W\d_]+(?:(?: |['’] ?)[^\W\d_]+){1,5}")
_ENDS_PAGE = re.compile(
    r"(phu luc|bieu|mau so|danh muc|danh sach)\b|\(?(ban hanh )?(kem theo|dinh kem)\b|\d{1,2}\. \w"
)
_LONGEST_LINE = 160
_LONGEST_NAME = 40  # longer capitals are a title
_NEAR_END = 14  # lines in which a signature without nơi nhận is looked for
_LONGEST_SIGNATURE = 8  # lines above nơi nhận that may be the signature


@dataclass(frozen=True, slots=True)
class DocumentFoot:
    """Recipients without dashes and last marks; authority lines; the signer's name as typed."""

    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signer: str = ""


def find_foot(paragraphs: Sequence[SourceParagraph]) -> range | None:
    """Where the foot stands among the paragraphs, None where there is none."""
    starts = [i for i, p in enumerate(paragraphs) if _RECIPIENTS.match(folded(p.text))]
    if starts:
        start = _signature_start(paragraphs, starts[0])
    else:
        first = max(len(paragraphs) - _NEAR_END, 0)
        signed = [i for i in range(first, len(paragraphs)) if _is_authority(paragraphs[i].text)]
        if not signed:
            return None
        start = signed[0]
    end = start
    while end < len(paragraphs) and _is_foot(paragraphs[end], started=end > start):
        end += 1
    return range(start, max(end, start + 1))


def read_foot(paragraphs: Sequence[SourceParagraph]) -> DocumentFoot:
    """The parts of a foot."""
    recipients: list[str] = []
    authority: list[str] = []
    names: list[str] = []
    listing = False
    for line, dashed in _lines(paragraphs):
        words = folded(line)
        if match := _RECIPIENTS.match(words):
            listing = True
            recipients += filter(None, (without_dash(line[match.end() :].strip()),))
            continue
        if _is_authority(line) and not dashed:
            listing = False
            authority.append(line)
        elif _SIGNED.fullmatch(words) or not any(map(str.isalnum, line)):
            continue
        elif dashed or _is_kept(line, authority) or (listing and _is_listed(line, authority)):
            _add_recipient(recipients, line, new=dashed or line[0].isupper())
        elif _NAME.fullmatch(line):
            names.append(line)
    cleaned = tuple(one_line(line).rstrip(";., ") for line in recipients)
    return DocumentFoot(tuple(filter(None, cleaned)), tuple(authority), names[-1] if names else "")


def _lines(paragraphs: Sequence[SourceParagraph]) -> list[tuple[str, bool]]:
    """The lines of a foot, and whether each began with a dash; what stands side by side is
    parted.
    """
    lines = []
    for paragraph in paragraphs:
        bullet = bool(paragraph.number) and is_bullet(paragraph.number)
        for text in paragraph.text.split("\n"):
            for part in filter(str.strip, _APART.split(text)):
                line = one_line(part)
                bare = without_dash(line)
                lines.append((bare, bullet or bare != line))
    return lines


def _is_authority(text: str) -> bool:
    line = one_line(text)
    return (
        0 < len(line) <= _LONGEST_LINE
        and not line.endswith((".", ";", ",", ":"))
        and _AUTHORITY.match(folded(line)) is not None
        and (line.isupper() or len(line.split()) <= 4)
    )


def _is_kept(line: str, authority: Sequence[str]) -> bool:
    """Whether a line is "Lưu: VT", not a signer of that surname."""
    return folded(line).startswith("luu") and not (authority and line.istitle())


def _is_listed(line: str, authority: Sequence[str]) -> bool:
    """Whether a line without a dash is a recipient: a list is still open, or it ends as one."""
    return not authority or line.endswith((";", ","))


def _add_recipient(recipients: list[str], line: str, *, new: bool) -> None:
    """A recipient, or the rest of one that took two lines."""
    if new or not recipients or recipients[-1].endswith((";", ".")):
        recipients.append(line)
    else:
        recipients[-1] = f"{recipients[-1]} {line}"


def _signature_start(paragraphs: Sequence[SourceParagraph], recipients: int) -> int:
    """Where the foot begins when the signature stands over nơi nhận."""
    first = max(recipients - _LONGEST_SIGNATURE, 0)
    for i in range(first, recipients):
        if _is_authority(paragraphs[i].text) and all(
            len(p.text) <= _LONGEST_LINE and not p.text.rstrip().endswith((".", ";"))
            for p in paragraphs[i:recipients]
        ):
            return i
    return recipients


def _is_foot(paragraph: SourceParagraph, *, started: bool) -> bool:
    """Whether the foot still goes on."""
    text = one_line(paragraph.text)
    words = folded(text)
    if len(text) > _LONGEST_LINE or (started and _ENDS_PAGE.match(words)):
        return False
    if not started or not words:
        return True
    if text.isupper() and len(text) > _LONGEST_NAME and not _is_authority(text):
        return False
    listed = text.endswith(";") or (bool(paragraph.number) and is_bullet(paragraph.number))
    letterhead = words.startswith(("ubnd ", "uy ban", "cong hoa xa hoi")) and not listed
    return paragraph.heading == 0 and not letterhead
