"""The window. It shows and asks; rules live in cchc_desktop. Filled by the next issue."""
