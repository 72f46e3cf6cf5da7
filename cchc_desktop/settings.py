"""Where the program keeps its own files on this PC; built once at the start and passed in."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Paths:
    """`data` holds backups; `config` settings; `logs` the log files. Created by those who write."""

    data: Path
    config: Path
    logs: Path

    @property
    def backups(self) -> Path:
        """Automatic backups of project files."""
        return self.data / "backups"


def user_paths() -> Paths:
    """The folders of the user who runs the program, by the system's convention."""
    dirs = platformdirs.PlatformDirs("CCHC-Desktop", appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)
