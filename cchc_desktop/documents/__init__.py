"""Domain objects become neutral documents in the form of Nghị định 30/2020."""
