"""Words found in Vietnamese text as typed, and replaced; what stands around them is not touched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.text_search import TextSearch, replaced, surroundings
from cchc_desktop.domain.vietnamese import fold, nfc

LETTERS = st.text(alphabet="aáạăđDĐeêếtTnhiíỉ 26\n.,/()x\u0302", max_size=40).map(nfc)
SEARCHES = st.builds(
    TextSearch, LETTERS.filter(lambda w: len(w) < 4), st.booleans(), st.booleans(), st.booleans()
)


def found(text: str, words: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in TextSearch(words, **how).places(text)]


@pytest.mark.parametrize(
    ("text", "words", "how", "expected"),
    [
        ("Quý I/2026, quý II/2026", "2026", {}, ["2026", "2026"]),
        ("Tỉnh tính TỈNH", "tỉnh", {}, ["Tỉnh", "TỈNH"]),
        ("Tỉnh tính TỈNH", "tỉnh", {"match_case": True}, []),
        ("Tỉnh tính TỈNH", "tinh", {}, []),
        ("Tỉnh tính TỈNH", "tính", {"any_marks": True}, ["Tỉnh", "tính", "TỈNH"]),
        ("đề dế Đề", "de", {"any_marks": True}, ["đề", "dế", "Đề"]),
        ("đề dế Đề", "đề", {}, ["đề", "Đề"]),
        ("12026 2026 20261 2026/BC", "2026", {"whole_words": True}, ["2026", "2026"]),
        ("an toàn, ban an", "an", {"whole_words": True}, ["an", "an"]),
        ("a.b a+b", "a.b", {}, ["a.b"]),
        ("aaa", "aa", {}, ["aa"]),
        ("Sở\nNgoại vụ", "Sở Ngoại vụ", {}, []),
        ("2026", "", {}, []),
        ("2026", "\u0301", {"any_marks": True}, []),
    ],
)
def test_places(text: str, words: str, how: dict[str, bool], expected: list[str]) -> None:
    assert found(text, words, **how) == expected


def test_letters_typed_apart_are_the_same_letters() -> None:
    assert found("cấp tỉnh", unicodedata.normalize("NFD", "tỉnh")) == ["tỉnh"]


def test_marks_that_no_letter_has_stay_with_theirs() -> None:
    text = "x\u0302an toa\u0320n x\u0302"
    assert found(text, "x") == []
    assert found(text, "xan", any_marks=True) == ["x\u0302an"]
    assert found(text, "toan", any_marks=True) == ["toa\u0320n"]
    assert found(text, "x", any_marks=True)[-1] == "x\u0302"


@given(LETTERS, SEARCHES, LETTERS)
def test_nothing_changes_outside_the_places(text: str, search: TextSearch, words: str) -> None:
    places = search.places(text)
    outside, last = [], 0
    for start, end in places:
        assert last <= start < end <= len(text)
        outside.append(text[last:start])
        last = end
    outside.append(text[last:])
    assert words.join(outside) == replaced(text, places, words)
    if not search.words:
        assert places == ()


@given(LETTERS, SEARCHES)
def test_what_is_found_is_what_was_looked_for(text: str, search: TextSearch) -> None:
    for start, end in search.places(text):
        one, other = text[start:end], nfc(search.words)
        if search.any_marks:
            assert fold(one) == fold(other)
        elif search.match_case:
            assert one == other
        else:
            assert one.lower() == other.lower()


@given(LETTERS, LETTERS.filter(bool))
def test_all_that_reads_the_same_is_found(text: str, words: str) -> None:
    text, words = text.replace("\u0302", ""), words.replace("\u0302", "") or "tỉnh"
    assert len(TextSearch(words).places(text)) == text.lower().count(words.lower())
    assert len(TextSearch(words, any_marks=True).places(text)) == fold(text).count(fold(words))


@given(LETTERS, SEARCHES)
def test_replacing_by_the_words_found_changes_nothing(text: str, search: TextSearch) -> None:
    for start, end in search.places(text):
        assert replaced(text, [(start, end)], text[start:end]) == text


def test_words_that_hold_those_looked_for_are_put_in_once() -> None:
    text = "Sở; Sở"
    assert replaced(text, TextSearch("Sở").places(text), "Văn phòng Sở") == (
        "Văn phòng Sở; Văn phòng Sở"
    )


def test_the_surroundings_of_a_place_are_its_line() -> None:
    text = "Báo cáo năm 2025;\nKế hoạch năm 2026 và các năm sau;\nTờ trình"
    start = text.index("2026")
    assert surroundings(text, start, start + 4, 60) == ("Kế hoạch năm ", " và các năm sau;")
    assert surroundings(text, start, start + 4, 10) == ("…hoạch năm ", " và các…")
    assert surroundings("a" * 30 + "b" + "c" * 30, 30, 31, 5) == ("…aaaaa", "ccccc…")
