"""Finding one among twenty thousand patients takes a moment, whatever is typed."""

import random
from datetime import date, timedelta
from statistics import median
from time import thread_time

import pytest

from mesodesk.domain.patients import PatientDetails
from mesodesk.services.desk import Desk
from mesodesk.services.patients import browse_patients, find_patients
from mesodesk.store.patients import details as details_store

PATIENTS = 20_000
# Of the processor, not of the clock on the wall: whatever else the machine does meanwhile.
# Ten times what it takes, a tenth of what joining at the wrong end took.
LONGEST_S = 0.1
SYLLABLES = "an be ka lo mi ro sa te vi zu ner sen ski ova ez ing ton ber gu fri ma ria jo".split()


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).title()


@pytest.mark.slow
def test_that_a_search_among_many_takes_a_moment(desk: Desk) -> None:
    chance = random.Random(3)
    families = [_name(chance) for _ in range(4000)]
    for start in range(0, PATIENTS, 2000):
        with desk.store.work(desk.author) as work:
            for number in range(start, start + 2000):
                born = date(1930, 1, 1) + timedelta(days=chance.randrange(30_000))
                phone = f"07{number:09d}"
                who = PatientDetails(chance.choice(families), _name(chance), born, phones=(phone,))
                details_store.register(work, who)
    one = browse_patients(desk, limit=500)[-1]
    swapped = one.family_name[1] + one.family_name[0] + one.family_name[2:]
    for typed in (one.family_name, f"{one.given_names} {one.family_name}", swapped, "a", "m s",
                  "1980", "mars 1980", one.phone, "0712", one.chart_number, "qqqq"):  # fmt: skip
        took = []
        for _ in range(5):
            begun = thread_time()
            find_patients(desk, typed)
            took.append(thread_time() - begun)
        assert median(took) < LONGEST_S, typed
    assert one.id in [row.id for row in find_patients(desk, f"{one.given_names} {swapped}")]
