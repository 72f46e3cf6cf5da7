"""The outline of a report: states, headings stepped to and edited, the head."""

from cchc_desktop.domain.report import ReportHeading
from cchc_desktop.services.outlines import outlines_for
from cchc_desktop.services.project import Project
from tests.ui.plan.keys import CTRL, Key, last_step, press, type_words
from tests.ui.report.conftest import THU_TUC, ChangeSource, lines, report_of, said, texts
from ui.project_controller import ProjectController
from ui.report.outline import FIGURES, HEAD
from ui.report.tab import ReportTab


def test_the_outline_tells_the_state_of_each_heading(
    tab: ReportTab, change_source: ChangeSource
) -> None:
    assert lines(tab)["II. Kết quả thực hiện"] == ""
    assert lines(tab)["1. Cải cách thể chế"] == "trống"
    assert lines(tab)[f"2. {THU_TUC}"] == "nháp"
    press(Key.Key_End, CTRL)
    type_words(" Tốt.")
    tab.text.commit()
    assert lines(tab)[f"2. {THU_TUC}"] == "đã sửa"
    change_source("09 thủ tục", "11 thủ tục")
    assert lines(tab)[f"2. {THU_TUC}"] == "nguồn đổi"


def test_leaving_a_heading_writes_what_is_typed(tab: ReportTab, project: Project) -> None:
    type_words("x")
    press(Key.Key_PageDown, CTRL)
    assert lines(tab)[f"2. {THU_TUC}"] == "đã sửa"
    press(Key.Key_PageUp, CTRL)
    assert texts(tab)[0].startswith("x- Đã")


def test_the_keys_go_with_the_line_that_is_stepped_to(tab: ReportTab) -> None:
    for _ in tab.outline.lines.items:
        press(Key.Key_PageDown, CTRL)
    assert tab.outline.current_id == FIGURES
    assert tab.figures.table.hasFocus(), "not the button over it"
    for _ in tab.outline.lines.items:
        press(Key.Key_PageUp, CTRL)
    assert tab.head.first_control.hasFocus()


def test_a_heading_is_renamed_added_moved_and_removed(
    tab: ReportTab, project: Project, controller: ProjectController
) -> None:
    pane = tab._outline_pane
    pane.edit.trigger()
    form = tab.heading_form
    assert "II. Cải cách thủ tục hành chính" in said(form)
    form._title.setFocus()
    form._title.selectAll()
    type_words("Thủ tục")
    form.commit()
    assert lines(tab)["2. Thủ tục"] == "nháp"
    form._write_areas("một cửa, thủ tục\nTTHC")
    assert report_heading(tab, project).areas == ("một cửa", "thủ tục", "TTHC")
    pane.add.trigger()
    titles = list(lines(tab))
    assert titles[titles.index("2. Thủ tục") + 1] == "Mục mới"
    pane.up.trigger()
    titles = list(lines(tab))
    assert titles[titles.index("2. Thủ tục") - 1] == "Mục mới"
    pane.remove.trigger()
    assert "Mục mới" not in lines(tab)
    pane.keep.trigger()
    best = outlines_for(project, 2027, project.period(2027, "q3"))[0]
    assert best.own
    pane.edit.trigger()
    assert last_step(controller) == "Giữ đề cương"


def report_heading(tab: ReportTab, project: Project) -> ReportHeading:
    found = project.record(tab.outline.current_id)
    assert isinstance(found, ReportHeading)
    return found


def test_the_head_of_the_document(tab: ReportTab, project: Project) -> None:
    tab.outline.choose(HEAD)
    tab.home.setFocus()
    field = tab.head._fields["addressee"]
    field.setFocus()
    type_words("Sở Nội vụ")
    date = tab.head._fields["issued"]
    date.setFocus()
    type_words("14/09/2027")
    tab.outline.setFocus()
    assert report_of(project).addressee == "Sở Nội vụ"
    assert report_of(project).issued == "2027-09-14"
    assert date.words == "14/9/2027"
    tab.head._ticks["with_figures"].click()
    assert not report_of(project).with_figures
