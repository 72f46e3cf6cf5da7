"""What the user sees of the backups: which there are, whether they are whole, the second place."""

from datetime import date
from pathlib import Path

from cchc_desktop.domain.errors import RefusedProject
from cchc_desktop.settings import Paths
from cchc_desktop.storage import backup
from cchc_desktop.storage.backup import Backup

REASONS = {
    backup.DAILY: "Hằng ngày",
    backup.MIGRATION: "Trước khi nâng cấp tệp",
    backup.RESTORE: "Trước khi khôi phục",
    backup.ACCEPTANCE: "Trước khi nhận bản nhập",
    backup.MANUAL: "Tự sao lưu",
    backup.DAMAGED: "Tệp hỏng, giữ nguyên",
}


def backups_of(path: Path, paths: Paths, second: str = "") -> list[Backup]:
    """The backups of a project file in both places, newest first; `second` is a folder or ""."""
    places = [paths.backups, *([Path(second)] if second else [])]
    found = [made for place in places for made in backup.existing(backup.folder_of(path, place))]
    return sorted(found, key=lambda made: made.path.name, reverse=True)


def known_projects(paths: Paths) -> list[Path]:
    """The project files of which there are backups, lost ones too."""
    return backup.known_projects(paths.backups)


def is_whole(made: Backup) -> bool:
    """Whether a backup can be restored; reads all of it."""
    try:
        backup.verify(made.path)
    except RefusedProject:
        return False
    return True


def last_good(path: Path, paths: Paths, second: str = "") -> Backup | None:
    """The newest backup that can be restored; None where there is none."""
    return next((made for made in backups_of(path, paths, second) if is_whole(made)), None)


def copy_to_second_place(path: Path, paths: Paths, second: str, today: date) -> str:
    """Today's backup of a project copied into a further folder, unless it is there already; gives
    "" or the sentence that warns. Slow where the folder is on a share: run in the background.
    """
    folder = backup.folder_of(path, Path(second))
    own = [made for made in backups_of(path, paths) if made.reason == backup.DAILY]
    copied = {made.path.name for made in backup.existing(folder)}
    if not own or own[0].at.date() != today or own[0].path.name in copied:
        return ""
    try:
        if not Path(second).is_dir():
            raise RefusedProject(
                f"Không thấy thư mục {second}; hãy cắm ổ hoặc chọn nơi sao lưu khác."
            )
        backup.copy(own[0], folder)
    except RefusedProject as refusal:
        return f"Chưa sao lưu được vào nơi thứ hai: {refusal}"
    return ""
