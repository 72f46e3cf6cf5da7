"""Sao lưu và khôi phục: the screen that opens even when the file does not."""
