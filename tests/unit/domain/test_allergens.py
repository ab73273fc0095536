"""An allergy recorded in words finds the ingredients that it is about."""

import pytest

from mesodesk.domain.allergens import read_allergens, tags_meant
from mesodesk.domain.ingredients import ALLERGENS
from mesodesk.domain.source import Mistake
from mesodesk.services import knowledge


@pytest.mark.parametrize(
    ("recorded", "tags"),
    [
        ("soy", ("soy",)),
        ("Soya milk", ("soy",)),
        ("Soja", ("soy",)),
        ("Lidocaine", ("lidocaine", "local_anaesthetic")),
        ("lidocaïne (dentiste)", ("lidocaine", "local_anaesthetic")),
        ("Xylocaine", ("local_anaesthetic",)),
        ("Novocaine", ("local_anaesthetic", "procaine")),
        ("Hyaluronidase", ("hyaluronidase",)),
        ("Hylase 150", ("hyaluronidase",)),
        ("œufs", ("egg",)),
        ("bee stings", ("bee_venom",)),
        ("Wasp venom", ("bee_venom", "wasp_venom")),
        ("alcool benzylique", ("benzyl_alcohol",)),
        ("Vitamin C", ("ascorbic_acid",)),
        ("salmon", ("fish",)),
        ("PC", ("phosphatidylcholine",)),
        ("PC keyboard dust", ()),
        ("penicillin", ()),
        ("strawberry", ()),
        ("", ()),
    ],
)
def test_that_words_mean_their_allergens(recorded: str, tags: tuple[str, ...]) -> None:
    meant = tags_meant(recorded, knowledge.allergens(), knowledge.ingredients())
    assert meant == tags


def test_that_every_allergen_tag_of_the_ingredients_has_words() -> None:
    assert {one.code for one in knowledge.allergens()} == set(ALLERGENS)
    assert all(one.words for one in knowledge.allergens())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("allergens:\n  - {code: soy, words: [soy]}\n", "is missing"),
        ("allergens:\n  - {code: soy, words: [a]}\n  - {code: soy, words: [b]}\n", "second time"),
    ],
)
def test_that_a_missing_or_repeated_allergen_is_a_mistake(text: str, said: str) -> None:
    with pytest.raises(Mistake, match=said):
        read_allergens(text, "allergens.yaml")
