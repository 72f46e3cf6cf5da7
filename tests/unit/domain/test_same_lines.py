"""Lines of another version are found where they were."""

import pytest

from cchc_desktop.domain.same_lines import same_lines


@pytest.mark.parametrize(
    ("lines", "known", "found"),
    [
        ("abcd", "abcd", [0, 1, 2, 3]),
        ("axcd", "abcd", [0, 1, 2, 3]),  # a changed line between two known ones
        ("axycd", "abcd", [0, None, None, 2, 3]),  # one came, too: nobody knows which
        ("a1b1c1", "a1b1c1", [0, 1, 2, 3, 4, 5]),
        ("a1c1", "a1b1c1", [0, 1, 4, 5]),  # what is missing takes its own repeated lines along
        ("c1a1", "a1b1c1", [4, 5, 0, 1]),  # moved
        ("xxa", "abc", [None, None, 0]),
        ("11x", "a", [None, None, None]),
        ("x", "a", [0]),
        ("", "ab", []),
        ("ab", "", [None, None]),
    ],
)
def test_lines_are_found(lines: str, known: str, found: list[int | None]) -> None:
    assert same_lines(list(lines), list(known)) == found
