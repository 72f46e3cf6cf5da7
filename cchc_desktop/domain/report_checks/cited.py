"""Citations of a report: documents without a number, and citations that contradict themselves or
the register.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from cchc_desktop.domain.citation import Citation
from cchc_desktop.domain.document_code import kind_of_symbol, number_key
from cchc_desktop.domain.issue_date import is_whole_day
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.report_checks.text import Flaw, Located, ReportText
from cchc_desktop.domain.vietnamese import fold, legal_day, shortened

_SHOWN = 60  # characters of a document's words in a finding
_ANY_KIND = ("van ban", "cong van")  # what a document of any kind may be called


def unnumbered_flaws(text: ReportText) -> Iterator[Located]:
    """ "đã có văn bản" without a number."""
    for spoken in text.cited.unnumbered:
        line = text.line_at(spoken.start)
        found = f"Chưa có số, ký hiệu: “{shortened(spoken.text, _SHOWN)}”"
        span = spoken.start - line.start, min(spoken.end - line.start, len(line.text))
        yield line, Flaw("no-number", *span, found, "số, ký hiệu, ngày tháng năm", "thiếu số")


def citation_flaws(
    text: ReportText, documents: Sequence[RegisteredDocument], issued: str
) -> Iterator[Located]:
    """Citations that say of a document of the register what it does not say, or contradict
    themselves or the day of the report (ISO, "" where unknown).
    """
    register = _Register(documents)
    for citation in text.cited.citations:
        document = register.meant(citation)
        wrong = _difference(citation, document) if document is not None else None
        for one in [wrong] if wrong is not None else _contradictions(citation, issued):
            yield _located(text, citation, one)


class _Wrong(NamedTuple):
    """What a citation says wrongly: `words` as they may be typed, `right` belongs in their place,
    None where the whole citation is doubtful.
    """

    rule: str
    found: str
    expected: str
    words: Sequence[str] = ()
    right: str | None = None


def _difference(citation: Citation, document: RegisteredDocument) -> _Wrong | None:
    """What the register says otherwise."""
    code, day = _code(citation), _day(document)
    if number_key(document.number, document.symbol) != _key(citation):
        found, right = f"Số hiệu {code} khác sổ văn bản", document.code
        return _Wrong("citation-code", found, right, [code], right)
    if day and citation.issued and day != citation.issued:
        found, right = f"{code}: ngày {legal_day(citation.issued)} khác sổ văn bản", legal_day(day)
        return _Wrong("citation-date", found, f"ngày {right}", _spellings(citation.issued), right)
    if _differ(document.issuer, citation.issuer):
        found = f"{code}: “{citation.issuer}” khác sổ văn bản"
        return _Wrong("citation-issuer", found, document.issuer)
    if _other_kind(document, citation):
        found = f"{code}: “{citation.kind}” khác sổ văn bản"
        return _Wrong("citation-kind", found, document.kind)
    return None


class _Register:
    """Documents by số hiệu, and by number with day for those whose ký hiệu was mistyped."""

    def __init__(self, documents: Sequence[RegisteredDocument]) -> None:
        self._by_code: dict[str, list[RegisteredDocument]] = defaultdict(list)
        self._by_number: dict[tuple[str, str], list[RegisteredDocument]] = defaultdict(list)
        self._by_symbol: dict[tuple[str, str], list[RegisteredDocument]] = defaultdict(list)
        for document in documents:
            self._by_code[number_key(document.number, document.symbol)].append(document)
            if is_whole_day(document.issued):
                day = document.issued
                self._by_number[number_key(document.number, ""), day].append(document)
                self._by_symbol[fold(document.symbol), day].append(document)

    def meant(self, citation: Citation) -> RegisteredDocument | None:
        """The one document that a citation must mean, None where that is not sure."""
        issued = citation.issued.isoformat() if citation.issued else ""
        same = self._by_code.get(_key(citation), ())
        known = [d for d in same if _one_document(citation, d, issued)]
        if known:
            return next((d for d in known if d.issued == issued), known[0])
        by_number = self._by_number.get((number_key(citation.number, ""), issued), ())
        by_symbol = self._by_symbol.get((fold(citation.symbol), issued), ())
        title = fold(citation.title)
        close = {d.id: d for d in (*by_number, *by_symbol) if _alike(title, fold(d.title))}
        return next(iter(close.values())) if len(close) == 1 else None


def _contradictions(citation: Citation, issued: str) -> Iterator[_Wrong]:
    """What a citation contradicts by itself."""
    code, day = _code(citation), citation.issued
    year = citation.number.partition("/")[2]
    if day and year.isdigit() and int(year) != day.year:
        found = f"{code} ghi ngày {legal_day(day)}"
        yield _Wrong("citation-year", found, f"một ngày của năm {year}")
    if citation.other_dates and day:
        days = ", ".join(legal_day(other) for other in (day, *citation.other_dates))
        words = _spellings(citation.other_dates[0])
        yield _Wrong("citation-dates", f"{code} ghi nhiều ngày: {days}", "một ngày", words)
    if day and issued and day.isoformat() > issued:
        found = f"{code} ghi ngày {legal_day(day)}, sau ngày báo cáo"
        yield _Wrong("citation-future", found, "ngày trước báo cáo")
    kind = kind_of_symbol(citation.symbol)
    if kind and citation.kind and fold(citation.kind) not in (fold(kind), *_ANY_KIND):
        yield _Wrong("citation-kind", f"“{citation.kind}” số {code}", kind)


def _located(text: ReportText, citation: Citation, wrong: _Wrong) -> Located:
    """At the words that are wrong, in the first place that has them; else at the first place."""
    rule, found, expected, spelled, right = wrong
    for start, end in citation.places if spelled else ():
        line = text.line_at(start)
        for words in spelled:
            at = line.text.find(words, start - line.start, end - line.start)
            if at >= 0:
                mark = "khác sổ" if right else "trái nhau"
                return line, Flaw(rule, at, at + len(words), found, expected, mark, right)
    start, end = citation.places[0]
    line = text.line_at(start)
    return line, Flaw(rule, start - line.start, end - line.start, found, expected, "trái nhau")


def _spellings(day: date) -> list[str]:
    """A day as it may be typed in figures."""
    days, months = (f"{day.day:02d}", str(day.day)), (f"{day.month:02d}", str(day.month))
    return [f"{d}/{m}/{day.year}" for d in days for m in months]


def _one_document(citation: Citation, document: RegisteredDocument, issued: str) -> bool:
    """Whether a số hiệu of both means one document: numbers start anew each year, so that other
    years are other documents unless the titles say the same.
    """
    same_year = not issued or not document.issued or document.issued[:4] == issued[:4]
    by_title = _alike(fold(citation.title), fold(document.title))
    if document.issued == issued:
        return by_title or not citation.title or not _differ(document.issuer, citation.issuer)
    bodies = not _differ(document.issuer, citation.issuer)
    return bodies and (same_year or "/" in citation.number or by_title)


def _alike(one: str, other: str) -> bool:
    """Whether two titles, both given, share their beginning or one holds the other."""
    return bool(one and other) and (one in other or other in one or one[:30] == other[:30])


def _differ(one: str, other: str) -> bool:
    """Whether two names, both given, are of different bodies or kinds."""
    names = [fold(name).replace("uy ban nhan dan", "ubnd") for name in (one, other)]
    return all(names) and names[0] not in names[1] and names[1] not in names[0]


def _other_kind(document: RegisteredDocument, citation: Citation) -> bool:
    """Whether the kinds differ where the ký hiệu does not tell them."""
    told = kind_of_symbol(citation.symbol) or fold(citation.kind) in _ANY_KIND
    return not told and _differ(document.kind, citation.kind)


def _day(document: RegisteredDocument) -> date | None:
    return date.fromisoformat(document.issued) if is_whole_day(document.issued) else None


def _key(citation: Citation) -> str:
    return number_key(citation.number, citation.symbol)


def _code(citation: Citation) -> str:
    """Số, ký hiệu together, as the register writes them."""
    return RegisteredDocument("", number=citation.number, symbol=citation.symbol).code
