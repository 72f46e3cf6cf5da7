"""The elements of a document (thành phần thể thức, Nghị định 30/2020 Phụ lục I, Mục II and III), as
the pieces of text that they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.documents.form.pieces import Piece


@dataclass(frozen=True)
class Heads:
    """The letterhead (ô 1-5b). `lines` are all its pieces, the empty ones too."""

    lines: tuple[Piece, ...] = ()
    national_name: Piece | None = None
    motto: Piece | None = None
    superior: tuple[Piece, ...] = ()
    agency: tuple[Piece, ...] = ()
    number_line: Piece | None = None
    letter_subject: tuple[Piece, ...] = ()
    place_date: Piece | None = None


@dataclass(frozen=True)
class Title:
    """Tên loại and trích yếu (ô 5a); `lines` are all pieces up to where the text begins. `kind` as
    the list of kinds spells it, "" when unknown. `reference`: "(Kèm theo ...)" of a document that
    was issued with another one.
    """

    lines: tuple[Piece, ...] = ()
    kind: str = ""
    type_name: Piece | None = None
    subject: tuple[Piece, ...] = ()
    reference: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Closing:
    """Nơi nhận (ô 9b) and the signature (ô 7). A recipient is the lines that it takes."""

    lines: tuple[Piece, ...] = ()
    recipients_head: Piece | None = None
    recipients: tuple[tuple[Piece, ...], ...] = ()
    authority: tuple[Piece, ...] = ()
    signer: Piece | None = None


@dataclass(frozen=True)
class Appendix:
    """A phụ lục. `label` is None where only "(Kèm theo ...)" shows that it is one; `number` as
    typed; `titled`: its name stands on the label's own line; `is_issued`: it is a document by
    itself, such as a quy chế, whose title names its kind.
    """

    lines: tuple[Piece, ...]
    label: Piece | None
    number: str
    titled: bool
    title: tuple[Piece, ...]
    reference: tuple[Piece, ...]
    is_issued: bool = False

    @property
    def text(self) -> tuple[Piece, ...]:
        """What stands below its head."""
        heads = {id(piece) for piece in (self.label, *self.title, *self.reference)}
        last = max(at for at, piece in enumerate(self.lines) if at == 0 or id(piece) in heads)
        return self.lines[last + 1 :]


@dataclass(frozen=True)
class Form:
    """A document taken apart. `addressee` are the lines of Kính gửi (ô 9a), `body` all other
    pieces between title and closing, tables included.
    """

    heads: Heads
    title: Title
    addressee: tuple[Piece, ...]
    body: tuple[Piece, ...]
    closing: Closing
    appendices: tuple[Appendix, ...]

    @property
    def texts(self) -> tuple[tuple[Piece, ...], ...]:
        """The text of the document, and those of the documents that are issued with it."""
        return (self.body, *(one.text for one in self.appendices if one.is_issued))

    @property
    def is_appendix_only(self) -> bool:
        """Whether the file is a phụ lục by itself."""
        return bool(self.appendices) and not self.heads.lines and not joined(self.body)

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: no tên loại, but an addressee or V/v."""
        return not self.title.type_name and bool(self.addressee or self.heads.letter_subject)


def joined(pieces: Iterable[Piece]) -> str:
    """The texts of the pieces as one line."""
    return " ".join(piece.text for piece in pieces if piece.text)


def is_open(reference: Sequence[Piece]) -> bool:
    """Whether "(Kèm theo ...)" has begun and its bracket is still open."""
    return bool(reference) and not reference[-1].text.endswith(")")
