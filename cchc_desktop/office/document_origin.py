"""What a Word file prints, in its custom properties: they stay when Word or LibreOffice saves it
under another name.
"""

from contextlib import suppress

from cchc_desktop.domain.content import Origin
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.office.package import Package
from cchc_desktop.office.xml_text import escaped

_PART, _TYPES, _LINKS = "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"
_NAME = "CCHC Desktop"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SPACE = f"{_OFFICE}/custom-properties"
_LONGEST = 200  # characters of an origin
_USERS_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that anybody names


def with_origin(parts: dict[str, str], origin: Origin) -> dict[str, str]:
    """The parts of a package, by name, with one more that tells the origin, and is linked."""
    content = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    told = f'<Override PartName="/{_PART}" ContentType="{content}"/>'
    kind = f"{_OFFICE}/relationships/custom-properties"
    link = f'<Relationship Id="rIdOrigin" Type="{kind}" Target="{_PART}"/>'
    return parts | {
        _TYPES: parts[_TYPES].replace("</Types>", f"{told}</Types>"),
        _LINKS: parts[_LINKS].replace("</Relationships>", f"{link}</Relationships>"),
        _PART: '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_SPACE}" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_USERS_OWN}" pid="2" name="{_NAME}">'
        f"<vt:lpwstr>{escaped(' '.join(origin))}</vt:lpwstr></property></Properties>",
    }


def origin_of(package: Package) -> Origin | None:
    """What the file says it prints; None where this program didn't write it. Only the first part of
    properties is read: a hostile file may link to one thousands of times.
    """
    part = next(package.related("", "custom-properties"), None)
    if part is None:
        return None
    with suppress(RefusedInput):  # broken properties don't keep anybody from reading the text
        for one in package.xml(part).iter(f"{{{_SPACE}}}property"):
            if one.get("name") == _NAME:
                words = "".join(map(str, one.itertext()))[:_LONGEST].split()
                return Origin(*words) if len(words) == len(Origin._fields) else None
    return None
