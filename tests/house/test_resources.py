"""Tests: the shipped resources are found in a clone, in a wheel and in a frozen folder."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mesodesk.core.paths import resources
from tests.house.tree import PACKAGE, ROOT

ASK = "from mesodesk.core.paths import resources; print(resources())"


def found_by(code: str, search_path: Path, elsewhere: Path) -> Path:
    """Where a fresh interpreter with that search path finds the resources."""
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(search_path)},
        capture_output=True,
        check=True,
        text=True,
    )
    return Path(answer.stdout.strip())


def names_below(folder: Path) -> set[str]:
    """The files of a folder, relative to it."""
    return {at.relative_to(folder).as_posix() for at in folder.rglob("*") if at.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the project's wheel was unpacked, as an installer does."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("mesodesk-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_that_a_clone_finds_them_beside_the_package() -> None:
    assert resources() == ROOT / "resources"


def test_that_a_wheel_finds_them_inside_the_package(installed: Path, tmp_path: Path) -> None:
    assert found_by(ASK, installed, tmp_path) == installed / "mesodesk" / "resources"


def test_that_a_wheel_carries_every_one_of_them(installed: Path) -> None:
    carried = names_below(installed / "mesodesk" / "resources")
    assert names_below(ROOT / "resources") - carried == set()


def test_that_a_wheel_carries_no_tests(installed: Path) -> None:
    assert not (installed / "tests").exists()


def test_that_a_frozen_program_finds_them_where_it_was_unpacked(tmp_path: Path) -> None:
    bundle, code = tmp_path / "bundle", tmp_path / "code"
    shutil.copytree(ROOT / "resources", bundle / "resources")
    shutil.copytree(PACKAGE / "core", code / "mesodesk" / "core")
    shutil.copy(PACKAGE / "__init__.py", code / "mesodesk")
    frozen = f"import sys; sys.frozen = True; sys._MEIPASS = {str(bundle)!r}; {ASK}"
    assert found_by(frozen, code, tmp_path) == bundle / "resources"


def test_that_an_incomplete_installation_names_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mesodesk.core.paths._PACKAGE", tmp_path / "mesodesk")
    with pytest.raises(FileNotFoundError) as missing:
        resources()
    assert str(tmp_path / "mesodesk" / "resources") in str(missing.value)
    assert str(tmp_path / "resources") in str(missing.value)
