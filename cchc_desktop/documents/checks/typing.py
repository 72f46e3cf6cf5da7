"""Holds what is typed between words: blanks too many, blanks before marks."""

import re
from collections.abc import Iterator, Sequence

from cchc_desktop.documents.checks.findings import Findings
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece

# What is left open to be filled in by hand ("ngày    tháng", "Số:    /KH") has room on purpose;
# more than four blanks set columns.
EXTRA_BLANKS = re.compile(
    r"(?<=[^\s:/…._])(?<!ngày)(?<!Ngày)(?<!tháng)(?<!năm)(?<!số)(?<!Số) (?P<extra> {1,3})"
    r"(?=[^\s/…._])(?!ngày|tháng|năm)"
)
BLANK_BEFORE_MARK = re.compile(
    r"(?<=[^\s:/….,_–-])(?P<extra> {1,4})(?=[,;:](?:\s|$)|\.(?! \.)(?:\s|$|/\.))"
)
_TYPING = {"text.blanks": EXTRA_BLANKS, "text.mark": BLANK_BEFORE_MARK}
_QUOTED = 2  # words on both sides


def check_typing(form: Form, pieces: Sequence[Piece], findings: Findings) -> None:
    """Every line but số and date, which have rules of their own."""
    apart = {id(form.heads.number_line), id(form.heads.place_date)}
    for piece in pieces:
        if id(piece) in apart or piece.is_typed_line:
            continue
        for key, pattern in _TYPING.items():
            for found in pattern.finditer(typed_text(piece)):
                findings.add(key, _quoted(found), piece)


def typed_text(piece: Piece) -> str:
    """The piece with its blanks as they stand in the file."""
    return "".join(run.text for run in piece.runs)


def extra_blanks(piece: Piece, key: str) -> Iterator[tuple[int, int]]:
    """Where, in its typed text, the blanks begin and end that one of the two rules forbids."""
    return (found.span("extra") for found in _TYPING[key].finditer(typed_text(piece)))


def _quoted(found: re.Match[str]) -> str:
    before = " ".join(found.string[: found.start()].split()[-_QUOTED:])
    after = " ".join(found.string[found.end() :].split()[:_QUOTED])
    return f"“{before}{found[0]}{after}”"
