"""The numbers of a plan's rows: the style they are in, inferred from the rows, and what they become
when rows come, go or move. A number is a text: "1.10" stays "1.10".
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain

from cchc_desktop.domain.number_forms import (
    Form,
    Level,
    Prefix,
    RowPlace,
    forms_in,
    leads_under,
    part_ids,
    places,
    standard_form,
)
from cchc_desktop.domain.plan import Row, Task

_TASKS = (Level.TASK, Level.GROUPED_TASK)
_ENOUGH = 60  # rows show in which forms a level may be
Counted = tuple[Level, str]  # a kind of rows, and the id of the heading that they count under


class Scope(Enum):
    """Where counting begins anew: under every heading, in every area, or never."""

    HEADING = "heading"
    AREA = "area"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Style:
    """How the rows of one level are numbered."""

    form: Form
    scope: Scope = Scope.HEADING

    def counter(self, place: RowPlace) -> Counted:
        """Which counter the row advances: tasks, and the headings of each level, count apart."""
        kind = Level.TASK if place.level is Level.GROUPED_TASK else place.level
        if self.scope is Scope.PLAN:
            return kind, ""
        within = place.heading if self.scope is Scope.HEADING else place.outer
        return kind, within.id if within else ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A plan's style: by level, None for one without numbers or without a style; and which tasks
    are left blank: those that continue a goal, those that stand alone under a heading.
    """

    styles: Mapping[Level, Style | None]
    blank_continued: bool = True
    blank_alone: bool = False

    def blank(self, place: RowPlace) -> bool:
        """Whether the row is one that the style leaves without a number."""
        return (place.continues and self.blank_continued) or (place.alone and self.blank_alone)


def renumbered(rows: Sequence[Row], before: Sequence[Row]) -> list[Row]:
    """The rows as they stand now, renumbered in the style of the rows before.

    New rows and those that followed the style get the number of their place; a number that
    followed no style, or was typed just now, is the clerk's own and stays.
    """
    parts = part_ids(before)
    stood = list(places(before, parts))
    numbering = _infer(stood)
    followed = {place.row.id: place.row.number for place in _following(stood, numbering)}
    known = {row.id for row in before}
    free = {row.id for row in rows if row.id not in known or followed.get(row.id) == row.number}
    return _numbered(places(rows, parts), numbering, free)


def number_all(rows: Sequence[Row]) -> list[Row]:
    """Every row numbered in the plan's style; in the standard one where it has none."""
    stood = list(places(rows, part_ids(rows)))
    numbering = _infer(stood)
    styles = {level: style or _standard(level) for level, style in numbering.styles.items()}
    return _numbered(stood, replace(numbering, styles=styles), {row.id for row in rows})


def _numbered(stood: Iterable[RowPlace], numbering: Numbering, free: Collection[str]) -> list[Row]:
    """The rows, the free ones with the number of their place; counting goes on from the others."""
    counters: dict[Counted, int] = {}
    rows: dict[str, Row] = {}
    before, leads = None, leads_under(None, None)
    for place in stood:
        row, style = place.row, numbering.styles[place.level]
        if place.leads is not before:  # other headings, whose numbers may be new
            before = place.leads
            leads = leads_under(*(h and rows[h.id] for h in (place.area, place.group)))
        if style is not None:
            counter = style.counter(place)
            value = counters.get(counter, 0)
            if row.id not in free:
                value = style.form.read(leads, row.number) or value
            elif numbering.blank(place):
                row = _with_number(row, "")
            else:
                value += 1
                row = _with_number(row, style.form.text(leads, value))
            counters[counter] = value
        rows[row.id] = row
    return list(rows.values())


def _with_number(row: Row, number: str) -> Row:
    return row if row.number == number else replace(row, number=number)


def _infer(stood: Sequence[RowPlace]) -> Numbering:
    """The style that most rows follow."""
    if not any(place.row.number for place in stood):
        return Numbering(dict.fromkeys(Level))
    tasks = [place for place in stood if isinstance(place.row, Task)]
    numbering = Numbering(
        dict.fromkeys(Level),
        _mostly_blank((p for p in tasks if p.continues), even=True),
        any(p.row.number for p in tasks) and _mostly_blank(p for p in tasks if p.alone),
    )
    styles = {level: _style_of(level, stood, numbering) for level in Level}
    _agreed(styles, stood, numbering)
    present = {place.level for place in stood}
    for level in Level:
        if level not in present:
            styles[level] = _for_a_new_level(level, styles)
    return replace(numbering, styles=styles)


def _standard(level: Level) -> Style:
    return Style(standard_form(level))


def _for_a_new_level(level: Level, styles: Mapping[Level, Style | None]) -> Style | None:
    """The style of a level that the plan has no row of, in keeping with the others: tasks that go
    on do so with and without groups; groups and tasks right under an area both show its number.
    """
    others = {Level.TASK: Level.GROUPED_TASK, Level.GROUPED_TASK: Level.TASK}
    like = styles[others[level]] if level in others else None
    if like is not None and like.scope is not Scope.HEADING:
        return like
    beside = {Level.TASK: Level.GROUP, Level.GROUP: Level.TASK}
    like = styles[beside[level]] if level in beside else None
    if like is not None and like.form.prefix in (Prefix.AREA, Prefix.FIGURE):
        return like
    return _standard(level)


def _mostly_blank(stood: Iterable[RowPlace], *, even: bool = False) -> bool:
    """Whether more of them have no number than have one; `even` where as many do."""
    counts = Counter(bool(place.row.number) for place in stood)
    return counts[False] + even > counts[True]


def _style_of(level: Level, stood: Sequence[RowPlace], numbering: Numbering) -> Style | None:
    """The style that most rows of the level follow; None where less than half of the numbered ones
    follow any.
    """
    numbered = [place for place in stood if place.level is level and place.row.number]
    some = numbered[:: len(numbered) // _ENOUGH + 1]
    seen = Counter(chain.from_iterable(map(forms_in, some)))
    best, most = None, 0
    # the most particular first: of equals it is the one meant
    for form in sorted((form for form, _ in seen.most_common(6)), key=lambda form: form.rank):
        for scope in Scope:
            style = Style(form, scope)
            count = _followers(level, style, stood, numbering)
            if count > most:
                best, most = style, count
            if most == len(numbered):
                return best
    return best if 2 * most >= len(numbered) else None


def _followers(level: Level, style: Style, stood: Sequence[RowPlace], numbering: Numbering) -> int:
    """How many rows of the level have the number that this style gives them."""
    tried = replace(numbering, styles=dict.fromkeys(Level, style))
    together = [place for place in stood if (place.level in _TASKS) == (level in _TASKS)]
    follow = _following(together, tried)
    return sum(place.level is level and place.row.number != "" for place in follow)


def _agreed(
    styles: dict[Level, Style | None], stood: Sequence[RowPlace], numbering: Numbering
) -> None:
    """Lets tasks with and without a group count alike, over the wider scope, where both can."""
    widths = list(Scope)
    known = [(level, style) for level in _TASKS if (style := styles[level]) is not None]
    if len({style.form for _, style in known}) != 1:
        return
    widest = max((style for _, style in known), key=lambda style: widths.index(style.scope))
    for level, style in known:
        if style != widest and _followers(level, widest, stood, numbering) == _followers(
            level, style, stood, numbering
        ):
            styles[level] = widest


def _following(stood: Iterable[RowPlace], numbering: Numbering) -> Iterator[RowPlace]:
    """The places whose rows have the number that the style gives them."""
    counters: dict[Counted, int] = {}
    for place in stood:
        style, number = numbering.styles[place.level], place.row.number
        if style is None:
            continue
        blank = numbering.blank(place)
        counter = style.counter(place)
        following = counters.get(counter, 0) + 1
        if blank and not number:
            yield place
        elif not blank and number == style.form.text(place.leads, following):
            counters[counter] = following
            yield place
        else:
            counters[counter] = style.form.read(place.leads, number) or following - 1
