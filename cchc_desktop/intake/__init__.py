"""Other people's files become proposals."""
