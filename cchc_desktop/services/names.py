"""What records and their fields are called in the names of steps ("Sửa Thời gian")."""

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Record
from cchc_desktop.domain.finding import KeptFinding
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task
from cchc_desktop.domain.unit import Unit

_VALIDITY = {"valid_from": "Năm bắt đầu", "valid_to": "Năm kết thúc"}

RECORD_NAMES: dict[type[Record], str] = {
    Plan: "kế hoạch",
    Section: "mục",
    Area: "lĩnh vực",
    Group: "nhóm",
    Task: "nhiệm vụ",
    Agency: "cơ quan",
    Signer: "người ký",
    RecipientList: "nơi nhận",
    Unit: "đơn vị",
    KeptFinding: "chỗ giữ nguyên",
}
FIELD_NAMES: dict[type[Record], dict[str, str]] = {
    Plan: {
        "year": "Năm",
        "kind": "Loại kế hoạch",
        "type_name": "Tên loại văn bản",
        "subject": "Trích yếu",
        "number": "Số văn bản",
        "symbol": "Ký hiệu",
        "issued": "Ngày ban hành",
        "place": "Địa danh",
        "table_place": "Chỗ đặt bảng",
        "table_title": "Tên bảng",
        "columns": "Cột của bảng",
        "recipients": "Nơi nhận",
        "authority": "Quyền hạn người ký",
        "signer": "Người ký",
    },
    Section: {
        "level": "Cấp mục",
        "number": "Số mục",
        "title": "Tên mục",
        "body": "Nội dung mục",
        "holds_table": "Chỗ đặt bảng",
    },
    Area: {"number": "Số lĩnh vực", "title": "Tên lĩnh vực"},
    Group: {"number": "Số nhóm", "title": "Tên nhóm"},
    Task: {
        "number": "Số thứ tự",
        "goal": "Mục tiêu",
        "text": "Nhiệm vụ",
        "deliverable": "Sản phẩm",
        "lead": "Đơn vị chủ trì",
        "coordinating": "Đơn vị phối hợp",
        "time": "Thời gian",
        "own": "Cột riêng",
        "note": "Ghi chú",
    },
    Agency: {
        "superior": "Cơ quan chủ quản",
        "name": "Tên cơ quan",
        "symbol": "Chữ viết tắt cơ quan",
        "place": "Địa danh",
        **_VALIDITY,
    },
    Signer: {"authority": "Quyền hạn người ký", "name": "Tên người ký", **_VALIDITY},
    RecipientList: {"document_kind": "Loại văn bản", "lines": "Nơi nhận", **_VALIDITY},
    Unit: {
        "name": "Tên đơn vị",
        "short": "Tên tắt đơn vị",
        "kind": "Loại đơn vị",
        "aliases": "Tên gọi khác",
        "members": "Đơn vị trong nhóm",
        **_VALIDITY,
    },
    KeptFinding: {
        "rule": "Loại chỗ cần xem",
        "record_id": "Dòng được giữ",
        "column": "Cột được giữ",
        "found": "Việc cần xem",
        "words": "Chữ được giữ",
    },
}
