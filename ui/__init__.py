"""The window. It shows and asks; rules live in cchc_desktop."""

import builtins

import PySide6.QtCore  # noqa: F401

# PySide reads the source of each module that is imported after it, in search of a feature that
# nothing here uses; without that, the window is there sooner
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
