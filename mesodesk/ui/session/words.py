"""Session room: what gates, regions, doses and grades are called on the screen."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from mesodesk.core.errors import NotFound
from mesodesk.domain.doses.quantities import plain
from mesodesk.domain.doses.sums import Comparison
from mesodesk.domain.session_edits import Effect
from mesodesk.domain.treatments import Gate, Outcome, Zone
from mesodesk.services import knowledge


def _tr(text: str) -> str:
    return QCoreApplication.translate("Session", text)


def gate_word(gate: Gate) -> str:
    """A gate's name."""
    return {
        Gate.IDENTITY: _tr("Identity"),
        Gate.SCREENING: _tr("Screening"),
        Gate.CONSENT: _tr("Consent"),
        Gate.MIXTURE: _tr("Mixture"),
        Gate.ZONES: _tr("Zones"),
        Gate.SIGN: _tr("Sign"),
    }[gate]


def effect_word(effect: Effect) -> str:
    """A kind of immediate response."""
    return {
        "swelling": _tr("Swelling"),
        "bruising": _tr("Bruising"),
        "redness": _tr("Redness"),
        "pain": _tr("Pain"),
    }[effect]


def grade_word(grade: int | None) -> str:
    """A grade in a word."""
    if grade is None:
        return _tr("not graded")
    return (_tr("none"), _tr("trace"), _tr("mild"), _tr("moderate"), _tr("severe"))[grade]


def outcome_word(outcome: Outcome) -> str:
    """How a session ended."""
    return {
        Outcome.GIVEN: _tr("Given"),
        Outcome.INTERRUPTED: _tr("Interrupted"),
        Outcome.NOT_GIVEN: _tr("Not given"),
    }[outcome]


def region_word(region: str, side: str, language: str) -> str:
    """A region with its side, beginning with a capital letter."""
    regions = knowledge.regions()
    try:
        name = regions.name(region, language)
    except NotFound:
        name = region.replace("_", " ")
    name = name[:1].upper() + name[1:]
    return name if side == "midline" else f"{name}, {side_word(side)}"


def side_word(side: str) -> str:
    """The patient's side."""
    words = {"left": _tr("left"), "right": _tr("right"), "both": _tr("both sides")}
    return words.get(side, side)


def zone_line(zone: Zone) -> str:
    """What a zone is given, on one line: points, volume, depth."""
    if not zone.point_count:
        return _tr("No points yet")
    depth = f" · {plain(zone.depth_mm)} mm" if zone.depth_mm is not None else ""
    per_point = plain(zone.volume_per_point_ml, 2)
    total = plain(zone.volume_ml, 2)
    return f"{zone.point_count} × {per_point} mL = {total} mL{depth}"


def technique_word(code: str, language: str) -> str:
    """A technique's name."""
    try:
        return knowledge.techniques().technique(code).name.said_in(language)
    except KeyError:
        return code.replace("_", " ")


def ingredient_word(code: str, language: str) -> str:
    """An ingredient's name."""
    try:
        return knowledge.ingredients().ingredient(code).name.said_in(language)
    except KeyError:
        return code.replace("_", " ")


def comparison_words(compared: Comparison) -> str:
    """Drawn up against given: said, never corrected."""
    given = plain(compared.given_ml, 2)
    if compared.drawn_ml is None:
        return _tr("Given {given} mL; what was drawn up is not recorded.").format(given=given)
    drawn, differs = plain(compared.drawn_ml, 2), plain(abs(compared.difference_ml), 2)
    if compared.state == "agrees":
        return _tr("Drawn up {drawn} mL, given {given} mL: they agree.").format(
            drawn=drawn, given=given
        )
    if compared.state == "left_over":
        said = _tr("Drawn up {drawn} mL, given {given} mL: {differs} mL left over.")
    else:
        said = _tr("Drawn up {drawn} mL, given {given} mL: {differs} mL more than was drawn up.")
    return said.format(drawn=drawn, given=given, differs=differs)


def day_words(day: date) -> str:
    """A day in the user's own long form."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def short_day(day: date) -> str:
    """A day where room is scarce: 2 Mar 2027."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """A day and time at the clinic."""
    local = moment.astimezone(zone)
    return f"{day_words(local.date())}, {local:%H:%M}"


def counted(number: int, one: str, many: str) -> str:
    """`one` or `many` with {n} filled, as the number asks for."""
    return (one if number == 1 else many).format(n=number)


def amount(value: Decimal, unit: str, places: int = 0) -> str:
    """A number with its unit."""
    return f"{plain(value, places)} {unit}"
