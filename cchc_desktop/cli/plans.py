"""Commands about plans: begun, taken in, listed, exported."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cchc_desktop.cli.output import print_json, print_written
from cchc_desktop.domain.columns import SEVEN, SIX
from cchc_desktop.domain.plan import Area, Plan, Section, Task
from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.settings import user_paths

if TYPE_CHECKING:
    from cchc_desktop.services.project import Project


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[tuple["Project", Plan]]:
    """The file open to read, which a window elsewhere does not hinder, and the plan asked for."""
    from cchc_desktop.services.project import Project

    with Project.open(options.file, user_paths(), read_only=True) as project:
        yield project, project.wanted_plan(options.year, options.plan)


def new(options: argparse.Namespace) -> None:
    """A new project file."""
    from cchc_desktop.services.contents import Contents
    from cchc_desktop.services.planning import new_plan
    from cchc_desktop.services.project import Project

    first = new_plan(Contents({}), options.year, options.plan)
    Project.create(options.file, user_paths(), first=first).close()
    print(f"Đã tạo {options.file} với kế hoạch {options.plan} năm {options.year}.")


def import_plan(options: argparse.Namespace) -> None:
    """Take a whole plan in."""
    from cchc_desktop.services.importing import import_file

    proposal = import_file(
        options.source,
        options.into,
        user_paths(),
        options.year,
        options.plan,
        append=options.append,
    )
    counts = {
        "tasks": proposal.count(Task),
        "areas": proposal.count(Area),
        "sections": proposal.count(Section),
    }
    if options.json:
        doubts = [{"row": d.row, "text": d.text, "why": d.why} for d in proposal.doubts]
        print_json({**counts, "doubts": doubts})
        return
    print(
        f"Đã nhập {counts['tasks']} nhiệm vụ, {counts['areas']} lĩnh vực, "
        f"{counts['sections']} mục lời văn vào {options.into}."
    )
    for doubt in proposal.doubts:
        place = f"dòng {doubt.row}" if doubt.row else "ngoài bảng"
        print(f"  Chỗ ngờ ({place}): {doubt.why} “{doubt.text}”")


def list_tasks(options: argparse.Namespace) -> None:
    """The tasks of a plan."""
    from cchc_desktop.services.task_list import task_list

    with opened(options) as (project, plan):
        tasks = task_list(project.rows(plan), project.units(plan.year), plan.year)
    if options.json:
        print_json(tasks)
        return
    for task in tasks:
        print(
            f"{task['area']} | {task['number']} | {task['task']} | {task['lead']} | {task['time']}"
        )


def read_times(options: argparse.Namespace) -> None:
    """What times written in words mean."""
    from cchc_desktop.domain.schedule import read_schedule, schedule_json

    schedules = [read_schedule(text, options.year) for text in options.texts]
    if options.json:
        print_json([schedule_json(schedule) for schedule in schedules])
        return
    for schedule in schedules:
        due = ", ".join(map(legal_day, schedule.due)) or "chưa có hạn"
        print(f"{schedule.text}: {due}")


def export_plan(options: argparse.Namespace) -> None:
    """A plan as a file."""
    from cchc_desktop.services.exporting import export_plan

    with opened(options) as (project, plan):
        columns = {6: SIX, 7: SEVEN}.get(options.columns)
        written = export_plan(
            project,
            plan,
            options.out,
            electronic=options.electronic,
            columns=columns,
            printer=options.printer,
        )
    print_written(written)


def export_timeline(options: argparse.Namespace) -> None:
    """A timeline as a file."""
    from cchc_desktop.services.exporting import export_timeline

    with opened(options) as (project, plan):
        written = export_timeline(project, plan, options.out, printer=options.printer)
    print_written(written)
