"""The tab Tiến độ: where the tasks stand in the year, painted and printed by the same code."""
