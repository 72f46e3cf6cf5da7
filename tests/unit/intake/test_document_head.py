"""Heads and feet of documents in tables, tabbed lines and lines that were run together."""

from collections.abc import Sequence

import pytest

from cchc_desktop.intake.document_foot import find_foot, read_foot
from cchc_desktop.intake.document_head import (
    DocumentHead,
    read_head,
    read_place_and_date,
    read_reference,
)
from cchc_desktop.office.grid import SourceParagraph

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
WHOLE = DocumentHead(
    superior="UBND TỈNH HẢI VÂN",
    agency="SỞ ĐỐI NGOẠI",
    number="41",
    symbol="KH-SĐN",
    place="Hải Vân",
    issued="2024-12-05",
    type_name="KẾ HOẠCH",
    subject="Cải cách hành chính năm 2025",
)
TITLE = ("KẾ HOẠCH", "Cải cách hành chính năm 2025")


def lines(texts: Sequence[str]) -> list[SourceParagraph]:
    return [SourceParagraph(text) for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        (
            "UBND TỈNH HẢI VÂN",
            "SỞ ĐỐI NGOẠI",
            "Số: 41/KH-SĐN",
            NATION,
            MOTTO,
            "-----",
            "Hải Vân, ngày 05 tháng 12 năm 2024",
            *TITLE,
        ),
        (
            f"UBND TỈNH HẢI VÂN\t{NATION}",
            f"SỞ ĐỐI NGOẠI\t{MOTTO}",
            "Số: 41 /KH - SĐN\tHải Vân, ngày 05 tháng 12 năm 2024",
            *TITLE,
        ),
        (
            f"  UBND TỈNH HẢI VÂN       {NATION}",
            f"      SỞ ĐỐI NGOẠI         {MOTTO}",
            "   Số: 41/KH-SĐN          Hải Vân, ngày 5 tháng 12 năm 2024",
            "_______",
            *TITLE,
        ),
        (
            f"UBND TỈNH HẢI VÂN {NATION} SỞ ĐỐI NGOẠI {MOTTO} Số: 41/KH-SĐN "
            "Hải Vân, ngày 05 tháng 12 năm 2024",
            "KẾ HOẠCH Cải cách hành chính năm 2025",
        ),
        (
            "DỰ THẢO",
            "UBND TỈNH HẢI VÂN\nSỞ ĐỐI NGOẠI\nSố: 41/KH-SĐN",
            f"{NATION}\n{MOTTO}\nHải Vân, ngày 05 tháng 12 năm 2024",
            "KẾ HOẠCH\nCải cách hành chính năm 2025",
        ),
    ],
)
def test_head_is_read_from_every_layout(texts: Sequence[str]) -> None:
    paragraphs = lines([*texts, "Thực hiện Kế hoạch của tỉnh, Sở ban hành Kế hoạch như sau:"])
    assert read_head(paragraphs) == (WHOLE, len(texts))


@pytest.mark.parametrize(
    ("line", "number", "issued"),
    [
        ("Số:      /KH-SĐN\tHải Vân, ngày      tháng 12 năm 2024", "", "2024-12"),
        ("Số: ……/KH-SĐN\tHải Vân, ngày … tháng … năm 2024", "", "2024"),
        ("Số: 07/KH-SĐN\tHải Vân, ngày 31 tháng 02 năm 2024", "07", "2024-02"),
        ("Số: 07/KH-SĐN\tHải Vân, ngày ... tháng ... năm 20...", "07", ""),
    ],
)
def test_what_a_draft_leaves_blank_stays_blank(line: str, number: str, issued: str) -> None:
    head, _ = read_head(lines([f"SỞ ĐỐI NGOẠI\t{NATION}", line, "KẾ HOẠCH"]))
    assert (head.number, head.symbol, head.issued, head.place) == (
        number,
        "KH-SĐN",
        issued,
        "Hải Vân",
    )


@pytest.mark.parametrize(
    ("names", "superior", "agency"),
    [
        (
            ("ỦY BAN NHÂN DÂN", "TỈNH HẢI VÂN", "SỞ ĐỐI NGOẠI"),
            "ỦY BAN NHÂN DÂN TỈNH HẢI VÂN",
            "SỞ ĐỐI NGOẠI",
        ),
        (
            ("UBND TỈNH HẢI VÂN", "SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"),
            "UBND TỈNH HẢI VÂN",
            "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        ),
        (
            ("UBND TỈNH HẢI VÂN", "VĂN PHÒNG HĐND VÀ", "ỦY BAN NHÂN DÂN TỈNH"),
            "UBND TỈNH HẢI VÂN",
            "VĂN PHÒNG HĐND VÀ ỦY BAN NHÂN DÂN TỈNH",
        ),
        (("SỞ ĐỐI NGOẠI",), "", "SỞ ĐỐI NGOẠI"),
    ],
)
def test_names_over_several_lines(names: tuple[str, ...], superior: str, agency: str) -> None:
    head, _ = read_head(lines([*names, "Số: 1/KH-X", NATION, "KẾ HOẠCH"]))
    assert (head.superior, head.agency) == (superior, agency)


def test_a_number_without_a_symbol_is_no_name() -> None:
    head, _ = read_head(lines([f"SỞ ĐỐI NGOẠI\t{NATION}", "Số: 12/", "KẾ HOẠCH"]))
    assert (head.agency, head.number, head.symbol) == ("SỞ ĐỐI NGOẠI", "12", "")


def test_subject_over_several_centred_lines_ends_before_the_opening() -> None:
    titles = [
        SourceParagraph(text, centred=True, bold=True)
        for text in ("KẾ HOẠCH", "Cải cách hành chính", "của Sở Đối ngoại năm 2025")
    ]
    head, used = read_head([*titles, *lines(["Căn cứ Nghị quyết của Chính phủ;", "I. MỤC TIÊU"])])
    assert (head.subject, used) == ("Cải cách hành chính của Sở Đối ngoại năm 2025", 3)


@pytest.mark.parametrize(
    "below",
    ["Phần I. MỤC TIÊU", "Phần thứ nhất", "I/ MỤC TIÊU", "A - YÊU CẦU", "1) Mục đích", "Điều 1. X"],
)
def test_subject_ends_before_the_first_heading(below: str) -> None:
    paragraphs = [SourceParagraph(text, centred=True, bold=True) for text in (*TITLE, below)]
    assert read_head(paragraphs) == (DocumentHead(type_name=TITLE[0], subject=TITLE[1]), 2)


def test_subject_ends_before_a_heading_by_its_style() -> None:
    title, subject = (SourceParagraph(text, bold=True) for text in TITLE)
    heading = SourceParagraph("Mục đích", bold=True, heading=1)
    head, used = read_head([title, subject, heading])
    assert (head.subject, used) == (TITLE[1], 2)


@pytest.mark.parametrize("issuer", ["GIÁM ĐỐC SỞ ĐỐI NGOẠI", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"])
def test_subject_ends_before_the_issuer_of_a_decision(issuer: str) -> None:
    texts = ("QUYẾT ĐỊNH", "Ban hành Kế hoạch năm 2025", issuer)
    head, used = read_head([SourceParagraph(text, centred=True, bold=True) for text in texts])
    assert (head.subject, used) == (texts[1], 2)


def test_a_document_without_a_head_gives_nothing_and_loses_nothing() -> None:
    assert read_head(lines(["I. MỤC TIÊU", "Nâng cao chất lượng phục vụ."])) == (DocumentHead(), 0)


def test_reference_of_an_appendix() -> None:
    text = "(Đính kèm Kế hoạch số:       /KH-SĐN ngày     tháng 01 năm 2024 của Sở Đối ngoại)"
    assert read_reference(text) == DocumentHead(
        agency="Sở Đối ngoại", symbol="KH-SĐN", issued="2024-01"
    )
    assert read_reference("Kế hoạch số 1/KH-SĐN") is None


RECIPIENTS = ("UBND tỉnh (b/c)", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP")


def test_reference_that_leaves_the_number_blank() -> None:
    text = "(Kèm theo Kế hoạch số /      ngày     tháng     năm 2025 của Sở Đối ngoại)"
    assert read_reference(text) == DocumentHead(agency="Sở Đối ngoại", issued="2025")
    assert read_place_and_date("(Kèm theo Kế hoạch số /  ngày  tháng  năm 2025") is None


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Nơi nhận:",
            "- UBND tỉnh (b/c);",
            "- Các phòng, đơn vị",
            "thuộc Sở;",
            "- Lưu: VT, VP.",
            "KT. GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "(Đã ký)",
            "Lê Văn Mẫu",
        ),
        (
            "Nơi nhận:\tKT. GIÁM ĐỐC",
            "- UBND tỉnh (b/c);\tPHÓ GIÁM ĐỐC",
            "- Các phòng, đơn vị thuộc Sở;",
            "- Lưu: VT, VP.",
            "\tLê Văn Mẫu",
        ),
        (
            "KT. GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "Lê Văn Mẫu",
            "Nơi nhận:",
            "- UBND tỉnh (b/c);",
            "- Các phòng, đơn vị thuộc Sở;",
            "- Lưu: VT, VP.",
        ),
        (
            "Nơi nhận: - UBND tỉnh (b/c); - Các phòng, đơn vị thuộc Sở; - Lưu: VT, VP.",
            "KT. GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "Lê Văn Mẫu",
        ),
    ],
)
def test_foot_is_read_from_every_layout(texts: Sequence[str]) -> None:
    paragraphs = lines(["Các phòng thực hiện nghiêm túc Kế hoạch này./.", *texts])
    place = find_foot(paragraphs)
    assert place == range(1, len(texts) + 1)
    foot = read_foot(paragraphs[1:])
    assert foot.recipients == RECIPIENTS
    assert foot.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert foot.signer == "Lê Văn Mẫu"


def test_a_signer_named_luu_is_no_recipient() -> None:
    foot = read_foot(
        lines(["Nơi nhận:", "- Các phòng;", "- Lưu: VT.", "GIÁM ĐỐC", "Lưu Văn Mẫu", "Lưu VT"])
    )
    assert foot.recipients == ("Các phòng", "Lưu: VT", "Lưu VT")
    assert foot.signer == "Lưu Văn Mẫu"


def test_a_recipient_that_a_letterhead_could_begin_with_ends_no_foot() -> None:
    recipients = [
        SourceParagraph(text, number="-") for text in ("Sở Nội vụ;", "UBND tỉnh (b/c)", "Lưu: VT")
    ]
    paragraphs = [*lines(["Nơi nhận:"]), *recipients, *lines(["UBND huyện;", "GIÁM ĐỐC"])]
    assert find_foot([*paragraphs, *lines(["UBND TỈNH HẢI VÂN"])]) == range(6)


@pytest.mark.parametrize("name", ["H’ Linh Mẫu", "K'Tân", "ThS. H'Hen Mẫu"])
def test_names_with_an_apostrophe_sign(name: str) -> None:
    assert read_foot(lines(["Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", name])).signer == name


def test_foot_ends_before_an_appendix() -> None:
    paragraphs = lines(
        ["Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "TS. Lê Văn Mẫu", "PHỤ LỤC I", "DANH MỤC"]
    )
    assert find_foot(paragraphs) == range(4)
    assert read_foot(paragraphs[:4]).signer == "TS. Lê Văn Mẫu"


def test_no_foot_is_invented() -> None:
    assert find_foot(lines(["1. Giám đốc Sở chỉ đạo chung.", "Văn phòng theo dõi."])) is None


def test_a_long_subject_that_is_set_apart_is_all_of_it() -> None:
    subject = "Triển khai " + "công tác cải cách hành chính và hội nhập quốc tế " * 5 + "năm 2025"
    paragraphs = [
        SourceParagraph("KẾ HOẠCH", centred=True, bold=True),
        SourceParagraph(subject, centred=True, bold=True),
        SourceParagraph("Thực hiện Quyết định của UBND tỉnh, Sở ban hành Kế hoạch như sau:"),
    ]
    head, used = read_head(paragraphs)
    assert (head.subject, used) == (subject, 2)


@pytest.mark.parametrize("below", ["DANH SÁCH", "(Ban hành kèm theo Báo cáo số 5)", "1. Vườn hoa."])
def test_what_is_attached_below_the_signature_is_no_foot(below: str) -> None:
    texts = ("Nơi nhận:", "- Như trên;", "GIÁM ĐỐC", "Trần Văn Mẫu", below, "Cây xanh")
    assert find_foot([*map(SourceParagraph, texts)]) == range(4)
