"""The shelf of printed wording: languages are folders; a translator can add one."""

import shutil
from pathlib import Path

import pytest

from mesodesk.core.errors import NotFound
from mesodesk.core.paths import resources
from mesodesk.documents.course import course_pdf
from mesodesk.documents.shelf import aftercare_rules, gate_wording, sheet_languages, sheet_wording
from mesodesk.domain.source import Mistake
from tests.unit.documents.samples import PLAN, whole_text


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A shelf with English and with Italian that says everything in English words."""
    for language, model in (("en", "en"), ("it", "en")):
        shutil.copytree(resources() / "sheets" / model, tmp_path / language)
    shutil.copy(resources() / "sheets" / "aftercare.yaml", tmp_path)
    return tmp_path


def test_that_a_language_is_added_by_a_folder(shelf: Path) -> None:
    file = shelf / "it" / "course.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Treatment plan", "Piano di cura"), encoding="utf-8")
    assert sheet_languages(shelf) == ("en", "it")
    assert "Piano di cura" in whole_text(course_pdf(PLAN, sheet_wording("it", shelf)))


def test_that_a_language_that_lacks_a_word_is_refused_with_the_file(shelf: Path) -> None:
    file = shelf / "it" / "course.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Treatment plan\n", ""), encoding="utf-8")
    with pytest.raises(Mistake, match=r"'course\.title' is missing") as met:
        sheet_wording("it", shelf)
    assert met.value.file == "it/course.yaml"


def test_that_a_language_without_a_folder_is_not_found(shelf: Path) -> None:
    with pytest.raises(NotFound, match="'xx'"):
        sheet_wording("xx", shelf)


def test_that_the_rules_are_read_beside_the_languages(shelf: Path) -> None:
    assert aftercare_rules(shelf) == aftercare_rules()


def test_that_a_gate_without_its_sentence_is_named_with_its_file(shelf: Path) -> None:
    assert gate_wording("it", shelf).language == "it"
    # the shelf is read once: another folder is another shelf
    other = shelf / "other"
    shutil.copytree(shelf / "en", other / "en")
    shutil.copytree(shelf / "it", other / "it")
    file = other / "it" / "gates.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("lot {lot} expired on {day}", "{lot} scaduto"), encoding="utf-8")
    with pytest.raises(Mistake, match=r"'gates\.lot_expired' must fill in") as met:
        gate_wording("it", other)
    assert (met.value.file, met.value.line) == ("it/gates.yaml", 22)


def test_that_gates_speak_english_where_a_language_has_no_folder(shelf: Path) -> None:
    assert gate_wording("xx", shelf).language == "en"
