"""What a form that came back offers, cell by cell, and what is not taken unasked."""

from dataclasses import replace
from pathlib import Path

from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.register import RegisteredDocument
from cchc_desktop.services.merge_list import merge_list
from tests.unit.services.returned_forms.conftest import (
    GUIDE,
    HTQT,
    OFFICE,
    PLAN,
    RECORDS,
    REVIEW,
    SAVE,
    offered,
    whys,
)


def test_answers_are_offered_cell_by_cell_and_accepted_as_one_step(form, merge, project):
    filled = form()
    row = filled.row(SAVE)
    filled.write(row, text="Giảm 8 % giấy in", state="Đã xong", done_on="25/8", figures="8 %")
    filled.write(filled.row(REVIEW, "30/9"), difficulty="Thiếu người")
    made = merge(filled.saved())
    assert offered(made) == [
        (REVIEW, "difficulty", "", "Thiếu người", True),
        (SAVE, "text", "Giảm 5 % giấy in", "Giảm 8 % giấy in", True),
        (SAVE, "state", "đang làm", "hoàn thành", True),
        (SAVE, "done_on", "", "25/8/2027", True),
        (SAVE, "figures", "", "8 %", True),
    ]
    assert whys(made) == []
    change = project.apply(made.accept())
    assert change.label == "Gộp 1 phiếu quý III"
    after = {result.task_id: result for result in project.results()}
    assert (after["t2"].text, after["t2"].state, after["t2"].done_on) == (
        "Giảm 8 % giấy in",
        "hoàn thành",
        "2027-08-25",
    )
    assert (after["t1"].occurrence, after["t1"].said_by, after["t1"].said_on) == (
        "2027-09-30",
        "Văn phòng Sở",
        "2027-08-30",
    )
    (receipt,) = project.receipts(made.period)
    assert (receipt.unit_id, receipt.received_on, receipt.merged_on) == (
        "u1",
        "2027-08-30",
        "2027-08-30",
    )
    assert (receipt.file_name, receipt.digest) == (filled.path.name, made.forms[0].digest)
    project.undo()
    assert project.results() == [RECORDS[-1]]
    assert project.receipts(made.period) == []


def test_a_blank_form_says_so_and_is_received(form, merge, project):
    made = merge(form().saved())
    assert offered(made) == []
    assert made.forms[0].notes == ("Phiếu chưa ghi gì.",)
    project.apply(made.accept())
    (receipt,) = project.receipts(made.period)
    assert receipt.received_on
    assert not receipt.merged_on


def test_words_taken_away_change_nothing_and_are_told(form, merge):
    filled = form()
    row = filled.row(SAVE)
    made = merge(filled.write(row, text=None).saved())
    assert offered(made) == []
    assert f"Dòng {row}: ô Kết quả thực hiện bị xoá trắng; chữ đang có được giữ." in (
        made.forms[0].notes
    )


def test_two_units_that_differ_are_rivals_and_one_can_be_taken(form, merge, project):
    files = []
    for unit, count in ((OFFICE, "14"), (HTQT, "12")):
        filled = form(unit)
        filled.write(filled.row(REVIEW, "30/9"), text=f"Đã rà soát {count} thủ tục", state="xong")
        files.append(filled.saved())
    made = merge(*files)
    first, same = made.forms[0].items
    second, again = made.forms[1].items
    assert same == again
    assert made.rivals(first) == (second,)
    assert made.rivals(same) == ()
    assert [item.taken for item in made.proposal.items] == [False, True, False]
    one = made.taken(first, True)
    other = one.taken(second, True)
    assert [one.proposal.items[n].taken for n in (first, second)] == [True, False]
    assert [other.proposal.items[n].taken for n in (first, second)] == [False, True]
    project.apply(other.accept())
    result = next(r for r in project.results() if r.task_id == "t1")
    assert (result.text, result.state) == ("Đã rà soát 12 thủ tục", "hoàn thành")
    assert made.said_by(second) == HTQT


def test_an_answer_that_came_in_since_the_form_went_out_is_not_overwritten(form, merge, project):
    filled = form(HTQT)
    filled.write(filled.row(SAVE), text="Giảm 9 %")
    said = RECORDS[-1]
    project.apply(Change("Sửa", (Edit(said, replace(said, text="Giảm 7 % giấy in")),)))
    made = merge(filled.saved())
    assert offered(made) == [(SAVE, "text", "Giảm 7 % giấy in", "Giảm 9 %", False)]
    assert made.doubt(made.forms[0].items[0]) == "Văn phòng Sở đã ghi khác, giữ cũ"
    assert made.said_before(made.forms[0].items[0])[0] == "Văn phòng Sở"


def test_a_unit_corrects_what_it_said_but_an_old_file_does_not(form, merge, project):
    first, second = form(), form()
    project.apply(merge(first.write(first.row(GUIDE), text="02 buổi").saved()).accept())
    corrected = merge(second.write(second.row(GUIDE), text="03 buổi").saved())
    assert offered(corrected) == [(GUIDE, "text", "02 buổi", "03 buổi", True)]
    said = next(r for r in project.results() if r.task_id == "t3")
    project.apply(Change("Sửa", (Edit(said, replace(said, text="04 buổi")),)))
    again = merge(first.path)
    assert offered(again) == [(GUIDE, "text", "04 buổi", "02 buổi", False)]


def test_a_cell_that_nobody_touched_does_not_bring_its_old_words_back(form, merge, project):
    filled = form()
    filled.write(filled.row(GUIDE), text="02 buổi")
    said = RECORDS[-1]
    project.apply(Change("Sửa", (Edit(said, replace(said, text="Giảm 7 % giấy in")),)))
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [(GUIDE, "text")]


def test_states_and_days_that_are_not_clear_are_refused_with_their_words(form, merge):
    filled = form()
    row = filled.row(GUIDE)
    made = merge(filled.write(row, state="chưa hoàn thành", done_on="tháng 8").saved())
    assert offered(made) == []
    state, day = whys(made)
    assert state.startswith(f"dòng {row}, Tình trạng: “chưa hoàn thành” không rõ")
    assert day.startswith(f"dòng {row}, Ngày hoàn thành: “tháng 8” không phải một ngày")
    assert "Phiếu chưa ghi gì." not in made.forms[0].notes


def test_days_of_another_year_or_to_come_are_doubted(form, merge):
    filled = form()
    filled.write(filled.row(GUIDE), done_on="25/8/2026")
    filled.write(filled.row(SAVE), done_on="25/12/2027")
    made = merge(filled.saved())
    doubts = {made.task(n).text: made.doubt(n) for n in made.forms[0].items}
    assert doubts == {GUIDE: "năm 2026 ≠ 2027, giữ cũ", SAVE: "ngày chưa đến, giữ cũ"}
    assert not any(row[-1] for row in offered(made))


def test_what_the_plan_says_is_offered_but_not_taken(form, merge, project):
    filled = form()
    filled.write(filled.row(SAVE), time="Quý III năm 2026", deliverable="Báo cáo")
    filled.write(filled.row(REVIEW, "30/9"), time="Hằng tháng (kỳ 30/9)")
    made = merge(filled.saved())
    assert offered(made) == [
        (REVIEW, "time", "Hằng quý", "Hằng tháng", False),
        (SAVE, "deliverable", "", "Báo cáo", False),
        (SAVE, "time", "Quý III", "Quý III năm 2026", False),
    ]
    assert [made.doubt(n) for n in made.forms[0].items] == [
        "sửa kế hoạch, giữ cũ",
        "sửa kế hoạch, giữ cũ",
        "năm 2026 ≠ 2027, giữ cũ",
    ]
    project.apply(made.accept())
    assert project.record("t2") == RECORDS[6]
    project.apply(made.taken(made.forms[0].items[2], True).accept())
    assert project.record("t2").time == "Quý III năm 2026"


def test_new_work_and_new_documents(form, merge, project):
    filled = form()
    filled.write(filled.row(GUIDE), documents="Báo cáo số 09/BC-VP ngày 25/8/2027")
    spare = filled.spare_row()
    filled.write(spare, task="Làm video giới thiệu thủ tục", text="01 video", time="Quý III")
    filled.write(spare, documents="Kế hoạch số 10/KH-VP ngày 26/8/2027")
    made = merge(filled.saved())
    new = "Làm video giới thiệu thủ tục"
    assert offered(made) == [
        (GUIDE, "documents", "", "Báo cáo số 09/BC-VP ngày 25/8/2027", True),
        (new, "task", "", new, True),
        (new, "text", "", "01 video", True),
        (new, "documents", "", "Kế hoạch số 10/KH-VP ngày 26/8/2027", True),
    ]
    project.apply(made.accept())
    task = project.rows(PLAN)[-1]
    assert (task.text, task.lead, task.number) == (new, "Văn phòng Sở", "5")
    assert next(r for r in project.results() if r.task_id == task.id).text == "01 video"
    cited = {(project.record(e.document_id).number, e.target_id) for e in project.evidence()}
    assert cited == {("09", "t3"), ("10", task.id)}
    again = merge(filled.path)
    assert offered(again) == []
    assert "Mọi điều phiếu ghi đã có trong tệp." in again.forms[0].notes
    assert "Tệp này đã gộp ngày 30/8/2027." in again.forms[0].notes


def test_what_is_left_out_takes_what_belongs_to_it_along(form, merge, project):
    filled = form()
    spare = filled.spare_row()
    filled.write(spare, task="Làm video", text="01 video", documents="Kế hoạch số 10/KH-VP")
    made = merge(filled.saved())
    task, answer, document = made.forms[0].items
    without = made.taken(task, False)
    assert [without.proposal.items[n].taken for n in (task, answer, document)] == [
        False,
        False,
        True,
    ]
    project.apply(without.accept())
    assert [d.number for d in project.documents()] == ["10"]
    assert project.evidence() == []
    project.undo()
    back = without.taken(answer, True)
    assert back.proposal.items[task].taken
    no_document = made.taken(document, False)
    project.apply(no_document.accept())
    assert project.documents() == project.evidence() == []


def test_a_document_of_the_register_is_linked_and_not_added(form, merge, project):
    known = RegisteredDocument("d", "Báo cáo", "9", "BC-VP", "2027-08-25")
    project.apply(added("Thêm", [known]))
    filled = form()
    for task in (GUIDE, SAVE):
        filled.write(filled.row(task), documents="Báo cáo số 09/BC-VP ngày 25/8/2027")
    made = merge(filled.saved())
    assert [row[:2] for row in offered(made)] == [(SAVE, "documents"), (GUIDE, "documents")]
    project.apply(made.accept())
    assert project.documents() == [known]
    assert {e.target_id for e in project.evidence()} == {"t2", "t3"}


def test_a_document_without_a_number_is_refused(form, merge):
    filled = form()
    made = merge(filled.write(filled.row(GUIDE), documents="đã có văn bản gửi các phòng").saved())
    assert offered(made) == []
    assert "“đã có văn bản gửi các phòng” không có số" in whys(made)[0]


def test_no_documents_are_no_refusal(form, merge):
    filled = form()
    made = merge(filled.write(filled.row(GUIDE), documents="Không có.").saved())
    assert offered(made) == []
    assert whys(made) == []


def test_nothing_is_written_before_acceptance(form, merge, project):
    before = project.path.read_bytes()
    filled = form()
    merge(filled.write(filled.row(GUIDE), text="02 buổi").saved())
    assert project.path.read_bytes() == before


def test_as_the_command_prints_it(form, merge):
    filled = form()
    filled.write(filled.row(SAVE), text="Giảm 8 %", time="Quý IV")
    filled.write(filled.spare_row(), task="Làm video")
    made = merge(filled.saved(), Path("khong-co.xlsx"))
    first, second = merge_list(made)["forms"]
    assert first["changes"] == [
        {"task": SAVE, "occurrence": None, "field": "time", "old": "Quý III", "new": "Quý IV"},
        {
            "task": SAVE,
            "occurrence": None,
            "field": "text",
            "old": "Giảm 5 % giấy in",
            "new": "Giảm 8 %",
        },
    ]
    assert first["new_rows"] == [{"task": "Làm video", "deliverable": "", "time": ""}]
    assert (first["unit"], first["period"], first["refused"]) == ("Văn phòng Sở", "q3", [])
    assert second["unit"] is None
    assert second["refused"][0]["where"] == "cả phiếu"
    accepted = merge_list(made, accepted=True)["forms"][0]
    assert accepted["refused"] == [
        {"where": f"{SAVE}, time", "why": "Sửa kế hoạch, giữ cũ: “Quý IV”."}
    ]
