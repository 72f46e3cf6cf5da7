"""What a report says of one task, case by case, in the house's phrasing."""

from dataclasses import replace

import pytest

from cchc_desktop.domain.draft_material import Material, Speaker, Told
from cchc_desktop.domain.draft_sentences import Phrasing, plain_sentences
from cchc_desktop.domain.plan import PlacedTask, Plan, Task
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.result import Result, State
from cchc_desktop.domain.sourced_text import joined

TASK = Task("t", "p", 0, text="Kiểm tra công tác CCHC.", deliverable="Quyết định của UBND tỉnh")
OWN = RegisteredDocument(
    "own", "Kế hoạch", "31", "KH-SNgV", "2027-04-02", "Sở Ngoại vụ", "kiểm tra công tác CCHC"
)
LETTER = RegisteredDocument("letter", "Công văn", "99", "SNgV-VP", "2027-05-05", "", "đôn đốc")
OTHER = RegisteredDocument(
    "other", "Kế hoạch", "4", "KH-UBND", "2026-01-14", "UBND tỉnh", "Ban hành Kế hoạch kiểm tra"
)
MADE = RegisteredDocument("made", "Quyết định", "7", "QĐ-UBND", "2027-05-01", "UBND tỉnh")
BARE = RegisteredDocument("bare", "Biên bản", issued="2027-05-06", title="họp tổ")
OLD = replace(OWN, id="old", number="02", issued="2025-03-05")


def material(*documents: RegisteredDocument) -> Material:
    speaker = Speaker("Sở Ngoại vụ", "SNgV")
    return Material(preset_periods(2027)[1], Plan("p", 2027), speaker, register=documents)


def said(
    *documents: RegisteredDocument, task: Task = TASK, ongoing: bool = False, **fields: str
) -> str:
    """What is said of a task with that result and those documents as its evidence."""
    results = (Result("r", "t", "h1-2027", **fields),) if fields else ()
    place = PlacedTask(task, None, None, False)
    told = Told(place, results, tuple(("t", d) for d in documents), ongoing=ongoing)
    return joined(Phrasing(material(*documents)).task(told))[0]


KH31 = "Kế hoạch số 31/KH-SNgV ngày 02/4/2027 về kiểm tra công tác CCHC"
KH4 = "Kế hoạch số 4/KH-UBND ngày 14/01/2026 của UBND tỉnh về việc ban hành Kế hoạch kiểm tra"


@pytest.mark.parametrize(
    ("documents", "fields", "expected"),
    [
        ([], {}, ""),
        ([], {"text": "Đã kiểm tra 03 phòng."}, "Đã kiểm tra 03 phòng."),
        ([], {"text": "- Một;\n- Hai"}, "Một; Hai."),
        ([], {"text": "Đã kiểm tra", "figures": "64 %"}, "Đã kiểm tra, đạt 64 %."),
        ([], {"text": "Đã đạt 64 %", "figures": "64 %"}, "Đã đạt 64 %."),
        ([], {"figures": "64 %"}, "Nhiệm vụ kiểm tra công tác CCHC, đạt 64 %."),
        ([], {"difficulty": "Thiếu người"}, ""),
        ([], {"state": State.DONE}, "Đã hoàn thành nhiệm vụ kiểm tra công tác CCHC."),
        ([], {"state": State.UNDER_WAY}, "Đang triển khai nhiệm vụ kiểm tra công tác CCHC."),
        ([], {"state": State.NOT_BEGUN}, "Nhiệm vụ kiểm tra công tác CCHC chưa thực hiện."),
        (
            [],
            {"state": State.NOT_BEGUN, "difficulty": "Do thiếu người."},
            "Nhiệm vụ kiểm tra công tác CCHC chưa thực hiện; nguyên nhân: thiếu người.",
        ),
        (
            [],
            {"state": State.NOT_BEGUN, "text": "Chờ tỉnh ban hành quy chế"},
            "Nhiệm vụ kiểm tra công tác CCHC chưa thực hiện; chờ tỉnh ban hành quy chế.",
        ),
        ([], {"state": State.NOT_BEGUN, "text": "Chưa làm"}, "Chưa làm."),
        (
            [],
            {"state": State.UNDER_WAY, "text": "Kiểm tra 02 phòng"},
            "Kiểm tra 02 phòng. Nhiệm vụ đang được tiếp tục thực hiện.",
        ),
        ([], {"state": State.UNDER_WAY, "text": "Đang kiểm tra"}, "Đang kiểm tra."),
        ([OWN], {}, f"Sở đã ban hành {KH31}."),
        ([OWN], {"state": State.DONE}, f"Sở đã ban hành {KH31}."),
        (
            [OWN],
            {"text": "Đã kiểm tra 03 phòng"},
            f"Sở đã ban hành {KH31}; theo đó, đã kiểm tra 03 phòng.",
        ),
        (
            [OWN, LETTER],
            {"text": "Văn phòng Sở đã kiểm tra"},
            f"Sở đã ban hành {KH31}; đã có Công văn số 99/SNgV-VP ngày 05/5/2027 về đôn đốc; "
            "theo đó, Văn phòng Sở đã kiểm tra.",
        ),
        ([OTHER], {}, ""),
        ([OTHER], {"figures": " . "}, ""),
        ([OTHER], {"state": "khác"}, ""),
        ([OTHER], {"text": "Đã kiểm tra"}, f"Thực hiện {KH4}, Sở đã kiểm tra."),
        (
            [OTHER],
            {"state": State.DONE},
            f"Thực hiện {KH4}, Sở đã hoàn thành nhiệm vụ kiểm tra công tác CCHC.",
        ),
        (
            [OTHER, OWN],
            {"text": "Đã kiểm tra"},
            f"Thực hiện {KH4}, Sở đã ban hành {KH31}; theo đó, đã kiểm tra.",
        ),
        (
            [OLD],
            {"text": "Phòng Lãnh sự đã kiểm tra"},
            "Thực hiện Kế hoạch số 02/KH-SNgV ngày 05/3/2025 về kiểm tra công tác CCHC, "
            "Phòng Lãnh sự đã kiểm tra.",
        ),
        (
            [MADE],
            {"text": "Đã trình"},
            "Đã trình. UBND tỉnh đã ban hành Quyết định số 7/QĐ-UBND ngày 01/5/2027.",
        ),
        (
            [OTHER, MADE],
            {"state": State.DONE},
            f"Thực hiện {KH4}, Sở đã hoàn thành nhiệm vụ kiểm tra công tác CCHC. "
            "UBND tỉnh đã ban hành Quyết định số 7/QĐ-UBND ngày 01/5/2027.",
        ),
        ([BARE], {"text": "Đã họp"}, "Đã họp (Biên bản ngày 06/5/2027 về họp tổ)."),
        ([BARE], {}, "Đã có Biên bản ngày 06/5/2027 về họp tổ."),
        (
            [OWN],
            {"text": "Kiểm tra theo Kế hoạch số 31/KH-SNgV ngày 02/4/2027 tại 03 phòng"},
            "Kiểm tra theo Kế hoạch số 31/KH-SNgV ngày 02/4/2027 tại 03 phòng.",
        ),
    ],
)
def test_phrasing(
    documents: list[RegisteredDocument], fields: dict[str, str], expected: str
) -> None:
    assert said(*documents, **fields) == expected


def test_a_task_without_an_end_is_not_said_to_go_on() -> None:
    assert said(ongoing=True, state=State.UNDER_WAY, text="Niêm yết") == "Niêm yết."


def test_words_of_others_are_pointed_at_inside_a_text() -> None:
    text = "Theo Kế hoạch số 31/KH-SNgV ngày 02/4/2027"
    place = PlacedTask(TASK, None, None, False)
    told = Told(place, (Result("r", "t", "h1-2027", text=text),))
    whole, spans = joined(Phrasing(material(OWN)).task(told))
    assert {source: whole[start:end] for start, end, source in spans} == {
        "r": "Theo ",
        "own": "Kế hoạch số 31/KH-SNgV ngày 02/4/2027",
    }


def test_a_document_is_cited_in_full_once() -> None:
    phrasing = Phrasing(material(OWN))
    place = PlacedTask(TASK, None, None, False)
    told = Told(place, (), (("t", OWN),))
    again = replace(
        told, place=place._replace(task=replace(TASK, id="t2")), documents=(("t2", OWN),)
    )
    assert joined(phrasing.task(told))[0] == f"Sở đã ban hành {KH31}."
    assert joined(phrasing.task(again))[0] == "Sở đã ban hành Kế hoạch số 31/KH-SNgV."


def test_evidence_of_a_result_and_its_task_is_cited_once() -> None:
    results = tuple(Result(name, "t", "h1-2027", name, f"Lần {name}") for name in "ab")
    documents = (("t", OWN), ("a", OWN), ("t", LETTER))
    told = Told(PlacedTask(TASK, None, None, False), results, documents)
    assert joined(Phrasing(material(OWN, LETTER)).task(told))[0] == (
        f"Sở đã ban hành {KH31}; theo đó, lần a. "
        "Sở đã có Công văn số 99/SNgV-VP ngày 05/5/2027 về đôn đốc; theo đó, lần b."
    )


def test_a_number_that_two_documents_share_points_at_none() -> None:
    twin = replace(OWN, id="twin", issued="2026-04-02")
    place = PlacedTask(TASK, None, None, False)
    told = Told(place, (Result("r", "t", "h1-2027", text="Theo 31/KH-SNgV"),))
    _, spans = joined(Phrasing(material(OWN, twin)).task(told))
    assert {source for _, _, source in spans} == {"r"}


def test_lines_become_sentences() -> None:
    assert plain_sentences("- Một\n+ Hai;\n\n Ba./.") == "Một. Hai; Ba"
