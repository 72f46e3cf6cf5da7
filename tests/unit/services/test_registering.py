"""What a user does to the register of documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_desktop.domain.change import added
from cchc_desktop.domain.errors import RefusedChange
from cchc_desktop.domain.plan import Task
from cchc_desktop.domain.register import LIMITS, RegisteredDocument
from cchc_desktop.domain.result import Result
from cchc_desktop.services import registering
from cchc_desktop.services.citing import cited_at, targets
from cchc_desktop.services.project import Project
from cchc_desktop.services.register_view import RegisterView, broken_files, missing_files
from cchc_desktop.services.sample import sample_change
from cchc_desktop.settings import Paths
from cchc_desktop.storage.file_store import Condition

DOCUMENT = RegisteredDocument("d1", "Kế hoạch", "31", "KH-SNgV", "2027-04-02", "", "Kiểm tra")
OTHER = RegisteredDocument("d2", "Báo cáo", "41", "BC-SNgV", "2027-06-12")


@pytest.fixture
def project(tmp_path: Path, paths: Paths) -> Iterator[Project]:
    with Project.create(tmp_path / "mau.cchc", paths, first=sample_change()) as made:
        made.apply(registering.register(made, [DOCUMENT, OTHER]))
        yield made


def tasks(project: Project) -> list[Task]:
    return [row for row in project.rows(project.wanted_plan(2027)) if isinstance(row, Task)]


# Documents


def test_new_documents_are_one_step(project: Project) -> None:
    assert project.next_undo == "Thêm 2 văn bản"
    assert [document.id for document in project.documents()] == ["d2", "d1"], "newest first"
    project.undo()
    assert project.documents() == []


def test_a_date_as_it_is_typed(project: Project) -> None:
    project.apply(registering.edit_document(project, "d1", issued=" 5/1/2027 "))
    assert project.record("d1").issued == "2027-01-05"
    with pytest.raises(RefusedChange, match="Không đọc được ngày"):
        registering.edit_document(project, "d1", issued="hôm qua")


@pytest.mark.parametrize(("field", "most"), LIMITS.items())
def test_what_is_too_long_for_the_register_is_said(project: Project, field: str, most: int) -> None:
    project.apply(registering.edit_document(project, "d1", **{field: "x" * most}))
    with pytest.raises(RefusedChange, match=f"dài {most + 1} ký tự, sổ văn bản chỉ nhận {most}"):
        registering.edit_document(project, "d1", **{field: "x" * (most + 1)})


def test_texts_are_one_line_but_a_note(project: Project) -> None:
    change = registering.edit_document(project, "d1", title=" Về\nviệc  chung ", note="một\nhai")
    project.apply(change)
    assert project.record("d1").title == "Về việc chung"
    assert project.record("d1").note == "một\nhai"


def test_what_is_struck_takes_its_links_along(project: Project, tmp_path: Path) -> None:
    project.apply(registering.attach(project, "d1", [written(tmp_path, "a.pdf", b"a")]))
    project.apply(registering.cite(project, "d1", tasks(project)[0].id))
    project.apply(registering.strike(project, ["d1"]))
    assert (project.attachments(), project.evidence()) == ([], [])
    project.undo()
    assert len(project.attachments("d1")) == len(project.evidence()) == 1


# Files


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_same_file_attached_five_times_is_stored_once(project: Project, tmp_path: Path) -> None:
    names = ("a.pdf", "b.pdf", "Kết quả.pdf", "x.PDF")
    files = [written(tmp_path, name, b"%PDF") for name in names]
    project.apply(registering.attach(project, "d1", files))
    project.apply(registering.attach(project, "d2", files[:1]))
    assert len(list(project.files.folder.iterdir())) == 1
    assert {file.digest for file in project.attachments()} == project.files.kept()
    assert registering.attach(project, "d2", files[:1]).edits == (), "already there"


def test_names_are_kept_verbatim(project: Project, tmp_path: Path) -> None:
    long = "Kế hoạch " + "ệ" * 60 + ".docx"
    for name in ("CON", "NUL.pdf", "a?.pdf", long):
        project.apply(registering.attach(project, "d1", [written(tmp_path, name, name.encode())]))
    assert {file.name for file in project.attachments()} == {"CON", "NUL.pdf", "a?.pdf", long}


def test_missing_and_changed_files_are_found(project: Project, tmp_path: Path) -> None:
    files = [written(tmp_path, f"{n}.pdf", bytes([n]) * 1000) for n in range(3)]
    project.apply(registering.attach(project, "d1", files))
    whole, gone, changed = (file.digest for file in project.attachments())
    project.files.path(gone).unlink()
    project.files.path(changed).write_bytes(b"\0" * 1000)
    told: list[tuple[int, int]] = []
    attachments = project.attachments()
    assert missing_files(attachments, project.files) == {gone: Condition.MISSING}
    names = project.kept_files()
    found = broken_files(names, project.files, lambda done, total: told.append((done, total)))
    assert found == {gone: Condition.MISSING, changed: Condition.CHANGED}
    assert whole not in found
    assert told == [(0, 3), (1, 3), (2, 3)]
    view = RegisterView()
    view.read(project, found)
    assert [entry.mark for entry in view.entries if entry.id == "d1"] == ["mất tệp · tệp đã bị sửa"]


# Where documents are cited


def test_cited_in_one_step(project: Project) -> None:
    first, second, third = tasks(project)[:3]
    project.apply(registering.cite(project, "d1", first.id, "Mục I"))
    project.apply(registering.cite(project, "d2", third.id))
    offered = {task.id for task in tasks(project)}
    places = {second.id: ("trang 3", "số liệu"), third.id: ("", "")}
    project.apply(registering.cite_in(project, "d1", places, offered))
    links = {e.target_id: (e.locator, e.note) for e in project.evidence() if e.document_id == "d1"}
    assert links == places, "no more at the first"
    assert len(project.evidence()) == 3, "other documents are left"
    project.undo()
    assert [place.link.locator for place in cited_at(project, "d1")] == ["Mục I"]


def test_what_was_not_offered_stays_cited(project: Project) -> None:
    first, second = tasks(project)[:2]
    project.apply(registering.cite(project, "d1", first.id))
    project.apply(registering.cite_in(project, "d1", {second.id: ("", "")}, {second.id}))
    assert [place.task_id for place in cited_at(project, "d1")] == [first.id, second.id]


def test_targets_in_words(project: Project) -> None:
    offered = targets(project, project.wanted_plan(2027))
    assert [target.id for target in offered] == [task.id for task in tasks(project)]
    assert all(target.title and target.below for target in offered)


def test_results_are_cited_too(project: Project) -> None:
    first = tasks(project)[0]
    period = project.period(2027, "h1")
    results = [
        Result("r1", first.id, period.id, text="Đã rà soát 14 thủ tục"),
        Result("r2", first.id, period.id),
    ]
    project.apply(added("Kết quả", results))
    own, told, *_ = targets(project, project.wanted_plan(2027))
    assert own.id == first.id
    assert (told.id, told.title) == ("r1", "Kết quả 6 tháng: Đã rà soát 14 thủ tục")
    assert told.below == own.title, "an empty result is not offered"
    project.apply(registering.cite(project, "d1", "r1", "Bảng 2"))
    (place,) = cited_at(project, "d1")
    assert place.words == "Bảng 2 · Kết quả: Đã rà soát 14 thủ tục"
    assert place.task_id == first.id


def test_the_kind_is_taken_from_the_symbol_where_none_was_said(project: Project) -> None:
    project.apply(registering.register(project, [RegisteredDocument("d3")]))
    project.apply(registering.number_document(project, "d3", "Số: 7 /BC-SNgV"))
    document = project.record("d3")
    assert (document.kind, document.number, document.symbol) == ("Báo cáo", "7", "BC-SNgV")
    project.apply(registering.number_document(project, "d3", "8/KH-SNgV"))
    assert project.record("d3").kind == "Báo cáo", "what was said stays"
    project.apply(registering.edit_document(project, "d3", kind="QĐ"))
    assert project.record("d3").kind == "Quyết định"
    assert registering.strike(project, ["d3"]).label == "Xoá văn bản 8/KH-SNgV"
    assert registering.strike(project, ["d1", "d3"]).label == "Xoá 2 văn bản"
