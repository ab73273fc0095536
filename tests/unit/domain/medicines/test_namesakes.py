"""Names that are a blood thinner in one country and something else in another."""

import pytest

from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Certainty
from mesodesk.domain.medicines.vocabulary import COLUMNS, read_vocabulary

# Clont is a metronidazole in Germany and a clopidogrel in Bangladesh; Midol an aspirin in Serbia
# and either in the USA.
TABLE = "\n".join(
    (
        ",".join(COLUMNS),
        "clopidogrel,clopidogrel,B01AC04,inn,,oral,current,WHO,",
        "metronidazole,metronidazole,P01AB01,inn,,oral,current,WHO,",
        "Clont,clopidogrel,B01AC04,brand,BD,oral,current,price list,",
        "Clont,metronidazole,P01AB01,brand,DE,oral,current,known,",
        "Midol,acetylsalicylic acid,N02BA01,brand,RS US,oral,current,known,",
        "Midol,paracetamol,N02BE01,brand,US,oral,current,known,",
    )
)


@pytest.fixture(scope="module")
def small() -> Recogniser:
    """A recogniser that knows these names alone."""
    return Recogniser(read_vocabulary(TABLE, "names.csv"))


def _stops(recogniser: Recogniser, text: str, country: str) -> dict[str, Certainty]:
    matches = recogniser.recognise(text, country).matches
    return {one.substance: one.certainty for one in matches if one.drug_class.is_founding_stop}


def test_that_a_name_that_is_a_stop_where_the_clinic_is_fires(small: Recogniser) -> None:
    assert _stops(small, "Clont 75 mg", "BD") == {"clopidogrel": Certainty.SURE}


@pytest.mark.parametrize("country", ["", "DE", "FR"])
def test_that_a_stop_from_abroad_is_asked_about_everywhere_else(
    small: Recogniser, country: str
) -> None:
    assert _stops(small, "Clont", country) == {"clopidogrel": Certainty.LIKELY}


def test_that_a_name_with_two_meanings_in_the_clinics_country_is_asked_about(
    small: Recogniser,
) -> None:
    assert _stops(small, "Midol", "RS") == {"acetylsalicylic acid": Certainty.SURE}
    assert _stops(small, "Midol", "US") == {"acetylsalicylic acid": Certainty.LIKELY}
