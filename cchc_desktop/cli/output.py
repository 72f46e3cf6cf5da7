"""What commands print, beside their own lines."""

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cchc_desktop.services.exporting import Written


def print_json(value: Any) -> None:
    """A value as JSON on standard output, and nothing else."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_written(written: "Written") -> None:
    """Say where a file was written, and where the one before it is."""
    print(f"Đã ghi {written.path}")
    if written.kept is not None:
        print(f"Tệp cũ cùng tên được giữ lại ở {written.kept}")
