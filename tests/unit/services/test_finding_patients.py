"""Finding a patient: what people type into the search box, and what it must and must not find."""

from datetime import date

import pytest

from mesodesk.core.ids import PatientId
from mesodesk.domain.patients import PatientDetails
from mesodesk.services.desk import Desk
from mesodesk.services.patients import find_patients, register_patient

ZOE = PatientDetails(
    "Ó Briain-Žižková",
    "Zoë Anne",
    date(1980, 3, 14),
    maiden_name="Müller",
    phones=("+44 (0)20 7946 0958", "07700 900123"),
)
PEOPLE = {
    "zoe": ZOE,
    "soren": PatientDetails("Sørensen", "Jürgen", date(1975, 12, 1), phones=("0176 4455667",)),
    "strauss": PatientDetails("Strauß", "Anne-Marie", date(1962, 7, 30)),
    "lukasz": PatientDetails("Wałęsa", "Łukasz", date(2001, 2, 28), phones=("601 222 333",)),
    "dao": PatientDetails("Đặng", "Thị Hương", date(1990, 10, 5)),
    "ali": PatientDetails("الأحمد", "فاطمة", date(1988, 6, 9)),
    "elena": PatientDetails("Соловьёва", "Елена", date(1979, 11, 23)),
    "wang": PatientDetails("王", "小明", date(1995, 5, 17)),
    "smith": PatientDetails("Smith", "John", date(1925, 1, 2), phones=("+1 (212) 555-0143",)),
    "kjaer": PatientDetails("Kjær", "Åse", date(1983, 4, 11)),
    "mar": PatientDetails("López", "Mar", date(1984, 8, 20)),
    "vanderberg": PatientDetails("van der Berg", "Pieter", date(1971, 9, 9)),
}

MUST = [
    ("zoe", "zoe"), ("ZOË", "zoe"), ("o briain", "zoe"), ("obriain", "zoe"), ("O'Briain", "zoe"),
    ("zizkova", "zoe"), ("Zizkova Zoe", "zoe"), ("briain zizk", "zoe"), ("žižk", "zoe"),
    ("zizkvoa", "zoe"), ("zizkova-o-briain", "zoe"), ("Ziskova", "zoe"), ("brian zoe", "zoe"),
    ("mueller", "zoe"), ("muller", "zoe"), ("MÜLLER", "zoe"), ("zoeanne", "zoe"),
    ("14/03/1980", "zoe"), ("14.3.80", "zoe"), ("1980-03-14", "zoe"), ("14 mar 1980", "zoe"),
    ("14 mars 1980", "zoe"), ("mars 1980", "zoe"), ("14 März 1980", "zoe"), ("14031980", "zoe"),
    ("19800314", "zoe"), ("1980", "zoe"), ("March 14, 1980", "zoe"), ("3/1980", "zoe"),
    ("14.3.", "zoe"), ("14th march", "zoe"), ("zoe 1980", "zoe"), ("1980 zoe", "zoe"),
    ("7946", "zoe"), ("0958", "zoe"), ("020 7946 0958", "zoe"), ("+442079460958", "zoe"),
    ("0044 20 7946 0958", "zoe"), ("+44 7700 900123", "zoe"), ("07700-900-123", "zoe"),
    ("M-00001", "zoe"), ("m00001", "zoe"), ("1", "zoe"), ("00001", "zoe"), ("M1", "zoe"),
    ("soerensen", "soren"), ("sorensen", "soren"), ("SØRENSEN", "soren"), ("juergen", "soren"),
    ("jurgen", "soren"), ("Sorensen Jurgen", "soren"), ("sorenson", "soren"),
    ("sorenesn", "soren"), ("sorensn", "soren"),
    ("strauss", "strauss"), ("STRAUSS", "strauss"), ("straus", "strauss"),
    ("annemarie", "strauss"), ("anne marie", "strauss"), ("marie", "strauss"),
    ("walesa", "lukasz"), ("lukasz", "lukasz"), ("Lukas", "lukasz"), ("601222333", "lukasz"),
    ("222 333", "lukasz"), ("dang", "dao"), ("đặng", "dao"), ("huong", "dao"),
    ("الاحمد", "ali"), ("فاطمه", "ali"), ("соловьева", "elena"), ("СОЛОВЬЁВА", "elena"),
    ("елена соловьёва", "elena"), ("23 ноября 1979", "elena"), ("王小明", "wang"), ("小明", "wang"),
    ("王", "wang"), ("小明王", "wang"), ("smtih", "smith"), ("Smyth", "smith"), ("smit", "smith"),
    ("2.1.25", "smith"), ("212 555", "smith"), ("2125550143", "smith"), ("kjaer", "kjaer"),
    ("ase", "kjaer"), ("aase", "kjaer"), ("mar 1984", "mar"), ("lopez mar", "mar"),
    ("vanderberg", "vanderberg"), ("berg van der", "vanderberg"), ("berg pieter", "vanderberg"),
]  # fmt: skip

MUST_NOT = [
    ("joe", "zoe"), ("zio", "zoe"), ("zoo", "zoe"), ("zizk ana", "zoe"), ("zoe smith", "zoe"),
    ("kovazi", "zoe"), ("ziskowa", "zoe"), ("briani-x", "zoe"), ("miler", "zoe"),
    ("15/03/1980", "zoe"), ("14/03/1981", "zoe"), ("1981", "zoe"), ("april 1980", "zoe"),
    ("14 may 1980", "zoe"), ("1979-03-14", "zoe"), ("13.3.", "zoe"), ("zoe 1981", "zoe"),
    ("946", "zoe"), ("7947", "zoe"), ("020 7946 0959", "zoe"), ("+44 20 7946 0959", "zoe"),
    ("M-00002", "zoe"), ("10", "zoe"), ("00010", "zoe"),
    ("sorrenssen", "soren"), ("jrgn", "soren"), ("ensen", "soren"), ("strass marie x", "strauss"),
    ("anne mary", "strauss"), ("valeza", "lukasz"), ("luk walesz", "zoe"), ("60133", "lukasz"),
    ("dinh", "dao"), ("doan", "dao"), ("елен 1980", "elena"), ("соловей", "elena"),
    ("王大明", "wang"), ("李小明", "wang"), ("明王", "ali"), ("jon smiht", "soren"),
    ("johan", "soren"), ("smithers", "smith"), ("3.1.25", "smith"), ("212 556", "smith"),
    ("kjar", "zoe"), ("mar 1985", "mar"), ("pietro bergen", "vanderberg"),
    ("!!!", "zoe"), ("---", "zoe"), ("' or 1=1", "zoe"), ("%", "zoe"), ("_", "zoe"), ("*", "zoe"),
]  # fmt: skip


@pytest.fixture
def people(desk: Desk) -> dict[str, PatientId]:
    """A small clinic of patients of many origins, by a short key."""
    return {key: register_patient(desk, who).patient.id for key, who in PEOPLE.items()}


def test_that_what_people_type_finds_whom_they_mean(
    desk: Desk, people: dict[str, PatientId]
) -> None:
    missed = [
        (typed, key)
        for typed, key in MUST
        if people[key] not in [row.id for row in find_patients(desk, typed)]
    ]
    assert missed == []
    assert len(MUST) >= 30


def test_that_what_means_somebody_else_does_not_find_them(
    desk: Desk, people: dict[str, PatientId]
) -> None:
    found = [
        (typed, key)
        for typed, key in MUST_NOT
        if people[key] in [row.id for row in find_patients(desk, typed)]
    ]
    assert found == []
    assert len(MUST_NOT) >= 30
