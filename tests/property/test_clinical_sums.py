"""Property tests: dose sums never lose or make a drug, and due dates never go backwards."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mesodesk.core.ids import CourseId, PatientId, ProductId, SessionId, ZoneId
from mesodesk.core.paths import resources
from mesodesk.domain.courses.course import Area, Course
from mesodesk.domain.courses.due import DoneSession, next_due, read_due_rules
from mesodesk.domain.doses.mixture import Mixture, MixturePart
from mesodesk.domain.doses.quantities import microlitres, millilitres
from mesodesk.domain.doses.sums import session_doses
from mesodesk.domain.stock import Product
from mesodesk.domain.treatments import Zone

RULES = read_due_rules((resources() / "courses" / "due.yaml").read_text("utf-8"), "due.yaml")
START = date(2026, 1, 5)

volumes = st.integers(1, 50_000).map(millilitres)
strengths = st.integers(1, 500_000).map(millilitres)
parts = st.builds(
    lambda n, ml, mg: MixturePart(ProductId(str(n)), str(n), ml, (("caffeine", mg),)),
    st.integers(0, 3), volumes, strengths,
)  # fmt: skip
mixtures = st.lists(parts, min_size=1, max_size=5).map(lambda found: Mixture(tuple(found)))
zones = st.lists(
    st.builds(
        lambda n, points, ml: Zone(ZoneId(str(n)), "flank", "left", "x", points, ml),
        st.integers(0, 9), st.integers(0, 200), st.integers(0, 2000).map(millilitres),
    ),
    max_size=6,
)  # fmt: skip
products = st.builds(
    lambda n, days, most: Product(
        ProductId(str(n)), 1, str(n), "", (), minimum_interval_days=days, maximum_sessions=most
    ),
    st.integers(0, 5), st.none() | st.integers(1, 90), st.none() | st.integers(1, 12),
)  # fmt: skip
gaps = st.lists(st.tuples(st.integers(1, 60), st.lists(products, max_size=3)), max_size=8)


def _course(planned: int, interval: int) -> Course:
    return Course(
        CourseId("c"), 1, PatientId("p"), "scars", (Area("cheek", "left"),), planned, interval,
        6, 12, START,
    )  # fmt: skip


def _sessions(spaced: list[tuple[int, list[Product]]]) -> list[DoneSession]:
    day, found = START, []
    for gap, given_products in spaced:
        day += timedelta(days=gap)
        found.append(DoneSession(SessionId(day.isoformat()), day, tuple(given_products)))
    return found


@given(zones, mixtures)
def test_that_the_parts_of_a_mixture_add_up_to_what_was_given(
    given_zones: list[Zone], mixture: Mixture
) -> None:
    doses = session_doses(given_zones, mixture)
    for zone in doses.zones:
        assert sum((dose.exact_ml for dose in zone.doses), Fraction(0)) == Fraction(zone.volume_ml)


@given(zones, mixtures)
def test_that_a_session_holds_the_mixtures_mean_strength(
    given_zones: list[Zone], mixture: Mixture
) -> None:
    doses = session_doses(given_zones, mixture)
    in_syringe = sum(
        (Fraction(p.volume_ml) * Fraction(mg or 0) for p in mixture.parts for _, mg in p.strengths),
        Fraction(0),
    )
    expected = Fraction(doses.volume_ml) * in_syringe / Fraction(mixture.total_ml)
    total = doses.total_mg("caffeine")
    if given_zones:
        assert total is not None
        assert abs(Fraction(total) - expected) <= Fraction(1, 2000)


@given(st.integers(0, 9_999_999))
def test_that_microlitres_come_back_as_they_went(volume_ul: int) -> None:
    assert microlitres(millilitres(volume_ul)) == volume_ul


@given(gaps, st.integers(1, 12), st.integers(1, 60), products)
def test_that_one_product_more_never_brings_a_session_forward(
    spaced: list[tuple[int, list[Product]]], planned: int, interval: int, extra: Product
) -> None:
    sessions = _sessions(spaced)
    if not sessions:
        return
    new = replace(extra, id=ProductId("extra"))
    more = [*sessions[:-1], replace(sessions[-1], products=(*sessions[-1].products, new))]
    before = next_due(_course(planned, interval), sessions, RULES)
    after = next_due(_course(planned, interval), more, RULES)
    assert before.due is not None
    assert after.due is not None
    assert before.earliest is not None
    assert after.earliest is not None
    assert after.due >= before.due
    assert after.earliest >= before.earliest


@given(gaps, st.integers(1, 12), st.integers(1, 59), st.integers(1, 60))
def test_that_a_longer_interval_never_brings_a_session_forward(
    spaced: list[tuple[int, list[Product]]], planned: int, interval: int, longer: int
) -> None:
    sessions = _sessions(spaced)
    before = next_due(_course(planned, interval), sessions, RULES)
    after = next_due(_course(planned, interval + longer), sessions, RULES)
    assert before.due is not None
    assert after.due is not None
    assert after.due >= before.due


@given(gaps, st.integers(1, 12), st.integers(1, 60))
def test_that_the_next_session_waits_for_every_product(
    spaced: list[tuple[int, list[Product]]], planned: int, interval: int
) -> None:
    sessions = _sessions(spaced)
    window = next_due(_course(planned, interval), sessions, RULES)
    assert window.earliest is not None
    assert window.due is not None
    assert window.overdue_after
    assert window.earliest <= window.due <= window.overdue_after
    latest: dict[str, Product] = {p.id: p for s in sessions for p in s.products}
    for session in sessions:
        for product in session.products:
            days = product.minimum_interval_days or 0
            assert window.earliest >= session.done_on + timedelta(days=days)
    most = [p.maximum_sessions for p in latest.values() if p.maximum_sessions]
    if window.kind == "session" and window.of < planned:
        assert most
    assert Decimal(window.number) == len(sessions) + 1
