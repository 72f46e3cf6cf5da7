"""kill -9 at any moment of a run of edits loses no accepted edit."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zlib import crc32

import pytest
from sqlite_utils import Database

from cchc_desktop.domain.change import LogEntry, Record, added
from cchc_desktop.domain.plan import Plan, Row, new_id
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths
from cchc_desktop.storage import change_log

KILLS = 60
LONGEST_RUN = 12  # accepted edits before a kill
LONGEST_WAIT = 0.006  # seconds: two or three edits, or an opening

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of Unix")


@dataclass
class Replay:
    """The log read from its beginning: the records it leads to, a digest of the rows after each
    entry.
    """

    records: dict[str, Record] = field(default_factory=dict)
    digests: list[int] = field(default_factory=list)


def replay(file: Path) -> Replay:
    result = Replay()
    done: list[LogEntry] = []
    undone: list[LogEntry] = []
    with closing(Database(sqlite3.connect(file))) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for entry in change_log.entries(db):
            if entry.undoes is not None:
                undone.append(done.pop())
                assert undone[-1].id == entry.undoes
            elif entry.redoes is not None:
                done.append(undone.pop())
                assert done[-1].id == entry.redoes
            else:
                done.append(entry)
                undone.clear()
            for edit in change_log.read_change(db, entry).edits:
                assert result.records.pop(edit.record.id, None) == edit.before
                if edit.after is not None:
                    result.records[edit.after.id] = edit.after
            rows = [record for record in result.records.values() if isinstance(record, Row)]
            rows.sort(key=lambda row: (row.position, row.id))
            result.digests.append(crc32(repr(rows).encode()))
    return result


@contextmanager
def editor(file: Path, paths: Paths) -> Iterator[subprocess.Popen[str]]:
    """The program that edits the file, in a new process for each number it is given."""
    script = Path(__file__).with_name("edit_run.py")
    command = [sys.executable, "-u", str(script), str(file), str(paths.data)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.stdin.close()


def killed_run(process: subprocess.Popen[str], seed: int, accepted: int, wait: float) -> list[int]:
    """One run, killed some time after so many accepted edits: the digests of all it accepted."""
    process.stdin.write(f"{seed}\n")
    process.stdin.flush()
    pid, digests = 0, []
    while not pid or len(digests) < accepted:
        kind, number = process.stdout.readline().split()
        if kind == "pid":
            pid = int(number)
        else:
            digests.append(int(number))
    time.sleep(wait)
    os.kill(pid, signal.SIGKILL)
    while (line := process.stdout.readline()) != "over\n":
        digests.append(int(line.split()[1]))
    return digests


def test_no_accepted_edit_is_lost(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data", tmp_path / "data", tmp_path / "data")
    file = tmp_path / "KH.cchc"
    first = added("Tạo kế hoạch", [Plan(new_id(), 2024)])
    Project.create(file, paths, first=first).close()
    chance = random.Random(2024)
    interrupted = 0
    with editor(file, paths) as process:
        for kill in range(KILLS):
            before = len(replay(file).digests)
            accepted = chance.choice([0, chance.randint(0, LONGEST_RUN)])
            said = killed_run(process, kill, accepted, chance.uniform(0, LONGEST_WAIT))
            interrupted += file.with_name("KH.cchc-journal").exists()
            reading = chance.random() < 0.5  # either way of opening recovers; the dead one's lock
            with Project.open(file, paths, read_only=reading) as project:  # hinders neither
                rows = project.rows(project.wanted_plan(2024))
            log = replay(file)
            written = log.digests[before:]
            assert written[: len(said)] == said
            assert len(written) - len(said) <= 1  # written, but killed before it could say so
            assert [row for row in rows if log.records[row.id] != row] == []
            assert len(rows) == len(log.records) - 1  # all but the plan
    with Project.open(file, paths) as project:  # the next edit takes an unused journal away
        project.apply(planning.new_plan(project, 2025))
    assert interrupted, "no kill hit a transaction: the moments are badly chosen"
    assert {path.name for path in tmp_path.iterdir()} == {"KH.cchc", "data"}
