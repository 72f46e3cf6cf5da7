"""Takes a formatted document apart into the elements that Nghị định 30/2020 names."""
