"""The vocabulary of time cells, as data: which words mean what. No reading here.

Spelling variants that differ only in where the tone mark stands ("quý", "qúy") are one word; see
`tokens.spelling`.
"""

from enum import Enum, auto


class Kind(Enum):
    """What a token is; the comment names the words."""

    END = auto()
    WORD = auto()  # a word that means nothing here
    MARK = auto()  # punctuation that means nothing here
    NUMBER = auto()  # digits
    ROMAN = auto()
    NUMERAL = auto()  # "ba", "mười"
    DATE = auto()  # ISO date, as Excel prints it
    CLOCK = auto()  # "17h00"
    CITATION = auto()  # "số 15/KH-UBND ngày 14/3/2024"
    DOCUMENT = auto()  # "kế hoạch": opens a name, whose figures are no dates
    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    SHORT = auto()  # "t" of "T10/2024", or of "T6", a Friday
    QUARTER = auto()
    YEAR = auto()
    EVERY = auto()  # "hằng", "mỗi", "định kỳ"
    ALONG = auto()  # "theo": a recurrence before a unit ("theo quý"), else a condition
    TIMES = auto()  # "lần", "cuộc"
    PART = auto()  # "đầu" 1, "giữa" 2, "cuối" 3
    TEN_DAYS = auto()  # "thượng tuần" 1, "trung tuần" 2, "hạ tuần" 3
    HALF = auto()  # "nửa"
    WHOLE = auto()  # "cả", "suốt"
    ONGOING = auto()
    BEFORE = auto()
    LATEST = auto()  # "chậm nhất"
    UNTIL = auto()  # "đến": a deadline, or the middle of a span
    ENDED = auto()  # "hết"
    FINISHING = auto()  # "hoàn thành"
    FROM = auto()
    SINCE = auto()  # "kể từ": from a day, or from an event
    AFTER = auto()
    NOW = auto()  # "nay"
    EXPECTED = auto()
    VISION = auto()  # "định hướng": the date after it is no deadline
    ONWARDS = auto()  # "trở đi"
    NEXT = auto()  # "tiếp theo": the unit after this one
    LATER_YEARS = auto()  # "những năm tiếp theo"
    LUNAR = auto()
    WAIT = auto()  # opens a condition
    BEFORE_END = auto()  # "trước khi kết thúc": by the end of a period, or a condition
    EVENT = auto()  # "hội nghị": a condition after "trước" and "sau"
    WEEKDAY = auto()
    WORKING = auto()  # "làm việc" of "5 ngày làm việc"
    ORDINAL = auto()  # "thứ": "thứ 6", "tháng thứ 3"
    LABEL = auto()  # "đợt" in "đợt 1: ..."
    REPORT = auto()  # "báo cáo": the units after it are kinds of report
    WITHIN = auto()  # "trong"
    LINK = auto()  # "của", "vào"
    ABOUT = auto()  # "đối với": as a bracket around what follows
    FILLER = auto()  # decorates, changes nothing
    BULLET = auto()
    COMMA = auto()
    AND = auto()
    SEMICOLON = auto()
    COLON = auto()
    DOT = auto()
    DASH = auto()
    SLASH = auto()
    OPEN = auto()
    CLOSE = auto()


NUMERALS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}

# The words of numbers written out in brackets after their figures: "14 (mười bốn)".
DIGIT_WORDS = NUMERALS | {"không": 0, "mốt": 1, "năm": 5, "lăm": 5, "nhăm": 5}
TEN_WORDS = ("mươi",)
SCALE_WORDS = {"trăm": 100, "nghìn": 1000, "ngàn": 1000}
ZERO_TENS_WORDS = ("linh", "lẻ")

# Quarters only: what follows "quý". A scanned or mistyped "I" is often a small L.
ROMANS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
    "l": 1,
    "ll": 2,
    "lll": 3,
    "lv": 4,
}

PARTS = {"đầu": 1, "giữa": 2, "cuối": 3, "đầu tiên": 1, "cuối cùng": 3}
TEN_DAYS = {"thượng tuần": 1, "trung tuần": 2, "hạ tuần": 3}

# Phrases by commas. A WORD phrase is told apart from what its words would otherwise be read as.
PHRASES: dict[Kind, str] = {
    Kind.DAY: "ngày, ngày mùng, ngày mồng, mùng, mồng",
    Kind.WEEK: "tuần",
    Kind.MONTH: "tháng, thg",
    Kind.SHORT: "t, th",
    Kind.QUARTER: "quý, quí, qui, q",
    Kind.YEAR: "năm",
    Kind.EVERY: "hằng, hàng, mỗi, từng, định kỳ, định kì, thường kỳ, các, mọi, tất cả các",
    Kind.ALONG: "theo",
    Kind.TIMES: "lần, cuộc",
    Kind.HALF: "nửa",
    Kind.WHOLE: "cả, suốt, quanh, toàn, trọn",
    Kind.ONGOING: "thường xuyên, liên tục, xuyên suốt",
    Kind.BEFORE: "trước",
    Kind.LATEST: (
        "chậm nhất, muộn nhất, trễ nhất, không quá, không muộn hơn, không chậm hơn, không trễ "
        "hơn, không muộn quá, không chậm quá, không trễ quá, hạn chót, hạn cuối, hạn cuối "
        "cùng, thời hạn cuối, thời hạn cuối cùng, thời hạn chậm nhất, trước hoặc trong, trong "
        "hoặc trước"
    ),
    Kind.UNTIL: "đến, tới, cho đến, cho tới, tính đến",
    Kind.ENDED: "hết",
    Kind.FINISHING: "hoàn thành, hoàn tất, kết thúc, xong",
    Kind.SINCE: "kể từ, tính từ",
    Kind.FROM: "từ, bắt đầu, bắt đầu từ, khởi đầu từ",
    Kind.AFTER: "sau, ngay sau",
    Kind.NOW: "nay, này, bây giờ",
    Kind.EXPECTED: "dự kiến, dự định, dự tính",
    Kind.VISION: "định hướng, tầm nhìn, hướng tới",
    Kind.ONWARDS: "trở đi, trở về sau",
    Kind.NEXT: "tiếp theo, kế tiếp, liền kề, sau liền kề, sau đó",
    Kind.LATER_YEARS: (
        "những năm tiếp theo, các năm tiếp theo, những năm kế tiếp, các năm kế tiếp, những "
        "năm tiếp, các năm tiếp, những năm sau, các năm sau, những năm sau đó, các năm sau "
        "đó, những năm tới, các năm tới"
    ),
    Kind.LUNAR: "âm lịch",
    Kind.BEFORE_END: "trước khi hết, trước khi kết thúc",
    Kind.WAIT: (
        "sau khi, ngay sau khi, ngay khi, khi, mỗi khi, trước khi, từ khi, kể từ khi, từ lúc, "
        "đến khi, cho đến khi, cho tới khi, tới khi, nếu, chờ, đợi, trường hợp, trong trường "
        "hợp, đột xuất, phát sinh, căn cứ, căn cứ theo, tùy, tùy theo, tùy thuộc, tùy vào, "
        "phụ thuộc, trong vòng, đúng thời hạn, đúng thời gian, đúng hạn, đúng tiến độ, đúng "
        "quy định, đúng qui định, đảm bảo, bảo đảm, phù hợp, trên cơ sở, cùng thời điểm, cùng "
        "với, song song, song song với, đồng thời với, lồng ghép, kết hợp, gắn với"
    ),
    Kind.EVENT: (
        "kỳ, kỳ họp, phiên, phiên họp, cuộc họp, họp, hội nghị, đại hội, tết, lễ, buổi, mùa"
    ),
    Kind.WEEKDAY: (
        "thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, thứ bẩy, chủ nhật, ngày thứ hai, "
        "ngày thứ ba, ngày thứ tư, ngày thứ năm, ngày thứ sáu, ngày thứ bảy, ngày chủ nhật"
    ),
    Kind.WORKING: "làm việc",
    Kind.ORDINAL: "thứ",
    Kind.LABEL: "đợt, lần thứ, bước, giai đoạn, nhiệm kỳ, kỳ thứ",
    Kind.REPORT: "báo cáo, sơ kết, tổng kết, đánh giá",
    Kind.WITHIN: "trong",
    Kind.ABOUT: "đối với",
    Kind.LINK: "của, vào, là, những",
    Kind.DOCUMENT: (
        "kế hoạch, quyết định, công văn, nghị quyết, nghị định, thông tư, chỉ thị, tờ trình, "
        "văn bản, thông báo, hướng dẫn, chương trình, đề án, kết luận, quy chế, quy định, qui "
        "định, năm học"
    ),
    Kind.FILLER: (
        "thực hiện, triển khai, tổ chức, ban hành, xây dựng, tiến hành, tham mưu, trình, phê "
        "duyệt, công bố, kết quả, gửi, nộp, duy trì, thời gian, thời điểm, thời hạn, thời kỳ, "
        "tiến độ, hạn, mốc, khoảng, tầm, dịp, ngay, được, sẽ, phải, cần, kịp thời, đều đặn, lâu "
        "dài, ít nhất, tối thiểu, dương lịch, sáng, chiều, tối, riêng, cũng như, tại, lúc, theo "
        "dõi, đôn đốc, phấn đấu"
    ),
    Kind.AND: "và, hoặc, cùng, đồng thời, lẫn",
    Kind.WORD: (
        "không thường xuyên, không liên tục, không định kỳ, trước mắt, trước đây, tuần "
        "lễ, thường trực, sáng kiến, sáng tạo, được quyết định, đã quyết định, đầu tư"
    ),
}

UNITS = frozenset({Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.YEAR})
SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.SEMICOLON})
BOUNDARIES = SEPARATORS | {Kind.OPEN, Kind.CLOSE, Kind.COLON, Kind.DOT, Kind.DASH, Kind.BULLET}

MARKS = {
    ",": Kind.COMMA,
    "&": Kind.AND,
    "+": Kind.AND,
    ";": Kind.SEMICOLON,
    ":": Kind.COLON,
    ".": Kind.DOT,
    "-": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    "−": Kind.DASH,
    "‐": Kind.DASH,
    "‑": Kind.DASH,
    "~": Kind.DASH,
    "÷": Kind.DASH,
    "→": Kind.DASH,
    "/": Kind.SLASH,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
}
