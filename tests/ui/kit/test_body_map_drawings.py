"""UI: the shipped drawings are what the script beside them draws."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[3] / "scripts" / "bodymaps" / "draw.py"


def test_that_the_script_draws_the_shipped_maps() -> None:
    command = [sys.executable, str(SCRIPT), "--check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
