"""Takes a document apart, by what its lines say and where they stand, so that elements which are
formatted wrongly are found, too.
"""

from collections.abc import Sequence

from cchc_desktop.documents.form.addressee import read_addressee
from cchc_desktop.documents.form.appendices import appendix_starts, read_appendices
from cchc_desktop.documents.form.closings import (
    closing_end,
    closing_start,
    read_closing,
    signature_start,
)
from cchc_desktop.documents.form.heads import read_heads
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece
from cchc_desktop.documents.form.titles import read_title
from cchc_desktop.documents.nd30 import Nd30


def read_form(pieces: Sequence[Piece], rules: Nd30) -> Form:
    """The elements among the pieces of a document."""
    heads = read_heads(pieces, rules)
    begin = len(heads.lines)
    closing = closing_start(pieces, begin)
    starts = appendix_starts(pieces, closing if closing and heads.lines else begin)
    end = starts[0] if starts else len(pieces)
    if closing is None or closing > end:
        closing = signature_start(pieces[:end], begin)
    title = read_title(pieces[begin:closing], rules)
    addressee, body = read_addressee(pieces[begin + len(title.lines) : closing])
    return Form(
        heads=heads,
        title=title,
        addressee=addressee,
        body=tuple(body),
        closing=read_closing(pieces[closing : closing_end(pieces[:end], closing)]),
        appendices=read_appendices(pieces, starts, rules),
    )
