"""The vocabulary of unit names: words that head a unit, that make a group of units, or that are
only remarks. Data, read by the other `unit_*` modules.
"""

from dataclasses import dataclass

ROOM, COUNCIL, UNION, GROUP, OUTSIDE = "phòng", "hội đồng", "đoàn thể", "nhóm", "ngoài"


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins a unit's name: "Phòng", written also "P".

    `soft`: also an ordinary part of names ("Phòng Pháp chế - Thanh tra"), so it heads only with a
    capital. `short_alone`: the short form is a unit without more words. `never_before`: a following
    syllable that makes it another word ("phòng chống").
    """

    name: str
    kind: str
    short: str = ""
    soft: bool = False
    short_alone: bool = False
    never_before: tuple[str, ...] = ()


HEADS = (
    Head(
        "Phòng",
        ROOM,
        "P",
        never_before=("chống", "ngừa", "cháy", "thủ", "bệnh", "dịch", "vệ", "hộ"),
    ),
    Head("Văn phòng", ROOM, "VP", short_alone=True),
    Head("Thanh tra", ROOM, "TTr", soft=True, short_alone=True),
    Head("Trung tâm", ROOM, "TT"),
    Head("Bộ phận", ROOM, "BP"),
    Head("Ban Giám đốc", ROOM, "BGĐ", short_alone=True),
    Head("Ban Lãnh đạo", ROOM),
    Head("Giám đốc", ROOM, "GĐ", soft=True),
    Head("Phó Giám đốc", ROOM, "PGĐ"),
    Head("Lãnh đạo", ROOM, "LĐ", soft=True),
    Head("Thủ trưởng", ROOM, soft=True),
    Head("Trưởng phòng", ROOM),
    Head("Trưởng ban", ROOM),
    Head("Chánh Văn phòng", ROOM, "CVP", short_alone=True),
    Head("Chánh Thanh tra", ROOM),
    Head("Kế toán trưởng", ROOM),
    Head("Chi cục", ROOM, "CC"),
    Head("Hội đồng", COUNCIL, "HĐ"),
    Head("Ban Chỉ đạo", COUNCIL, "BCĐ", short_alone=True),
    Head("Ban Biên tập", COUNCIL, "BBT"),
    Head("Ban", COUNCIL, never_before=("hành",)),
    Head("Tiểu ban", COUNCIL),
    Head("Tổ công tác", COUNCIL, "TCT"),
    Head("Tổ", COUNCIL, soft=True, never_before=("chức",)),
    Head("Đoàn kiểm tra", COUNCIL),
    Head("Đoàn thanh tra", COUNCIL),
    Head("Công đoàn", UNION, "CĐ"),
    Head("Đoàn thanh niên", UNION, "ĐTN", short_alone=True),
    Head("Đoàn TNCS", UNION),
    Head("Chi đoàn", UNION),
    Head("Chi bộ", UNION),
    Head("Đảng ủy", UNION),
    Head("Đảng bộ", UNION),
    Head("Cấp ủy", UNION),
    Head("Hội", UNION, soft=True, never_before=("nghị", "nhập", "thảo", "viên", "họp")),
    Head("Ban Nữ công", UNION),
    Head("Sở", OUTSIDE, never_before=("hữu",)),
    Head("Ủy ban nhân dân", OUTSIDE, "UBND", short_alone=True),
    Head("Hội đồng nhân dân", OUTSIDE, "HĐND", short_alone=True),
    Head("Ủy ban Mặt trận Tổ quốc", OUTSIDE, "UBMTTQ", short_alone=True),
    Head("Ủy ban", OUTSIDE, "UB"),
    Head("Mặt trận Tổ quốc", OUTSIDE, "MTTQ", short_alone=True),
    Head("Đoàn đại biểu Quốc hội", OUTSIDE, "Đoàn ĐBQH"),
    Head("Bộ", OUTSIDE, soft=True, never_before=("máy", "môn")),
    Head("Ban Quản lý", OUTSIDE, "BQL"),
    Head("Ban Dân tộc", OUTSIDE),
    Head("Ban Tổ chức", OUTSIDE),
    Head("Ban Tuyên giáo", OUTSIDE),
    Head("Ban Dân vận", OUTSIDE),
    Head("Tổng cục", OUTSIDE),
    Head("Cục", OUTSIDE),
    Head("Vụ", OUTSIDE, soft=True),
    Head("Công an", OUTSIDE, "CA"),
    Head("Bộ Chỉ huy", OUTSIDE, "BCH"),
    Head("Bộ đội", OUTSIDE),
    Head("Bảo hiểm xã hội", OUTSIDE, "BHXH", short_alone=True),
    Head("Kho bạc", OUTSIDE, "KBNN", short_alone=True),
    Head("Ngân hàng", OUTSIDE, soft=True),
    Head("Đài", OUTSIDE, soft=True),
    Head("Báo", OUTSIDE, soft=True, never_before=("cáo", "chí")),
    Head("Cổng thông tin điện tử", OUTSIDE, "Cổng TTĐT"),
    Head("Trường", OUTSIDE, soft=True),
    Head("Viện", OUTSIDE, soft=True),
    Head("Bệnh viện", OUTSIDE, soft=True),
    Head("Tòa án", OUTSIDE, soft=True),
    Head("Tỉnh ủy", OUTSIDE),
    Head("Thành ủy", OUTSIDE),
    Head("Huyện ủy", OUTSIDE),
    Head("Tỉnh đoàn", OUTSIDE),
    Head("Liên đoàn", OUTSIDE),
    Head("Liên hiệp", OUTSIDE),
    Head("Bưu điện", OUTSIDE),
    Head("Công ty", OUTSIDE),
    Head("Tổng công ty", OUTSIDE),
    Head("Tập đoàn", OUTSIDE),
    Head("Thuế", OUTSIDE, soft=True),
    Head("Thống kê", OUTSIDE, soft=True),
    Head("Viễn thông", OUTSIDE, "VNPT", soft=True),
    Head("Quỹ", OUTSIDE, soft=True),
    Head("Thường trực", OUTSIDE, soft=True),
    Head("Trạm", OUTSIDE, soft=True),
    Head("Hạt", OUTSIDE, soft=True),
    Head("Đội", OUTSIDE, soft=True, never_before=("ngũ",)),
    Head("Khoa", ROOM, soft=True, never_before=("học",)),
    Head("Thư viện", OUTSIDE, soft=True),
    Head("Bảo tàng", OUTSIDE, soft=True),
)

PLURALS = ("các", "những", "toàn", "toàn thể", "toàn bộ", "tất cả", "tất cả các", "mọi", "từng")
GROUP_NOUNS = (
    "phòng",
    "ban",
    "sở",
    "ngành",
    "đơn vị",
    "cơ quan",
    "tổ chức",
    "địa phương",
    "đoàn thể",
    "hội",
    "chi cục",
    "trung tâm",
    "bộ phận",
    "bộ",
    "huyện",
    "thị xã",
    "thành phố",
    "thị trấn",
    "xã",
    "phường",
    "đặc khu",
    "doanh nghiệp",
    "cá nhân",
    "cán bộ",
    "công chức",
    "viên chức",
    "người lao động",
    "lao động",
    "nhân viên",
    "đoàn viên",
    "đảng viên",
    "chuyên viên",
    "thành viên",
    "cbcc",
    "ccvc",
    "cbccvc",
    "ccvcnlđ",
    "cbccvcnlđ",
)
GROUP_QUALIFIERS = (
    "chuyên môn",
    "nghiệp vụ",
    "chức năng",
    "chuyên ngành",
    "tham mưu",
    "sự nghiệp công lập",
    "sự nghiệp",
    "thuộc",
    "sở",
    "trực thuộc",
    "liên quan",
    "có liên quan",
    "của",
    "trong",
    "tại",
    "khác",
    "còn lại",
    "cấp",
    "ngành dọc",
    "được",
    "theo",
    "trên địa bàn",
    "cm",
    "nv",
)
SINGLE_WITH_CAPITAL = ("trung tâm", "chi cục", "hội")  # "Các phòng, Trung tâm": one centre

# Names of departments, and of the rooms of a district or commune, that hold their own commas and
# "và" (Nghị định 24/2014, 45/2025, 150/2025).
DEPARTMENTS = (
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Kế hoạch và Đầu tư",
    "Công Thương",
    "Nông nghiệp và Phát triển nông thôn",
    "Nông nghiệp và Môi trường",
    "Giao thông vận tải",
    "Xây dựng",
    "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông",
    "Lao động - Thương binh và Xã hội",
    "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao",
    "Du lịch",
    "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo",
    "Y tế",
    "Ngoại vụ",
    "Dân tộc và Tôn giáo",
    "Quy hoạch - Kiến trúc",
    "Kinh tế, Hạ tầng và Đô thị",
)

# Words that only link the parts of a name: they make no difference between names.
LINKS = ("và", "cùng", "của", "thuộc", "trực thuộc")
SHARED_HEADS = (  # "Phòng Kế hoạch, Tài chính" can be two; "Văn phòng, Tài chính" shares nothing
    *("Phòng", "Sở", "Ban", "Tổ", "Bộ phận", "Trung tâm", "Chi cục", "Hội đồng"),
    "Ủy ban nhân dân",
)
LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
LISTED = ("phòng", "sở", "trung tâm", "chi cục")  # "Các phòng HTQT, LS": each is meant by name
# Words whose absence leaves the likely same unit: "Hội đồng (phối hợp) phổ biến ...".
FILLERS = ("phối hợp", "xét", "công tác", "cấp cơ sở", "về", "ở", "cho")
ABSENT = ("không", "không có", "chưa có", "x", "...", "…")  # said where no unit is named
NOT_UNITS = ("nt", "như trên", "-nt-", *ABSENT)
PERSON_TITLES = ("đ/c", "đồng chí", "ông", "bà", "anh", "chị")
SURNAMES = (
    *("nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ"),
    *("hồ", "ngô", "dương", "lý", "đinh", "trương", "đoàn", "lâm", "mai", "trịnh", "đào", "cao"),
    *("lương", "tô", "hà", "thái", "châu", "quách", "tạ", "phùng", "vương"),
)
