"""Documents: the shelf where the printed wording of each language is kept."""

from functools import lru_cache
from pathlib import Path

from mesodesk.core.errors import NotFound
from mesodesk.core.paths import resources
from mesodesk.domain.sheets.aftercare_rules import AftercareRules, read_aftercare_rules
from mesodesk.domain.sheets.emergency_numbers import EmergencyNumbers, read_emergency_numbers
from mesodesk.domain.sheets.wording import Wording, gaps, read_wording

MODEL_LANGUAGE = "en"


def sheet_languages(folder: Path | None = None) -> tuple[str, ...]:
    """The codes of the languages that sheets can be printed in, sorted."""
    shelf = folder or _shelf()
    return tuple(sorted(place.name for place in shelf.iterdir() if place.is_dir()))


def sheet_wording(language: str, folder: Path | None = None) -> Wording:
    """The wording of a language, complete or not at all.

    Raises NotFound for a language that has no folder, and Mistake, naming file and line, for one
    that lacks something English says.
    """
    return _complete(folder or _shelf(), language)


def gate_wording(language: str, folder: Path | None = None) -> Wording:
    """What the gates say in a language, in English where it has no folder; raises Mistake.

    Only the files this takes are read: the screen asks before any sheet is printed.
    """
    shelf = folder or _shelf()
    known = language if language in sheet_languages(shelf) else MODEL_LANGUAGE
    return _complete(shelf, known, ("gates", "language"))


# Reading all files takes longer than setting a consent, and they do not change under way.
@lru_cache
def _complete(shelf: Path, language: str, stems: tuple[str, ...] = ()) -> Wording:
    wording = _read(shelf, language, stems)
    if language != MODEL_LANGUAGE:
        for mistake in gaps(wording, _read(shelf, MODEL_LANGUAGE, stems)):
            raise mistake
    return wording


def aftercare_rules(folder: Path | None = None) -> AftercareRules:
    """How long each aftercare advice holds, as shipped."""
    file = (folder or _shelf()) / "aftercare.yaml"
    return read_aftercare_rules(file.read_text(encoding="utf-8"), f"sheets/{file.name}")


@lru_cache
def emergency_numbers(folder: Path | None = None) -> EmergencyNumbers:
    """The emergency number of each country, as shipped."""
    file = (folder or _shelf()) / "emergency_numbers.yaml"
    return read_emergency_numbers(file.read_text(encoding="utf-8"), f"sheets/{file.name}")


def _shelf() -> Path:
    return resources() / "sheets"


def _read(shelf: Path, language: str, stems: tuple[str, ...] = ()) -> Wording:
    """The files of a language, or only those of these names."""
    files = [
        file
        for file in sorted((shelf / language).glob("*.yaml"))
        if not stems or file.stem in stems
    ]
    if not files:
        raise NotFound(f"There is no printed wording in the language '{language}'.")
    texts = {f"{language}/{file.name}": file.read_text(encoding="utf-8") for file in files}
    return read_wording(language, texts)
