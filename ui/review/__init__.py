"""The one review panel: what was read beside its source, doubts first, until it is accepted."""
