"""Text as XML, for all parts of the packages that are written."""

from collections.abc import Sequence

from cchc_desktop.office.text_width import tied

_BETWEEN = "\r"  # no text has it: XML would turn it into a line end
# bytes that XML 1.0 forbids; in UTF-8 they are these characters and nothing else
_FORBIDDEN = bytes(set(range(32)) - {9, 10, 13})


def escaped(text: str) -> str:
    """Text for an XML element or attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def xml_bytes(xml: str) -> bytes:
    """XML in UTF-8, without the characters that XML 1.0 cannot hold."""
    for nonchar in "\ufffe\uffff":
        if nonchar in xml:  # looking is much faster than replacing
            xml = xml.replace(nonchar, "")
    return xml.encode("utf-8", "ignore").translate(None, _FORBIDDEN)


def texts_bytes(texts: Sequence[str]) -> list[bytes]:
    """The texts of a table's cells, `tied`, and each escaped and encoded as `escaped` and
    `xml_bytes` do, several times as fast as one by one: what is rare is looked for in all of them
    at once.
    """
    joined = _BETWEEN.join(texts)
    if joined.count(_BETWEEN) >= len(texts):
        joined = _BETWEEN.join([text.replace(_BETWEEN, "") for text in texts])
    if "&" in joined or "<" in joined or ">" in joined:
        joined = escaped(joined)
    return xml_bytes(tied(joined)).split(_BETWEEN.encode())
