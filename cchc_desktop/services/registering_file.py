"""A dropped document as a new one of the register, from its own head and foot."""

from dataclasses import asdict
from pathlib import Path

from cchc_desktop.domain.plan import new_id
from cchc_desktop.domain.register import LIMITS, RegisteredDocument
from cchc_desktop.domain.vietnamese import shortened
from cchc_desktop.intake.registered_document import read_registered
from cchc_desktop.office.reader import read_any_file


def draft_of_file(path: Path) -> RegisteredDocument:
    """What a .docx or a PDF with text says of itself, for the clerk to confirm; RefusedInput where
    it cannot be read.
    """
    said = asdict(read_registered(read_any_file(path)))
    fitting = {field: shortened(text, LIMITS.get(field, len(text))) for field, text in said.items()}
    return RegisteredDocument(new_id(), **fitting)
