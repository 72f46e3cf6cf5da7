"""Text as XML, for all parts of the packages that are written."""

# bytes that XML 1.0 forbids; in UTF-8 they are these characters and nothing else
_FORBIDDEN = bytes(set(range(32)) - {9, 10, 13})


def escaped(text: str) -> str:
    """Text for an XML element or attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def xml_bytes(xml: str) -> bytes:
    """A part of a package in UTF-8, without the characters that XML 1.0 cannot hold."""
    for nonchar in "\ufffe\uffff":
        if nonchar in xml:  # looking is much faster than replacing
            xml = xml.replace(nonchar, "")
    return xml.encode("utf-8", "ignore").translate(None, _FORBIDDEN)
