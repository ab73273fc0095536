"""Scripts: would the tests notice a mistake in the rules? Slow; what is changed: pyproject.toml.

Every mutant is one small mistake, made on purpose; a mutant that no test notices has survived.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTANTS = ROOT / "mutants"
ASKED_PERCENT = 80.0


def mutmut(*command: str) -> subprocess.CompletedProcess[str]:
    """Run the mutation tool; it prints a line for each mutant, which is kept."""
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def score(counted: dict[str, int]) -> float:
    """Percent of the mutants that were noticed: killed, or stopped for taking forever."""
    tried = counted["total"] - counted["skipped"]
    return 100.0 * (counted["killed"] + counted["timeout"]) / tried if tried else 0.0


def main() -> int:
    """Print the survivors and the score; 1 if it is too low or nothing could be tried."""
    shutil.rmtree(MUTANTS, ignore_errors=True)
    run = mutmut("run")
    mutmut("export-cicd-stats")
    counts = MUTANTS / "mutmut-cicd-stats.json"
    if run.returncode or not counts.exists():
        print(run.stdout[-3000:] + run.stderr[-3000:])
        return 1
    print(mutmut("results").stdout)
    counted = json.loads(counts.read_text(encoding="utf-8"))
    figure = score(counted)
    print(f"{figure:.1f} % of {counted['total']} mutants noticed, {ASKED_PERCENT:.0f} % asked")
    return int(figure < ASKED_PERCENT)


if __name__ == "__main__":
    sys.exit(main())
