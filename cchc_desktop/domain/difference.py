"""What differs between two wordings, word by word."""

import re
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
