"""The rules of Nghị định 30/2020/NĐ-CP on the form of documents, read from
`resources/rules/nd30.json`; every rule names its article.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule beside the forms of the elements: its key, Vietnamese title, article and what it asks.
    `looks`: no words can keep or break it, only how they, or their sheet, look.
    """

    key: str
    title: str
    article: str
    expected: str
    looks: bool = False


@dataclass(frozen=True, slots=True)
class ElementForm:
    """How an element of a document looks; None where the decree leaves it open. `size`: smallest
    and largest, in points.
    """

    key: str
    title: str
    article: str
    size: Range
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    align: str | None = None


@dataclass(frozen=True, slots=True)
class Nd30:
    """The whole profile. Lengths as `units` of the file says; `kinds` are abbreviations by tên
    loại; `groups`: the elements of each part of a document, by its title.
    """

    font: str
    national_name: tuple[str, ...]
    motto: str
    sizes_together: tuple[tuple[float, ...], ...]
    ranges: Mapping[str, Range]
    tolerances: Mapping[str, float]
    groups: Mapping[str, frozenset[str]]
    elements: Mapping[str, ElementForm]
    rules: Mapping[str, Rule]
    kinds: Mapping[str, str]
    kinds_without_subject: frozenset[str]
    kinds_without_place: frozenset[str]
    kinds_with_addressee: frozenset[str]

    def group_of(self, key: str) -> str:
        """The group that a rule's element belongs to."""
        element = key.partition(".")[0]
        return next(title for title, elements in self.groups.items() if element in elements)

    def title_of(self, key: str) -> str:
        """What a rule is about, in words."""
        rule = self.rules.get(key)
        return rule.title if rule else self.elements[key.partition(".")[0]].title

    def is_of_looks(self, key: str) -> bool:
        """Whether a rule is about looks, as all are that say how an element looks."""
        rule = self.rules.get(key)
        return rule is None or rule.looks


@cache
def nd30() -> Nd30:
    """The rules, read once."""
    data = json.loads(resources.text("rules/nd30.json"))
    return Nd30(
        font=data["font"],
        national_name=tuple(data["national_name"]),
        motto=data["motto"],
        sizes_together=tuple(tuple(sizes) for sizes in data["sizes_together"]),
        ranges={
            key: (value[0], value[1]) if isinstance(value, list) else (value, float("inf"))
            for key, value in data["ranges"].items()
        },
        tolerances=data["tolerances"],
        groups={title: frozenset(elements) for title, elements in data["groups"].items()},
        elements={
            key: ElementForm(key, **(form | {"size": (form["size"][0], form["size"][1])}))
            for key, form in data["elements"].items()
        },
        rules={key: Rule(key, **rule) for key, rule in data["rules"].items()},
        kinds=data["kinds"],
        kinds_without_subject=frozenset(data["kinds_without_subject"]),
        kinds_without_place=frozenset(data["kinds_without_place"]),
        kinds_with_addressee=frozenset(data["kinds_with_addressee"]),
    )
