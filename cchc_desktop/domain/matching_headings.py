"""Which heading of one report is which of another: from quarter to quarter headings are renamed,
renumbered and moved.
"""

import re
from collections.abc import Callable, Hashable, Sequence

from cchc_desktop.domain.report import Content
from cchc_desktop.domain.report_areas import Heading, heading_of_title
from cchc_desktop.domain.vietnamese import fold

_TIMES = re.compile(r"\b(?:quy [ivx\d]+|\d+ thang(?: (?:dau|cuoi))?|nam|thang|20\d\d)\b|\W+")
_ONLY_ONE = (Content.OPENING, Content.DIFFICULTIES, Content.NEXT, Content.CLOSING)
_DIFFICULTIES = re.compile(r"kho khan|vuong mac|ton tai|han che")
_NEXT = re.compile(  # at the start: "kết quả thực hiện nhiệm vụ quý III" is none
    r"phuong huong|^(?:cac |mot so )?nhiem vu"
    r" (?:trong tam|(?:trong )?(?:quy [ivx]+\b|ky (?:sau|toi|tiep)|thoi gian toi|\d+ thang|nam 20))"
)
_LASTING = {Content.OPENING, Content.DIFFICULTIES, Content.CLOSING}


def matched(headings: Sequence[Heading], others: Sequence[Heading]) -> dict[str, Heading]:
    """By the id of a heading its like among the others: filled from the same, else of the same
    title whatever period it names, else known by the words of its areas, else of the same number
    and much the same words. Each of the others is the like of one at most.
    """
    found: dict[str, Heading] = {}
    left, free = list(headings), list(others)
    for key in (_filled_alike, _same_title):
        _pair(left, free, found, key)
    for heading in list(left):
        like = next((o for o in free if heading_of_title([heading], o.title)), None) or next(
            (o for o in free if heading_of_title([o], heading.title)), None
        )
        if like is not None:
            _take(heading, like, left, free, found)
    _pair(left, free, found, _same_place)
    return found


def content_of_title(title: str) -> Content:
    """What a heading of a report is filled from, as far as its words say it; areas are known by
    the headings of an outline only.
    """
    words = fold(title)
    if _DIFFICULTIES.search(words):
        return Content.DIFFICULTIES
    return Content.NEXT if _NEXT.search(words) else Content.NOTHING


def by_hand(headings: Sequence[Heading]) -> list[Heading]:
    """Those whose words are the office's own from one report to the next: the first and the last
    sentence, difficulties, and what stands in a mục that is neither of results nor of the time to
    come, such as kiến nghị, đề xuất.
    """
    found: list[Heading] = []
    for group in _by_section(headings):
        contents = {heading.content for heading in group}
        if contents & {Content.RESULTS, Content.NEXT}:
            found += [heading for heading in group if heading.content in _LASTING]
        else:
            found += group
    return found


def _by_section(headings: Sequence[Heading]) -> list[list[Heading]]:
    """The headings of each mục together; what has no title stands alone."""
    groups: list[list[Heading]] = []
    for heading in headings:
        if heading.level > 1 and groups:
            groups[-1].append(heading)
        else:
            groups.append([heading])
    return groups


def _pair(
    left: list[Heading],
    free: list[Heading],
    found: dict[str, Heading],
    key: Callable[[Heading], Hashable],
) -> None:
    """Takes those together of which a key is the same; an empty key is none."""
    for heading in list(left):
        wanted = key(heading)
        like = next((other for other in free if wanted and key(other) == wanted), None)
        if like is not None:
            _take(heading, like, left, free, found)


def _take(
    heading: Heading,
    like: Heading,
    left: list[Heading],
    free: list[Heading],
    found: dict[str, Heading],
) -> None:
    left.remove(heading)
    free.remove(like)
    found[heading.id] = like


def _filled_alike(heading: Heading) -> Hashable:
    return heading.content if heading.content in _ONLY_ONE else ""


def _same_title(heading: Heading) -> Hashable:
    return " ".join(_words(heading))


def _same_place(heading: Heading) -> Hashable:
    """Level and number with two words: "II. Kết quả đạt được" is "II. Kết quả thực hiện"."""
    words = _words(heading)[:2]
    return (heading.level, heading.number.strip(" ."), *words) if words else ()


def _words(heading: Heading) -> list[str]:
    return _TIMES.sub(" ", fold(heading.title)).split()
