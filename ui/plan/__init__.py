"""The tab Kế hoạch: the plan's table as an outline, its narrative, and what is doubtful in it."""
