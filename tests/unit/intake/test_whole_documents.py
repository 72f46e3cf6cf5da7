"""Whole documents: several phụ lục, empty tables, none at all, the program's own sheets; what is no
plan is refused.
"""

from typing import Any

import pytest

from cchc_desktop.domain.errors import RefusedInput
from cchc_desktop.domain.plan import Area, Section, Task
from cchc_desktop.domain.proposal import Proposal
from cchc_desktop.domain.timeline import SHEET_NAME, SHEET_TITLE
from cchc_desktop.intake.plan_intake import propose_plan

YEAR = 2025
HEAD = ("STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian")


def of(proposal: Proposal, kind: type) -> list[Any]:
    return [item.edit.after for item in proposal.items if isinstance(item.edit.after, kind)]


def grid(office: Any, *texts: tuple[str, ...], title: str = "Kế hoạch") -> Any:
    return office.Grid([[office.Cell(text) for text in row] for row in (HEAD, *texts)], title=title)


def task(number: str, text: str) -> tuple[str, ...]:
    return (number, text, "Báo cáo", "Văn phòng", "Thanh tra Sở", "Quý II")


def test_the_title_of_a_second_phu_luc_is_no_area(office: Any) -> None:
    area = ("I", "Cải cách thể chế", "", "", "", "")
    source = office.word(
        office.Line("PHỤ LỤC I", bold=True),
        office.Line("NHIỆM VỤ TRỌNG TÂM", bold=True),
        grid(office, area, task("1", "Soạn quy chế")),
        office.Line("PHỤ LỤC II", bold=True),
        office.Line("NHIỆM VỤ THƯỜNG XUYÊN", bold=True),
        grid(office, ("II", *area[1:]), task("1", "Rà soát văn bản")),
    )
    proposal = propose_plan(source, YEAR)
    assert [(area.number, area.title) for area in of(proposal, Area)] == [
        ("I", "Cải cách thể chế"),
        ("II", "Cải cách thể chế"),
    ]


def test_a_table_with_a_head_only_holds_no_tasks(office: Any) -> None:
    lines = (office.Line(text) for text in ("I. MỤC TIÊU", "Phục vụ tốt.", "II. NHIỆM VỤ"))
    proposal = propose_plan(office.word(*lines, grid(office)), YEAR)
    assert not of(proposal, Task)
    assert [section.number for section in of(proposal, Section)] == ["I", "II"]
    assert ["chưa có nhiệm vụ" in doubt.why for doubt in proposal.doubts] == [True]


@pytest.mark.parametrize(("title", "doubted"), [(SHEET_TITLE, False), ("TIẾN ĐỘ CÁC DỰ ÁN", True)])
def test_only_the_programs_own_timeline_is_left_out_without_a_word(
    office: Any, title: str, *, doubted: bool
) -> None:
    timeline = office.Grid(
        [[office.Cell(f"{title} KẾ HOẠCH")], [office.Cell("Soạn quy chế"), office.Cell("■")]],
        title=SHEET_NAME,
    )
    source = office.excel(grid(office, task("1", "Soạn quy chế")), timeline)
    assert bool(propose_plan(source, YEAR).doubts) is doubted


def test_a_table_inside_a_whole_document(office: Any, invented: Any) -> None:
    letterhead = office.Grid(
        [
            [
                office.Cell("UBND TỈNH HẢI VÂN\nSỞ ĐỐI NGOẠI\nSố:     /KH-SĐN"),
                office.Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
            ]
        ]
    )
    budget = office.Grid(
        [
            [office.Cell(t) for t in ("STT", "Nội dung chi", "Số lượng", "Thành tiền")],
            [office.Cell(t) for t in ("1", "In tài liệu", "200 bộ", "4.000.000")],
        ]
    )
    signature = office.Grid(
        [
            [
                office.Cell("Nơi nhận:\n- Các phòng;\n- Lưu: VT."),
                office.Cell("GIÁM ĐỐC\n\nLê Văn Mẫu"),
            ]
        ]
    )
    source = office.word(
        letterhead,
        office.Line("KẾ HOẠCH", bold=True, centred=True),
        office.Line("I. MỤC TIÊU"),
        office.Line("Nâng cao chất lượng phục vụ."),
        office.Line("II. DANH MỤC NHIỆM VỤ"),
        office.Grid(invented.seven(office)),
        office.Line("III. KINH PHÍ"),
        budget,
        signature,
    )
    _, wrong = invented.right_share(propose_plan(source, YEAR), invented.with_goals())
    assert not wrong


@pytest.mark.parametrize(
    "texts",
    [
        ("Kính gửi: Sở Nội vụ", "Sở Đối ngoại xin gửi danh sách công chức."),
        ("BÁO CÁO", "Kết quả năm 2025", "I. MỤC TIÊU", "Tốt.", "II. NHIỆM VỤ", "Tốt."),
        ("Điều 1. Tên gọi", "I. MỤC ĐÍCH", "Đọc sách.", "II. NHIỆM VỤ", "Giữ sách."),
        ("Số: 12/SNgV-VP", "Theo kế hoạch.", "I. MỤC TIÊU", "Tốt.", "II. NHIỆM VỤ", "Tốt."),
        (),
    ],
)
def test_a_file_that_is_no_plan_is_refused_in_one_sentence(
    office: Any, texts: tuple[str, ...]
) -> None:
    people = office.Grid([[office.Cell("STT"), office.Cell("Họ và tên"), office.Cell("Chức vụ")]])
    with pytest.raises(RefusedInput, match=r"^Không thấy .*; hãy chọn tệp kế hoạch\.$"):
        propose_plan(office.word(*map(office.Line, texts), people), YEAR)


@pytest.mark.parametrize(
    ("times", "refused"),
    [
        (("08h00 - 08h15", "Từ 8 giờ 15 phút đến 9 giờ"), True),
        (("Từ 8h00 đến 9h00 ngày 14/3", "Từ 8h00 đến 9h00 ngày 15/3"), False),
    ],
)
def test_a_programme_by_the_hour_is_no_plan(
    office: Any, times: tuple[str, str], *, refused: bool
) -> None:
    rows = [(*task(str(n), "Phát biểu")[:-1], time) for n, time in enumerate(times, start=1)]
    source = office.word(grid(office, *rows))
    if refused:
        with pytest.raises(RefusedInput):
            propose_plan(source, YEAR)
    else:
        assert len(of(propose_plan(source, YEAR), Task)) == 2


def test_a_plan_without_a_table_is_its_narrative(office: Any) -> None:
    texts = ("I. MỤC TIÊU", "Nâng cao chất lượng.", "II. TỔ CHỨC THỰC HIỆN", "Giao Văn phòng Sở.")
    proposal = propose_plan(office.word(*map(office.Line, texts)), YEAR)
    assert len(of(proposal, Section)) == 2
    assert [doubt.row for doubt in proposal.doubts] == [0]
