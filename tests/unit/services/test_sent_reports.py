"""What was sent is frozen with its file; an old report from Word keeps its words in order."""

import hashlib
import re
from dataclasses import replace
from datetime import date

import docx
import pytest

from cchc_desktop.documents.checker import check_file
from cchc_desktop.domain.change import Change, Edit, added
from cchc_desktop.domain.content import printed_lines
from cchc_desktop.domain.errors import RefusedChange, RefusedInput
from cchc_desktop.domain.report import SentReport
from cchc_desktop.office.grid import SourceFile, SourceParagraph
from cchc_desktop.office.reader import read_any_file
from cchc_desktop.services.contents import Contents
from cchc_desktop.services.last_report import sent_parts
from cchc_desktop.services.old_reports import keep_old_report, take_in_report
from cchc_desktop.services.project import Project
from cchc_desktop.services.report_exporting import export_report, report_as_document
from cchc_desktop.services.sent_reports import (
    export_sent,
    freeze,
    sent_document,
    sent_of,
    sent_words,
)
from tests.reports import REPORT, contents, headings, records


@pytest.fixture
def project(tmp_path, paths):
    project = Project.create(tmp_path / "bao-cao.cchc", paths, first=added("Mẫu", records()))
    with project:
        yield project


def words(text):
    return re.findall(r"\w+", text)


def all_words(path):
    source = read_any_file(path)
    texts = []
    for block in source.blocks:
        is_line = isinstance(block, SourceParagraph)
        texts += [block.full_text] if is_line else [cell.text for cell in block.cells]
    return words("\n".join(texts))


def are_in_order(wanted, among):
    left = iter(among)
    return all(word in left for word in wanted)


def taken_in(source, held, key="q3", year=2027):
    proposal = take_in_report(source, held, held.period(year, key))
    (item,) = proposal.items
    assert isinstance(item.edit.after, SentReport)
    return item.edit.after, [doubt.why for doubt in proposal.doubts]


def test_the_sent_version_is_frozen_with_its_file(project, tmp_path):
    file = export_report(project, REPORT, tmp_path).path
    project.apply(freeze(project, REPORT, file, date(2027, 9, 15)))
    (sent,) = project.sent_reports()
    assert (sent.number, sent.symbol, sent.issued) == ("412", "BC-SNgV", "2027-09-14")
    assert (sent.report_id, sent.period_id, sent.year) == ("report", "q3-2027", 2027)
    assert (sent.sent_on, sent.file_name) == ("2027-09-15", file.name)
    assert sent.digest == hashlib.sha256(file.read_bytes()).hexdigest()
    assert project.files.path(sent.digest).is_file()
    assert project.kept_files() == {sent.digest: file.name}
    lines = sent.text.splitlines()
    assert lines[4:6] == ["BÁO CÁO", "Công tác cải cách hành chính quý III năm 2027"]
    assert "II. Kết quả thực hiện" in lines
    assert lines[lines.index("Nơi nhận:") + 1] == "- Sở Nội vụ;"


def test_what_was_not_signed_is_not_frozen(project, tmp_path):
    file = export_report(project, REPORT, tmp_path).path
    for blank in ({"number": ""}, {"issued": "2027-09"}):
        with pytest.raises(RefusedChange, match="chưa có số hoặc ngày"):
            freeze(project, replace(REPORT, **blank), file, date(2027, 9, 15))


def test_number_and_day_of_the_sent_version_become_the_reports_in_one_step(project):
    unsigned = replace(REPORT, number="", issued="")
    project.apply(Change("Bỏ số", (Edit(REPORT, unsigned),)))
    project.apply(freeze(project, unsigned, None, date(2027, 9, 15), "15", "2027-09-14"))
    assert project.record("report") == replace(REPORT, number="15")
    sent = sent_of(project, project.period(2027, "q3"))
    assert (sent.file_name, sent.digest) == ("", "")
    assert sent_words(sent) == "Đã gửi: 15/BC-SNgV, 15/9/2027"
    assert "Số: 15/BC-SNgV" in sent.text
    project.undo()
    assert project.record("report") == unsigned
    assert sent_of(project, project.period(2027, "q3")) is None


def test_nothing_is_sent_before_it_is_signed(project):
    with pytest.raises(RefusedChange, match="Ngày gửi trước ngày ký"):
        freeze(project, REPORT, None, date(2027, 9, 13))


def test_an_old_report_is_kept_with_its_file_and_both_go_into_a_copy(project, tmp_path):
    file = export_report(project, REPORT, tmp_path / "cũ.docx").path
    source = read_any_file(file)
    project.apply(keep_old_report(project, file, source, project.period(2026, "year")))
    (sent,) = project.sent_reports()
    assert (sent.report_id, sent.period_id, sent.file_name) == ("", "year-2026", file.name)
    assert project.files.path(sent.digest).is_file()
    assert project.back_up_to(tmp_path / "bản sao.cchc").whole == 1


def test_of_a_refused_old_report_no_file_is_kept(project, tmp_path):
    file = export_report(project, REPORT, tmp_path).path
    source, period = read_any_file(file), project.period(2026, "year")
    with pytest.raises(RefusedChange, match="trước ngày ký"):
        keep_old_report(project, file, source, period, sent_on="2027-09-13")
    assert not project.files.path(hashlib.sha256(file.read_bytes()).hexdigest()).is_file()


@pytest.mark.parametrize("addressee", ["", "Sở Nội vụ", "UBND tỉnh An Đông\nSở Nội vụ"])
def test_an_exported_report_is_taken_in_as_it_was(tmp_path, addressee):
    report = replace(REPORT, addressee=addressee, with_tasks=False, with_figures=False)
    held = contents(report)
    file = export_report(held, report, tmp_path / "BC.docx").path
    sent, doubts = taken_in(read_any_file(file), held)
    assert doubts == []
    assert (sent.number, sent.symbol, sent.issued) == ("412", "BC-SNgV", "2027-09-14")
    again = export_sent(held, sent, tmp_path / "again.docx").path
    assert all_words(again) == all_words(file)
    assert check_file(again) == []


def test_appendices_keep_their_words_too(tmp_path):
    held = contents()
    file = export_report(held, REPORT, tmp_path / "BC.docx").path
    sent, _ = taken_in(read_any_file(file), held)
    document = sent_document(held, sent)
    assert [a.label for a in document.appendices] == ["Phụ lục I", "Phụ lục II"]
    again = export_sent(held, sent, tmp_path / "again.docx").path
    assert are_in_order(all_words(file), all_words(again))
    assert check_file(again) == []


def test_another_period_or_agency_is_doubted():
    held = contents()
    lines = ("SỞ TÀI CHÍNH", "Số: 5/BC-STC", "An Đông, ngày 10 tháng 6 năm 2026", "BÁO CÁO",
             "Công tác cải cách hành chính 6 tháng đầu năm 2026", "I. Kết quả", "Đã làm./.",
             "Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Trần Văn Mẫu")  # fmt: skip
    source = SourceFile("cu.docx", tuple(map(SourceParagraph, lines)))
    sent, doubts = taken_in(source, held)
    assert sent.number == "5"
    assert len(doubts) == 2
    assert "Trích yếu ghi năm khác" in doubts[0]
    assert "cơ quan khác" in doubts[1]


def test_what_is_no_report_is_refused():
    source = SourceFile("kh.docx", (SourceParagraph("KẾ HOẠCH"), SourceParagraph("Năm 2027")))
    held = contents()
    with pytest.raises(RefusedInput, match="không phải báo cáo"):
        take_in_report(source, held, held.period(2027, "q3"))


def real_report(shared_data, folder):
    """The real report as a Word file: a paragraph a line, bold where it is marked."""
    text = (shared_data / "binhdinh2021_report_6months.txt").read_text(encoding="utf-8")
    document = docx.Document()
    for block in re.split(r"\n\s*\n", text):
        for line in block.splitlines():
            plain = re.sub(r"[*#]", "", line).strip()
            if plain:
                document.add_paragraph().add_run(plain).bold = "**" in line
    path = folder / "cu.docx"
    document.save(path)
    return path


def test_the_real_report_keeps_its_words_in_order_and_gets_the_form(shared_data, tmp_path):
    path = real_report(shared_data, tmp_path)
    held = Contents({})
    sent, doubts = taken_in(read_any_file(path), held, "h1", 2021)
    assert sent.symbol == "BC-SNgV"
    out = export_sent(held, sent, tmp_path / "lai.docx").path
    old, new = all_words(path), all_words(out)
    assert are_in_order(old, new)
    assert len(old) > 3500
    document = sent_document(held, sent)
    assert [p.text[:4] for p in document.body if p.style == "section"] == [
        "I. C", "II. ", "III.", "IV. "
    ]  # fmt: skip
    assert len([p for p in document.body if p.style == "clause"]) == 6
    assert document.closing.signer
    assert document.closing.recipients[-1] == "Lưu: VT, VP"
    *cuts, number, day = doubts
    assert number == "Báo cáo không ghi số; hãy ghi số trên bản đã gửi."
    assert day == "Báo cáo không ghi đủ ngày ký; hãy ghi ngày trên bản đã gửi."
    assert set(cuts) == {"Câu bị ngắt thành hai đoạn; đã nối lại."}
    assert not [p.text for p in document.body if p.text[0].islower()]


def test_the_appendices_of_a_report_that_nobody_signed_are_no_part_of_its_text():
    held = contents(without=("signer", "list"))
    sent = SentReport("s", "q3-2027", 2027, text="\n".join(
        printed_lines(report_as_document(held, REPORT))))  # fmt: skip
    parts = sent_parts(held, sent)
    assert [heading.content for heading, _ in parts][-2:] == ["next", "closing"]
    assert len(parts) == len(headings())
    assert [a.label for a in sent_document(held, sent).appendices] == ["Phụ lục I", "Phụ lục II"]
