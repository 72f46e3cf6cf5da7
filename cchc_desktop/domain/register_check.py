"""What the clerk should see to in the register of documents: files that are wanting, documents that
nothing cites, numbers that stand twice, years that contradict each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from cchc_desktop.domain.document_code import number_key
from cchc_desktop.domain.finding import Finding, Place
from cchc_desktop.domain.issue_date import date_words
from cchc_desktop.domain.register import Attachment, RegisteredDocument
from cchc_desktop.domain.vietnamese import fold, one_line, shortened

_YEAR_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)$")
_ABBREVIATED = re.compile(r"uy ban nhan dan|hoi dong nhan dan")
_NAME_LENGTH = 60  # characters of a trích yếu that stands for a number


class Rule(StrEnum):
    """What a finding of the register is about; `Finding.rule`."""

    NO_FILE = "no file"
    UNCITED = "uncited"
    SAME_NUMBER = "same number"
    TWO_DATES = "two dates"
    YEAR = "year of number"
    BROKEN_FILE = "broken file"


def register_findings(
    documents: Sequence[RegisteredDocument],
    files: Mapping[str, Sequence[Attachment]],
    cited: Mapping[str, int],
    broken: Mapping[str, str],
) -> Iterator[tuple[Finding, ...]]:
    """The findings of each document. By its id its `files`, and in how many places it is `cited`;
    `broken`: what is wrong with the kept content of a digest ("mất tệp"), as far as it was looked
    at.
    """
    twins = _same_numbers(documents)
    for document in documents:
        own = files.get(document.id, ())
        wrong = tuple((file.name, broken[file.digest]) for file in own if file.digest in broken)
        found = _own_findings(document, bool(own), wrong, document.id in cited)
        yield (*found, *twins[document.id]) if document.id in twins else found


def document_name(document: RegisteredDocument) -> str:
    """What a document is called in a sentence: its số, ký hiệu, else its trích yếu."""
    if document.code:
        return document.code
    return shortened(document.title, _NAME_LENGTH) or document.kind or "văn bản chưa ghi số"


def register_key(document: RegisteredDocument) -> str:
    """What the spellings of a document's số, ký hiệu share."""
    return _number_key(document.number, document.symbol)


def number_year(document: RegisteredDocument) -> str:
    """The year that stands in a number, as in "15/2026/QĐ-UBND"; "" where there is none."""
    found = _YEAR_IN_NUMBER.search(document.number)
    return found[1] if found else ""


def likely_same(one: RegisteredDocument, other: RegisteredDocument) -> bool:
    """Whether two documents of one number may be the same: a number begins anew each year and with
    each issuer; what is not known may agree.
    """
    year, other_year = (number_year(each) or each.issued[:4] for each in (one, other))
    if not agree(year, other_year):
        return False
    return one.issuer == other.issuer or _may_be_one(one.issuer, other.issuer)


def _may_be_one(issuer: str, other: str) -> bool:
    """Whether two issuers may be the same: texts say "Sở", "UBND tỉnh" for the whole name."""
    names = [f" {_ABBREVIATED.sub(_short, one_line(fold(name)))} " for name in (issuer, other)]
    shorter, longer = sorted(names, key=len)
    return shorter in longer or not shorter.strip()


def _short(found: re.Match[str]) -> str:
    return "ubnd" if found[0][0] == "u" else "hdnd"


def agree(one: str, other: str) -> bool:
    """Whether two dates may be one, where not all of them is known."""
    return one.startswith(other) or other.startswith(one)


_number_key = lru_cache(maxsize=1 << 13)(number_key)


@lru_cache(maxsize=1 << 13)  # all are asked for after each step, few are others then
def _own_findings(
    document: RegisteredDocument, filed: bool, wrong: tuple[tuple[str, str], ...], cited: bool
) -> tuple[Finding, ...]:
    """What a document's own fields and links tell; `wrong`: names of its files with what is wrong
    with them.
    """
    return tuple(_looked_at(document, filed=filed, wrong=wrong, cited=cited))


def _looked_at(
    document: RegisteredDocument,
    *,
    filed: bool,
    wrong: tuple[tuple[str, str], ...],
    cited: bool,
) -> Iterator[Finding]:
    if not filed:
        yield _finding(Rule.NO_FILE, document, "file", "chưa có tệp", "đính kèm tệp")
    if not cited:
        yield _finding(Rule.UNCITED, document, "cited", "chưa dẫn ở đâu", "dẫn vào")
    for name, what in wrong:
        words = f"“{name}”: {what}"
        yield _finding(Rule.BROKEN_FILE, document, "file", words, "đính kèm lại tệp", what)
    year = number_year(document)
    if not agree(year, document.issued[:4]):
        words = f"số ghi năm {year}, ngày ghi năm {document.issued[:4]}"
        yield _finding(Rule.YEAR, document, "code", words, "cùng một năm", words)


def _same_numbers(documents: Iterable[RegisteredDocument]) -> dict[str, list[Finding]]:
    """For each document that shares its number with others, what there is to say of it."""
    by_key: defaultdict[str, list[RegisteredDocument]] = defaultdict(list)
    for document in documents:
        if document.number:
            by_key[register_key(document)].append(document)
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for group in by_key.values():
        for document_id, finding in _twins(tuple(group)) if len(group) > 1 else ():
            found[document_id].append(finding)
    return found


@lru_cache(maxsize=1 << 13)  # as `_own_findings`
def _twins(group: tuple[RegisteredDocument, ...]) -> tuple[tuple[str, Finding], ...]:
    """By the document's id what there is to say of documents that share a number."""
    pairs = [pair for pair in combinations(group, 2) if likely_same(*pair)]
    both = [each for one, other in pairs for each in ((one, other), (other, one))]
    return tuple((one.id, _twin(one, other)) for one, other in both)


def _twin(document: RegisteredDocument, other: RegisteredDocument) -> Finding:
    if agree(document.issued, other.issued):
        words = f"trùng số với “{shortened(other.title, _NAME_LENGTH) or document_name(other)}”"
        return _finding(Rule.SAME_NUMBER, document, "code", words, "mỗi văn bản một số", "trùng số")
    words = f"số này còn ghi ngày {date_words(other.issued)}"
    return _finding(Rule.TWO_DATES, document, "code", words, "mỗi số một ngày", words)


def _finding(
    rule: Rule, document: RegisteredDocument, column: str, found: str, expected: str, mark: str = ""
) -> Finding:
    at = Place(document.id, column)
    return Finding(rule, document_name(document), found, expected, at, mark)
