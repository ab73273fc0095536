"""Journey: the tour plays a whole visit in an empty folder and leaves pictures and sheets."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader


@pytest.mark.slow
def test_that_the_tour_ends_well_and_leaves_pictures_and_printed_sheets(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "mesodesk", "tour", "--home", str(home), "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list(out.glob("*.png"))) >= 8
    sheets = sorted(out.glob("*.pdf"))
    assert len(sheets) >= 4
    assert all(len(PdfReader(sheet).pages) >= 1 for sheet in sheets)


def test_that_the_tour_refuses_a_folder_that_holds_a_record(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mesodesk", "tour", "--home", str(tmp_path), "--out", "unused"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert "already holds a record" in done.stdout
    assert not (tmp_path / "unused").exists()
