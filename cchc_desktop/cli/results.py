"""Commands about what is done in a year: the register, the units' forms, the report."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_desktop.cli.output import print_json, print_written
from cchc_desktop.cli.plans import opened
from cchc_desktop.domain.vietnamese import legal_day
from cchc_desktop.settings import user_paths


def register_cited(options: argparse.Namespace) -> None:
    """The documents that a text cites, into the register."""
    from cchc_desktop.domain.citation import citation_json, read_citations
    from cchc_desktop.domain.proposal import DoubtKind
    from cchc_desktop.office.text_file import read_text_file, read_text_stream
    from cchc_desktop.services.project import Project
    from cchc_desktop.services.registering_text import drafted, propose_documents

    if options.add_from == Path("-"):
        text = read_text_stream(sys.stdin.buffer, "đầu vào chuẩn")
    else:
        text = read_text_file(options.add_from)
    cited = read_citations(text)
    with Project.open(options.file, user_paths()) as project:
        proposal = propose_documents(project, cited)
        known = {
            d.row for d in proposal.doubts if d.kind in (DoubtKind.KNOWN, DoubtKind.OTHER_DATE)
        }
        new = [replace(item, taken=True) for item in proposal.items if item.row not in known]
        label = f"Thêm {len(new)} văn bản từ đoạn văn"
        project.apply(replace(proposal, label=label, items=tuple(new)).accept())
    if options.json:
        print_json([citation_json(citation) for citation in cited.citations])
        return
    rows = {item.row for item in new}
    for row, citation in enumerate(cited.citations, start=1):
        day = legal_day(citation.issued) if citation.issued else ""
        name = f"{citation.kind} {drafted(citation).code}".strip()
        parts = (name, day, citation.issuer, citation.title)
        print(f"{'+' if row in rows else '='} {'; '.join(filter(None, parts))}")
    print(
        f"Tìm thấy {len(cited.citations)} văn bản, đã thêm {len(new)} văn bản chưa có "
        f"vào sổ của {options.file}."
    )
    for doubt in proposal.doubts:
        if doubt.kind is not DoubtKind.KNOWN:
            print(f"  Chỗ ngờ: “{doubt.text}”: {doubt.why}")


def export_forms(options: argparse.Namespace) -> None:
    """A form for each unit."""
    from cchc_desktop.services.collecting import export_forms, units_named

    with opened(options) as (project, plan):
        period = project.period(plan.year, options.period)
        units = units_named(project, plan, options.unit) if options.unit else None
        files = export_forms(project, plan, period, options.out, date.today(), units)
    for file in files:
        print(f"{file.unit.name}: {file.path}")


def merge_forms_in(options: argparse.Namespace) -> None:
    """What returned forms say; written only when accepted."""
    from cchc_desktop.domain.errors import RefusedInput
    from cchc_desktop.services.merge_list import merge_lines, merge_list
    from cchc_desktop.services.project import Project
    from cchc_desktop.services.returned_forms import merge_forms

    with Project.open(options.into, user_paths(), read_only=not options.accept) as project:
        merge = merge_forms(project, options.forms, date.today())
        refused = [form for form in merge.forms if form.is_refused]
        if len(refused) == len(merge.forms):
            what = "" if len(refused) == 1 else f"Không gộp được tệp nào; {refused[0].file}: "
            raise RefusedInput(f"{what}{refused[0].refused[0].why}")
        if options.accept:
            project.apply(merge.accept())
    if options.json:
        print_json(merge_list(merge, accepted=options.accept))
    else:
        print(*merge_lines(merge, accepted=options.accept), sep="\n")


def export_report(options: argparse.Namespace) -> None:
    """A report as a file, drafted where none was begun."""
    from cchc_desktop.services.report_exporting import export_report, wanted_report

    with opened(options) as (project, plan):
        contents, report = wanted_report(project, project.period(plan.year, options.period))
        written = export_report(
            contents, report, options.out, electronic=options.electronic, printer=options.printer
        )
    print_written(written)
