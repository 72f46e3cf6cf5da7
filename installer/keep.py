"""Which files of a part are shipped: the keep-list of keep.toml, applied to names."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

LIST = Path(__file__).with_name("keep.toml")
_ABOUT = ("*.dist-info/METADATA", "*.dist-info/LICEN*", "*.dist-info/licenses/*")


@dataclass(frozen=True, slots=True)
class Rule:
    """`keep`: only what matches one of the patterns; else everything but what matches `drop`."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    def __call__(self, name: str) -> bool:
        """Whether the file of that name, with "/" between folders, is shipped."""
        if self.keep:
            return _matches(name, self.keep)
        return not _matches(name, self.drop)

    def idle(self, names: Iterable[str]) -> list[str]:
        """Patterns of `keep` that match no name: a new version of the part has lost a file."""
        names = list(names)
        return [p for p in self.keep if not any(fnmatchcase(name, p) for name in names)]


@dataclass(frozen=True, slots=True)
class KeepList:
    """The rule of the runtime and those of the wheels by the first word of their file names."""

    runtime: Rule
    wheels: dict[str, Rule]

    def rule_of(self, wheel: Path) -> Rule:
        """The wheel's own rule, or the one for any wheel."""
        return self.wheels.get(wheel.name.partition("-")[0], self.wheels["any"])


def read_keep_list(path: Path = LIST) -> KeepList:
    """The list as it stands in keep.toml."""
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    wheels = {name: _rule(fields) for name, fields in stored["wheels"].items()}
    return KeepList(_rule(stored["runtime"]), wheels)


def tells_about(name: str) -> bool:
    """Whether a file says what a wheel is and under which licence: kept whatever the rule."""
    return _matches(name, _ABOUT)


def _rule(fields: dict[str, list[str]]) -> Rule:
    return Rule(tuple(fields.get("keep", ())), tuple(fields.get("drop", ())))


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
