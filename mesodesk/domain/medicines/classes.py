"""Domain: the classes a medicine can belong to, as far as needling the skin is concerned."""

from enum import StrEnum

# SNRIs without a row in the shorter lists: milnacipran (17) and levomilnacipran (28).
_SNRI = ("N06AX16", "N06AX17", "N06AX21", "N06AX23", "N06AX26", "N06AX28")
_JOINT_SUPPLEMENTS = ("M01AX05", "M01AX25", "M01AX26")
_REPLACED_CODES = {"B01AX06": "B01AF01"}


class DrugClass(StrEnum):
    """What a medicine means for the screening; the gravest first."""

    ANTITHROMBOTIC = "antithrombotic"
    SALICYLATE = "salicylate"
    INSULIN = "insulin"
    OTHER_BLEEDING = "other_bleeding"
    NSAID = "nsaid"
    SSRI_SNRI = "ssri_snri"
    SUPPLEMENT = "supplement"
    HARMLESS = "harmless"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """The class in words that follow "is"."""
        return _WORDS[self]

    @property
    def is_founding_stop(self) -> bool:
        """Whether the founding document itself excludes patients who take it."""
        return self in (DrugClass.ANTITHROMBOTIC, DrugClass.SALICYLATE, DrugClass.INSULIN)

    @property
    def gravity(self) -> int:
        """0 for the gravest class; grows towards the harmless."""
        return _ORDER[self]


_WORDS = {
    DrugClass.ANTITHROMBOTIC: "a blood thinner",
    DrugClass.SALICYLATE: "a salicylate, which thins the blood as aspirin does",
    DrugClass.INSULIN: "an insulin",
    DrugClass.OTHER_BLEEDING: "a medicine that can add to bleeding or bruising",
    DrugClass.NSAID: "an anti-inflammatory painkiller (NSAID)",
    DrugClass.SSRI_SNRI: "an antidepressant that can add to bruising (SSRI or SNRI)",
    DrugClass.SUPPLEMENT: "a supplement that can add to bruising",
    DrugClass.HARMLESS: "neither a blood thinner nor an insulin",
    DrugClass.UNKNOWN: "not in the medicine list",
}
_ORDER = {drug_class: place for place, drug_class in enumerate(DrugClass)}


def current_code(atc: str) -> str:
    """The ATC code in force for `atc`: rivaroxaban was B01AX06 before it became B01AF01."""
    return _REPLACED_CODES.get(atc, atc)


def class_of(atc: str) -> DrugClass:
    """The class that an ATC code alone tells; HARMLESS where it tells nothing.

    The founding rule reads "such as", so all of B01A counts as blood thinning, and the
    salicylates of N02BA with it; glucosamine, chondroitin and avocado/soya stand among the
    M01A codes but are no NSAIDs.
    """
    code = current_code(atc)
    if code.startswith("B01A"):
        return DrugClass.ANTITHROMBOTIC
    if code.startswith("N02BA"):
        return DrugClass.SALICYLATE
    if code.startswith("A10A"):
        return DrugClass.INSULIN
    if code in _JOINT_SUPPLEMENTS or code == "C10AX06":
        return DrugClass.SUPPLEMENT
    if code.startswith("M01A"):
        return DrugClass.NSAID
    if code.startswith("N06AB") or code in _SNRI:
        return DrugClass.SSRI_SNRI
    return DrugClass.HARMLESS


def gravest(*classes: DrugClass) -> DrugClass:
    """The gravest of `classes`: a combination counts as the gravest thing in it."""
    return min(classes, key=lambda drug_class: drug_class.gravity)
