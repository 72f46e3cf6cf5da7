"""Other wordings of a time, offered where the words can be meant in two ways."""

import re
from datetime import timedelta
from itertools import pairwise

from cchc_desktop.domain.schedule import read_schedule

_LISTED = re.compile(r"\s*(?:&|,|;|\bvà\b)\s*", re.IGNORECASE)


def joined_wording(text: str, year: int) -> str:
    """The words with a list of neighbouring periods as one span ("Quý III&IV": "Quý III - IV"); ""
    where that is not another sensible reading.
    """
    listed = read_schedule(text, year).spans
    neighbours = all(a[1] + timedelta(days=1) == b[0] for a, b in pairwise(listed))
    if len(listed) < 2 or not neighbours:
        return ""
    joined = _LISTED.sub(" - ", text.strip())
    whole = (listed[0][0], listed[-1][1])
    return joined if read_schedule(joined, year).spans == (whole,) else ""
