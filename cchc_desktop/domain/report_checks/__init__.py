"""The rules of a report's check, one module a group; `report_check` is their door."""
