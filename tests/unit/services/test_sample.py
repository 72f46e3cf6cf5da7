"""The sample Word files that ship are what the program makes of the sample plan today."""

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import resources
from cchc_desktop.domain.occurrences import occurrences
from cchc_desktop.domain.plan import Plan, Task
from cchc_desktop.domain.result import State
from cchc_desktop.domain.schedule import read_schedule
from cchc_desktop.office.docx_writer import write_docx
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.exporting import plan_as_document
from cchc_desktop.services.project import Project
from cchc_desktop.services.sample import sample_change, whole_sample
from cchc_desktop.settings import Paths


def parts(path: Path) -> dict[str, bytes]:
    """The parts of a Word file; how they are packed may differ between machines."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("name", "six_columns"),
    [("ke-hoach-mau-6-cot.docx", True), ("ke-hoach-mau-7-cot.docx", False)],
)
def test_shipped_sample(
    tmp_path: Path, paths: Paths, name: str, six_columns: bool, update_committed: bool
) -> None:
    made = tmp_path / name
    with Project.create(tmp_path / "mau.cchc", paths) as project:
        change = project.apply(sample_change(six_columns=six_columns))
        plan = next(edit.after for edit in change.edits if isinstance(edit.after, Plan))
        document = plan_as_document(project, plan)
        write_docx(replace(document, origin=None), made)  # as if others had written it
    if update_committed:
        shutil.copy(made, resources.path("sample") / name)
    assert parts(made) == parts(resources.path(f"sample/{name}"))


def test_the_year_of_the_sample() -> None:
    contents = Contents({edit.record.id: edit.record for edit in whole_sample().edits})
    (plan,) = contents.plans()
    periods = {period.id: period for period in contents.periods(plan.year)}
    documents = {document.id: document for document in contents.documents()}
    assert len({document.code for document in documents.values()}) == len(documents)
    cited = {link.document_id for link in contents.evidence()}
    assert documents.keys() - cited, "one that is cited nowhere"
    for result in contents.results():
        task = contents.record(result.task_id)
        assert isinstance(task, Task)
        days = [day.isoformat() for day in occurrences(read_schedule(task.time, plan.year), 2027)]
        assert result.occurrence in (days or [""]), task.text
        assert State(result.state) in State
        assert result.said_on <= periods[result.period_id].ends
    assert {periods[result.period_id].key for result in contents.results()} == {"q1", "h1", "q3"}
