"""Commands about single files: the form of a document, a copy of a project."""

import argparse
from typing import TYPE_CHECKING

from cchc_desktop.cli.output import print_json
from cchc_desktop.settings import user_paths

if TYPE_CHECKING:
    from cchc_desktop.domain.finding import Finding


def check_document(options: argparse.Namespace) -> None:
    """A Word file held against the decree; mended in a copy where that is asked."""
    from cchc_desktop.documents.checker import check_file

    findings = _fixed(options) if options.fix else check_file(options.document)
    if options.json:
        print_json([_finding_json(finding) for finding in findings])
        return
    if not findings:
        print(f"{options.fix or options.document}: đúng thể thức Nghị định 30/2020/NĐ-CP.")
    for finding in findings:
        asked = f"{finding.expected} ({finding.source})"
        print(f"{finding.where}: {finding.found}; đúng ra: {asked} [{finding.rule}]")


def _fixed(options: argparse.Namespace) -> list["Finding"]:
    """What is left in the mended copy."""
    from cchc_desktop.services.form_repair import repair_copy

    done = repair_copy(options.document, options.fix)
    if not options.json:
        print(f"Đã sửa {done.places} chỗ trong bản sao {done.path}")
    return done.left


def _finding_json(finding: "Finding") -> dict[str, str]:
    return {
        "rule": finding.rule,
        "where": finding.where,
        "found": finding.found,
        "expected": f"{finding.expected} ({finding.source})",
    }


def back_up(options: argparse.Namespace) -> None:
    """A verified copy of a project, with the files of its documents."""
    from cchc_desktop.services.project import Project

    with Project.open(options.file, user_paths(), read_only=True) as project:
        copied = project.back_up_to(options.target)
    print(f"Đã sao lưu {options.file} vào {options.target} và kiểm tra bản sao{copied.words}.")
