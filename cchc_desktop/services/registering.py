"""What a user does to the register of documents: each function describes a Change. Files are kept
before the change that names them is written; what nobody names does no harm.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.issue_date import wanted_date
from cchc_desktop.domain.plan import Task, new_id
from cchc_desktop.domain.register import LIMITS, Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.names import FIELD_NAMES
from cchc_desktop.services.project import Project


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
    values = {name: nfc(value) for name, value in fields.items()}
    if "issued" in values:
        values["issued"] = wanted_date(values["issued"])
    after = replace(before, **values)
    require_lawful(after)
    names = [FIELD_NAMES[RegisteredDocument][name] for name in fields]
    return Change(f"Sửa {names[0] if len(names) == 1 else 'văn bản'}", (Edit(before, after),))


def strike(project: Project, ids: Collection[str]) -> Change:
    """Documents taken out of the register, with their links; the files stay kept, for undo."""
    gone = [document for document in project.documents() if document.id in ids]
    links: list[Attachment | Evidence] = [*project.attachments(), *project.evidence()]
    bound = [Edit(link, None) for link in links if link.document_id in ids]
    what = gone[0].code if len(gone) == 1 else str(len(gone))
    return Change(f"Xoá văn bản {what}", (*bound, *(Edit(document, None) for document in gone)))


def attach(project: Project, document_id: str, files: Sequence[Path]) -> Change:
    """Files kept for a document; one that it has already is not attached again.

    RefusedInput or RefusedOutput where a file cannot be kept.
    """
    document = project.record(document_id)
    assert isinstance(document, RegisteredDocument), "only documents have files"
    known = {(file.name, file.digest) for file in project.attachments(document_id)}
    edits: dict[tuple[str, str], Edit] = {}
    for file in files:
        digest, size = project.files.keep(file)
        name = nfc(file.name)
        if (name, digest) not in known:
            attachment = Attachment(new_id(), document_id, name, digest, size)
            edits[name, digest] = Edit(None, attachment)
    return Change(f"Đính kèm tệp vào {document.code or 'văn bản'}", tuple(edits.values()))


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
