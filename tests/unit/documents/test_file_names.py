"""Names ready for Idesk."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.documents.file_names import (
    form_file_name,
    free_name,
    is_form_name,
    is_program,
    openable_name,
    plan_file_name,
    timeline_file_name,
)
from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.reporting_period import preset_periods
from cchc_desktop.domain.unit import Unit

AGENCY = Agency("a", "", "SỞ NGOẠI VỤ", "SNgV", "")
TODAY = date(2026, 12, 20)


@pytest.mark.parametrize(
    ("plan", "agency", "expected"),
    [
        (Plan("p", 2027, issued="2027-01-15"), AGENCY, "KH-CCHC-2027_SNgV_20270115.docx"),
        (Plan("p", 2027, issued="2027-01"), AGENCY, "KH-CCHC-2027_SNgV_20261220.docx"),
        (Plan("p", 2027), None, "KH-CCHC-2027_20261220.docx"),
        (
            Plan("p", 2027, kind="Đào tạo / bồi dưỡng"),
            AGENCY,
            "KH-Dao-tao-boi-duong-2027_SNgV_20261220.docx",
        ),
    ],
)
def test_names_are_unaccented_and_dated(plan, agency, expected):
    assert plan_file_name(plan, agency, ".docx", today=TODAY) == expected


def test_a_timeline_has_a_name_of_its_own():
    name = timeline_file_name(Plan("p", 2027), AGENCY, ".xlsx", today=TODAY)
    assert name == "TienDo-KH-CCHC-2027_SNgV_20261220.xlsx"


def test_a_form_says_its_period_and_its_unit():
    unit = Unit("u", "Hội đồng phổ biến giáo dục pháp luật", "HĐ PBGDPL")
    q1, half, *_ = preset_periods(2027)
    own = replace(q1, key="x", name="9 tháng đầu năm")
    assert form_file_name(q1, unit, AGENCY) == "Phieu-Q1-2027_HD-PBGDPL_SNgV.xlsx"
    assert form_file_name(half, replace(unit, short=""), None) == (
        "Phieu-6T-2027_Hoi-dong-pho-bien-giao-duc-phap-luat.xlsx"
    )
    assert form_file_name(own, unit, None) == "Phieu-9-thang-dau-nam-2027_HD-PBGDPL.xlsx"


def test_a_taken_name_is_never_used_again(tmp_path):
    found = []
    for _ in range(3):
        path = free_name(tmp_path, "KH.docx")
        path.touch()
        found.append(path.name)
    assert found == ["KH.docx", "KH_2.docx", "KH_3.docx"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kế hoạch số 31.docx", "Kế hoạch số 31.docx"),
        ("CON", "_CON"),
        ("nul.pdf", "_nul.pdf"),
        ("com1 .txt", "_com1.txt"),
        ("LPT9.tar.gz", "_LPT9.tar.gz"),
        ("CONG-VAN.pdf", "CONG-VAN.pdf"),
        ("a?.pdf", "a_.pdf"),
        ('<a>:"b|c*\\d/e.xlsx', "_a___b_c__d_e.xlsx"),
        ("báo cáo. ", "báo cáo"),
        ("...", "_"),
        ("", "_"),
        (".gitignore", ".gitignore"),
        ("tab\t\x1f.pdf", "tab__.pdf"),
    ],
)
def test_a_copy_opens_under_nearly_its_own_name(name, expected):
    assert openable_name(name) == expected


@pytest.mark.parametrize(
    "name", ["ệ" * 250 + ".pdf", "a" * 250 + ".docx", "x." + "y" * 250, "Kế hoạch " * 40]
)
def test_long_names_fit_into_a_path_of_windows(name):
    made = openable_name(name)
    assert len(made.encode()) <= 150
    assert made.endswith((".pdf", ".docx")) == name.endswith((".pdf", ".docx"))
    assert openable_name(made) == made


def test_forms_are_known_by_their_names():
    unit = Unit("u", "Phòng Hợp tác quốc tế", "HTQT")
    name = form_file_name(preset_periods(2027)[2], unit, AGENCY)
    assert is_form_name(name)
    assert is_form_name(name.replace(".xlsx", " (1).XLSX"))
    assert not is_form_name("Biểu số liệu.xlsx")
    assert not is_form_name("Phieu-trinh.pdf")


@pytest.mark.parametrize(
    "name",
    [
        "chay.exe",
        "CHAY.EXE",
        "Báo cáo.pdf.exe",
        "Báo cáo.docx                      .scr",
        "mo.bat",
        "mo.cmd",
        "mo.com",
        "mo.js",
        "mo.vbs",
        "mo.ps1",
        "cai.msi",
        "tat.lnk",
        "tat.url",
        "khoa.reg",
        "chay.exe. ",
    ],
)
def test_programs_are_known_by_their_names(name):
    assert is_program(name)


@pytest.mark.parametrize(
    "name", ["Kế hoạch.docx", "Biểu.xlsx", "quét.pdf", "ảnh.jpg", "thu.msg", "goi.zip", "exe", "a"]
)
def test_documents_are_no_programs(name):
    assert not is_program(name)
