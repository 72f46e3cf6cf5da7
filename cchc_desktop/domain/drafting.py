"""A report drafted offline from results, documents and figures: every stretch of its text names the
record that it comes from, and nothing is said that no record says.

`draft_report(material, headings)` gives the paragraphs in reading order. Their keys say what they
are about ("task:ID", "difficulty:ID", "next:ID", "figures:GROUP", "plan", "opening", "closing") and
stay the same from one draft to the next, so that a new draft is held against the report.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.draft_material import FigureWords, Material, Told
from cchc_desktop.domain.draft_sentences import Phrasing, plain_sentences, task_words
from cchc_desktop.domain.finding import Finding
from cchc_desktop.domain.report import Content, Span
from cchc_desktop.domain.report_areas import (
    Heading,
    fed_by_results,
    figures_placed,
    heading_of_title,
    tasks_placed,
)
from cchc_desktop.domain.result import State
from cchc_desktop.domain.sourced_text import Piece, joined, joined_by
from cchc_desktop.domain.vietnamese import fold, one_line

Paragraph = tuple[str, list[Piece]]  # its key, and what it is made of

MARK = "- "  # of a paragraph in the lists of a report
_ORDER = {str(State.DONE): 0, str(State.NOT_BEGUN): 2}  # between them what is under way
_NOT_CONTINUED = ("tiếp tục", "ban hành")  # said already, or done at once
_STEERING = "Công tác chỉ đạo, điều hành"
ADDRESSEE = "Sở Nội vụ"
_SUBJECT = "công tác cải cách hành chính"


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted paragraph: what it is about, its text as printed, and the stretches of it that come
    from records.
    """

    key: str
    heading_id: str
    text: str
    sources: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """The paragraphs in reading order, and what is to be known of how they were put there."""

    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...] = ()


def draft_report(material: Material, headings: Sequence[Heading]) -> Drafted:
    """The report of a period under these headings, which stand in order. Of two headings of one
    content the first is filled; results have as many as there are.
    """
    fed = fed_by_results(headings)
    placed, findings = tasks_placed(material.told, fed)
    figures = figures_placed(material.figures, fed)
    steering = heading_of_title(fed, _STEERING)
    phrasing = Phrasing(material)
    drafts: list[Draft] = []
    filled: set[str] = set()
    for heading in headings:
        found: list[Paragraph] = []
        if heading.content == Content.RESULTS:
            found += _plan_issued(material, phrasing) if heading is steering else []
            found += _results(placed[heading.id], phrasing)
            found += _figures(figures[heading.id])
        elif heading.content not in filled:
            found += _of_content(heading.content, material, phrasing)
            filled.add(heading.content)
        drafts += [Draft(key, heading.id, *joined(pieces)) for key, pieces in found if pieces]
    return Drafted(tuple(drafts), tuple(findings))


def subject_of(period_named: str) -> str:
    """The trích yếu of a report: "Công tác cải cách hành chính quý III năm 2027"."""
    return f"{_SUBJECT[:1].upper()}{_SUBJECT[1:]} {period_named}"


def _of_content(content: str, material: Material, phrasing: Phrasing) -> list[Paragraph]:
    match content:
        case Content.OPENING:
            return [("opening", _opening(material, phrasing))]
        case Content.DIFFICULTIES:
            return _difficulties(material.told, phrasing)
        case Content.NEXT:
            return _next(material, phrasing)
        case Content.CLOSING:
            return [("closing", _closing(material))]
        case _:
            return []


def _plan_issued(material: Material, phrasing: Phrasing) -> list[Paragraph]:
    if material.plan_document is None:
        return []
    issued = phrasing.issued([material.plan_document])
    return [("plan", [(MARK, ""), *issued, (".", "")])]


def _opening(material: Material, phrasing: Phrasing) -> list[Piece]:
    plan, words = material.plan, material.period.full_words
    asked_by = phrasing.cited(material.asked_by)
    name = material.speaker.name or material.speaker.subject
    rest = f"{name} báo cáo kết quả thực hiện {_SUBJECT} {words} như sau:"
    head = [("Thực hiện ", ""), *asked_by, (", ", "")] if asked_by else []
    return [*head, (rest, plan.id)]


def _closing(material: Material) -> list[Piece]:
    words = material.period.full_words
    of = f" của {material.speaker.name}" if material.speaker.name else ""
    text = f"Trên đây là Báo cáo {_SUBJECT} {words}{of}, đề nghị {ADDRESSEE} xem xét, tổng hợp./."
    return [(text, material.plan.id)]


def _results(told: Sequence[Told], phrasing: Phrasing) -> list[Paragraph]:
    """A paragraph for each task: what is done first, tasks of one goal together."""
    return [
        (f"task:{one.task.id}", [(MARK, ""), *pieces])
        for one in _in_order(told)
        if (pieces := phrasing.task(one))
    ]


def _in_order(told: Sequence[Told]) -> list[Told]:
    runs: list[list[Told]] = []
    for one in told:
        if runs and one.task.goal and one.task.goal == runs[-1][-1].task.goal:
            runs[-1].append(one)
        else:
            runs.append([one])
    runs.sort(key=lambda run: min(map(_rank, run)))
    return [one for run in runs for one in sorted(run, key=_rank)]


def _rank(told: Told) -> int:
    return _ORDER.get(told.results[-1].state, 1) if told.results else 0  # documents: it is issued


def _difficulties(told: Sequence[Told], phrasing: Phrasing) -> list[Paragraph]:
    found: dict[str, Paragraph] = {}
    for one in told:
        said = {plain_sentences(result.difficulty): result.id for result in one.results}
        sentences = [_begun(phrasing.said(text, source)) for text, source in said.items() if text]
        _keep(found, f"difficulty:{one.task.id}", joined_by(". ", sentences))
    return list(found.values())


def _next(material: Material, phrasing: Phrasing) -> list[Paragraph]:
    """What comes and what was left: the next step as it was said, else the task's own words."""
    found: dict[str, Paragraph] = {}
    for one in material.told:
        steps = [r for r in one.results if r.next_step.strip()]
        if steps:
            pieces = phrasing.said(plain_sentences(steps[-1].next_step), steps[-1].id)
        elif one.left or one.coming:
            pieces = _continued(one)
        else:
            continue
        _keep(found, f"next:{one.task.id}", pieces)
    for task in material.ahead:
        _keep(found, f"next:{task.id}", [(one_line(task.text).rstrip(" .;,:"), task.id)])
    return list(found.values())


def _continued(told: Told) -> list[Piece]:
    words, source = task_words(told)
    if told.begun and not words.lower().startswith(_NOT_CONTINUED):
        return [("Tiếp tục ", source), (words, source)]
    return [(words, source)]


def _keep(found: dict[str, Paragraph], key: str, pieces: list[Piece]) -> None:
    """A sentence among those found, unless the same stands there."""
    text = fold("".join(words for words, _ in pieces))
    if text:
        found.setdefault(text, (key, [(MARK, ""), *_begun(pieces), (".", "")]))


def _begun(pieces: list[Piece]) -> list[Piece]:
    """The pieces as a sentence of their own: with a capital."""
    if not pieces:
        return []
    words, source = pieces[0]
    return [(words[:1].upper() + words[1:], source), *pieces[1:]]


def _figures(lines: Sequence[FigureWords]) -> list[Paragraph]:
    """One paragraph for each group of indicators that have values."""
    groups: dict[str, list[FigureWords]] = defaultdict(list)
    for line in lines:
        groups[line.group].append(line)
    found = []
    for group, same in groups.items():
        pieces: list[Piece] = [(f"{MARK}Số liệu trong kỳ: ", "")]
        for place, line in enumerate(same):
            pieces.append(("; " if place else "", ""))
            pieces.append((line.words, line.source_id))
        found.append((f"figures:{fold(group)}", [*pieces, (".", "")]))
    return found
