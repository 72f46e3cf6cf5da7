"""What a user does to the register of documents: each function describes a Change. Files are kept
before the change that names them is written; what nobody names does no harm.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.document_code import kind_in_full, kind_of_symbol, split_number
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import wanted_date
from cchc_desktop.domain.plan import Task, new_id
from cchc_desktop.domain.register import LIMITS, Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.register_check import document_name
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.vietnamese import nfc, one_line, tidy
from cchc_desktop.services.names import FIELD_NAMES
from cchc_desktop.services.project import Project
from cchc_desktop.storage.file_store import FileStore


def register(project: Project, documents: Sequence[RegisteredDocument]) -> Change:
    """New documents in the register."""
    for document in documents:
        require_lawful(document)
    one = f"Thêm văn bản {documents[0].code}".rstrip() if len(documents) == 1 else ""
    return added(one or f"Thêm {len(documents)} văn bản", documents)


def edit_document(project: Project, document_id: str, /, **fields: str) -> Change:
    """A document with new values in some fields; `issued` as the clerk types a date.

    RefusedChange where that is no date, or a text is too long for the register.
    """
    before = project.record(document_id)
    assert isinstance(before, RegisteredDocument), "another record has other rules"
    values = {n: tidy(value) if n == "note" else one_line(value) for n, value in fields.items()}
    if "kind" in values:
        values["kind"] = kind_in_full(values["kind"])
    if "issued" in values:
        values["issued"] = wanted_date(values["issued"])
    after = replace(before, **values)
    require_lawful(after)
    named = FIELD_NAMES[RegisteredDocument][next(iter(fields))]
    return Change(f"Sửa {named}", (Edit(before, after),))


def number_document(project: Project, document_id: str, typed: str) -> Change:
    """A document with another số, ký hiệu, typed as one; what kind that is, where none was said."""
    number, symbol = split_number(one_line(typed))
    fields = {"number": number, "symbol": symbol}
    document = project.record(document_id)
    if isinstance(document, RegisteredDocument) and not document.kind:
        fields["kind"] = kind_of_symbol(symbol)
    return edit_document(project, document_id, **fields)


def strike(project: Project, ids: Collection[str]) -> Change:
    """Documents taken out of the register, with their links; the files stay kept, for undo."""
    gone = [document for document in project.documents() if document.id in ids]
    links: list[Attachment | Evidence] = [*project.attachments(), *project.evidence()]
    bound = [Edit(link, None) for link in links if link.document_id in ids]
    what = f"văn bản {document_name(gone[0])}" if len(gone) == 1 else f"{len(gone)} văn bản"
    return Change(f"Xoá {what}", (*bound, *(Edit(document, None) for document in gone)))


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of which a copy is kept: its own name, its digest, its size in bytes."""

    name: str
    digest: str
    size: int


def keep_files(store: FileStore, files: Sequence[Path]) -> list[KeptFile]:
    """Copies of files, kept from now on. RefusedInput or RefusedOutput where one cannot be kept."""
    return [KeptFile(nfc(file.name), *store.keep(file)) for file in files]


def attach_kept(project: Project, document_id: str, files: Sequence[KeptFile]) -> Change:
    """Files of a document; one that it has already is not attached again."""
    document = project.record(document_id)
    assert isinstance(document, RegisteredDocument), "only documents have files"
    known = {(file.name, file.digest) for file in project.attachments(document_id)}
    edits = {
        (file.name, file.digest): Edit(
            None, Attachment(new_id(), document_id, file.name, file.digest, file.size)
        )
        for file in files
        if (file.name, file.digest) not in known
    }
    return Change(f"Đính kèm tệp vào {document.code or 'văn bản'}", tuple(edits.values()))


def attach(project: Project, document_id: str, files: Sequence[Path]) -> Change:
    """Files kept and attached at once; refused as by `keep_files`."""
    return attach_kept(project, document_id, keep_files(project.files, files))


def detach(project: Project, attachment_id: str) -> Change:
    """A file taken from its document; the content stays kept, for undo."""
    return Change("Gỡ tệp đính kèm", (Edit(project.record(attachment_id), None),))


def cite(
    project: Project, document_id: str, target_id: str, locator: str = "", note: str = ""
) -> Change:
    """A document as evidence of a task or a result, with mục, trang; cited there already, the place
    is the new one.
    """
    document, target = project.record(document_id), project.record(target_id)
    assert isinstance(document, RegisteredDocument), "only documents are cited"
    assert isinstance(target, Task | Result), "tasks and results have evidence"
    known = next(
        (e for e in project.evidence() if (e.document_id, e.target_id) == (document_id, target_id)),
        None,
    )
    before = known or Evidence(new_id(), document_id, target_id)
    after = replace(before, locator=nfc(locator), note=nfc(note))
    return Change(f"Dẫn văn bản {document.code}".rstrip(), (Edit(known, after),))


def cite_in(
    project: Project,
    document_id: str,
    places: Mapping[str, tuple[str, str]],
    offered: Collection[str],
) -> Change:
    """A document as evidence of these tasks and results, each with mục, trang and a note; of all
    others that were offered it is evidence no more.
    """
    document = project.record(document_id)
    assert isinstance(document, RegisteredDocument), "only documents are cited"
    links = {e.target_id: e for e in project.evidence() if e.document_id == document_id}
    edits: list[Edit] = []
    for target_id, (locator, note) in places.items():
        before = links.get(target_id)
        link = before or Evidence(new_id(), document_id, target_id)
        edits.append(Edit(before, replace(link, locator=nfc(locator), note=nfc(note))))
    gone = [links[target] for target in links if target in offered and target not in places]
    edits += [Edit(link, None) for link in gone]
    label = "Dẫn văn bản" if places else "Bỏ dẫn văn bản"
    return Change(f"{label} {document.code}".rstrip(), tuple(edits))


def uncite(project: Project, evidence_id: str) -> Change:
    """A document no longer cited at a place."""
    return Change("Bỏ dẫn văn bản", (Edit(project.record(evidence_id), None),))


def require_lawful(document: RegisteredDocument) -> None:
    """RefusedChange where a text is longer than the register's field (Nghị định 30/2020, Phụ lục
    VI).
    """
    for field, most in LIMITS.items():
        length = len(getattr(document, field))
        if length > most:
            name = FIELD_NAMES[RegisteredDocument][field]
            raise RefusedChange(
                f"{name} dài {length} ký tự, sổ văn bản chỉ nhận {most}; hãy rút gọn."
            )
