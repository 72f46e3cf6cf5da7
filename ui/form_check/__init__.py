"""The form of any Word file held against Nghị định 30/2020, with the right form beside it."""
