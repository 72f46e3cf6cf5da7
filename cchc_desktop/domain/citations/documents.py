"""Mentions of one document brought together: each document once, later citations matched to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from cchc_desktop.domain.citations.mention import Mention
from cchc_desktop.domain.document_code import number_key
from cchc_desktop.domain.steps import Step, stepwise
from cchc_desktop.domain.vietnamese import fold

_MOST_ALIKE = 200  # documents of one number and symbol that are compared


@dataclass(slots=True)
class Cited:
    """A document, as its first full citation has it, and all of its mentions."""

    first: Mention
    mentions: list[Mention] = field(default_factory=list)
    other_dates: list[date] = field(default_factory=list)


def documents(mentions: Sequence[Mention], step: Step) -> list[Cited]:
    """The documents in the order of their first mentions. A mention without a symbol belongs to the
    document of its kind and number, before it or else after; alone it is one where it says more.
    """
    by_key: dict[str, list[Cited]] = {}
    by_short: dict[tuple[str, str], list[Cited]] = {}
    found: list[Cited] = []
    for mention in stepwise(mentions, step):
        if not mention.symbol:
            continue
        key = number_key(mention.number, mention.symbol)
        cited = _same(by_key.get(key, ()), mention)
        if cited is None:
            cited = Cited(mention)
            by_key.setdefault(key, []).append(cited)
            for short in _shorts(mention):
                by_short.setdefault(short, []).append(cited)
            found.append(cited)
        _add(cited, mention)
    for mention in stepwise(mentions, step):
        if not mention.symbol:
            _place_short(mention, by_short, found)
    return sorted(found, key=lambda cited: min(m.start for m in cited.mentions))


def _place_short(
    mention: Mention, by_short: dict[tuple[str, str], list[Cited]], found: list[Cited]
) -> None:
    """Put a mention without a symbol where it belongs; dropped where it names nothing for sure."""
    short = mention.kind, number_key(mention.number, "")
    known = by_short.get(short, [])
    near = [cited for cited in known if cited.first.start < mention.start] or known[:1]
    cited = _same(near[::-1], mention)
    if cited is None and (mention.issued or (mention.marked and mention.issuer)):
        cited = Cited(mention)
        by_short.setdefault(short, []).append(cited)
        found.append(cited)
    if cited is not None:
        _add(cited, mention)


def _shorts(mention: Mention) -> Iterable[tuple[str, str]]:
    """How a document may be cited without its symbol."""
    number = number_key(mention.number, "")
    return {(mention.kind, number), (mention.kind, number.split("-")[0])}


def _same(known: Iterable[Cited], mention: Mention) -> Cited | None:
    """The document that a mention with the same number and symbol means."""
    for cited in islice(known, _MOST_ALIKE):
        first = cited.first
        if one_document(
            mention.number, (_iso(first), _iso(mention)), (first.issuer, mention.issuer)
        ):
            return cited
    return None


def one_document(number: str, issued: tuple[str, str], issuers: tuple[str, str]) -> bool:
    """Whether two citations of one số hiệu may mean one document: numbers start anew each year, and
    offices with one symbol count by themselves. `issued`: ISO dates, or as much as is known.
    """
    one, two = issued
    if not (one and two) or one.startswith(two) or two.startswith(one):
        return True
    return (one[:4] == two[:4] or "/" in number) and not _foreign(*issuers)


def _iso(mention: Mention) -> str:
    return mention.issued.isoformat() if mention.issued else ""


def _foreign(one: str, two: str) -> bool:
    """Whether two names of issuers, both given, are of different bodies."""
    names = [fold(name).replace("uy ban nhan dan", "ubnd") for name in (one, two)]
    return all(names) and names[0] not in names[1] and names[1] not in names[0]


def _add(cited: Cited, mention: Mention) -> None:
    """Take a mention in, and from it what the document still lacks."""
    first = cited.first
    cited.mentions.append(mention)
    if first is mention:
        return
    first.kind = first.kind or mention.kind
    first.issuer = first.issuer or mention.issuer
    first.title = first.title or mention.title
    first.issued = first.issued or mention.issued
    day = mention.issued
    if day and day != first.issued and day not in cited.other_dates:
        cited.other_dates.append(day)
