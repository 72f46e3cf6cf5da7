"""Dropped files as new documents of the register, each read from its own head and foot and kept as
the document's file.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.proposal import Doubt, DoubtKind, Item, Proposal
from cchc_desktop.domain.register import Attachment, RegisteredDocument
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.intake.registered_document import read_registered
from cchc_desktop.office.reader import read_any_file
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.registering import KeptFile, keep_files
from cchc_desktop.services.registering_text import KnownDocuments, fitting
from cchc_desktop.storage.file_store import FileStore


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that is kept, and the document that it says it is; `refusal`: why it could not be
    read, "" where it was.
    """

    draft: RegisteredDocument
    kept: KeptFile
    refusal: str = ""


def read_files(
    store: FileStore, files: Sequence[Path], progress: Callable[[int, int], None]
) -> list[ReadFile]:
    """Files read and kept. What cannot be read is a document called as its file; RefusedInput or
    RefusedOutput where one cannot be kept.
    """
    found = []
    for done, file in enumerate(files):
        progress(done, len(files))
        (kept,) = keep_files(store, [file])
        try:
            found.append(ReadFile(draft_of_file(file), kept))
        except RefusedInput as refusal:
            named = fitting(RegisteredDocument(new_id(), title=nfc(file.stem)))
            found.append(ReadFile(named, kept, str(refusal)))
    return found


def draft_of_file(path: Path) -> RegisteredDocument:
    """What a .docx or a PDF with text says of itself, for the clerk to confirm; RefusedInput where
    it cannot be read.
    """
    said = asdict(read_registered(read_any_file(path)))
    return fitting(RegisteredDocument(new_id(), **said))


def propose_files(contents: Contents, files: Sequence[ReadFile], first_row: int = 1) -> Proposal:
    """Read files on offer: each row is a new document, or one that is known, with its file. Taken
    where the document is new and its number was read.
    """
    known = KnownDocuments(contents)
    attached = {(file.document_id, file.digest) for file in contents.attachments()}
    items: list[Item] = []
    doubts: list[Doubt] = []
    for row, file in enumerate(files, start=first_row):
        item, found = known.offer(file.draft, row)
        if not file.draft.code:
            why = file.refusal or "không đọc được số, ký hiệu"
            found = [Doubt(row, file.kept.name, why, DoubtKind.UNREAD)]
        doubts += found
        if item is not None:
            name, document = file.kept.name, item.edit.record
            items.append(Item(item.edit, name, row, taken=not found))
            if (document.id, file.kept.digest) not in attached:
                kept = file.kept
                attachment = Attachment(new_id(), document.id, name, kept.digest, kept.size)
                items.append(Item(Edit(None, attachment), name, row, taken=not found))
    return Proposal("Thêm văn bản từ tệp", tuple(items), tuple(doubts))
