"""The project file: schema, rows, log, lock and backups; the only importer of sqlite_utils."""
