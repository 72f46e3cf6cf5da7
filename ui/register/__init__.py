"""Văn bản: the register of documents, their files, and where they are cited."""
