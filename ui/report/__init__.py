"""The tab Báo cáo: outline, text, sources."""
