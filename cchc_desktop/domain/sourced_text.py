"""Text of which each stretch knows the record that it comes from, and what edits leave of that."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from cchc_desktop.domain.difference import LONGEST, WORD
from cchc_desktop.domain.report import Span

Piece = tuple[str, str]  # words, and the id of the record that they come from or ""

_APART = re.compile(r"\w\W+\w|[.;:]")
_TWO_WORDS = re.compile(r"\w\W+\w")


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Span, ...]]:
    """The pieces as one text with its spans; neighbours of one source are one span."""
    text, spans = "", list[Span]()
    for words, source in pieces:
        start, text = len(text), text + words
        if not (source and words):
            continue
        if spans and spans[-1][1:] == (start, source):
            start = spans.pop()[0]
        spans.append((start, len(text), source))
    return text, tuple(spans)


def joined_by(glue: str, parts: Iterable[Sequence[Piece]]) -> list[Piece]:
    """The pieces of all parts, with these words of no source between the parts."""
    pieces: list[Piece] = []
    for part in parts:
        pieces += [*([(glue, "")] if pieces else []), *part]
    return pieces


def shifted(spans: Iterable[Span], by: int) -> Iterator[Span]:
    """Spans of a text that begins that many characters later."""
    return ((start + by, end + by, source) for start, end, source in spans)


def followed(old: str, new: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Where the spans of a text are in an edited one: what stayed keeps its source, what was
    rewritten has none; a lone word that stayed in a rewritten span is a chance.
    """
    if old == new or not spans:
        return tuple(spans)
    left: list[Span] = []
    for here, there, size in _kept(old, new):
        for start, end, source in spans:
            first, last = max(start, here), min(end, here + size)
            whole = (first, last) == (start, end)
            if first < last and (whole or _TWO_WORDS.search(old, first, last)):
                moved = (first - here + there, last - here + there, source)
                if left and left[-1][1:] == (moved[0], source):
                    moved = (left.pop()[0], *moved[1:])
                left.append(moved)
    return tuple(sorted(left))


def together(spans: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, and those others that touch none of them."""
    taken = list(spans)
    free = [o for o in others if all(o[1] <= s[0] or s[1] <= o[0] for s in taken)]
    return tuple(sorted([*taken, *free]))


def source_at(text: str, spans: Sequence[Span], place: int) -> str:
    """The id of the record that the sentence at a place comes from: of the span that holds it, else
    of the nearest in its sentence; "" for none.
    """
    first = max(text.rfind(end, 0, place) for end in (". ", "\n")) + 1
    ends = [end for mark in (". ", "\n") if (end := text.find(mark, place)) >= 0]
    last = min(ends, default=len(text))
    near = [span for span in spans if span[0] <= last and span[1] > first]
    found = min(near, key=lambda s: max(s[0] - place, place - s[1] + 1, 0), default=None)
    return found[2] if found is not None else ""


def merged(base: str, mine: str, new: str) -> str | None:
    """The text with what changed from the base on both sides, word by word; None where both
    changed the same place, or places less than two words of one clause apart.
    """
    tokens = WORD.findall(base)
    ours, theirs = _changes(tokens, WORD.findall(mine)), _changes(tokens, WORD.findall(new))
    changes = sorted({*ours, *theirs})
    both = pairwise([(change, change in ours, change in theirs) for change in changes])
    for (before, *sides), (after, *others) in both:
        between = "".join(tokens[before[1] : after[0]])
        if sides != others and not _APART.search(between):
            return None
    text, place = "", 0
    for start, end, words in changes:
        text += "".join(tokens[place:start]) + words
        place = end
    return text + "".join(tokens[place:])


def _changes(base: list[str], other: list[str]) -> list[tuple[int, int, str]]:
    """What stands in place of which tokens of the base."""
    changes = []
    here = there = 0
    for start, first, size in _blocks(base, other):
        if (here, there) != (start, first):
            changes.append((here, start, "".join(other[there:first])))
        here, there = start + size, first + size
    return changes


def _kept(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """The stretches that two texts share: where in each, and how long."""
    olds, news = WORD.findall(old), WORD.findall(new)
    old_starts, new_starts = ([0, *accumulate(map(len, tokens))] for tokens in (olds, news))
    for here, there, size in _blocks(olds, news):
        start = old_starts[here]
        yield start, new_starts[there], old_starts[here + size] - start


def _blocks(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """What two lists share, in order, the last block empty. Both ends are compared first: most
    edits are small.
    """
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    most -= head
    tail = next((n for n in range(most) if old[-n - 1] != new[-n - 1]), most)
    last, other_last = len(old) - tail, len(new) - tail
    found = []
    if max(last, other_last) - head <= LONGEST:
        inner = SequenceMatcher(None, old[head:last], new[head:other_last], autojunk=False)
        found = [(start + head, at + head, size) for start, at, size in inner.get_matching_blocks()]
    blocks = [(0, 0, head), *found, (last, other_last, tail)]
    return [*(block for block in blocks if block[2]), (len(old), len(new), 0)]
