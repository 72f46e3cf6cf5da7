"""How the words of a time cell are understood: words -> tokens -> periods and recurrences ->
clauses.

`schedule.py` gives the clauses their meaning; nothing else imports this package.
"""
