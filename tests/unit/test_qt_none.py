"""The pinned PySide6 keeps its references to None; 6.12.0 on Python 3.11 loses them."""

import os
import subprocess
import sys
from pathlib import Path


def test_void_calls_keep_references_to_none() -> None:
    probe = Path(__file__).parents[1] / "data" / "qt_none_probe.py"
    run = [sys.executable, str(probe)]
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(run, capture_output=True, text=True, env=env, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
