"""What the page Hôm nay remembers of the past: the last places, the last backup."""

from datetime import date

from cchc_desktop.services.backups import backups_of
from cchc_desktop.services.project import Project
from cchc_desktop.services.recent import Recent, recent_places, when_words
from cchc_desktop.settings import Paths

_MOST = 3  # places


def last_places(project: Project) -> list[Recent]:
    """The places worked at last."""
    return recent_places(project, _MOST)


def backup_words(project: Project, paths: Paths, today: date) -> str:
    """ "Bản gần nhất 07:31 · 14 bản đang giữ": on this machine; a second place may be slow."""
    made = backups_of(project.path, paths)
    if not made:
        return "Chưa có bản sao lưu nào"
    return f"Bản gần nhất {when_words(made[0].at, today)} · {len(made)} bản đang giữ"
