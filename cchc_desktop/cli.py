"""The commands without a window: the same services as the window's, Vietnamese messages, exit 0,
1, 2.
"""


def main(arguments: list[str]) -> int:
    """Run one command; the exit status: 0 done, 1 refused, 2 wrong usage."""
    raise NotImplementedError
