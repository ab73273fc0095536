"""The command line: what it understands, its exit codes, and that commands need no Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mesodesk import cli
from mesodesk.core.clock import SystemClock
from mesodesk.domain.clinic import Clinic
from mesodesk.services.sign_in import sign_in, unlock
from tests import visit
from tests.fresh import PASSWORD, open_fresh

COMMANDS = ("tour", "demo", "find", "print", "verify", "back-up")
WITHOUT_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is not installed here")

sys.meta_path.insert(0, NoQt())
from mesodesk.__main__ import main
main()
"""


def no_tour(home: Path, out: Path) -> int:
    """A tour that nobody asked for."""
    raise AssertionError(f"toured {home} into {out}")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The closed record of a clinic with one patient; its password is in the environment."""
    folder = tmp_path / "home"
    desk = open_fresh(folder, Clinic("Harbour Clinic"))
    visit.register(desk)
    desk.close()
    monkeypatch.setenv("MESODESK_PASSWORD", PASSWORD)
    return folder


def without_qt(*typed: str | Path) -> subprocess.CompletedProcess[str]:
    """Type a command on a machine that has no Qt."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *map(str, typed)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(Path.cwd())},
    )


def test_that_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run(["--help"], no_tour)
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if f"    {name} " not in said] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_that_each_command_explains_itself(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run([command, "--help"], no_tour)
    assert left.value.code == 0
    assert "--home" in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed",
    [["dance"], ["find"], ["print", "poster", "M-00001"], ["back-up"], ["print", "consent"]],
)
def test_that_what_is_not_understood_is_exit_code_2(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.run(typed, no_tour)
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: mesodesk")


def test_that_what_is_done_is_exit_code_0(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["find", "zizkova", "--home", str(home)], no_tour) == 0
    assert capsys.readouterr().out == "M-00001  Žižková, Zoë  1985-04-02\n"


def test_that_the_folder_may_stand_before_the_command(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["--home", str(home), "verify"], no_tour) == 0
    assert capsys.readouterr().out.count(": good\n") == 7


def test_that_trouble_is_said_with_its_remedy_and_is_exit_code_1(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "record.db").unlink()
    assert cli.run(["verify", "--home", str(home)], no_tour) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "mesodesk: The key file is here but the record is not."
    assert said[1] == "  Stop, keep the files as they are, and restore the last good backup."
    monkeypatch.setenv("MESODESK_PASSWORD", "a wild river at dawn")
    assert cli.run(["verify", "--home", str(home)], no_tour) == 1


def test_that_a_check_that_fails_is_exit_code_1(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SystemClock()
    desk = sign_in(home, unlock(home, PASSWORD, clock), clock)
    visit.without_guards(desk, "audit_event", "UPDATE audit_event SET verb = 'x' WHERE number = 1")
    desk.close()
    assert cli.run(["verify", "--home", str(home)], no_tour) == 1
    assert capsys.readouterr().out.count(": good\n") == 5


def test_that_the_password_is_asked_for_where_the_environment_has_none(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.delenv("MESODESK_PASSWORD")
    monkeypatch.setattr("getpass.getpass", answer)
    assert cli.run(["find", "zizkova", "--home", str(home)], no_tour) == 0
    assert asked == ["Password: "]
    assert PASSWORD not in capsys.readouterr().out


def test_that_no_password_is_asked_for_where_there_is_no_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MESODESK_PASSWORD", raising=False)
    monkeypatch.delattr("getpass.getpass")
    assert cli.run(["find", "zoe", "--home", str(tmp_path)], no_tour) == 1
    assert capsys.readouterr().err == f"mesodesk: There is no record in {tmp_path}.\n"


def test_that_where_nobody_can_answer_the_password_is_asked_of_the_environment(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(prompt: str) -> str:
        raise EOFError(prompt)

    monkeypatch.delenv("MESODESK_PASSWORD")
    monkeypatch.setattr("getpass.getpass", nobody)
    assert cli.run(["verify", "--home", str(home)], no_tour) == 1
    assert "MESODESK_PASSWORD" in capsys.readouterr().err


def test_that_a_break_at_the_password_is_exit_code_130(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(prompt: str) -> str:
        raise KeyboardInterrupt(prompt)

    monkeypatch.delenv("MESODESK_PASSWORD")
    monkeypatch.setattr("getpass.getpass", interrupt)
    assert cli.run(["verify", "--home", str(home)], no_tour) == 130


def test_that_the_tour_gets_its_two_folders_and_gives_the_exit_code(tmp_path: Path) -> None:
    went: list[tuple[Path, Path]] = []

    def tour(home: Path, out: Path) -> int:
        went.append((home, out))
        return 3

    typed = ["tour", "--home", str(tmp_path), "--out", str(tmp_path / "pictures")]
    assert cli.run(typed, tour) == 3
    assert went == [(tmp_path, tmp_path / "pictures")]


def test_that_commands_run_without_qt(home: Path, tmp_path: Path) -> None:
    found = without_qt("find", "zizkova", "--home", home)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == "M-00001  Žižková, Zoë  1985-04-02\n"
    checked = without_qt("verify", "--home", home)
    assert checked.returncode == 0, checked.stderr
    (tmp_path / "disk").mkdir()
    kept = without_qt("back-up", tmp_path / "disk", "--home", home)
    assert kept.returncode == 0, kept.stderr


def test_that_the_window_does_need_qt(tmp_path: Path) -> None:
    # or the test above would prove nothing
    tried = without_qt("--home", tmp_path)
    assert tried.returncode == 1
    assert tried.stderr.startswith("mesodesk: The window cannot be opened: PySide6")
    assert "Traceback" not in tried.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_that_a_window_without_a_display_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.run(["--home", str(tmp_path)], no_tour) == 1
    said = capsys.readouterr().err
    assert said.startswith("mesodesk: There is no display here, so no window can open.")
    assert "mesodesk tour" in said


def test_that_the_tour_says_in_words_that_it_needs_qt(tmp_path: Path) -> None:
    tried = without_qt("tour", "--home", tmp_path / "home", "--out", tmp_path / "out")
    assert tried.returncode == 1
    assert tried.stderr.startswith("mesodesk: The window cannot be opened: PySide6")
    assert "scripts/run" in tried.stderr
