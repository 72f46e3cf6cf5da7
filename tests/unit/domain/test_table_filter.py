"""What a table is filtered by, and how that is said."""

from cchc_desktop.domain.table_filter import ColumnFilter, TableFilter, filter_words

LEAD = ColumnFilter("lead", ("Phòng HTQT", "Văn phòng"))
TIME = ColumnFilter("time", ("Quý II",))
TITLES = {"lead": "Chủ trì", "time": "Thời gian", "task": "Nhiệm vụ"}


def test_an_empty_filter_is_none() -> None:
    assert not TableFilter()
    assert not TableFilter("  ")
    assert TableFilter("a")
    assert TableFilter(columns=(LEAD,))


def test_a_column_has_one_filter_and_can_be_free_again() -> None:
    both = TableFilter("a").having(LEAD).having(TIME)
    assert (both.of("lead"), both.of("time"), both.of("task")) == (LEAD, TIME, None)
    other = ColumnFilter("lead", ("Thanh tra",))
    assert both.having(other).columns == (TIME, other)
    assert both.without("lead").without("time") == TableFilter("a")


def test_a_filter_is_said_in_words() -> None:
    wanted = TableFilter(" lanh su ", (LEAD, TIME, ColumnFilter("task", words="Rà soát")))
    assert filter_words(wanted, TITLES) == (
        "Chủ trì = Phòng HTQT, Văn phòng; Thời gian = Quý II; Nhiệm vụ có chữ “Rà soát”; "
        "có chữ “lanh su”"
    )
    many = TableFilter(columns=(ColumnFilter("lead", tuple("abcde")),))
    assert filter_words(many, TITLES) == "Chủ trì = a, b, c và 2 giá trị nữa"
