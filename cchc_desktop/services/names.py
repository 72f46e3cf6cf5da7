"""What records and their fields are called in the names of steps ("Sửa Thời gian")."""

from cchc_desktop.domain.agency import Agency, RecipientList, Signer
from cchc_desktop.domain.change import Record
from cchc_desktop.domain.finding import KeptFinding
from cchc_desktop.domain.plan import Area, Group, Plan, Section, Task
from cchc_desktop.domain.receipt import FormReceipt
from cchc_desktop.domain.register import Attachment, Evidence, RegisteredDocument
from cchc_desktop.domain.reporting_period import ReportingPeriod
from cchc_desktop.domain.result import Result
from cchc_desktop.domain.unit import Unit
from cchc_desktop.domain.waiting import HappenedEvent

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
    ReportingPeriod: "kỳ báo cáo",
    Result: "kết quả",
    RegisteredDocument: "văn bản",
    Attachment: "tệp đính kèm",
    Evidence: "chỗ dẫn văn bản",
    FormReceipt: "phiếu của đơn vị",
    HappenedEvent: "sự kiện đã xảy ra",
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
        "person": "Người phụ trách",
        "leader": "Lãnh đạo chỉ đạo",
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
    ReportingPeriod: {
        "year": "Năm",
        "key": "Mã kỳ",
        "name": "Tên kỳ báo cáo",
        "starts": "Ngày đầu số liệu",
        "ends": "Ngày cuối số liệu",
        "collect_by": "Hạn phòng gửi",
        "closes": "Ngày chốt số liệu",
        "send_by": "Hạn gửi Sở Nội vụ",
    },
    Result: {
        "occurrence": "Lần thực hiện",
        "text": "Kết quả",
        "state": "Tình trạng",
        "figures": "Số liệu",
        "difficulty": "Khó khăn, vướng mắc",
        "next_step": "Việc tiếp theo",
        "timing": "Đúng hạn hay không",
        "timing_reason": "Lý do",
        "done_on": "Ngày hoàn thành",
        "said_by": "Đơn vị báo cáo",
        "said_on": "Ngày báo cáo",
    },
    RegisteredDocument: {
        "kind": "Loại văn bản",
        "number": "Số văn bản",
        "symbol": "Ký hiệu",
        "issued": "Ngày ban hành",
        "issuer": "Cơ quan ban hành",
        "title": "Trích yếu",
        "signer": "Người ký",
        "note": "Ghi chú",
    },
    Attachment: {"name": "Tên tệp", "digest": "Mã tệp", "size": "Cỡ tệp"},
    Evidence: {"locator": "Mục, trang", "note": "Ghi chú chỗ dẫn"},
    FormReceipt: {
        "sent_on": "Ngày gửi phiếu",
        "received_on": "Ngày nhận phiếu",
        "merged_on": "Ngày gộp phiếu",
        "file_name": "Tên tệp phiếu",
        "digest": "Mã tệp phiếu",
    },
    HappenedEvent: {
        "condition": "Sự kiện",
        "happened_on": "Ngày xảy ra",
        "due": "Hạn thực hiện",
    },
}
