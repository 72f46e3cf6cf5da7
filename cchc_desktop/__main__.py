"""Entry point: runs a command of cli.py (and, once there is one, opens the window)."""

import sys

from cchc_desktop import cli


def main() -> int:
    """Run with the process's arguments."""
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
