"""CCHC Desktop: the plan of administrative reform of one department. Qt-free."""
