"""Word and Excel files themselves; the only importers of python-docx, openpyxl and lxml."""
