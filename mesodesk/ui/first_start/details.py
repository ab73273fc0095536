"""First start: what is asked of a new clinic, as frozen records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClinicDetails:
    """Step one. Country is ISO 3166 alpha-2, language "en" or "fr", paper "A4" or "Letter"."""

    name: str
    address: str
    phone: str
    email: str
    country: str
    language: str
    paper: str


@dataclass(frozen=True, slots=True)
class ClinicianDetails:
    """Step two, without the password."""

    name: str
    registration: str


@dataclass(frozen=True, slots=True)
class FirstClinic:
    """All that is needed to begin a record. The password is not shown in `repr`."""

    clinic: ClinicDetails
    clinician: ClinicianDetails
    password: str

    def __repr__(self) -> str:
        return f"FirstClinic({self.clinic.name!r})"


LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CO", "CL", "VE", "GT", "CR", "PA", "DO"})


def usual_paper(country: str) -> str:
    """The paper that is usual in a country: Letter in most of the Americas, else A4."""
    return "Letter" if country in LETTER_COUNTRIES else "A4"
