"""The units that the cells of a plan name: one for all its spellings, with its fullest name."""

import pytest

from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitMention, UnitReader, learn_units


@pytest.mark.parametrize(
    "cells",
    [
        ["Phòng Kế hoạch và Tài chính", "Phòng Kế hoạch - Tài chính", "Phòng KHTC", "P. KH-TC"],
        ["Phòng Tổ chức - Hành chính", "Phòng Tổ chức, Hành chính", "Phòng TCHC"],
        ["Phòng Hành chính - Tổng hợp", "Phòng HC-TH", "Phòng Hành chính Tổng hợp", "P.HCTH"],
        ["Phòng Pháp chế - Thanh tra"],
        ["Phòng Phòng chống tệ nạn xã hội", "Phòng PCTNXH"],
        ["Phòng Xây dựng chính quyền và Công tác thanh niên", "Phòng XDCQ&CTTN"],
        ["Phòng Khoa học và Sở hữu trí tuệ", "Phòng KH&SHTT"],
        ["Phòng Hợp tác và Hội nhập quốc tế"],
        ["Hội đồng thi đua, khen thưởng", "Hội đồng TĐKT"],
        ["Ban Chỉ đạo phòng, chống tham nhũng", "BCĐ PCTN"],
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", "Sở VH, TT và DL"],
        ["Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH", "Sở LĐTBXH"],
        ["Sở Thông tin và Truyền thông", "Sở TT&TT", "Sở TTTT tỉnh"],
        ["Trung tâm Phục vụ hành chính công tỉnh", "Trung tâm PVHCC", "TT Phục vụ HCC tỉnh"],
        ["Văn phòng Đoàn ĐBQH và HĐND tỉnh", "VP Đoàn ĐBQH và HĐND tỉnh"],
        ["Bộ phận Tiếp nhận và Trả kết quả", "Bộ phận TN&TKQ"],
        ["Đài Phát thanh và Truyền hình tỉnh", "Đài PT-TH tỉnh"],
        ["Bộ Chỉ huy Quân sự tỉnh", "BCH Quân sự tỉnh"],
        ["Các cơ quan, đơn vị có liên quan", "các cơ quan, đơn vị liên quan"],
        ["Các phòng, đơn vị trực thuộc Sở", "Các phòng, đơn vị thuộc Sở", "các phòng, đơn vị"],
        ["Các sở, ban, ngành", "Các Sở, Ban, ngành"],
        ["UBND các huyện, thị xã, thành phố"],
        ["Cán bộ, công chức, viên chức và người lao động"],
        ["Toàn thể công chức, người lao động của Sở", "Toàn thể công chức, người lao động"],
        ["Thủ trưởng các phòng, đơn vị thuộc Sở", "Thủ trưởng các phòng, đơn vị"],
        ["Các đơn vị thuộc và trực thuộc Sở"],
        ["Các phòng, ban"],
        ["Phòng, ban liên quan"],
        ["Tổ Công tác cải cách hành chính của Sở", "Tổ công tác CCHC"],
        ["Kế toán"],
        ["HTQT"],
    ],
)
def test_one_unit_however_it_is_spelt(cells: list[str]) -> None:
    (unit,) = learn_units(cells)
    assert unit.name == cells[0]
    reader = UnitReader([unit])
    read = [[mention.name for mention in reader.read(cell)] for cell in cells]
    assert read == [[cells[0]]] * len(cells)


@pytest.mark.parametrize(
    "cells",
    [
        ["Phòng Quản lý Biên giới", "Phòng Quản lý báo chí"],
        ["Hội đồng xét sáng kiến", "Hội đồng thi đua"],
        ["Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2"],
        ["Phòng Nghiệp vụ I", "Phòng Nghiệp vụ II"],
        ["Chi cục Thủy sản", "Chi cục Thủy văn"],
        ["Phòng Kế hoạch", "Phòng Kế toán", "Phòng Kinh tế"],
        ["Phòng Trồng trọt", "Phòng Trồng rừng"],
        ["Thanh tra Sở", "Thanh tra tỉnh"],
        ["Văn phòng Sở", "Văn phòng UBND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh"],
        ["Văn phòng Sở Nội vụ", "Văn phòng Sở Tài chính"],
        ["Sở Nội vụ", "Sở Ngoại vụ"],
        ["Sở Văn hóa, Thể thao và Du lịch", "Sở Du lịch"],
        ["Công đoàn", "Công đoàn viên chức tỉnh"],
        ["Các phòng chuyên môn", "Các cơ quan liên quan", "Các đơn vị thuộc Sở"],
        ["Các phòng chuyên môn", "Các phòng chuyên môn liên quan"],
        ["Lãnh đạo Sở", "Lãnh đạo các phòng"],
        ["Phòng Quản lý biên giới", "Phòng Quản lý bản ghi", "Phòng QLBG"],
    ],
)
def test_different_units_stay_apart(cells: list[str]) -> None:
    assert [unit.name for unit in learn_units(cells)] == cells


def test_a_reversed_name_is_one_unit_but_never_surely() -> None:
    units = learn_units(["Phòng Tổ chức - Hành chính", "Phòng Hành chính - Tổ chức"])
    assert [unit.name for unit in units] == ["Phòng Tổ chức - Hành chính"]
    (mention,) = UnitReader(units).read("Phòng Hành chính - Tổ chức")
    assert mention == UnitMention("Phòng Hành chính - Tổ chức", units[0].name, sure=False)


@pytest.mark.parametrize(
    ("cells", "cell", "expected"),
    [
        (
            ["Phòng Hợp tác quốc tế", "Phòng Lãnh sự", "Phòng Hợp tác quốc tế, Lãnh sự"],
            "Phòng Hợp tác quốc tế, Lãnh sự",
            [("Phòng Hợp tác quốc tế", True), ("Phòng Lãnh sự", True)],
        ),
        (
            ["Phòng Hợp tác quốc tế, Lãnh sự, Biên giới"],
            "Phòng Hợp tác quốc tế, Lãnh sự, Biên giới",
            [("Phòng Hợp tác quốc tế, Lãnh sự, Biên giới", False)],
        ),
        (
            ["Hội đồng khoa học", "Hội đồng sáng kiến", "Hội đồng khoa học, sáng kiến"],
            "Hội đồng khoa học, sáng kiến",
            [("Hội đồng khoa học", True), ("Hội đồng sáng kiến", False)],
        ),
        (
            ["Sở Nội vụ; Sở Tài chính; Sở Tư pháp"],
            "Các Sở: Nội vụ, Tài chính, Tư pháp",
            [("Sở Nội vụ", True), ("Sở Tài chính", True), ("Sở Tư pháp", True)],
        ),
        (
            ["Các Sở: Nội vụ, Kế hoạch và Đầu tư, Văn hóa, Thể thao và Du lịch"],
            "Các Sở: Nội vụ, Kế hoạch và Đầu tư, Văn hóa, Thể thao và Du lịch",
            [
                ("Sở Nội vụ", True),
                ("Sở Kế hoạch và Đầu tư", True),
                ("Sở Văn hóa, Thể thao và Du lịch", True),
            ],
        ),
        (
            ["Ban Kinh tế, Trạm Y tế; Hạt Kiểm lâm và Đội Quản lý đê, Thường trực HĐND"],
            "Ban Kinh tế, Trạm Y tế; Hạt Kiểm lâm và Đội Quản lý đê, Thường trực HĐND",
            [
                *(("Ban Kinh tế", True), ("Trạm Y tế", True), ("Hạt Kiểm lâm", True)),
                *(("Đội Quản lý đê", True), ("Thường trực HĐND", True)),
            ],
        ),
        (
            ["Phòng Tài chính", "Phòng Tổ chức", "Phòng TC"],
            "Phòng TC",
            [("Phòng TC", False)],
        ),
    ],
)
def test_what_other_cells_say_decides(
    cells: list[str], cell: str, expected: list[tuple[str, bool]]
) -> None:
    mentions = UnitReader(learn_units(cells)).read(cell)
    assert [(mention.name, mention.sure) for mention in mentions] == expected


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (["Văn phòng", "Văn phòng Sở", "VP Sở"], "Văn phòng Sở"),
        (["phòng Hợp tác Quốc tế", "Phòng HTQT", "Phòng HTQT"], "Phòng Hợp tác Quốc tế"),
        (["Phòng Lãnh sự và NVNONN", "Phòng LS và Người VN ở nước ngoài"], "Phòng LS và Người VN "),
        (["HỘI ĐỒNG THI ĐUA KHEN THƯỞNG", "Hội đồng thi đua khen thưởng"], "Hội đồng thi đua khen"),
        (["Hội đồng PBGDPL của Sở", "HĐ phổ biến giáo dục pháp luật"], "HĐ phổ biến giáo dục phá"),
        (["Phòng Hơp tác quốc tế", *["Phòng Hợp tác quốc tế"] * 2], "Phòng Hợp tác quốc tế"),
        (["Phòng HTQT (Hợp tác quốc tế)", "Phòng HTQT"], "Phòng Hợp tác quốc tế"),
        (["Hội đồng TĐKT của Sở"], "Hội đồng TĐKT của Sở"),
    ],
)
def test_the_name_is_the_fullest_spelling_typed(cells: list[str], name: str) -> None:
    (unit,) = learn_units(cells)
    assert unit.name.startswith(name)


@pytest.mark.parametrize(
    ("name", "kind", "short"),
    [
        ("Phòng Hợp tác quốc tế", "phòng", "HTQT"),
        ("Phòng Lãnh sự - Người Việt Nam ở nước ngoài", "phòng", "LS-NVNONN"),
        ("Phòng Lãnh sự", "phòng", "P. Lãnh sự"),
        ("Phòng Nghiệp vụ II", "phòng", "NVII"),
        ("Văn phòng Sở", "phòng", "VP Sở"),
        ("Văn phòng", "phòng", "VP Sở"),
        ("Trung tâm Dịch vụ đối ngoại", "phòng", "TT DVĐN"),
        ("Hội đồng phổ biến giáo dục pháp luật của Sở", "hội đồng", "HĐ PBGDPL"),
        (
            "Hội đồng đánh giá chấm điểm Chỉ số CCHC của Sở",
            "hội đồng",
            "HĐ đánh giá chấm điểm Chỉ số CCHC",
        ),
        ("Ban Chỉ đạo cải cách hành chính", "hội đồng", "BCĐ CCHC"),
        ("Công đoàn", "đoàn thể", "Công đoàn"),
        ("Chi bộ Sở", "đoàn thể", "Chi bộ Sở"),
        ("Các phòng chuyên môn", "nhóm", "Các phòng CM"),
        ("Toàn thể công chức", "nhóm", "Toàn thể công chức"),
        ("UBND các huyện, thị xã", "nhóm", "UBND các huyện, thị xã"),
        ("Sở Nội vụ", "ngoài", "Sở Nội vụ"),
        ("Văn phòng UBND tỉnh", "ngoài", "VP UBND"),
        ("Thanh tra tỉnh", "ngoài", "Thanh tra tỉnh"),
    ],
)
def test_kind_and_short_name(name: str, kind: str, short: str) -> None:
    (unit,) = learn_units([name])
    assert (unit.name, unit.kind, unit.short) == (name, kind, short)


def test_short_names_differ() -> None:
    units = learn_units(["Phòng Quản lý biên giới", "Phòng Quản lý bản ghi"])
    assert [unit.short for unit in units] == ["QLBG", "Phòng Quản lý bản ghi"]


def test_known_units_keep_their_identity_and_gain_aliases() -> None:
    known = [
        Unit("u1", "Phòng HTQT", "HTQT"),
        Unit("u2", "Văn phòng Sở", "VP Sở", valid_from=2020),
        Unit("u3", "Phòng Đối ngoại nhân dân", aliases=("Phòng Hữu nghị",)),
    ]
    cells = ["Phòng Hợp tác quốc tế", "Văn phòng", "VĂN PHÒNG SỞ", "Phòng Hữu nghị; Thanh tra"]
    learnt = learn_units(cells, known)
    assert learnt[:3] == [
        Unit("u1", "Phòng Hợp tác quốc tế", "HTQT", aliases=("Phòng HTQT",)),
        Unit("u2", "Văn phòng Sở", "VP Sở", aliases=("Văn phòng",), valid_from=2020),
        known[2],
    ]
    assert [unit.name for unit in learnt[3:]] == ["Thanh tra"]
    (mention,) = UnitReader(learnt).read("Phòng Hữu nghị")
    assert mention.name == "Phòng Đối ngoại nhân dân"


def test_a_person_or_a_sentence_is_no_unit() -> None:
    cells = ["Nguyễn Văn An", "Đ/c An", "như trên", "đơn xét sáng kiến của cá nhân"]
    assert learn_units(cells) == []


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (
            "Văn phòng UBND tỉnh; UBND các xã, phường",
            ["Văn phòng UBND tỉnh", "UBND các xã, phường"],
        ),
        ("Văn phòng UBND tỉnh, UBND các xã", ["Văn phòng UBND tỉnh", "UBND các xã"]),
        (
            "Văn phòng HĐND và UBND xã; Phòng Kinh tế",
            ["Văn phòng HĐND và UBND xã", "Phòng Kinh tế"],
        ),
        ("Thuế tỉnh, Thống kê tỉnh, doanh nghiệp", ["Thuế tỉnh", "Thống kê tỉnh", "Doanh nghiệp"]),
        ("UBND huyện, thị xã, thành phố", ["UBND huyện, thị xã, thành phố"]),
        ("Bộ Văn hóa, Thể thao và Du lịch", ["Bộ Văn hóa, Thể thao và Du lịch"]),
    ],
)
def test_a_name_ends_where_its_level_stands(cell: str, names: list[str]) -> None:
    mentions = UnitReader(learn_units([cell])).read(cell)
    assert [mention.name for mention in mentions] == names
    assert all(mention.sure for mention in mentions)


def test_a_department_is_no_short_form_of_a_doubtful_name() -> None:
    cells = ["Sở Tài chính", "Sở Tài chính, Cơ sở ngoài công lập"]
    assert UnitReader(learn_units(cells)).read(cells[0]) == [
        UnitMention("Sở Tài chính", "Sở Tài chính", sure=True)
    ]
