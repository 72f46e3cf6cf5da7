"""The rules of the decree as data: each names its article, and our own styles keep them."""

import json
from typing import Any

import pytest

import resources
from cchc_desktop.documents.nd30 import nd30
from cchc_desktop.documents.repairs import choice, texts
from cchc_desktop.office.letterhead import MOTTO, NATIONAL_NAME

STYLE: dict[str, Any] = json.loads(resources.path("styles/nd30.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "role",
    sorted(
        STYLE["roles"].keys()
        & {"recipients_head", "recipient", "authority", "signer", "page_number", *nd30().elements}
    ),
)
def test_our_own_style_lies_within_the_rules(role: str) -> None:
    look = STYLE["defaults"] | STYLE["roles"][role]
    form = nd30().elements[role]
    assert form.size[0] <= look["size"] <= form.size[1]
    for aspect in ("bold", "italic", "caps"):
        wanted = getattr(form, aspect)
        assert wanted is None or look[aspect] == wanted, aspect
    assert form.align is None or look["align"] == form.align
    if role in ("body", "item", "point", "basis"):
        rules = nd30().ranges
        assert look["first_line"] in rules["first_line"]
        assert rules["line"][0] <= look["line"] <= rules["line"][1]
        assert look["before"] + look["after"] >= rules["paragraph_gap"][0]


def test_our_own_margins_lie_within_the_rules() -> None:
    for side in ("top", "bottom", "left", "right"):
        low, high = nd30().ranges[side]
        assert low <= STYLE["page"][side] <= high


def test_our_own_letterhead_has_the_words_of_the_rules() -> None:
    rules = nd30()
    assert rules.national_name[0] == NATIONAL_NAME
    assert rules.motto == MOTTO
    assert f"“{NATIONAL_NAME}”" in rules.rules["national_name.text"].expected
    assert f"“{MOTTO}”" in rules.rules["motto.text"].expected


def test_every_rule_names_its_article() -> None:
    for rule in (*nd30().rules.values(), *nd30().elements.values()):
        assert rule.title
        if rule.key.startswith("text."):  # no matter of the decree, but of typing
            continue
        assert rule.article.startswith(("Phụ lục I, Phần I, Mục ", "Phụ lục III, Mục "))


def test_rules_of_looks_are_those_that_are_mended_without_touching_a_word() -> None:
    for key, mend in (*choice._PIECES.items(), *choice._SECTIONS.items()):
        assert nd30().is_of_looks(key) == (mend.__module__ != texts.__name__), key
    for key in ("agency.bold", "motto.size", "agency.rule"):
        assert nd30().is_of_looks(key)
    for key in ("motto.text", "recipient.mark", "point.letter", "signer.missing"):
        assert not nd30().is_of_looks(key)
