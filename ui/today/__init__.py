"""The tab Hôm nay: what the day asks, and the reporting period that is on."""
