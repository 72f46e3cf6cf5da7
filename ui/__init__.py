"""The window. It shows and asks; rules live in cchc_desktop."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide's import hook reads the source of each module that is imported after it, to see whether it
# asks for `__feature__`; none of ours does, and the window is there sooner without that. What the
# hook itself calls stays. The names are PySide's own: where it has others, nothing is done here.
if getattr(builtins.__import__, "__name__", "") == "__feature_import__":
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
