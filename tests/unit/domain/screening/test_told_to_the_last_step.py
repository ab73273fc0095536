"""Tests: every kind of trigger is explained to its last step, in English and in French."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from mesodesk.domain.known_date import KnownDate
from mesodesk.domain.screening.advice import advises_ending
from mesodesk.domain.screening.answers import (
    Answer,
    Certainty,
    MedicineAnswer,
    Page,
    Reply,
    ScreeningAnswers,
    Use,
    with_answer,
)
from mesodesk.domain.screening.findings import Judgement
from mesodesk.domain.screening.rules import RuleBook, Thresholds

Healthy = Callable[..., ScreeningAnswers]
Judging = Callable[..., Judgement]
FAT, SCARS = ("localised_fat",), ("scars",)


def taking(typed: str, substance: str = "", atc: str = "", **more: object) -> MedicineAnswer:
    kept = {"certainty": Certainty.SURE} | more
    return MedicineAnswer(typed, substance, atc, **kept)  # type: ignore[arg-type]


LANTUS = taking("Lantus", "insulin glargine", "A10AE04")
SANDOPARIN = taking("Sandoparin", "certoparin")
POLYPILL = taking("Trinomia", "acetylsalicylic acid with a statin", drug_class="salicylate")
ELIQUIS = taking("apixaban", "apixaban", "B01AF02")
WARFARIN = ("Marevan", "warfarin", "B01AA03")

MEDICINES = [
    (
        LANTUS,
        "insulin glargine, because you entered Lantus, is an insulin (ATC A10AE04): the founding "
        "rule excludes insulin-dependent diabetes.",
        "insulin glargine, puisque vous avez saisi Lantus, est une insuline (ATC A10AE04) : la "
        "règle fondatrice exclut le diabète insulinodépendant.",
    ),
    (
        ELIQUIS,
        "apixaban is a blood-thinning medicine (ATC B01AF02): the founding rule excludes "
        "blood-thinning medication.",
        "apixaban est un médicament qui fluidifie le sang (ATC B01AF02) : la règle fondatrice "
        "exclut les médicaments qui fluidifient le sang.",
    ),
    (
        SANDOPARIN,
        "certoparin, because you entered Sandoparin, is a blood-thinning medicine: the founding "
        "rule excludes blood-thinning medication.",
        "certoparin, puisque vous avez saisi Sandoparin, est un médicament qui fluidifie le sang "
        ": la règle fondatrice exclut les médicaments qui fluidifient le sang.",
    ),
    (
        POLYPILL,
        "acetylsalicylic acid with a statin, because you entered Trinomia, is a blood-thinning "
        "medicine: the founding rule excludes blood-thinning medication.",
        "acetylsalicylic acid with a statin, puisque vous avez saisi Trinomia, est un médicament "
        "qui fluidifie le sang : la règle fondatrice exclut les médicaments qui fluidifient le "
        "sang.",
    ),
    (
        taking(*WARFARIN, use=Use.ENDED, ended_on=KnownDate(2024)),
        "warfarin, because you entered Marevan, is a blood-thinning medicine (ATC B01AA03): it is "
        "no longer taken, and stays on the record as a precaution.",
        "warfarin, puisque vous avez saisi Marevan, est un médicament qui fluidifie le sang (ATC "
        "B01AA03) : il n'est plus pris et reste au dossier comme précaution.",
    ),
    (
        taking(*WARFARIN, use=Use.ENDED),
        "warfarin, because you entered Marevan, is a blood-thinning medicine (ATC B01AA03): it is "
        "not known when it ended.",
        "warfarin, puisque vous avez saisi Marevan, est un médicament qui fluidifie le sang (ATC "
        "B01AA03) : on ne sait pas quand il a pris fin.",
    ),
    (
        taking("heparin flush", "heparin", "B01AB01", route="flush"),
        "heparin, because you entered heparin flush, is a blood-thinning medicine (ATC B01AB01): "
        "it is used on the skin or as a flush or drops; ask whether it is also taken.",
        "heparin, puisque vous avez saisi heparin flush, est un médicament qui fluidifie le sang "
        "(ATC B01AB01) : il est utilisé sur la peau, en rinçage ou en gouttes ; demander s'il est "
        "aussi pris autrement.",
    ),
    (
        MedicineAnswer("qwrtz"),
        'qwrtz was not recognised: name the substance, or sign "neither blood thinner nor '
        'insulin".',
        "qwrtz n'a pas été reconnu : nommer la substance, ou signer « ni anticoagulant ni "
        "insuline ».",
    ),
    (
        taking("warfarn", "warfarin", "B01AA03", certainty=Certainty.LIKELY),
        'warfarn may be warfarin: confirm the substance, or sign "neither blood thinner nor '
        'insulin".',
        "warfarn pourrait être warfarin : confirmer la substance, ou signer « ni anticoagulant ni "
        "insuline ».",
    ),
    (
        taking(*WARFARIN, ended_on=KnownDate(2026, 4, 30), end_set_by_prescriber=True),
        "warfarin, because you entered Marevan, is a blood-thinning medicine (ATC B01AA03): the "
        "founding rule excludes blood-thinning medication. Earliest 1 May 2026.",
        "warfarin, puisque vous avez saisi Marevan, est un médicament qui fluidifie le sang (ATC "
        "B01AA03) : la règle fondatrice exclut les médicaments qui fluidifient le sang. Au plus "
        "tôt 1er mai 2026.",
    ),
]

ANSWERS = [
    (
        Page.CONDITIONS,
        Answer("stroke", Reply.YES, KnownDate(1999)),
        "Answered yes (1999): the founding rule excludes a history of stroke.",
        "Réponse oui (1999) : la règle fondatrice exclut un antécédent d'accident vasculaire "
        "cérébral.",
    ),
    (
        Page.CONDITIONS,
        Answer("stroke", Reply.UNKNOWN),
        'Answered "not known": the founding rule excludes a history of stroke.',
        "Réponse « ne sait pas » : la règle fondatrice exclut un antécédent d'accident vasculaire "
        "cérébral.",
    ),
    (
        Page.CONDITIONS,
        Answer("cancer", Reply.YES, KnownDate(2023, 5)),
        "Answered yes (May 2023), which is within 5 years: the founding rule excludes a recent "
        "cancer.",
        "Réponse oui (mai 2023), soit dans les 5 ans : la règle fondatrice exclut un cancer "
        "récent.",
    ),
    (
        Page.CONDITIONS,
        Answer("cancer", Reply.YES),
        "Answered yes (date not known); a date nobody knows counts as within 5 years: the "
        "founding rule excludes a recent cancer.",
        "Réponse oui (date inconnue) ; une date inconnue compte comme dans les 5 ans : la règle "
        "fondatrice exclut un cancer récent.",
    ),
    (
        Page.CONDITIONS,
        Answer("cancer", Reply.YES, KnownDate(2009)),
        "Answered yes (2009), which is more than 5 years ago: a cancer longer ago calls for care "
        "(general knowledge, no source looked up).",
        "Réponse oui (2009), soit il y a plus de 5 ans : « un cancer plus ancien » appelle à la "
        "prudence (connaissance générale, sans source consultée).",
    ),
    (
        Page.TODAY,
        Answer("birth", Reply.YES, KnownDate(2026, 3, 1)),
        "Answered yes (1 March 2026); 42 days from the birth are over on 12 April 2026: a birth "
        "within six weeks is listed as a contraindication (source of tier B). Earliest 12 April "
        "2026.",
        "Réponse oui (1er mars 2026) ; délai de 42 jours après l'accouchement, passé le 12 avril "
        "2026 : « un accouchement de moins de six semaines » est une contre-indication "
        "répertoriée (source de niveau B). Au plus tôt 12 avril 2026.",
    ),
    (
        Page.ALLERGIES,
        Answer("fish_allergy", Reply.YES),
        "Answered yes: a fish allergy is listed as a contraindication (general knowledge, no "
        "source looked up). It is about products or areas other than those of this visit and is "
        "kept as a note.",
        "Réponse oui : « une allergie au poisson » est une contre-indication répertoriée "
        "(connaissance générale, sans source consultée). Cela concerne d'autres produits ou zones "
        "que ceux de cette visite et reste en note.",
    ),
    (
        Page.CONDITIONS,
        Answer("keloid", Reply.YES),
        "Answered yes: a tendency to keloids needs the clinician's own decision (source of tier "
        "B).",
        "Réponse oui : « une tendance aux chéloïdes » est laissé à la décision du clinicien "
        "(source de niveau B).",
    ),
]


def told(judgement: Judgement) -> list[str]:
    return [one.explanation for one in (*judgement.findings, *judgement.open_findings)]


@pytest.mark.parametrize(("medicine", "english", "french"), MEDICINES, ids=lambda x: str(x)[:40])
def test_that_a_medicine_is_explained_to_the_last_step(
    medicine: MedicineAnswer, english: str, french: str, healthy: Healthy, judged: Judging
) -> None:
    answers = replace(healthy(), medicines=(medicine,), none_stated=False)
    assert told(judged(answers)) == [english]
    assert told(judged(answers, language="fr")) == [french]


@pytest.mark.parametrize(
    ("page", "answer", "english", "french"), ANSWERS, ids=lambda x: str(x)[:40]
)
def test_that_an_answer_is_explained_to_the_last_step(
    page: Page, answer: Answer, english: str, french: str, healthy: Healthy, judged: Judging
) -> None:
    answers = with_answer(healthy(), page, answer)
    assert told(judged(answers)) == [english]
    assert told(judged(answers, language="fr")) == [french]


def test_that_the_patient_is_told_only_what_was_said(healthy: Healthy, judged: Judging) -> None:
    yes = judged(with_answer(healthy(), Page.CONDITIONS, Answer("stroke", Reply.YES)))
    assert yes.findings[0].patient_words == (
        "Because you have had a stroke, this treatment is not suitable for you."
    )
    unknown = with_answer(healthy(), Page.CONDITIONS, Answer("stroke", Reply.UNKNOWN))
    assert judged(unknown).open_findings[0].patient_words == ""
    ended = replace(healthy(), medicines=(MEDICINES[4][0],), none_stated=False)
    assert judged(ended).findings[0].patient_words == ""
    unread = replace(healthy(), medicines=(MedicineAnswer("qwrtz"),), none_stated=False)
    assert judged(unread, language="fr").open_findings[0].patient_words == (
        "Nous devons savoir ce qu'est ce médicament. Apportez la boîte ou votre ordonnance."
    )


def test_that_a_waiting_time_in_months_shows_its_sum(healthy: Healthy, judged: Judging) -> None:
    answers = with_answer(
        healthy(("post_liposuction",)),
        Page.CONDITIONS,
        Answer("liposuction", Reply.YES, KnownDate(2026, 1, 10)),
    )
    assert told(judged(answers)) == [
        "Answered yes (10 January 2026); 6 months from the operation are over on 10 July 2026: a "
        "recent liposuction needs the clinician's own decision (source of tier C). Earliest 10 "
        "July 2026."
    ]


def test_that_the_clinics_own_number_of_years_is_named(healthy: Healthy, judged: Judging) -> None:
    answers = with_answer(healthy(), Page.CONDITIONS, Answer("cancer", Reply.YES, KnownDate(2018)))
    ten = judged(answers, settings=Thresholds(recent_cancer_years=10))
    assert told(ten)[0].startswith("Answered yes (2018), which is within 10 years:")


def test_that_a_limit_and_a_missing_fact_are_told_in_both_languages(
    healthy: Healthy, judged: Judging
) -> None:
    heavy = {"bmi": Decimal("31.5"), "language": "fr"}
    assert told(judged(healthy(FAT), **heavy)) == [
        "Indice de masse corporelle en kg/m2 de 31.5, pour une limite de 30 : « un indice de masse "
        "corporelle supérieur à 30 » est laissé à la décision du clinicien (source de niveau B)."
    ]
    assert told(judged(healthy(), phototype=None, language="fr")) == [
        "Phototype non renseigné : « un phototype IV à VI » appelle à la prudence (source de "
        "niveau C)."
    ]


def test_that_a_blank_page_and_a_named_allergy_are_told(healthy: Healthy, judged: Judging) -> None:
    named = replace(healthy(), named_allergies=("strawberries",))
    assert told(judged(named)) == [
        "An allergy to strawberries was named: an allergy named by the patient calls for care "
        "(source of tier C)."
    ]
    blank = replace(healthy(), none_stated=False)
    assert told(judged(blank)) == [
        'Not answered yet (which medicines are taken, or that none is): a blank page is not "none".'
    ]


def test_that_each_of_several_heart_medicines_is_named(healthy: Healthy, judged: Judging) -> None:
    both = (taking("Lanoxin", "digoxin", "C01AA05"), taking("Isoket", "isosorbide", "C01DA08"))
    answers = replace(healthy(), medicines=both, none_stated=False)
    assert told(judged(answers)) == [
        "isosorbide, because you entered Isoket, is a heart medicine, one of several (ATC "
        "C01DA08): taking several heart medicines needs the clinician's own decision (source of "
        "tier C).",
        "digoxin, because you entered Lanoxin, is a heart medicine, one of several (ATC "
        "C01AA05): taking several heart medicines needs the clinician's own decision (source of "
        "tier C).",
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_that_nothing_said_about_any_rule_advises_to_end_a_medicine(
    language: str, book: RuleBook, healthy: Healthy, judged: Judging
) -> None:
    said: list[str] = []
    for rule in book.rules:
        said += [t.told(language) for t in (rule.name, rule.wording, rule.patient)]
        if rule.answer is not None:
            page = rule.page if rule.page is not Page.MEDICINES else Page.CONDITIONS
            answers = with_answer(healthy(), page, Answer(rule.answer.code, Reply.YES))
            found = judged(answers, language=language)
            for one in (*found.findings, *found.open_findings):
                said += [one.answered, one.wording, one.follows, one.explanation]
    for medicine, _, _ in MEDICINES:
        answers = replace(healthy(), medicines=(medicine,), none_stated=False)
        for one in judged(answers, language=language).findings:
            said += [one.answered, one.wording, one.follows, one.explanation]
    assert len(said) > 300
    assert [text for text in said if advises_ending(text)] == []
