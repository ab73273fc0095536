"""Tests: the size of files and the names of modules."""

from tests.house.tree import PACKAGE, modules, name_of

MOST_LINES = 400
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def test_that_init_files_are_empty() -> None:
    filled = [name_of(path) for path in PACKAGE.rglob("__init__.py") if path.read_bytes()]
    assert filled == []


def test_that_every_folder_with_code_is_a_package() -> None:
    folders = {path.parent for path in modules()}
    assert [name_of(at) for at in sorted(folders) if not (at / "__init__.py").exists()] == []


def test_that_no_file_is_too_long_to_read() -> None:
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: lines for name, lines in sizes.items() if lines > MOST_LINES} == {}


def test_that_every_module_name_says_something() -> None:
    places = [*modules(), *(at for at in PACKAGE.rglob("*") if at.is_dir())]
    vague = [name_of(at) for at in places if at.stem.strip("_") in SAY_NOTHING]
    assert vague == []


def test_that_every_module_says_its_room_and_job_first() -> None:
    silent = [
        name_of(path)
        for path in modules()
        if path.name != "__init__.py" and not path.read_text("utf-8").startswith('"""')
    ]
    assert silent == []
