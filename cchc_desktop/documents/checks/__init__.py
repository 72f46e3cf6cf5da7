"""The rules of Nghị định 30/2020, each held against the elements of a document."""
