"""Where the program keeps its own files on this PC, and who works on it; built once at the start
and passed in.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_NAME = "CCHC-Desktop"


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
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        own = Path(local) / _NAME  # the same, without all that asking Windows itself loads
        return Paths(own, own, own / "Logs")
    import platformdirs

    dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)


@dataclass(frozen=True, slots=True)
class Person:
    """Who works, and on which PC: stamped on changes, named by the lock of a project file."""

    name: str
    computer: str


def this_person() -> Person:
    """The user who is logged in; a system that cannot name one gives ""."""
    import getpass
    import platform

    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # what getuser raises differs by system and version
        name = ""
    return Person(name, platform.node())
