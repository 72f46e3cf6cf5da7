"""What the choice of a repair may need to know of its document."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.documents.form.items import Item, text_items
from cchc_desktop.documents.form.parts import Form
from cchc_desktop.documents.form.pieces import Piece
from cchc_desktop.documents.nd30 import Nd30
from cchc_desktop.office.formatted import FormattedDocument, FormattedSection, Spot
from cchc_desktop.office.lengths import POINTS_PER_MM


@dataclass(frozen=True)
class Case:
    """A document, its elements and the rules."""

    document: FormattedDocument
    form: Form
    rules: Nd30

    @cached_property
    def items(self) -> list[Item]:
        """The paragraphs of the text."""
        return text_items(self.form)

    @cached_property
    def body_size(self) -> float:
        """The lawful size of most letters of the text; the largest without any."""
        low, high = self.rules.elements["body"].size
        sizes: Counter[float] = Counter()
        for item in self.items:
            for run in item.piece.letters if item.kind == "body" else ():
                if low <= run.size <= high:
                    sizes[run.size] += len(run.text)
        return sizes.most_common(1)[0][0] if sizes else high

    @cached_property
    def first_line(self) -> float:
        """The lawful indent of most paragraphs of the text, in points."""
        lawful = [one * POINTS_PER_MM for one in self.rules.ranges["first_line"]]
        found = Counter(
            min(lawful, key=lambda one: abs(one - start))
            for item in self.items
            if (start := item.piece.paragraph.left + item.piece.paragraph.first_line) > 1
        )
        return found.most_common(1)[0][0] if found else max(lawful)


def spot_of(of: Piece | FormattedSection) -> Spot:
    """Where the paragraph of a piece, or a section, stands in the file."""
    at = of.paragraph.at if isinstance(of, Piece) else of.at
    assert at is not None, "it was read from a file"
    return at
