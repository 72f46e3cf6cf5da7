"""Characters of office files as plain NFC text: blanks, invisible marks and symbol fonts. The words
themselves stay as typed.
"""

import re
import unicodedata

_DROPPED = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPECIAL = re.compile(
    f"(?P<dropped>[{_DROPPED}\x00-\x08\x0e-\x1f])|(?P<blank>[{_BLANKS}])"
    "|(?P<line>\r\n?|[\x0b\x0c\x85\u2028\u2029])|(?P<hyphen>\u2011)|(?P<symbol>[\uf000-\uf0ff])"
)
_PLAIN = {"dropped": "", "blank": " ", "line": "\n", "hyphen": "-"}

# Codes of the two symbol fonts of Word that plans use; other pictures are dropped.
_SYMBOL = {
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def clean(text: str) -> str:
    """NFC text with NBSP and its kind as a space, zero-width and soft marks dropped, line ends
    as "\\n", characters of symbol fonts as ordinary ones.
    """
    # two fast looks: nearly every text is plain, but for its line ends
    if not text.replace("\n", "").isprintable() or "\u2011" in text:
        text = _SPECIAL.sub(_replacement, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def symbol(code: int, font: str = "Symbol") -> str:
    """The ordinary character of a code of a symbol font (with or without its 0xF000), or ""."""
    code &= 0xFF
    if "wingdings" in font.lower():
        return _WINGDINGS.get(code, "")
    plain = chr(code) if 0x20 <= code < 0x40 else ""  # Symbol shares digits and marks with ASCII
    return _SYMBOL.get(code, plain)


def _replacement(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind == "symbol":
        code = ord(match[0])
        return symbol(code) or symbol(code, "Wingdings")
    return _PLAIN[kind]
