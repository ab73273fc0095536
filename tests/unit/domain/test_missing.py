"""What is missing before the needle, said in each language and kept as plain values."""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from mesodesk.core.errors import BadInput
from mesodesk.documents.shelf import gate_wording
from mesodesk.domain import gates
from mesodesk.domain.ingredients import ALLERGENS
from mesodesk.domain.missing import (
    Missing,
    Term,
    missing,
    missing_from_plain,
    missing_to_plain,
    said,
)
from mesodesk.domain.phrases import Phrase
from mesodesk.domain.screening.findings import Verdict

SOY = Phrase((("en", "soy lecithin"), ("fr", "lécithine de soja")))
EXPIRED = missing("lot_expired", product="Meso A", lot="A-1", day=date(2026, 3, 1))
ALLERGY = missing("allergy", product="Meso A", allergens=(SOY, Term("egg"), Term("wasp_venom")))


@pytest.mark.parametrize(
    ("lack", "language", "words"),
    [
        (EXPIRED, "en", "Meso A: lot A-1 expired on 1 March 2026."),
        (EXPIRED, "fr", "Meso A\u00a0: le lot A-1 est périmé depuis le 1er mars 2026."),
        (ALLERGY, "en", "Meso A: meets a recorded allergy (soy lecithin, egg and wasp venom)."),
        (
            ALLERGY,
            "fr",
            "Meso A\u00a0: correspond à une allergie enregistrée "
            "(lécithine de soja, œuf et venin de guêpe).",
        ),
        (EXPIRED, "xx", "Meso A: lot A-1 expired on 1 March 2026."),
        (missing("avoid", product="A", ingredient=Term("bee_bread")), "en",
         "A: the screening rules out bee bread."),
    ],
)  # fmt: skip
def test_that_it_is_said_in_the_language_asked_for_else_in_english(
    lack: Missing, language: str, words: str
) -> None:
    assert said(lack, gate_wording(language)) == words


def test_that_a_fuller_sentence_is_chosen_where_more_is_known() -> None:
    bare = missing("lot_quarantined", product="A", lot="7")
    full = missing("lot_quarantined", "why", product="A", lot="7", why="cloudy")
    english = gate_wording("en")
    assert said(bare, english) == "A: lot 7 is in quarantine."
    assert said(full, english) == "A: lot 7 is in quarantine (cloudy)."


@pytest.mark.parametrize("lack", [EXPIRED, ALLERGY, missing("too_soon", rule=SOY), Missing("x")])
def test_that_it_comes_back_from_json_as_it_was(lack: Missing) -> None:
    kept = json.loads(json.dumps(missing_to_plain(lack)))
    assert missing_from_plain(lack.code, kept) == lack


@pytest.mark.parametrize(
    "plain",
    [{}, {"variant": "", "values": []}, {"variant": 1, "values": {}},
     {"variant": "", "values": {"day": 7}}, {"variant": "", "values": {"day": {"day": 7}}}],
)  # fmt: skip
def test_that_other_values_are_refused(plain: Mapping[str, object]) -> None:
    with pytest.raises(BadInput):
        missing_from_plain("x", dict(plain))


def test_that_every_code_a_gate_may_give_has_its_sentence_and_no_sentence_is_idle() -> None:
    text = Path(gates.__file__).read_text(encoding="utf-8")
    given = set(re.findall(r'missing\(\s*"(\w+)"', text)) | {"zone_forbidden", "zone_lipolysis"}
    fuller = {"not_suitable_until", "lot_quarantined_why", "zone_forbidden_why",
              "zone_lipolysis_why"}  # fmt: skip
    for language in ("en", "fr"):
        keys = {key for key in gate_wording(language).phrases if key.startswith("gates.")}
        terms = {key for key in keys if key.startswith("gates.term.")}
        assert keys - terms == {f"gates.{code}" for code in given | fuller}
        named = {*ALLERGENS, *(one.value for one in Verdict)}
        assert terms == {f"gates.term.{code}" for code in named}
