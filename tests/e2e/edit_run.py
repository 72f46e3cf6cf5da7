"""A run of edits to be killed: for each number read, a process of its own edits the project without
end and says, before it goes on, what was accepted.

Said: "pid N", "accepted DIGEST" for each accepted step with the rows as they are then, and "over".
"""

import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from cchc_desktop.domain.change import Change
from cchc_desktop.domain.plan import Plan, Row, Task, new_id
from cchc_desktop.services import planning
from cchc_desktop.services.project import Project
from cchc_desktop.settings import Paths, Person


def say(*words: object) -> None:
    """One line, handed to the system before this returns."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def digest(rows: Sequence[Row]) -> int:
    """A short mark of the rows as they stand."""
    return crc32(repr(rows).encode())


def step(project: Project, plan: Plan, chance: random.Random) -> Change:
    """One random step of a clerk's work, written."""
    ids = [row.id for row in project.rows(plan)]
    some = chance.sample(ids, min(len(ids), chance.randint(1, 3)))
    kinds = ["insert"] if len(ids) < 5 else ["edit"] * 4 + ["insert", "move", "duplicate"]
    kinds += ["delete"] * (len(ids) > 20) + ["undo"] * bool(project.next_undo)
    kinds += ["redo"] * 3 * bool(project.next_redo)
    match chance.choice(kinds):
        case "insert":
            new = [Task(new_id(), "", 0, text="Việc mới " * chance.randint(1, 100))]
            change = planning.insert(project, plan, new, chance.choice([None, *ids]))
        case "edit":
            change = planning.edit(project, some[0], time=f"Ngày {chance.random()}")
        case "move":
            change = planning.move(project, some, chance.choice(ids))
        case "duplicate":
            change = planning.duplicate(project, some)
        case "delete":
            change = planning.delete(project, some)
        case "undo":
            return project.undo()
        case _:
            return project.redo()
    return project.apply(change)


def run(file: Path, paths: Paths, seed: int) -> None:
    """Edits until killed."""
    chance = random.Random(seed)
    with Project.open(file, paths, Person("Lan", "PC")) as project:
        plan = project.wanted_plan(2024)
        while True:
            if step(project, plan, chance).edits:
                say("accepted", digest(project.rows(plan)))


if __name__ == "__main__":
    file, data = Path(sys.argv[1]), Path(sys.argv[2])
    for line in sys.stdin:
        child = os.fork()
        if not child:
            run(file, Paths(data, data, data), int(line))
        say("pid", child)
        os.waitpid(child, 0)
        say("over")
