"""Whatever is typed into the search box is read without a fault, and one's own name is found."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mesodesk.domain.names.folding import fold
from mesodesk.domain.names.query import read_query
from mesodesk.domain.names.words import index_words
from mesodesk.domain.patients import PatientDetails
from mesodesk.domain.tidying import tidied_text

TODAY = date(2026, 3, 14)
NAMES = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Lm", "Mn")), min_size=1, max_size=12)


@given(st.text(max_size=150))
@settings(max_examples=300, deadline=None)
def test_that_any_text_is_read_as_terms_that_can_be_sought(text: str) -> None:
    for query in read_query(text, TODAY):
        assert query
        assert all(term.readings for term in query)


@given(st.text(alphabet="0123456789 .-/+()mM", max_size=40))
@settings(max_examples=300, deadline=None)
def test_that_any_figures_are_read_without_a_fault(text: str) -> None:
    read_query(text, TODAY)


@given(NAMES)
@settings(max_examples=300, deadline=None)
def test_that_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES, st.dates(date(1900, 1, 1), TODAY))
@settings(max_examples=200, deadline=None)
def test_that_a_birth_date_in_figures_is_among_the_index_words(name: str, born: date) -> None:
    words = index_words(7, PatientDetails(name, "", born))
    for typed in (born.isoformat(), f"{born:%d/%m/%Y}", f"{born:%d%m%Y}", f"{born:%d.%m.%y}"):
        read = {s.word for way in read_query(typed, TODAY) for term in way for s in term.readings}
        assert read & words, typed


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_that_tidied_words_can_be_kept_and_stay_tidy(text: str) -> None:
    tidy = tidied_text(text)
    assert tidy.encode().decode() == tidy
    assert tidied_text(tidy) == tidy
