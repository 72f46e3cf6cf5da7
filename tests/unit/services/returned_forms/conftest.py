"""A plan of four tasks that two units answer for, its forms as real files, and what comes back."""

from datetime import date

import pytest

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.change import added
from cchc_desktop.domain.plan import Area, Plan, Task
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.services.collecting import export_forms
from cchc_desktop.services.project import Project
from cchc_desktop.services.returned_forms import merge_forms
from tests.form_filling import Form

TODAY = date(2027, 8, 30)
PLAN = Plan("p", 2027)
OFFICE = Unit("u1", "Văn phòng Sở", "VP Sở")
HTQT = Unit("u2", "Phòng Hợp tác quốc tế", "HTQT")
REVIEW = "Rà soát thủ tục hành chính về lãnh sự"
SAVE = "Tiết kiệm điện, giấy in trong cơ quan"
GUIDE = "Hướng dẫn người dân nộp hồ sơ trực tuyến"
SURVEY = "Khảo sát sự hài lòng của tổ chức, cá nhân"
LEAD = "Văn phòng Sở; Phòng HTQT"
RECORDS = (
    PLAN,
    Agency("ag", "UBND TỈNH MẪU", "SỞ NGOẠI VỤ", "SNgV", "Mẫu"),
    OFFICE,
    HTQT,
    Area("a", "p", 1, "I", "Thủ tục"),
    Task("t1", "p", 2, "1", "", REVIEW, "Báo cáo", LEAD, "", "Hằng quý"),
    Task("t2", "p", 3, "2", "", SAVE, "", LEAD, "", "Quý III"),
    Task("t3", "p", 4, "3", "", GUIDE, "Tờ rơi", LEAD, "", "Thường xuyên"),
    Task("t4", "p", 5, "4", "", SURVEY, "Phiếu", LEAD, "", "Quý I/2027"),
    Result("r2", "t2", "q3-2027", "", "Giảm 5 % giấy in", "đang làm", said_by="Văn phòng Sở"),
)


@pytest.fixture
def project(tmp_path, paths):
    with Project.create(tmp_path / "so.cchc", paths) as project:
        project.apply(added("Nhập", RECORDS))
        yield project


@pytest.fixture
def form(project, tmp_path):
    """A fresh form of a unit."""

    def exported(unit=OFFICE, key="q3", made_on=date(2027, 8, 20)):
        folder = tmp_path / "phieu"
        period = project.period(2027, key)
        (file,) = export_forms(project, PLAN, period, folder, made_on, {unit.id})
        return Form(file.path)

    return exported


@pytest.fixture
def merge(project):
    def merged(*files, **chosen):
        return merge_forms(project, files, TODAY, **chosen)

    return merged


def offered(merge, form=0):
    """What a form offers: task, column, old, new, taken."""
    return [
        (
            merge.task(n).text if merge.task(n) else "",
            merge.column(n),
            merge.old(n),
            merge.new(n),
            merge.proposal.items[n].taken,
        )
        for n in merge.forms[form].items
    ]


def whys(merge, form=0):
    return [f"{refusal.where}: {refusal.why}" for refusal in merge.forms[form].refused]
