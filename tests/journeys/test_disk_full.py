"""A disk that really fills up: a small mounted filesystem, or a limit of the operating system."""

import resource
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from mesodesk.domain.patients import PatientDetails, Sex
from mesodesk.services import upkeep
from mesodesk.services.patients import find_patients, patient_count, register_patient
from tests.journeys.conftest import PASSWORD, SetUp
from tests.journeys.program import Program

SIZE_MIB = 8


class Disk(Protocol):
    """Something that can run out of room, and has room again."""

    place: Path

    def fill(self) -> None:
        """Leave no room for a single byte."""

    def free(self) -> None:
        """Make room again."""


class SmallDisk:
    """A filesystem of 8 MiB, mounted for the test."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ballast = place / "ballast"

    def fill(self) -> None:
        """Write until not a byte more goes in."""
        with self._ballast.open("ab", buffering=0) as out:
            for size in (64 * 1024, 4096, 512, 1):
                try:
                    while out.write(b"\0" * size) == size:
                        pass
                except OSError:
                    continue

    def free(self) -> None:
        """Take the ballast away."""
        self._ballast.unlink()


class LimitedDisk:
    """Where nothing may be mounted: the system lets this process write no file beyond 4 KiB."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(self) -> None:
        """Every write past the first page fails from now on."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, self._limits[1]))

    def free(self) -> None:
        """As before."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._limits)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small filesystem where one may be mounted, else a limit of the system."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MIB}m", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
        yield SmallDisk(place)
        subprocess.run(["umount", "--lazy", str(place)], check=True)
    else:
        limited = LimitedDisk(place)
        yield limited
        limited.free()


@pytest.fixture
def home(disk: Disk) -> Path:
    """The data folder lies on the small disk."""
    return disk.place / "home"


def open_form(program: Program) -> None:
    program.hands.press("Ctrl+2")
    program.until_in("patients")
    program.hands.press("Ctrl+N")
    program.until(lambda: "New patient" in program.said())


def fill_form(program: Program, given: str, family: str) -> None:
    hands = program.hands
    hands.type(given)
    hands.press("Tab")
    hands.type(family)
    hands.presses("Tab", 2)
    hands.type("14 3 1980")


def test_that_a_full_disk_is_said_in_the_bar_and_nothing_is_half_written(
    program: Program, set_up: SetUp, disk: Disk
) -> None:
    desk, _ = set_up()
    register_patient(desk, PatientDetails("Okonjo", "Ingrid", date(1986, 2, 3), Sex.FEMALE))
    desk.close()
    program.start()
    program.sign_in(PASSWORD)
    open_form(program)
    fill_form(program, "Odile", "Brennan")

    disk.fill()
    program.hands.press("Ctrl+S")
    bar = program.window.work.trouble
    program.until(lambda: bar.messages)
    full = "The disk is full, so this was not saved."
    limited = "The disk could not be written, so this was not saved."
    assert bar.messages == (full if isinstance(disk, SmallDisk) else limited,)
    assert "Free some space on this disk, then try again." in program.said()
    assert [row.family_name for row in find_patients(program.desk, "brennan")] == []
    assert patient_count(program.desk) == 1

    disk.free()
    program.hands.press("Ctrl+S")
    program.until_in("chart")
    assert [row.family_name for row in find_patients(program.desk, "brennan")] == ["Brennan"]
    assert [one for one in upkeep.verify(program.desk) if one.wrong] == []

    program.restart()
    program.sign_in(PASSWORD)
    assert patient_count(program.desk) == 2
