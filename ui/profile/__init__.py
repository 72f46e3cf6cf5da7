"""Hồ sơ cơ quan: names, units, signers and recipients, each valid for years."""
