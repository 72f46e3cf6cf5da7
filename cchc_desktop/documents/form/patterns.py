"""How elements begin, for texts without diacritics in lower case (`Piece.folded`)."""

import re

ADDRESSEE = re.compile(r"kinh gui\b")
REFERENCE = re.compile(r"(?:\(\s*(?:\w+ ){0,4}|(?:ban hanh )?)(kem theo|dinh kem)\b")
PART = re.compile(r"(phan|chuong|muc|dieu) +(thu \w+|\d+\w?|[ivxlc]+|[a-z])\b")
HEADING = re.compile(rf"(?!v/v)([ivxlc]+|\d{{1,2}})\s*[./)-]|{PART.pattern}|can cu\b|a\)")
LETTER_SUBJECT = re.compile(r"(v/v|v\.v|ve|vv)\b")
STAMP = re.compile(
    r"(hoa toc|thuong khan|khan|mat|toi mat|tuyet mat|luu hanh noi bo|xem xong tra lai|du thao)"
    r"( *[(\d].*| (hen gio|lan|ngay) .*)?"
)
