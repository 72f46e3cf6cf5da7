"""The real plans come in with every cell, heading and paragraph right."""

import json
import re
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import Area, Group, Section, Task, heading_text, placed
from cchc_desktop.intake.plan_intake import propose_plan
from cchc_desktop.office.grid import SourceFile, SourceParagraph
from cchc_desktop.office.reader import read_office_file
from tests.unit.intake.seven_columns import plan_of, records


@pytest.mark.parametrize(
    ("file", "truth", "year", "doubted_rows"),
    [
        ("binhdinh2020_plan.docx", "binhdinh2020_tasks.json", 2020, {12, 17}),
        ("dongnai2024_sample.docx", "dongnai2024_sample_tasks.json", 2024, set()),
        ("dongnai2024_sample.xlsx", "dongnai2024_sample_tasks.json", 2024, set()),
    ],
)
def test_real_plans_come_in_with_every_cell_right(
    shared_data: Path, file: str, truth: str, year: int, doubted_rows: set[int]
) -> None:
    proposal = propose_plan(read_office_file(shared_data / file), year)
    expected = json.loads((shared_data / truth).read_text(encoding="utf-8"))
    found = [
        {
            "area": heading_text(place.area),
            "group": heading_text(place.group) or None,
            "number": place.task.number,
            "goal": place.task.goal,
            "task": place.task.text,
            "deliverable": place.task.deliverable,
            "lead": place.task.lead,
            "coordinating": place.task.coordinating,
            "time": place.task.time,
        }
        for place in placed(records(proposal, Area, Group, Task))
    ]
    assert found == [{key: task[key] for key in found[0]} for task in expected]
    assert {doubt.row for doubt in proposal.doubts} == doubted_rows  # words that name no unit


def test_real_head_foot_and_sections(shared_data: Path) -> None:
    proposal = propose_plan(read_office_file(shared_data / "binhdinh2020_plan.docx"), 2020)
    plan = plan_of(proposal)
    assert (plan.number, plan.symbol, plan.issued) == ("985", "KH-SNgV", "2019-12-30")
    assert plan.subject == "Cải cách hành chính của Sở Ngoại vụ năm 2020"
    assert plan.recipients.split("\n")[-1] == "Lưu: VT, VP"
    [agency] = records(proposal, Agency)
    assert (agency.superior, agency.name, agency.symbol, agency.place) == (
        "UBND TỈNH BÌNH ĐỊNH",
        "SỞ NGOẠI VỤ",
        "SNgV",
        "Bình Định",
    )
    [holder] = [s for s in records(proposal, Section) if s.holds_table]
    assert holder.number == "III"
    assert len(records(proposal, Section)) == 11


def test_real_appendix_alone_leaves_the_head_blank(shared_data: Path) -> None:
    plan = plan_of(propose_plan(read_office_file(shared_data / "dongnai2024_sample.docx"), 2024))
    assert (plan.number, plan.symbol, plan.issued, plan.place) == ("", "KH-SNgV", "2024-01", "")
    assert plan.table_place == "appendix"
    assert plan.table_title.startswith("NHIỆM VỤ CỤ THỂ THỰC HIỆN")


def test_real_narrative_keeps_every_word(shared_data: Path) -> None:
    text = (shared_data / "binhphuoc2022_plan.txt").read_text(encoding="utf-8")
    paragraphs = [SourceParagraph(line) for line in _paragraphs(text)]
    proposal = propose_plan(SourceFile("binhphuoc.docx", tuple(paragraphs)), 2022)
    sections = records(proposal, Section)
    kept = " ".join(f"{heading_text(s)} {s.body}" for s in sections).split()
    opening = next(i for i, p in enumerate(paragraphs) if p.text.startswith("Thực hiện Quyết"))
    foot = next(i for i, p in enumerate(paragraphs) if p.text.startswith("Nơi nhận"))
    assert kept == " ".join(p.text for p in paragraphs[opening:foot]).split()
    assert [heading_text(s) for s in sections if s.level == 2][:4] == [
        "1. Mục đích",
        "2. Yêu cầu",
        "1. Cải cách thể chế",
        "2. Cải cách thủ tục hành chính",
    ]
    assert plan_of(proposal).recipients.count("\n") == 4
    assert any("bảng nhiệm vụ" in doubt.why for doubt in proposal.doubts)


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text whose lines were broken: an empty line, or a number, begins one."""
    found: list[str] = []
    joins = False
    for line in text.split("\n"):
        spread = re.search(r"\S {6,}\S", line) or line.startswith("   ") or line.startswith("- ")
        begins = re.match(r" ?(?:[IVX]+\.|\d\.|[a-zđ]\)|KẾ HOẠCH$|Nơi nhận) ?", line)
        if joins and line.strip() and not begins and not spread:
            found[-1] += " " + line.strip()
        elif line.strip():
            found.append(line if spread else line.strip())
        joins = bool(line.strip()) and not spread and line.strip() != "KẾ HOẠCH"
    return found
