"""How citations are understood: a text made plain -> numbers with their symbols -> mentions (kind,
date, issuer and title around each) -> documents, each once.

Only `citation.py` imports this package.
"""
