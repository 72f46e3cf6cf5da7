"""What grows is measured here, as ratios in one run; not part of the program."""
