"""A document as a text cites it once."""

import re
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.document_code import BY_ABBREVIATION


@dataclass(slots=True)
class Mention:
    """A document as it is cited once; `end` is behind its date and issuer, `after` behind its title
    too. `led`, `dated`: its issuer, its day was named before it, and holds for the list that it
    opens.
    """

    start: int
    end: int
    kind: str
    number: str
    symbol: str
    issued: date | None = None
    issuer: str = ""
    title: str = ""
    after: int = 0
    led: bool = False
    dated: bool = False
    marked: bool = False

    @property
    def issuing(self) -> str:
        """The part of the symbol that stands for who issues it: "UBND" of "KH-UBND", "SNV" of
        "SNV-VP".
        """
        groups = re.split(r"[-/]", self.symbol)
        return groups[-1] if groups[0] in BY_ABBREVIATION else groups[0]
