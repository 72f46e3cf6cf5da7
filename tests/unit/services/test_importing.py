"""What a proposal becomes in a file that already holds that year's plan."""

from pathlib import Path

import pytest

from cchc_desktop.domain.change import Edit, Record, added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Plan, Section, Task
from cchc_desktop.domain.proposal import Item, Proposal
from cchc_desktop.services.importing import import_plan
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths

HEAD = Plan("old", 2027, subject="Cải cách hành chính", number="41", signer="Trần Văn Mẫu")
NARRATIVE = Section("s", "old", 1024, 1, "I", "MỤC TIÊU", "Nâng cao chất lượng phục vụ.")


def proposal(*records: Record) -> Proposal:
    return Proposal("Nhập", tuple(Item(Edit(None, record)) for record in records))


TABLE = proposal(
    Plan("new", 2027, table_place="appendix", columns=(("task", "Nhiệm vụ"),)),
    Task("t", "new", 1024, text="Rà soát quy định"),
)
AGAIN = proposal(Plan("new", 2027), Section("s2", "new", 1024, 1, "I", "MỤC TIÊU"))


def test_a_narrative_takes_its_table_from_another_file(tmp_path: Path, paths: Paths) -> None:
    first = added("Nhập", [HEAD, NARRATIVE])
    with Project.create(tmp_path / "so.cchc", paths, first=first) as project:
        project.apply(import_plan(project, TABLE))
        plan = project.wanted_plan(2027)
        assert (plan.id, plan.subject, plan.number) == ("old", HEAD.subject, "41")
        assert (plan.signer, plan.table_place) == (HEAD.signer, "appendix")
        assert plan.columns == (("task", "Nhiệm vụ"),)
        assert project.sections(plan) == [NARRATIVE]
        assert [row.plan_id for row in project.rows(plan)] == ["old"]


def test_a_narrative_is_not_doubled_silently(tmp_path: Path, paths: Paths) -> None:
    first = added("Nhập", [HEAD, NARRATIVE])
    with Project.create(tmp_path / "so.cchc", paths, first=first) as project:
        with pytest.raises(RefusedChange):
            import_plan(project, AGAIN)
        project.apply(import_plan(project, AGAIN, append=True))
        plan = project.wanted_plan(2027)
        assert [section.id for section in project.sections(plan)] == ["s", "s2"]
        assert (plan.subject, plan.signer) == (HEAD.subject, HEAD.signer)
