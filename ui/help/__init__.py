"""The menu Trợ giúp: keys, about, the log folder."""
