"""Tests: the data folder of each platform. Where the resources are is a test of the house."""

from pathlib import Path

import pytest

from mesodesk.core.paths import default_home, resources


@pytest.fixture(autouse=True)
def known_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home folder without any of the variables that point elsewhere."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", ".local/share/MesoDesk"),
        ("darwin", "Library/Application Support/MesoDesk"),
        ("win32", "AppData/Local/MesoDesk"),
    ],
)
def test_that_each_platform_keeps_data_where_it_is_usual(
    platform: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert default_home() == tmp_path / place


@pytest.mark.parametrize(
    ("platform", "variable"), [("linux", "XDG_DATA_HOME"), ("win32", "LOCALAPPDATA")]
)
def test_that_the_platforms_own_variable_wins(
    platform: str, variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv(variable, str(tmp_path / "elsewhere"))
    assert default_home() == tmp_path / "elsewhere" / "MesoDesk"


def test_that_an_empty_variable_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    assert default_home() == tmp_path / ".local" / "share" / "MesoDesk"


def test_that_a_frozen_program_looks_in_its_own_folder_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources" / "indications").mkdir(parents=True)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"
