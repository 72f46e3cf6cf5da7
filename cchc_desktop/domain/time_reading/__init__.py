"""How the words of a time cell are understood: words -> tokens -> periods and recurrences ->
clauses -> statements of a cell -> their meaning side by side -> the cell's schedule.

Only `schedule.py` imports this package.
"""
