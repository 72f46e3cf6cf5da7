"""Heads of task tables in the words that offices use, and heads of other tables."""

from collections.abc import Sequence

import pytest

from cchc_desktop.intake.grid_rows import grid_rows
from cchc_desktop.intake.table_heads import find_head
from cchc_desktop.office.grid import SourceCell, SourceParagraph, SourceTable


def table(*rows: Sequence[str]) -> SourceTable:
    cells = tuple(
        SourceCell(row, column, (SourceParagraph(text),))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return SourceTable(len(rows), max(map(len, rows)), cells)


@pytest.mark.parametrize(
    ("titles", "keys"),
    [
        (
            "STT|Mục tiêu|Nhiệm vụ cụ thể|Kết quả/Sản phẩm|Phòng ban chủ trì|Phòng ban phối hợp|"
            "Thời gian hoàn thành",
            "number goal task deliverable lead coordinating time",
        ),
        (
            "Nhiệm vụ chung|Nhiệm vụ cụ thể|Sản phẩm|Cơ quan chủ trì|Cơ quan phối hợp|"
            "Thời gian thực hiện",
            "broad task deliverable lead coordinating time",
        ),
        (
            "TT|NỘI DUNG CÔNG VIỆC|ĐƠN VỊ THỰC HIỆN|TIẾN ĐỘ|GHI CHÚ",
            "number task lead time own:GHI CHÚ",
        ),
        (
            "Số TT|Lĩnh vực|Hoạt động|Kết quả đầu ra|Chủ trì thực hiện|Phối hợp|Thời hạn|Kinh phí",
            "number broad task deliverable lead coordinating time own:Kinh phí",
        ),
        (
            "Thời gian|Nội dung nhiệm vụ|Sản phẩm đầu ra|Bộ phận chủ trì|Phối hợp",
            "time task deliverable lead coordinating",
        ),
        (
            "STT|Mục tiêu, chỉ tiêu|Nhiệm vụ|Kết quả đạt được|Đơn vị chủ trì thực hiện|"
            "Đơn vị phối hợp thực hiện|Thời gian",
            "number goal task deliverable lead coordinating time",
        ),
        (
            "S.T.T|Nội dung|Nhiệm vụ|Sản phẩm|Chủ trì|Thời gian (dự kiến)",
            "number second-task task deliverable lead time",
        ),
        (
            "TT|Các nhiệm vụ|Trách nhiệm thực hiện|Thời gian bắt đầu|Thời gian kết thúc",
            "number task lead own:Thời gian bắt đầu time",
        ),
        (
            "|Nhiệm vụ, giải pháp|Cơ quan, đơn vị chủ trì|Cơ quan, đơn vị phối hợp|Thời gian",
            "number task lead coordinating time",
        ),
        (
            "TT|Lĩnh vực, nhiệm vụ|Kết quả|Chủ trì, phối hợp|Hoàn thành trước",
            "number task deliverable lead time",
        ),
        (
            "STT|Nhiệm vụ|Cơ quan chủ trì|Đơn vị thực hiện, phối hợp|Thời gian",
            "number task lead coordinating time",
        ),
        (
            "STT|Nhiệm vụ|Đơn vị thực hiện, phối hợp|Thời gian, kết quả",
            "number task lead deliverable",
        ),
        (
            "STT|Nhiệm vụ|Chủ trì|Phối hợp|Từ ngày|Đến ngày",
            "number task lead coordinating own:Từ ngày time",
        ),
        (
            "STT|Nhiệm vụ|Kết quả năm 2024|Kết quả cần đạt|Chủ trì|Thời gian",
            "number task own:Kết quả năm 2024 deliverable lead time",
        ),
        (
            "STT|Nhiệm vụ|Chủ trì|Phối hợp|Hạn chế, nguyên nhân",
            "number task lead coordinating own:Hạn chế, nguyên nhân",
        ),
        (
            "S/TT|Danh mục nhiệm vụ|Cơ quan soạn thảo|Cơ quan, đơn vị tham gia|Quý, năm thực hiện|"
            "Minh chứng",
            "number task lead coordinating time deliverable",
        ),
        (
            "TT|Công tác trọng tâm|Người chịu trách nhiệm chính|Hỗ trợ|Tháng|Thành phần tham gia",
            "number task lead coordinating time own:Thành phần tham gia",
        ),
        (
            "TT|Tên đề án|Đơn vị được phân công|Đơn vị tham gia|Kỳ hạn|Sản phẩm|Minh chứng",
            "number task lead coordinating time deliverable own:Minh chứng",
        ),
    ],
)
def test_head_is_found_whatever_its_words(titles: str, keys: str) -> None:
    rows = [titles.split("|"), ["1"] * len(titles.split("|"))]
    head = find_head(list(grid_rows(table(*rows))))
    assert head is not None
    assert [c.key.replace(" ", "-") if c.key[:4] != "own:" else c.key for c in head.columns] == (
        _split(keys)
    )


def _split(keys: str) -> list[str]:
    first, *own = keys.split(" own:")
    found = first.split()
    for part in own:
        words = part.split()
        tail: list[str] = []
        while words[-1] in ("task", "deliverable", "lead", "time"):
            tail.insert(0, words.pop())
        found += ["own:" + " ".join(words), *tail]
    return found


@pytest.mark.parametrize(
    "titles",
    [
        "STT|Nội dung chi|Số lượng|Đơn giá|Thành tiền",
        "STT|Nội dung|Đơn vị tính|Kết quả",
        "TT|Chỉ tiêu|Năm 2024|Năm 2025",
        "STT|Họ và tên|Chức vụ|Đơn vị",
        "STT|Tên văn bản|Số, ký hiệu|Ngày ban hành|Cơ quan ban hành",
        "Nơi nhận:|GIÁM ĐỐC",
        "UBND TỈNH HẢI VÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
def test_heads_of_other_tables_are_none(titles: str) -> None:
    rows = [titles.split("|"), ["1"] * len(titles.split("|"))]
    assert find_head(list(grid_rows(table(*rows)))) is None


def test_a_hidden_column_gives_way_to_one_that_is_seen() -> None:
    rows = list(grid_rows(table(("Nhiệm vụ", "Chủ trì", "Thời gian", "Tiến độ"))))
    seen, one_hidden, both_hidden = (find_head(rows, hidden) for hidden in ({}, {2}, {2, 3}))
    assert seen is not None
    assert one_hidden is not None
    assert both_hidden is not None
    assert [c.key for c in seen.columns][2:] == ["time", "own:Tiến độ"]
    assert [c.key for c in one_hidden.columns][2:] == ["own:Thời gian", "time"]
    assert [c.key for c in both_hidden.columns][2:] == ["time", "own:Tiến độ"]


def test_a_numbered_row_is_no_head() -> None:
    statistics = table(
        ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu"),
        ("2.1.", "Số nhiệm vụ đề ra trong năm", "Nhiệm vụ", "45"),
        ("2.2.", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", "44"),
    )
    assert find_head(list(grid_rows(statistics))) is None


def test_a_row_with_a_typed_number_is_no_head() -> None:
    going_on = table(
        ("4. Rà soát quy chế", "Báo cáo", "Văn phòng", "Theo thời hạn quy định", "Nhiệm vụ mới"),
        ("5. Mở lớp", "Kế hoạch", "Văn phòng", "Quý I", ""),
    )
    assert find_head(list(grid_rows(going_on))) is None


def test_head_under_title_lines_with_its_numbering_row() -> None:
    rows = [
        ["PHỤ LỤC"],
        ["DANH MỤC NHIỆM VỤ NĂM 2025"],
        [],
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["1", "Rà soát", "Văn phòng", "Quý I"],
    ]
    head = find_head(list(grid_rows(table(*rows))))
    assert head is not None
    assert (head.first_row, head.body_row) == (3, 5)
