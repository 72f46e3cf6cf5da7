"""Reads the documents that a Vietnamese text cites: each once, later citations matched to it."""

from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.citations.documents import Cited, documents, one_document
from cchc_desktop.domain.citations.heads import read_heads
from cchc_desktop.domain.citations.letters import without_about
from cchc_desktop.domain.citations.mentions import find_mentions
from cchc_desktop.domain.citations.plain import Plain, plain
from cchc_desktop.domain.citations.sentences import sentences
from cchc_desktop.domain.citations.speakers import name_speakers, share_issuers
from cchc_desktop.domain.citations.titles import read_titles
from cchc_desktop.domain.citations.unnumbered import find_unnumbered
from cchc_desktop.domain.steps import Step, go_on, stepwise

__all__ = [
    "Citation",
    "CitedText",
    "Unnumbered",
    "citation_json",
    "one_document",
    "read_citations",
    "without_about",
]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that a text cites; "" and None for what the text does not say.

    `kind` in full; `number` keeps year and letters ("15/2013", "30c"); `issuer` as typed; `title`
    without "về". `places`: (start, end) of its citations in the text. `other_dates`: days that
    contradict `issued`.
    """

    kind: str
    number: str
    symbol: str
    issued: date | None
    issuer: str
    title: str
    places: tuple[tuple[int, int], ...]
    other_dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A document that a text speaks of as issued, without its number."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CitedText:
    """What a text cites, in its order."""

    citations: tuple[Citation, ...]
    unnumbered: tuple[Unnumbered, ...]


def read_citations(text: str, step: Step = go_on) -> CitedText:
    """The documents that a sentence or a whole report cites; never raises, but what `step` does."""
    source = plain(text, step)
    read = sentences(source, step)
    mentions = find_mentions(read, step)
    name_speakers(read, stepwise(mentions, step))
    read_titles(read, mentions, step)
    share_issuers(read, mentions)
    read_heads(read, mentions)
    places = find_unnumbered(read, mentions, step)
    spoken = [(source.words(*place), source.span(*place)) for place in places]
    return CitedText(
        tuple(_citation(source, cited) for cited in documents(mentions, step)),
        tuple(Unnumbered(words, *span) for words, span in spoken),
    )


def citation_json(citation: Citation) -> dict[str, str | None]:
    """The form in which the command prints a citation; null for what is not known."""
    return {
        "kind": citation.kind or None,
        "number": citation.number,
        "symbol": citation.symbol or None,
        "date": citation.issued.isoformat() if citation.issued else None,
        "issuer": citation.issuer or None,
        "title": citation.title or None,
    }


def _citation(source: Plain, cited: Cited) -> Citation:
    first = cited.first
    return Citation(
        first.kind,
        first.number,
        first.symbol,
        first.issued,
        first.issuer,
        first.title,
        tuple(sorted(source.span(mention.start, mention.end) for mention in cited.mentions)),
        tuple(cited.other_dates),
    )
