"""What differs between two wordings, word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

Places = tuple[tuple[int, int], ...]  # (start, end) of stretches of a text, in order

WORD = re.compile(r"\w+|\s+|[^\w\s]")  # a word, a blank or a mark: together they are the text
LONGEST = 2_000  # words of a text: comparing longer ones word by word takes too long


def differences(old: str, new: str) -> tuple[Places, Places]:
    """The stretches of the old text that are gone, and those of the new one that have come. Where
    one side is blank, or too long to be compared, it is all of both.
    """
    if old == new:
        return (), ()
    gone, come = list(WORD.finditer(old)), list(WORD.finditer(new))
    if not (old.strip() and new.strip()) or max(len(gone), len(come)) > LONGEST:
        return _whole(old), _whole(new)
    matcher = SequenceMatcher(None, [w[0] for w in gone], [w[0] for w in come], autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        _places(gone, [(start, end) for _, start, end, _, _ in changed]),
        _places(come, [(start, end) for _, _, _, start, end in changed]),
    )


def woven(old: str, new: str) -> tuple[str, Places, Places]:
    """Both wordings as one text to be read, what is gone in front of what has come, with the
    stretches of it that are gone and that have come.
    """
    olds, news = ([w[0] for w in WORD.finditer(text)] for text in (old, new))
    text, gone, come = "", list[tuple[int, int]](), list[tuple[int, int]]()
    for tag, first, last, start, end in _opcodes(olds, news):
        for places, words in ((gone, olds[first:last]), (come, news[start:end])):
            if tag == "equal" and places is come:
                continue
            if places is come and first < last and start < end and not text[-1].isspace():
                text += " "  # between what is gone and what has come in its place
            begin, text = len(text), text + "".join(words)
            if tag != "equal" and words:
                places.append((begin, len(text)))
    return text, tuple(gone), tuple(come)


def _opcodes(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if max(len(old), len(new)) > LONGEST:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _whole(text: str) -> Places:
    return ((0, len(text)),) if text else ()


def _places(words: list[re.Match[str]], stretches: list[tuple[int, int]]) -> Places:
    """The stretches in characters; those that only a blank parts are one."""
    places: list[tuple[int, int]] = []
    for first, end in stretches:
        if first == end:
            continue
        start, stop = words[first].start(), words[end - 1].end()
        parted = words[0].string[places[-1][1] : start] if places else "-"
        if not parted.strip():
            start = places.pop()[0]
        places.append((start, stop))
    return tuple(places)
