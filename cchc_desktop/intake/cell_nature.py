"""What a cell's words look like, whatever column they stand in: a time, a unit, a product, the
end of a sentence.
"""

import re
from functools import lru_cache

from cchc_desktop.domain.document_code import KINDS
from cchc_desktop.domain.unit_heads import WORD, is_syllable
from cchc_desktop.domain.vietnamese import one_line

# with their diacritics: "Quy chế" is no quý, "Tờ trình" no tổ, "Nam Định" no năm
_TIME = re.compile(
    r"(- ?)?((trong|đến|hết|trước|từ|đầu|cuối|cả|chậm nhất|dự kiến|ngày|tháng|quý|quí|năm|hàng|hằng"
    r"|mỗi|khi|hoàn thành|sau khi|ngay (khi|sau)|kể từ|giai đoạn|thứ|tuần|thường xuyên|định k[ỳì]"
    r"|đột xuất|liên tục)\b"
    r"|(q\.?|quy) ?([1-4]|i{1,3}|iv)\b|t\.?(0?[1-9]|1[0-2])\b"
    r"|theo (?!dõi)|thực hiện (theo|thường|hàng|hằng)|\d+ (tháng|lần|ngày|quý|năm)\b"
    r"|\d{1,2}[/-]\d{1,2}|\d{1,2}\.\d{1,2}(?!\d)|20\d\d(-\d\d-\d\d)?$|(0?[1-9]|1[0-2])/20\d\d$"
    r"|i{1,3}$|iv$)"
)
_UNIT = re.compile(
    r"([-+] ?)?(các |toàn thể |tất cả (các )?)?(phòng(?!,? chống)|văn phòng|vp\b|hội đồng"
    r"|sở\b(?! hữu)|ban\b(?! hành)|tổ (?!chức)|trung tâm|thanh tra|công đoàn|chi cục|chi bộ"
    r"|đảng ([ủu][yỷ]|bộ)|đoàn |ubnd|[ủu][yỷ] ban|cơ quan|đơn vị|lãnh đạo|giám đốc|phó giám đốc|vụ "
    r"|bộ (?!hồ sơ|thủ tục|tthc|tiêu ch|chỉ số|tài liệu)|trường |cục |công chức|thành viên|bch "
    r"|ban chấp hành|như trên|tất cả|cá nhân|chánh văn phòng|công an|bảo hiểm|kho bạc|ngân hàng"
    r"|bưu điện|viễn thông|công ty|(tòa|toà) án|viện |đài |báo (?!cáo|chí|giá)|hđnd|mttq|mặt trận"
    r"|(phó )?chủ tịch|thường trực|(tỉnh|thành|huyện) ([ủu][yỷ]|đoàn)|liên (đoàn|minh|hiệp)"
    r"|hội (?!nghị|thảo|thi|họp|nhập|diễn)|trạm |hạt |đội (?!ngũ)|khoa (?!học)"
    r"|(phó )?trưởng |bí thư|kế toán|văn thư|chuyên viên|nhóm (?!nhiệm)|toàn cơ quan"
    r"|(đ/c|đồng chí|ông|bà|anh|chị) |(?<=các )(ngành|huyện|xã|phường|địa phương)\b)"
)
_PRODUCTS = tuple(kind.lower() for kind in KINDS)
_LONGEST_NATURE = 160
TICKS = "xv✓✔√•●■▪★*+"  # marks that say: this column's
_OPENERS = "\"'“‘([«"
_SENTENCE_END = (".", ";", "!", "?", "./.", ":")


@lru_cache(maxsize=8192)
def looks_like_time(text: str) -> bool:
    """Whether the text begins as a time cell does: "Quý II", "Trước ngày ...", "Thường xuyên"."""
    return len(text) <= _LONGEST_NATURE and _TIME.match(one_line(text).lower()) is not None


@lru_cache(maxsize=8192)
def looks_like_unit(text: str) -> bool:
    """Whether the text begins with a unit: "Phòng ...", "- Văn phòng", "Hội đồng ..."."""
    return len(text) <= 2 * _LONGEST_NATURE and _UNIT.match(one_line(text).lower()) is not None


def begins_product(text: str) -> bool:
    """Whether the text begins with a kind of document: "Báo cáo ...", "kế hoạch ..."."""
    return text.lower().startswith(_PRODUCTS)


def goes_on(text: str) -> bool:
    """Whether the text begins inside a sentence: a small letter or a mark that ends something."""
    if text[:1] in (",", ";", ".", ":", ")", "”", "]", "/", "%"):
        return True
    return text.lstrip(_OPENERS)[:1].islower()


def is_ended(text: str) -> bool:
    """Whether the text closes with the end of a sentence."""
    return text.rstrip(" \"'”’)»").endswith(_SENTENCE_END)


def is_capitals(text: str) -> bool:
    """Whether the text is all in capitals, of more than one spoken word: no "TCVN ISO 9001"."""
    if not text.isupper() or sum(map(str.isalpha, text)) < 6:
        return False
    return sum(map(is_syllable, WORD.findall(text))) > 1
