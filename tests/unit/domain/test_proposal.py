"""A proposal becomes one change: whole records, and records taken field by field."""

from dataclasses import replace

from cchc_desktop.domain.change import Edit
from cchc_desktop.domain.proposal import Item, Proposal
from cchc_desktop.domain.result import Result

KNOWN = Result("r", "t", "p", text="cũ", state="chưa làm")


def fields_of(known: Result | None, *taken: bool) -> tuple[Item, ...]:
    blank = known or Result("r", "t", "p")
    edits = (("text", "mới"), ("state", "đang làm"), ("figures", "02"))
    return tuple(
        Item(Edit(known, replace(blank, **{field: value})), taken=take, field=field)  # type: ignore[arg-type]
        for (field, value), take in zip(edits, taken, strict=True)
    )


def test_fields_of_one_record_are_one_edit() -> None:
    change = Proposal("Gộp", fields_of(KNOWN, True, False, True)).accept()
    assert change.edits == (Edit(KNOWN, replace(KNOWN, text="mới", figures="02")),)


def test_fields_of_a_new_record() -> None:
    change = Proposal("Gộp", fields_of(None, False, True, True)).accept()
    assert change.edits == (Edit(None, Result("r", "t", "p", state="đang làm", figures="02")),)


def test_nothing_taken_is_no_edit() -> None:
    assert Proposal("Gộp", fields_of(KNOWN, False, False, False)).accept().edits == ()


def test_rivals_share_a_cell_and_whole_records_stand_beside() -> None:
    one, other = (
        Item(Edit(None, Result("r", "t", "p", text=text)), field="text") for text in ("a", "b")
    )
    whole = Item(Edit(None, Result("x", "t2", "p", text="c")))
    assert one.cell == other.cell != whole.cell
    change = Proposal("Gộp", (one, replace(other, taken=False), whole)).accept()
    assert [edit.record.id for edit in change.edits] == ["r", "x"]
