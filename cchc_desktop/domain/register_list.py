"""The register as it is listed: a document with its files, its places and its findings; the folders
that documents lie in, and the orders they can be put in.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.register_check import Rule, register_findings
from cchc_desktop.domain.vietnamese import fold, sort_key

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register. `cited` counts the places where the document is evidence; `rules`
    are those of its findings; `mark`: what is doubtful about it, in a line, "" for nothing.
    """

    document: RegisteredDocument
    files: tuple[Attachment, ...]
    cited: int
    findings: tuple[Finding, ...]
    rules: frozenset[str]
    mark: str

    @property
    def id(self) -> str:
        """The document's."""
        return self.document.id


@dataclass(frozen=True, slots=True)
class Folder:
    """Entries with a finding of one of the `rules`, of a `kind`, or all; `role` of its count: "amb"
    to be seen to, "red" contradictory, "" a mere count.
    """

    title: str
    rules: frozenset[str] = frozenset()
    kind: str = ""
    role: str = ""

    def holds(self, entry: Entry) -> bool:
        """Whether an entry lies in it."""
        return self.takes(entry.rules, _kind_of(entry.document.kind))

    def takes(self, rules: frozenset[str], kind: str) -> bool:
        """Whether entries with these rules, in the folder of that kind, lie in it."""
        if self.rules:
            return not self.rules.isdisjoint(rules)
        return not self.kind or self.kind == kind


def entries_of(
    documents: Sequence[RegisteredDocument],
    attachments: Sequence[Attachment],
    evidence: Sequence[Evidence],
    broken: Mapping[str, str],
    before: Iterable[Entry] = (),
) -> list[Entry]:
    """The register's lines in the order of the documents; `broken` as in `register_findings`. What
    is as it was `before` is the same entry.
    """
    known = {entry.id: entry for entry in before}
    files: defaultdict[str, list[Attachment]] = defaultdict(list)
    for attachment in attachments:
        files[attachment.document_id].append(attachment)
    cited = Counter(link.document_id for link in evidence)
    findings = register_findings(documents, files, cited, broken)
    return [
        _entry(
            document,
            tuple(files.get(document.id, ())),
            cited[document.id],
            found,
            known.get(document.id),
        )
        for document, found in zip(documents, findings, strict=True)
    ]


def _entry(
    document: RegisteredDocument,
    files: tuple[Attachment, ...],
    cited: int,
    findings: tuple[Finding, ...],
    before: Entry | None,
) -> Entry:
    made = document, files, cited, findings
    if before and (before.document, before.files, before.cited, before.findings) == made:
        return before
    rules = frozenset([finding.rule for finding in findings])
    mark = " · ".join(dict.fromkeys([found.mark for found in findings if found.mark]))
    return Entry(document, files, cited, findings, rules, mark)


KINDS = ("Kế hoạch", "Báo cáo", "Công văn", "Quyết định")
_OTHER = "Khác"


@lru_cache(maxsize=1 << 8)
def _kind_of(kind: str) -> str:
    """The folder of a kind, however its letters are."""
    return next((known for known in KINDS if fold(known) == fold(kind)), _OTHER)


ALL = Folder("Tất cả")
TO_SEE_TO = (
    Folder("Chưa có tệp", frozenset({Rule.NO_FILE}), role="amb"),
    Folder("Chưa dẫn ở đâu", frozenset({Rule.UNCITED}), role="amb"),
    Folder("Trùng số", frozenset({Rule.SAME_NUMBER, Rule.TWO_DATES}), role="red"),
    Folder("Năm không khớp", frozenset({Rule.YEAR}), role="red"),
    Folder("Mất, hỏng tệp", frozenset({Rule.BROKEN_FILE}), role="red"),
)
BY_KIND = tuple(Folder(kind, kind=kind) for kind in (*KINDS, _OTHER))
FOLDERS = (ALL, *TO_SEE_TO, *BY_KIND)


def counts(entries: Iterable[Entry]) -> list[int]:
    """How many entries lie in each of `FOLDERS`."""
    alike = Counter((entry.rules, _kind_of(entry.document.kind)) for entry in entries)
    return [
        sum(count for (rules, kind), count in alike.items() if folder.takes(rules, kind))
        for folder in FOLDERS
    ]


class Sorting:
    """Puts entries in order by a column; the keys of texts are made once, they take long."""

    def __init__(self) -> None:
        self._text_keys: dict[str, object] = {}

    def sorted(self, entries: Iterable[Entry], column: str, *, falling: bool) -> list[Entry]:
        """The entries by "code", "issued", "kind", "title", "file" or "cited"; what is equal stays
        as it was.
        """
        return sorted(entries, key=lambda entry: self._key(entry, column), reverse=falling)

    def _key(self, entry: Entry, column: str) -> Any:
        document = entry.document
        match column:
            case "code":
                number = _NUMBER.match(document.number)
                return int(number[0]) if number else 0, document.number, self._of(document.symbol)
            case "issued":
                return document.issued, document.code
            case "file":
                return len(entry.files)
            case "cited":
                return entry.cited
        return self._of(getattr(document, column))

    def _of(self, text: str) -> object:
        if text not in self._text_keys:
            self._text_keys[text] = sort_key(text)
        return self._text_keys[text]
