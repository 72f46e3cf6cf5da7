"""The number of a task: in a column of its own, where Excel may have changed it, or before its
words.
"""

from cchc_desktop.intake.numbering import depth, split_task
from cchc_desktop.intake.table_shape import TableRow, iso_day


def mended_number(row: TableRow, above: str) -> tuple[str, str]:
    """The number in its column, and why it is not as the file has it, "" where it is: a date, or
    "1.1" where Excel left out the last figure of 1.10 under `above`, 1.9.
    """
    number = row["number"]
    if row.typed_as == "date" and (day := iso_day(number)):
        mended = f"{day.day}.{day.month}"
        return mended, f"Excel đã đổi số thứ tự thành ngày tháng; đã ghi lại là {mended}."
    if row.typed_as == "number" and _lost_zero(number, above):
        mended = f"{number}0"
        return mended, f"Excel đã bỏ số 0 cuối của số thứ tự {mended}; đã ghi lại cho đủ."
    return number, ""


def number_and_text(number: str, row: TableRow) -> tuple[str, str]:
    """A task's number, typed before its words or else the one of its column; and the words without
    it.
    """
    task = row["task"]
    typed = split_task(task)
    if not typed.number or (not number and "number" in row.covered):
        return number, task
    if any(_are_alike(typed.number, split_task(line).number) for line in task.split("\n")[1:]):
        return number, task  # a list inside the cell
    if not number or typed.number == number or typed.number.startswith(f"{number}."):
        return typed.number, typed.text
    return number, task


def _lost_zero(number: str, above: str) -> bool:
    """Whether "1.1" follows "1.9"."""
    (head, _, last), (above_head, _, above_last) = number.rpartition("."), above.rpartition(".")
    counted = bool(head) and head == above_head and above_last.isdigit()
    return counted and int(above_last) == int(f"{last}0") - 1


def _are_alike(number: str, other: str) -> bool:
    """Whether two numbers count the same: "1" and "2", "a)" and "b)", but not "1" and "a)"."""
    figures = [one.lstrip("(")[:1].isdigit() for one in (number, other)]
    return depth(number) == depth(other) and figures[0] == figures[1]
