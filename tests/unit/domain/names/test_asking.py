"""What is said of a slip and of an unknown name reads as a sentence."""

from mesodesk.domain.names.asking import did_you_mean, not_listed


def test_that_a_slip_is_asked_about_with_its_meaning() -> None:
    asked = did_you_mean("Eliquis", "eliquis contains apixaban")
    assert asked == "did you mean Eliquis? Eliquis contains apixaban"


def test_that_an_unknown_name_says_in_which_list_it_is_missing() -> None:
    assert not_listed("zorb", "the list") == "“zorb” is not in the list: say what it is"
