"""Units in the words of lead and coordinating cells, read against the units known."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.units import UnitMention, UnitReader, learn_units

OFFICE = "Văn phòng Sở"
COOPERATION = "Phòng Hợp tác quốc tế"
CONSULAR = "Phòng Lãnh sự - Người Việt Nam ở nước ngoài"
BORDER = "Phòng Quản lý Biên giới"
PRESS = "Phòng Quản lý báo chí"
INSPECTORS = "Thanh tra Sở"
CENTRE = "Trung tâm Dịch vụ đối ngoại"
UNION = "Công đoàn"
EMULATION = "Hội đồng thi đua, khen thưởng"
LAW = "Hội đồng phổ biến giáo dục pháp luật"
IDEAS = "Hội đồng xét sáng kiến cấp cơ sở"
ROOMS = "Các phòng chuyên môn"
HEADS = "Ban Giám đốc"
PROVINCE = "Văn phòng UBND tỉnh"
FILE = [
    *(OFFICE, COOPERATION, CONSULAR, BORDER, PRESS, INSPECTORS, CENTRE, UNION),
    *(EMULATION, LAW, IDEAS, ROOMS, HEADS, PROVINCE),
]
UNITS = learn_units(FILE)


def names(cell: str, known: list[Unit]) -> list[str | None]:
    return [mention.name for mention in UnitReader(known).read(cell)]


SIX_COLUMN_PLAN = {
    "Phòng Lãnh sự và Người VN ở nước ngoài": ["Phòng Lãnh sự và Người Việt Nam ở nước ngoài"],
    "Phòng Lãnh sự và Người Việt Nam ở nước ngoài": [
        "Phòng Lãnh sự và Người Việt Nam ở nước ngoài"
    ],
    "Phòng Lãnh sự và NVNONN; Phòng Hợp tác Quốc tế": [
        "Phòng Lãnh sự và Người Việt Nam ở nước ngoài",
        "Phòng Hợp tác Quốc tế",
    ],
    "Phòng HTQT": ["Phòng Hợp tác Quốc tế"],
    "Văn phòng": ["Văn phòng"],
    "Công đoàn": ["Công đoàn"],
    "Hội đồng PBGDPL của Sở": ["Hội đồng phổ biến giáo dục pháp luật"],
    "Hội đồng phổ biến giáo dục pháp luật": ["Hội đồng phổ biến giáo dục pháp luật"],
    "Hội đồng TĐKT của Sở": ["Hội đồng TĐKT của Sở"],
    "Hội đồng xét sáng kiến cấp cơ sở": ["Hội đồng xét sáng kiến cấp cơ sở"],
    "Hội đồng đánh giá chấm điểm Chỉ số CCHC của Sở": [
        "Hội đồng đánh giá chấm điểm Chỉ số CCHC của Sở"
    ],
    "": [],
    "Các phòng chuyên môn": ["Các phòng chuyên môn"],
    "Các phòng, các phòng chuyên môn": ["Các phòng chuyên môn"],
    "Các phòng, các chuyên môn": ["Các phòng chuyên môn"],
    "Các phòng chuyên môn liên quan": ["Các phòng chuyên môn liên quan"],
    "Các phòng chuyên môn và các cơ quan liên quan": [
        "Các phòng chuyên môn",
        "Các cơ quan liên quan",
    ],
    "Văn phòng, và các phòng chuyên môn": ["Văn phòng", "Các phòng chuyên môn"],
    "Văn phòng và các phòng chuyên môn": ["Văn phòng", "Các phòng chuyên môn"],
    "Văn phòng và các đơn vị thuộc Sở": ["Văn phòng", "Các đơn vị thuộc Sở"],
    "Thành viên của HĐ và đơn xét sáng kiến của cá nhân": [None],
}
SEVEN_COLUMN_PLAN = {
    "Văn phòng Sở": [OFFICE],
    "- Văn phòng Sở": [OFFICE],
    "- Phòng Lãnh sự - Người Việt Nam ở nước ngoài": [CONSULAR],
    "Phòng Hợp tác quốc tế (trên trang TTĐT Sở Ngoại vụ)": [COOPERATION],
    "- Phòng Lãnh sự - Người Việt Nam ở nước ngoài\n- Phòng Hợp tác quốc tế": [
        CONSULAR,
        COOPERATION,
    ],
    "- Văn phòng Sở\n- Phòng Lãnh sự - Người Việt Nam ở nước ngoài": [OFFICE, CONSULAR],
    "- Văn phòng Sở\n- Phòng Hợp tác quốc tế": [OFFICE, COOPERATION],
}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("binhdinh2020_tasks.json", SIX_COLUMN_PLAN),
        ("dongnai2024_sample_tasks.json", SEVEN_COLUMN_PLAN),
    ],
)
def test_every_cell_of_a_real_plan(
    shared_data: Path, file: str, expected: dict[str, list[str | None]]
) -> None:
    tasks = json.loads((shared_data / file).read_text(encoding="utf-8"))
    cells = [task[key] for task in tasks for key in ("lead", "coordinating")]
    units = learn_units(cells)
    assert {cell: names(cell, units) for cell in cells} == expected


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        (
            OFFICE,
            [
                *("Văn phòng", "VP", "VP Sở", "vp sở", "Văn Phòng Sở", "VĂN PHÒNG SỞ"),
                *("Văn phòng của Sở", "Văn phòng thuộc Sở", "Văn phòng Sở.", "Văn phòng Sở Mẫu"),
                *("Van phong So", "Văn phòng Sở (đầu mối)", "Văn phòng Sở là đầu mối", "1. VP Sở"),
                *("Chủ trì: Văn phòng", "Giao Văn phòng", "Văn phòng Sở chủ trì", "• Văn phòng;"),
            ],
        ),
        (
            COOPERATION,
            [
                *("Phòng HTQT", "P. HTQT", "P.HTQT", "P HTQT", "PHTQT", "HTQT", "phòng htqt"),
                *("Hợp tác quốc tế", "Phòng Hợp tác Quốc Tế", "Phòng  Hợp tác\nquốc tế"),
                *("Phòng Hợp tác quốc tế (HTQT)", "Phòng HTQT (chủ trì)", "Phong Hop tac quoc te"),
                *("Phòng Hợp tác quốc tế thuộc Sở", "Phòng Hơp tác quôc tế", "PHÒNG HỢP TÁC QT"),
            ],
        ),
        (
            CONSULAR,
            [
                *("Phòng LS-NVNONN", "P. LS - NVNONN", "Phòng LS&NVNONN", "LS-NVNONN", "LSNVNONN"),
                *("Phòng Lãnh sự và NVNONN", "Phòng Lãnh sự & NVNONN", "Phòng Lãnh sự, NVNONN"),
                *("Phòng Lãnh sự và Người VN ở nước ngoài", "Phòng LS-NVN ở nước ngoài"),
                *("Phòng Lãnh sự -\nNgười Việt Nam ở nước ngoài", "Phòng Lãnh sự – NVNONN"),
                *("Phòng Lãnh sự\n- Người Việt Nam ở nước ngoài", "Phòng Lãnh sự/NVNONN"),
            ],
        ),
        (BORDER, ["Phòng QLBG", "P.QLBG", "Phòng Quản lí biên giới", "Phòng Quản lý BG"]),
        (PRESS, ["Phòng QLBC", "Phòng Quản lý Báo chí của Sở"]),
        (INSPECTORS, ["Thanh tra", "TTr Sở", "Thanh Tra sở", "TTr"]),
        (CENTRE, ["TT DVĐN", "TTDVĐN", "Trung tâm DVĐN", "TT Dịch vụ Đối ngoại", "TT. DVĐN"]),
        (UNION, ["Công đoàn Sở", "Công đoàn cơ quan", "CĐ"]),
        (
            EMULATION,
            [
                *("HĐ TĐKT", "Hội đồng TĐ-KT", "Hội đồng Thi đua - Khen thưởng", "HĐTĐKT"),
                *("Hội đồng TĐKT của Sở", "Hội đồng thi đua khen thưởng"),
            ],
        ),
        (LAW, ["Hội đồng PBGDPL", "HĐ phổ biến GDPL Sở", "Hội đồng phổ biến, giáo dục pháp luật"]),
        (HEADS, ["BGĐ", "Ban Giám đốc Sở"]),
        (PROVINCE, ["VP UBND tỉnh", "Văn phòng Uỷ ban nhân dân tỉnh", "Văn phòng UBND tỉnh Mẫu"]),
        (ROOMS, ["Các phòng CM", "các phòng chuyên môn thuộc Sở", "Các Phòng Chuyên môn"]),
    ],
)
def test_spellings_of_one_unit(name: str, spellings: list[str]) -> None:
    reader = UnitReader(UNITS)
    read = {spelling: reader.read(spelling) for spelling in spellings}
    assert read == {s: [UnitMention(read[s][0].typed, name, sure=True)] for s in spellings}


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Phòng Hợp tác quốc tees", None),
        ("Phòng Hợp tá quốc tế", COOPERATION),
        ("Phòng Hợp tác quốcc tế", COOPERATION),
        ("Phòng Hợp tácquốc tế", COOPERATION),
        ("Phòng Lãnh sự", CONSULAR),
        ("Phòng Người Việt Nam ở nước ngoài - Lãnh sự", CONSULAR),
        ("Hội đồng phối hợp PBGDPL", LAW),
        ("Hội đồng phối hợp phổ biến, giáo dục pháp luật của Sở", LAW),
        ("Hội đồng sáng kiến", IDEAS),
        ("HĐ xét sáng kiến", IDEAS),
        ("Các phòng", ROOMS),
    ],
)
def test_a_mere_likeness_is_never_sure(cell: str, name: str | None) -> None:
    (mention,) = UnitReader(UNITS).read(cell)
    assert (mention.name, mention.sure) == (name, False)


@pytest.mark.parametrize(
    "cell",
    [
        *("Thanh tra tỉnh", "Hội đồng PBGDPL tỉnh", "Công đoàn viên chức tỉnh", "Công đoàn ngành"),
        *("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "VP HĐND và UBND huyện", "Văn phòng Tỉnh ủy"),
        *("Phòng Quản lý bản ghi", "Phòng Quản lý", "Hội đồng kỷ luật", "Hội đồng khoa học"),
        *("Trung tâm Dịch vụ việc làm", "Các phòng nghiệp vụ", "Các cơ quan liên quan"),
        *("Sở Nội vụ", "Bộ phận kế toán", "Tổ một cửa", "Ban Chỉ đạo CCHC", "Nguyễn Văn An"),
        *("Phòng Hợp tác quốc tế 2", "Như trên", "Phó Giám đốc", "Sở Hợp tác quốc tế"),
    ],
)
def test_other_units_are_not_taken_for_known_ones(cell: str) -> None:
    assert UnitReader(UNITS).read(cell) == [UnitMention(cell, None, sure=False)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Văn phòng, và các phòng chuyên môn", [OFFICE, ROOMS]),
        ("Văn phòng và các phòng CM", [OFFICE, ROOMS]),
        ("Văn phòng Sở, các phòng chuyên môn", [OFFICE, ROOMS]),
        ("Văn phòng Sở cùng các phòng chuyên môn", [OFFICE, ROOMS]),
        ("Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn", [OFFICE, ROOMS]),
        ("Văn phòng Sở (kiểm soát TTHC) phối hợp các phòng chuyên môn", [OFFICE, ROOMS]),
        ("Phòng HTQT: tham mưu; Văn phòng: tổng hợp số liệu", [COOPERATION, OFFICE]),
        ("Văn phòng Sở,Phòng HTQT;Thanh tra", [OFFICE, COOPERATION, INSPECTORS]),
        ("VĂN PHÒNG SỞ; CÁC PHÒNG CHUYÊN MÔN", [OFFICE, ROOMS]),
        ("Chủ trì: Văn phòng; phối hợp: Phòng HTQT", [OFFICE, COOPERATION]),
        ("Văn phòng (chủ trì), Phòng HTQT (phối hợp)", [OFFICE, COOPERATION]),
        ("Văn phòng (đ/c An, tổng hợp; báo cáo), Thanh tra", [OFFICE, INSPECTORS]),
        ("Văn phòng (theo dõi,\ntổng hợp)\nThanh tra", [OFFICE, INSPECTORS]),
        ("- Văn phòng Sở - Phòng HTQT", [OFFICE, COOPERATION]),
        ("Văn phòng Sở- Phòng HTQT", [OFFICE, COOPERATION]),
        ("Văn phòng Sở-Phòng HTQT", [OFFICE, COOPERATION]),
        ("VP-HTQT", [OFFICE, COOPERATION]),
        ("VP, HTQT", [OFFICE, COOPERATION]),
        ("VP\nHTQT\nLS-NVNONN", [OFFICE, COOPERATION, CONSULAR]),
        ("HTQT/QLBG", [COOPERATION, BORDER]),
        ("HTQT + VP", [COOPERATION, OFFICE]),
        ("HTQT, LS-NVNONN & VP", [COOPERATION, CONSULAR, OFFICE]),
        ("1. Văn phòng Sở\n2. Phòng HTQT", [OFFICE, COOPERATION]),
        ("1) Văn phòng Sở\n2) Phòng HTQT", [OFFICE, COOPERATION]),
        ("a) Văn phòng\nb) Thanh tra", [OFFICE, INSPECTORS]),
        ("• Văn phòng\n• Phòng HTQT", [OFFICE, COOPERATION]),
        ("+ Văn phòng\n+ Phòng HTQT", [OFFICE, COOPERATION]),
        ("\uf02d Văn phòng\n\uf02d Phòng HTQT", [OFFICE, COOPERATION]),
        ("Văn phòng\nPhòng HTQT", [OFFICE, COOPERATION]),
        ("Văn\nphòng Sở\nHội\nđồng TĐKT", [OFFICE, EMULATION]),
        ("Văn phòng\nSở; Các\nphòng chuyên môn", [OFFICE, ROOMS]),
        ("Các phòng\nchuyên môn,\nThanh tra", [ROOMS, INSPECTORS]),
        ("Văn phòng. Các phòng chuyên môn", [OFFICE, ROOMS]),
        ("Phòng HTQT, Lãnh sự - Người Việt Nam ở nước ngoài", [COOPERATION, CONSULAR]),
        ("Phòng HTQT, Quản lý Biên giới và Văn phòng", [COOPERATION, BORDER, OFFICE]),
        ("Các phòng HTQT, LS-NVNONN", [COOPERATION, CONSULAR]),
        ("Các phòng: HTQT, LS-NVNONN, QLBG", [COOPERATION, CONSULAR, BORDER]),
        ("các phòng Hợp tác quốc tế và Quản lý biên giới", [COOPERATION, BORDER]),
        ("02 phòng: HTQT và QLBG", [COOPERATION, BORDER]),
        ("Các phòng chuyên môn, Thanh tra, Văn phòng", [ROOMS, INSPECTORS, OFFICE]),
        ("Các phòng chuyên môn, TTDVĐN", [ROOMS, CENTRE]),
        ("Hội đồng thi đua, khen thưởng, Công đoàn", [EMULATION, UNION]),
        ("VP UBND tỉnh; Văn phòng Sở", [PROVINCE, OFFICE]),
        ("Văn phòng và Thanh tra Sở", [OFFICE, INSPECTORS]),
        ("Văn phòng Sở, VP Sở", [OFFICE]),
        ("Không", []),
        ("-", []),
        (" \n ", []),
    ],
)
def test_several_units_in_a_cell(cell: str, expected: list[str]) -> None:
    mentions = UnitReader(UNITS).read(cell)
    assert [mention.name for mention in mentions] == expected
    assert all(mention.sure for mention in mentions)


def test_learning_again_changes_nothing() -> None:
    assert learn_units(FILE, UNITS) == UNITS


@settings(deadline=None)
@given(st.lists(st.sampled_from(FILE), unique=True), st.sampled_from(["; ", "\n", "\n- "]))
def test_any_list_of_known_units_is_read_back(cell_units: list[str], separator: str) -> None:
    assert names(separator.join(cell_units), UNITS) == cell_units


@settings(deadline=None)
@given(st.text(st.sampled_from("PhòngVănSởHTQT và,;-–/&()[]:.\n123各\u0301"), max_size=60))
def test_any_text_is_read(cell: str) -> None:
    units = learn_units([cell])
    for mention in UnitReader(units).read(cell):
        assert mention.typed
        assert mention.name is None or mention.name in {unit.name for unit in units}


def test_many_cells_are_read_fast() -> None:
    rooms = [f"Phòng {a} {b}" for a in ("Kế hoạch", "Tài chính", "Pháp chế") for b in range(30)]
    cells = [f"{one}; {two} và các phòng" for one in rooms for two in rooms[:56]]
    start = time.process_time()
    reader = UnitReader(learn_units(cells))
    assert all(len(reader.read(cell)) >= 2 for cell in cells)
    assert time.process_time() - start < 15  # far above what it takes; a square would take minutes
