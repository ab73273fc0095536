"""A name that is in no list tells by what it is built of, and by its strength, what it may be."""

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty, Ground, Match
from mesodesk.domain.medicines.stems import PIECES_ALONE, pieces_of
from mesodesk.domain.medicines.vocabulary import Vocabulary, read_vocabulary


def _only(recogniser: Recogniser, typed: str) -> Match:
    (match,) = recogniser.recognise(typed).matches
    return match


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Zorclopidex", "B01AC04"),
        ("Qubadogrel", "B01AC04"),
        ("Zirivaroxin", "B01AF01"),
        ("Hemozoxaban", "B01AF"),
        ("Zudabigatrin", "B01AE07"),
        ("Zuboxaparin", "B01AB"),
        ("Quaspirin", "B01AC06"),
        ("Maxinsulin", "A10A"),
    ],
)
def test_that_a_piece_no_other_medicine_has_is_sure(
    recogniser: Recogniser, typed: str, code: str
) -> None:
    match = _only(recogniser, typed)
    assert (match.atc, match.ground) == (code, Ground.BUILT)
    assert match.is_founding_stop


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Zonquib 4000 anti-Xa IU/0.4 ml", "B01AB"),
        ("Zonquib 100 IU/ml SC injection", "A10A"),
        ("Zonquib 40 U/ml vial", "A10A"),
        ("Zonquib 75 mg+75 mg tablet", "B01AC"),
        ("Zonquib 81 mg", "B01AC06"),
    ],
)
def test_that_a_strength_only_a_stop_has_is_sure(
    recogniser: Recogniser, typed: str, code: str
) -> None:
    match = _only(recogniser, typed)
    assert (match.typed, match.atc, match.ground) == ("Zonquib", code, Ground.DOSED)
    assert match.is_founding_stop


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Zonquib 75 mg tablet", "B01AC04"),
        ("Zonquib 90", "B01AC24"),
        ("Zonquib 110mg caps", "B01AE07"),
        ("Zonquib 2,5 mg", "B01AF"),
        ("Zonquib 60 mg/0.6 ml", "B01AB05"),
        ("Zonquib 30/70", "A10A"),
    ],
)
def test_that_a_typical_strength_asks(recogniser: Recogniser, typed: str, code: str) -> None:
    match = _only(recogniser, typed)
    assert (match.atc, match.ground) == (code, Ground.STRENGTH)
    assert match.certainty is Certainty.LIKELY


@pytest.mark.parametrize(
    "typed",
    ["Zonquib 75 mcg", "Zonquib 75 mg/3 ml injection", "Zonquib 175 mg", "Zonquib 2.5 mg+500 mg",
     "Zonquib 100 IU/ml powder and solvent", "Zonquib 7.5 mg", "Zonquib 20 mg"],
)  # fmt: skip
def test_that_another_strength_tells_nothing(recogniser: Recogniser, typed: str) -> None:
    assert _only(recogniser, typed).certainty is Certainty.NONE


def test_that_a_piece_and_its_strength_together_are_sure(recogniser: Recogniser) -> None:
    assert _only(recogniser, "Pixozorb").certainty is Certainty.LIKELY
    assert _only(recogniser, "Pixozorb 5 mg tablets").ground is Ground.BUILT
    assert _only(recogniser, "Pixozorb 40 mg tablets").certainty is Certainty.LIKELY


def test_that_the_piece_of_another_kind_of_medicine_silences_what_only_asks() -> None:
    assert pieces_of("clotrizorb") == ()
    assert [piece.shown for piece in pieces_of("clozorbclot")] == ["…clot…"]


@pytest.mark.parametrize("typed", ["Crestor CV 10", "Lipitor-ASP 75", "Zocor Gold", "Lipitor A 10"])
def test_that_letters_behind_a_heart_medicine_ask_what_was_added(
    recogniser: Recogniser, typed: str
) -> None:
    known, added = recogniser.recognise(typed).matches
    assert known.is_sure and not known.is_open
    assert (added.ground, added.certainty) == (Ground.ADDED, Certainty.LIKELY)
    assert added.is_open


@pytest.mark.parametrize(
    "typed", ["Lipitor a day", "Crestor as needed", "LIPITOR A DAY", "Nurofen CV"]
)
def test_that_everyday_words_behind_a_medicine_add_nothing(
    recogniser: Recogniser, typed: str
) -> None:
    assert Ground.ADDED not in {match.ground for match in recogniser.recognise(typed).matches}


def test_that_a_harmless_name_with_the_strength_of_a_stop_is_asked_about(
    recogniser: Recogniser,
) -> None:
    known, other = recogniser.recognise("Glucophage 100 IU/ml").matches
    assert known.is_sure
    assert (other.atc, other.ground) == ("A10A", Ground.STRENGTH)
    assert len(recogniser.recognise("Miacalcic 100 IU/ml").matches) == 1


def test_that_a_strength_decides_between_the_medicines_of_one_name() -> None:
    rows = """name,substance,atc,kind,countries,route,status,source,class
Zonquib,enoxaparin,B01AB05,brand,BD,injection,current,test,
Zonquib,drospirenone,G03AC10,brand,DE,oral,current,test,
"""
    recogniser = Recogniser(read_vocabulary(rows, "test.csv"))
    assert len(recogniser.recognise("Zonquib").matches) == 2
    (match,) = recogniser.recognise("Zonquib 4000 anti-Xa IU/0.4 ml").matches
    assert (match.substance, match.is_founding_stop) == ("enoxaparin", True)


def test_that_sure_pieces_stand_in_hardly_any_harmless_name_of_the_table(
    vocabulary: Vocabulary,
) -> None:
    stops: set[str] = set()
    others: set[str] = set()
    for name, drug_class in zip(vocabulary.names, vocabulary.classes(), strict=True):
        words = name.name.casefold().split() if name.name.isascii() else []
        (stops if drug_class.is_founding_stop else others).update(words)
    wrong = [word for word in others - stops if any(piece.tells(word) for piece in PIECES_ALONE)]
    assert len(wrong) < len(others) / 5000, wrong
