"""Scripts: is enough of everything below `ui` covered? Lines and branches are asked apart.

The figure is `fail_under` in pyproject.toml, and so are the folders it holds for.
"""

import json
import sys
import tempfile
import tomllib
from pathlib import Path

from coverage import Coverage

ROOT = Path(__file__).resolve().parent.parent


def measured(data: Coverage) -> dict[str, float]:
    """Percent of lines and of branches covered, of the folders in the report."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "coverage.json"
        data.json_report(outfile=str(out))
        totals = json.loads(out.read_text(encoding="utf-8"))["totals"]
    return {
        "lines": percent(totals["covered_lines"], totals["num_statements"]),
        "branches": percent(totals["covered_branches"], totals["num_branches"]),
    }


def percent(part: int, whole: int) -> float:
    """Part of the whole in percent; nothing to cover is covered."""
    return 100.0 * part / whole if whole else 100.0


def main() -> int:
    """Print the files with gaps and both figures; 1 if a figure is too low."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = float(settings["tool"]["coverage"]["report"]["fail_under"])
    data = Coverage(config_file=str(ROOT / "pyproject.toml"))
    data.load()
    data.report()
    figures = measured(data)
    for name, figure in figures.items():
        print(f"{name}: {figure:.1f} % covered, {wanted:.0f} % asked")
    return int(min(figures.values()) < wanted)


if __name__ == "__main__":
    sys.exit(main())
