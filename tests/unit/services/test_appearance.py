"""The look of the window: a small plain file that may be missing or broken."""

from pathlib import Path

import pytest

from mesodesk.services.appearance import FILE, Appearance, appearance, keep_appearance


def test_that_the_look_is_kept(tmp_path: Path) -> None:
    keep_appearance(tmp_path, Appearance("dark", 150))
    assert appearance(tmp_path) == Appearance("dark", 150)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"mode": "dark"}', '{"mode":1,"text_percent":"x"}']
)
def test_that_a_broken_file_gives_the_usual_look(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert appearance(tmp_path) == Appearance()


def test_that_an_unknown_mode_and_size_are_brought_inside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"mode": "purple", "text_percent": 900}')
    assert appearance(tmp_path) == Appearance("system", 200)


def test_that_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    keep_appearance(tmp_path / "nowhere", Appearance("dark", 150))
    assert appearance(tmp_path / "nowhere") == Appearance()
