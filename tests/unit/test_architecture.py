"""The direction of imports is a test: the contracts in pyproject.toml hold."""

import subprocess
import sys

# in a process of its own: it turns off every logger that there is
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_import_contracts_hold() -> None:
    done = subprocess.run([sys.executable, "-c", LINT, "--no-cache"], check=False)
    assert done.returncode == 0
