"""However a medicine's name is dressed up, it is recognised; whatever is typed, nothing breaks."""

import unicodedata
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mesodesk.domain.medicines.filler import FILLER
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty
from mesodesk.domain.medicines.spelling import fold
from mesodesk.domain.medicines.vocabulary import Kind, Vocabulary, read_vocabularies

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "medicines"
_MAKERS = ("Teva", "Sandoz", "Bayer", "ratiopharm", "Mylan", "Stada", "Krka", "Zentiva")
_STRENGTHS = ("75 mg", "5mg tabs od", "20 mg 1x täglich", "100 mg comprimés", "10 mg 1-0-1")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def vocabulary() -> Vocabulary:
    return read_vocabularies({p.name: p.read_text("utf-8") for p in _FOLDER.glob("*.csv")})


@cache
def recogniser() -> Recogniser:
    return Recogniser(vocabulary())


def sure_stops(text: str) -> set[str]:
    """The substances of the blood thinners, salicylates and insulins that are sure."""
    matches = recogniser().recognise(text).matches
    return {m.substance for m in matches if m.is_sure and m.drug_class.is_founding_stop}


def parts(substances: set[str]) -> set[str]:
    """The single substances of combinations."""
    return {part for substance in substances for part in substance.split(" + ")}


@cache
def stop_names() -> tuple[str, ...]:
    """Names of stops that are sure by themselves."""
    pairs = zip(vocabulary().names, vocabulary().classes(), strict=True)
    stops = {row.name for row, told in pairs if told.is_founding_stop and row.kind is not Kind.LAY}
    return tuple(sorted(name for name in stops if sure_stops(name)))


@cache
def long_words() -> tuple[str, ...]:
    """Known names of one word of plain letters, six or more."""
    names = {row.name for row in vocabulary().names}
    return tuple(sorted(n for n in names if len(n) >= 6 and n.isascii() and n.isalpha()))


def without_accents(text: str) -> str:
    bare = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in bare if unicodedata.category(letter) != "Mn")


_DRESSES = st.sampled_from(
    (
        str.upper,
        str.lower,
        str.title,
        without_accents,
        lambda name: f"  {name}  ",
        lambda name: name.replace(" ", "  "),
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: f"{name}®",
    )
)


@settings(max_examples=300, deadline=None)
@given(st.data(), _DRESSES, st.sampled_from(("", *_MAKERS)), st.sampled_from(("", *_STRENGTHS)))
def test_that_dress_maker_and_strength_never_change_a_sure_stop(
    data: st.DataObject, dress: object, maker: str, strength: str
) -> None:
    name = data.draw(st.sampled_from(stop_names()))
    assert callable(dress)
    written = f"{dress(name)} {maker} {strength}"
    assert sure_stops(written) & sure_stops(name), written


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(_MAKERS), st.sampled_from((" ", "-")))
def test_that_a_maker_may_stand_before_the_name(data: st.DataObject, maker: str, by: str) -> None:
    name = data.draw(st.sampled_from(stop_names()))
    assert parts(sure_stops(f"{maker}{by}{name}")) & parts(sure_stops(name))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_that_two_letters_swapped_in_a_long_name_are_never_unknown(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(long_words()))
    place = data.draw(st.integers(0, len(name) - 2))
    typed = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    certainties = {match.certainty for match in recogniser().recognise(typed).matches}
    assert certainties, typed
    assert Certainty.NONE not in certainties, typed


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=80) | st.text(alphabet=f"{_LETTERS} ,.;/+-()0123456789", max_size=80))
def test_that_any_text_is_read_and_every_finding_says_why(text: str) -> None:
    found = recogniser().recognise(text)
    assert found.text == text
    assert all(match.why for match in found.matches)
    assert all(match.typed for match in found.matches)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_that_any_turn_of_speech_around_a_stop_keeps_it(data: st.DataObject) -> None:
    # An everyday word ("cama", a bed) is a name only where nobody speaks: on a box.
    names = tuple(name for name in stop_names() if fold(name) not in FILLER)
    name = data.draw(st.sampled_from(names))
    before = data.draw(st.sampled_from(("no", "stopped", "husband takes", "allergic to", "never")))
    after = data.draw(st.sampled_from(("", "until 2019", "(stopped)", "for years", "75 mg")))
    matches = recogniser().recognise(f"{before} {name} {after}").matches
    assert any(match.drug_class.is_founding_stop for match in matches)


def test_that_no_name_of_a_harmless_medicine_is_sure_as_a_stop() -> None:
    pairs = zip(vocabulary().names, vocabulary().classes(), strict=True)
    harmless = {row.name for row, told in pairs if not told.is_founding_stop}
    assert {name: sure_stops(name) for name in sorted(harmless) if sure_stops(name)} == {}


def test_that_a_strength_and_a_times_a_day_leave_every_sure_stop_as_it_is() -> None:
    lost = [
        name
        for name in stop_names()
        for said in (f"{name} 20 mg 1x täglich", f"{name} Teva 5mg tabs od")
        if not parts(sure_stops(said)) & parts(sure_stops(name))
    ]
    assert lost == []
