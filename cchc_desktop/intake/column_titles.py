"""What the title of a column says that it holds, in the words that offices use."""

import re
from functools import lru_cache

from cchc_desktop.intake.source_text import folded

PERIOD = "period"  # a column for one quarter or month, marked where the task falls into it
BROAD = "broad"  # "Nhiệm vụ chung", "Lĩnh vực": names areas or groups
UNIT = "unit"  # a column for one unit, marked where it leads or co-operates
SECOND_TASK = "second task"  # worded like the task's and left of it: what it holds tells what it is
_LONGEST_TITLE = 90

# (key, strength, pattern of the folded title): the first that matches says what a column holds;
# among columns of one key the strongest is it.
_WORDINGS: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (key, strength, re.compile("|".join(patterns)))
    for key, strength, *patterns in (
        ("number", 3, r"^(stt|tt|so tt|so thu tu|thu tu|s t t|s / tt|ma so|muc so)$"),
        (PERIOD, 1, r"^(quy|q) ?([1-4]|i{1,3}|iv)$", r"^(thang|t) ?(0?\d|1[0-2])$"),
        (
            "other",
            1,
            r"^(du kien )?(kinh phi|nguon|ngan sach|du toan|thanh tien|don gia|don vi tinh|dvt)",
            r"^(ghi chu|so luong|so lieu|quy mo|dia |doi tuong|can cu|van ban chi dao)",
            r"^hinh thuc(?!.*san pham)",
            r"^(tinh hinh|muc do|trang thai|danh gia|diem|ty le|lanh dao)",
        ),
        ("lead", 4, r"chu tri"),
        ("coordinating", 4, r"phoi hop"),
        ("deliverable", 4, r"san pham", r"dau ra"),
        (
            "deliverable",
            3,
            r"^(du kien|yeu cau) ket qua",
            r"^ket qua.*(can|phai|se|du kien|mong)\b",
        ),
        ("deliverable", 2, r"^ket qua"),
        ("task", 5, r"(nhiem vu|noi dung|cong viec|hoat dong|giai phap).*(cu the|chi tiet)"),
        ("task", 4, r"linh vuc.*(nhiem vu|noi dung|cong viec)"),
        (BROAD, 1, r"(nhiem vu|noi dung) chung", r"linh vuc", r"mang cong tac", r"^hang muc$"),
        (BROAD, 1, r"^nhom", r"noi dung (cchc|cai cach hanh chinh)$"),
        ("lead", 3, r"(don vi|co quan|phong|bo phan|to chuc).*(thuc hien|phu trach|trach nhiem)"),
        ("lead", 3, r"(don vi|co quan|phong|bo phan|to chuc).*(dam nhan|tham muu|dau moi)"),
        (
            "lead",
            3,
            r"(don vi|co quan|phong|bo phan).*(duoc (giao|phan cong)|soan thao|trien khai)",
        ),
        (
            "lead",
            2,
            r"(ca nhan|nguoi|cong chuc|can bo|phan cong).*(thuc hien|phu trach|trach nhiem)",
        ),
        ("lead", 2, r"^(phan cong( nhiem vu)?|phu trach|(chiu )?trach nhiem( thuc hien| chinh)?)$"),
        ("lead", 1, r"^(don vi|co quan|thuc hien|phong|phong ban|don vi chinh)$", r"^dau moi"),
        ("coordinating", 2, r"(don vi|co quan|phong|bo phan).*(tham gia|ho tro)$"),
        ("coordinating", 2, r"^(tham gia|ho tro)$"),
        ("task", 4, r"cong viec", r"hoat dong", r"dau viec", r"noi dung (nhiem vu|thuc hien)"),
        ("task", 4, r"^nhiem vu .*thuc hien"),
        ("task", 3, r"^(ten )?(cac )?(nhiem vu|giai phap)", r"^viec "),
        ("task", 2, r"^(ten )?(cac )?noi dung"),
        ("time", 4, r"hoan thanh", r"thoi han", r"ket thuc", r"^den ngay"),
        (
            "time",
            3,
            r"thoi gian",
            r"tien do",
            r"thoi diem",
            r"lo trinh",
            r"^han\b(?! (che|muc))",
            r"^ky han$",
        ),
        ("time", 3, r"^ngay (?!ban hanh|ky\b)", r"^(nam|quy|thang)\b.* thuc hien$"),
        ("time", 1, r"bat dau", r"^tu ngay", r"^(quy|thang)$"),
        ("goal", 3, r"muc tieu"),
        ("goal", 2, r"chi tieu", r"muc dich", r"yeu cau"),
        ("task", 2, r"^(danh muc|ten)\b.*\b(nhiem vu|van ban|de an|du an)", r"^tieu chi.*nhiem vu"),
        ("task", 2, r"^chuong trinh, de an", r"^bien phap", r"^cong tac( trong tam)?$"),
        ("deliverable", 1, r"(minh|kiem) chung$"),
    )
)
# (key, another key, pattern): a column whose title names that too holds the words of both
_DOUBLE = (
    ("lead", "coordinating", re.compile(r"phoi hop")),
    ("coordinating", "lead", re.compile(r"(thuc hien|phu trach|dau moi).*phoi hop")),
    ("deliverable", "time", re.compile(r"thoi gian|thoi han|tien do|\bhan\b(?! (che|muc))")),
    ("time", "deliverable", re.compile(r"(,| / | va | - ).*\bket qua")),
)
_REMARK = re.compile(r"\([^)]*\)")
_MARKS = re.compile(r"[.:*]")


@lru_cache(maxsize=4096)
def meaning(title: str) -> tuple[str, int]:
    """The key and strength of a column's title; ("other", 0) for what is none of ours."""
    words = " ".join(_MARKS.sub("", _REMARK.sub(" ", folded(title))).replace("/", " / ").split())
    if words and len(words) <= _LONGEST_TITLE:
        for key, strength, pattern in _WORDINGS:
            if pattern.search(words):
                return key, strength
    return "other", 0


def other_key(key: str, title: str) -> str:
    """The key of the words that a column of `key` holds too, by its title; "" for none."""
    words = folded(title).replace("/", " / ")
    return next((more for own, more, said in _DOUBLE if own == key and said.search(words)), "")
