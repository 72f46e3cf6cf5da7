"""Whatever the clerk edits and whatever the sources become: no edit is lost, and what was accepted
or seen is not offered again.
"""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import Change, Record
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.register import Evidence, RegisteredDocument
from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.result import Result, State
from cchc_desktop.services import report_editing, reporting
from cchc_desktop.services.beginning_report import begin_report
from cchc_desktop.services.contents import Contents

TASKS = 4
MARK = "ĐẤU"  # what the clerk writes, found nowhere else
SAID = st.sampled_from(
    [
        "Đã rà soát 14 văn bản, kiến nghị bãi bỏ 02 văn bản",
        "Đã rà soát 16 văn bản, kiến nghị bãi bỏ 02 văn bản",
        "Sở đã tổ chức 01 hội nghị. Có 30 người dự",
        "Rà soát theo Kế hoạch số 31/KH-SNgV",
        "",
    ]
)
RESULTS = st.tuples(SAID, st.sampled_from([*State, ""]), st.sampled_from(["", "Thiếu người"]))
EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 200)), max_size=4)


def records(told: Sequence[tuple[str, str, str]]) -> dict[str, Record]:
    found: list[Record] = [
        Plan("p", 2027),
        Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu"),
        Area("a", "p", 0, "I", "Cải cách thể chế"),
        RegisteredDocument(
            "d", "Kế hoạch", "31", "KH-SNgV", "2027-04-02", "Sở Ngoại vụ", "rà soát"
        ),
        Evidence("e", "d", "t1"),
    ]
    for n, (text, state, difficulty) in enumerate(told):
        found.append(Task(f"t{n}", "p", n + 1, text=f"Việc {n}", time="Quý II"))
        found.append(Result(f"r{n}", f"t{n}", "h1-2027", "", text, state, difficulty=difficulty))
    return {record.id: record for record in found}


def after(known: Mapping[str, Record], change: Change) -> dict[str, Record]:
    left = dict(known)
    for edit in change.edits:
        assert left.get(edit.record.id) == edit.before
        left.pop(edit.record.id, None)
        if edit.after is not None:
            left[edit.after.id] = edit.after
    return left


def begun(told: Sequence[tuple[str, str, str]]) -> tuple[dict[str, Record], Report]:
    known = records(told)
    contents = Contents(known)
    period = contents.period(2027, "h1")
    known = after(known, begin_report(contents, 2027, period))
    report = reporting.report_of(Contents(known), period)
    assert report is not None
    return known, report


def edited(
    known: dict[str, Record], report: Report, edits: Sequence[tuple[int, int]]
) -> dict[str, Record]:
    for n, (which, place) in enumerate(edits):
        paragraphs = Contents(known).report_paragraphs(report)
        one = paragraphs[which % len(paragraphs)]
        at = place % (len(one.text) + 1)
        text = f"{one.text[:at]} {MARK}{n} {one.text[at:]}"
        known = after(known, report_editing.edit_paragraph(Contents(known), one.id, text))
    return known


def marks(known: Mapping[str, Record], count: int) -> set[str]:
    text = " ".join(r.text for r in known.values() if isinstance(r, ReportParagraph))
    return {f"{MARK}{n}" for n in range(count) if f"{MARK}{n}" in text}


TOLD = st.lists(RESULTS, min_size=TASKS, max_size=TASKS)


@given(TOLD, EDITS)
def test_a_draft_of_the_same_sources_offers_nothing(
    told: list[tuple[str, str, str]], edits: list[tuple[int, int]]
) -> None:
    known, report = begun(told)
    known = edited(known, report, edits)
    assert reporting.redraft(Contents(known), report).offers == ()


@given(TOLD, TOLD, EDITS)
def test_edits_survive_and_what_was_accepted_is_not_offered_again(
    told: list[tuple[str, str, str]],
    later: list[tuple[str, str, str]],
    edits: list[tuple[int, int]],
) -> None:
    known, report = begun(told)
    known = {**edited(known, report, edits), **records(later)}
    written = marks(known, len(edits))
    first = reporting.redraft(Contents(known), report)
    known = after(known, reporting.accept_drafts(first))
    assert marks(known, len(edits)) == written
    second = reporting.redraft(Contents(known), report)
    assert {o.key for o in second.offers} == {o.key for o in first.offers if not o.item.taken}
    known = after(known, reporting.keep_mine(second))
    assert marks(known, len(edits)) == written
    assert reporting.redraft(Contents(known), report).offers == ()


@given(TOLD, TOLD, EDITS)
def test_sources_stay_inside_their_texts(
    told: list[tuple[str, str, str]],
    later: list[tuple[str, str, str]],
    edits: list[tuple[int, int]],
) -> None:
    known, report = begun(told)
    known = {**edited(known, report, edits), **records(later)}
    redrafted = reporting.redraft(Contents(known), report)
    keys = [offer.key for offer in redrafted.offers]
    assert len(keys) == len(set(keys))
    known = after(known, reporting.accept_drafts(redrafted, keys))
    for record in known.values():
        if isinstance(record, ReportParagraph):
            spans = record.sources
            assert all(0 <= start < end <= len(record.text) for start, end, _ in spans)
            assert all(source in known for _, _, source in spans)
