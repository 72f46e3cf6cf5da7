"""Giving the plan and its timeline out: one dialog with the pages as they will be."""
