"""The vocabulary of citations, as data: bodies that issue, words that end a name."""

LAWS = ("Luật", "Bộ luật", "Pháp lệnh")  # named by a title that stands before the number

# Words before "số" that make it the number of something else.
NO_DOCUMENT = (
    "mẫu", "biểu", "biểu mẫu", "phụ lục", "phụ biểu", "mã", "mã hồ sơ", "tài khoản", "điện thoại",
    "phòng", "nhà", "hồ sơ", "hóa đơn", "bảng", "bảng số", "tờ bản đồ", "lô", "thửa", "xe", "tổ",
    "khu phố", "tiêu chí", "nhiệm vụ", "chỉ số", "biển", "điều", "khoản", "điểm", "mục", "tập",
    "quyển", "trang", "đường", "kiệt", "hẻm", "ngõ", "quầy",
)  # fmt: skip

# Names of ministries and of the departments under them, as they may stand after "Bộ" and "Sở".
FIELDS = (
    "Nội vụ", "Tài chính", "Tư pháp", "Kế hoạch và Đầu tư", "Kế hoạch - Đầu tư", "Công Thương",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và PTNT", "Nông nghiệp và Môi trường",
    "Giao thông vận tải", "Giao thông - Vận tải", "Xây dựng", "Tài nguyên và Môi trường",
    "Thông tin và Truyền thông", "Lao động - Thương binh và Xã hội",
    "Lao động, Thương binh và Xã hội", "Lao động Thương binh và Xã hội", "Lao động - TB&XH",
    "Văn hóa và Thể thao", "Văn hóa - Thể thao và Du lịch", "Văn hóa, Thể thao và Du lịch",
    "Du lịch", "Khoa học và Công nghệ", "Giáo dục và Đào tạo", "Giáo dục - Đào tạo", "Y tế",
    "Ngoại vụ", "Ngoại giao", "Quy hoạch - Kiến trúc", "Dân tộc và Tôn giáo", "Dân tộc",
    "Quốc phòng", "Công an", "An toàn thực phẩm",
)  # fmt: skip
PERSONS = (
    "Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc", "Bộ trưởng", "Thứ trưởng",
    "Chánh Văn phòng", "Phó Chánh Văn phòng", "Chánh Thanh tra", "Tổng Giám đốc", "Tổng cục trưởng",
    "Cục trưởng", "Chi cục trưởng", "Viện trưởng", "Hiệu trưởng", "Trưởng Ban", "Trưởng phòng",
    "Thủ trưởng", "Bí thư", "GĐ", "PGĐ", "Lãnh đạo", "Thường trực",
)  # fmt: skip
FIXED = (  # bodies whose name ends by itself
    "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Chủ nhiệm Văn phòng Chính phủ",
    "Tổng Thanh tra Chính phủ",
    "Thủ tướng Chính phủ", "Văn phòng Chính phủ", "Thanh tra Chính phủ", "Chính phủ", "Thủ tướng",
    "Ủy ban Thường vụ Quốc hội", "Văn phòng Quốc hội", "Quốc hội", "Chủ tịch nước",
    "Văn phòng Trung ương Đảng", "Văn phòng Trung ương", "Bộ Chính trị",
    "Ban Bí thư Trung ương Đảng", "Ban Bí thư Trung ương", "Ban Bí thư",
    "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương", "BCH Trung ương Đảng",
    "BCH Trung ương", "BCH TW Đảng", "BCH TW", "Trung ương Đảng", "Trung ương",
    "Ban Tổ chức Trung ương", "Ban Tuyên giáo Trung ương", "Ủy ban Kiểm tra Trung ương",
)  # fmt: skip
COUNCILS = (  # bodies of a province, a district or a commune
    "UBND", "Ủy ban nhân dân (UBND)", "Ủy ban nhân dân", "Ủy ban Nhân dân", "HĐND",
    "Hội đồng nhân dân (HĐND)", "Hội đồng nhân dân", "UBMTTQ", "UBMTTQVN", "Ủy ban MTTQ Việt Nam",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
)  # fmt: skip
COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng bộ")
OFFICES = (  # parts of a body, named before it
    "Văn phòng", "VP", "Ban Thường vụ", "BTV", "Ban Chấp hành", "BCH", "Ban Tổ chức",
    "Ban Tuyên giáo", "Ban Dân vận", "Ban Nội chính", "Ủy ban Kiểm tra", "Thường trực", "Thanh tra",
    "Đảng ủy", "Công đoàn", "Ban Cán sự đảng", "Ban cán sự", "BCS đảng", "Đoàn ĐBQH và",
    "Đoàn đại biểu Quốc hội và",
)  # fmt: skip
HEADS = (  # what else the name of a body begins with
    "Sở", "Bộ Tư lệnh", "Bộ Chỉ huy", "Bộ", "Tổng cục", "Chi cục", "Cục", "Vụ", "Viện Kiểm sát",
    "Viện", "Trung tâm", "Thanh tra", "Ban", "BCĐ", "BQL", "Phòng", "Trường", "Hội đồng", "Hội",
    "Hiệp hội", "Câu lạc bộ",
    "Tổng Liên đoàn", "Liên đoàn", "Liên hiệp", "Liên minh", "Tỉnh đoàn", "Đoàn", "Đài", "Quỹ",
    "Ngân hàng", "Tòa án", "Công an", "Kho bạc", "Bảo hiểm", "Ủy ban", "Tổ công tác", "Tổ",
    "Văn phòng", "Công ty", "Tổng công ty", "Tập đoàn", "Mặt trận", "Báo", "Học viện", "Đại học",
    "Bệnh viện", "Bảo tàng", "Thư viện", "Điện lực", "Bưu điện", "Hạt", "Đội", "Cụm", "Khối",
    "Cơ quan", "Tiểu ban", "Công đoàn", "Vườn", "Thường trực", "Đảng ủy",
)  # fmt: skip
LEVELS = (
    "tỉnh", "thành phố", "tp.", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn",
    "đặc khu", "cấp tỉnh", "cấp huyện", "cấp xã",
)  # fmt: skip

# Verbs that a title begins with when no "về" stands before it.
TITLE_VERBS = (
    "ban hành", "phê duyệt", "quy định", "hướng dẫn", "sửa đổi", "bổ sung", "công bố", "thành lập",
    "kiện toàn", "giao", "bãi bỏ", "thay thế", "điều chỉnh", "công nhận", "tăng cường", "đẩy mạnh",
    "chấn chỉnh", "tổ chức", "kiểm tra", "bổ nhiệm", "điều động", "cử", "đề nghị", "yêu cầu",
    "chỉ đạo", "đôn đốc", "góp ý", "báo cáo", "phân công", "ủy quyền", "quy hoạch", "tuyển dụng",
    "nâng cao", "cải cách", "tuyên truyền", "rà soát", "kiểm soát", "đào tạo", "bồi dưỡng",
    "xếp loại", "đánh giá", "khen thưởng", "tặng", "thông báo", "kết luận", "mời", "xin",
    "cho phép", "chấp thuận", "thu hồi", "xử lý", "xử phạt", "đính chính", "phối hợp", "tham gia",
    "đăng ký",
    "cung cấp", "trả lời", "phúc đáp", "triệu tập", "nghiệm thu", "quyết toán", "phân bổ",
    "trình", "thông qua", "hợp nhất", "kéo dài", "gia hạn", "quán triệt", "đề xuất", "phê chuẩn",
    "chuyển đổi", "xác định", "tiếp tục", "hỗ trợ", "thanh tra", "phát động", "phòng, chống",
    "phòng chống", "thí điểm", "phân cấp", "phân loại", "sắp xếp", "tinh giản", "khắc phục",
    "lấy ý kiến", "bố trí", "quản lý", "chuẩn hóa", "ứng dụng", "xây dựng", "phát triển",
    "tổng kết", "sơ kết", "tiếp nhận", "giải quyết", "cung ứng", "xúc tiến",
)  # fmt: skip
LOOSE_VERBS = ("triển khai", "thực hiện")  # of a title, or of the sentence that cites

# Words that no name of a body goes on with.
NAME_ENDS = (
    *TITLE_VERBS, *LOOSE_VERBS, "về", "v/v", "ngày", "số", "tại", "theo", "do", "để", "nhằm", "đã",
    "được", "có", "là", "cho", "với", "trong", "trên", "từ", "đến", "khi", "như", "gồm", "sẽ",
    "đang", "phải", "cần", "không", "còn", "này", "nêu", "kèm", "làm", "thì", "mà", "nên", "vì",
    "gửi", "ký", "của", "tháng", "năm", "thống nhất", "đồng ý", "phù hợp", "tham mưu", "chủ trì",
    "căn cứ", "các", "những", "một số", "cùng", "cũng", "hoặc", "sau", "trước", "vào", "bằng",
    "thuộc", "đối với", "liên quan", "quyết định", "vừa", "luôn", "kịp thời", "thường xuyên",
    "nhận", "tiến hành", "hoàn thành", "khẩn trương", "nghiêm túc", "hiện", "lãnh đạo",
)  # fmt: skip
COMMITTEE_HEADS = ("Ban Chỉ đạo", "BCĐ", "Tổ công tác", "Tổ giúp việc", "Hội đồng", "Ban Tổ chức",
    "Đoàn kiểm tra", "Đoàn thanh tra", "Tổ kiểm tra", "Tổ")  # fmt: skip
NAMES_ON = (  # where a word of NAME_ENDS is part of a name all the same
    "ban chỉ đạo", "ban quản lý", "tổ chức cán bộ", "đầu tư xây dựng", "hội đồng phối hợp",
    "cơ quan thanh tra", "tổ xây dựng", "bảo hiểm xã hội", "cục quản lý", "ban tổ chức",
    "hội đồng xét", "chi cục quản lý", "phòng tổ chức", "đoàn kiểm tra", "tổ kiểm tra",
    "hội đồng thi đua", "hội đồng đánh giá", "tổ rà soát", "phòng quản lý", "ủy ban kiểm tra",
    "phòng kiểm tra", "hội đồng tuyển dụng", "trung tâm quản lý", "trung tâm hỗ trợ",
)  # fmt: skip
