"""Stock: the words and icons of lots, products, recipes and their sources."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from mesodesk.domain.indications import Indication
from mesodesk.domain.phrases import Basis
from mesodesk.domain.stock import LegalStatus, LotUse, Vial
from mesodesk.services import knowledge
from mesodesk.services.stock import LotOnShelf
from mesodesk.ui.kit.form.choice_fields import Option
from mesodesk.ui.kit.form.date_field import say_date
from mesodesk.ui.kit.form.numbers import show_decimal
from mesodesk.ui.kit.theme.shades import Severity

USABLE, SOON, EXPIRED, QUARANTINED, EMPTY = "usable", "soon", "expired", "quarantined", "empty"
# What can be used, or needs a hand, stands above what is over.
ORDER = (QUARANTINED, SOON, USABLE, EMPTY, EXPIRED)
SEVERITIES = {
    USABLE: Severity.OK,
    SOON: Severity.WARNING,
    EXPIRED: Severity.STOP,
    QUARANTINED: Severity.STOP,
    EMPTY: Severity.INFO,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Stock", text)


def state_of(row: LotOnShelf, today: date, warning_days: int) -> str:
    """The lot's state; `soon` is a usable one that expires within the clinic's warning time."""
    state = row.state(today)
    is_soon = state == USABLE and (row.lot.expires_on - today).days <= warning_days
    return SOON if is_soon else state


def state_words(state: str) -> str:
    """The state in a word or two."""
    return {
        USABLE: _tr("Usable"),
        SOON: _tr("Expires soon"),
        EXPIRED: _tr("Expired"),
        QUARANTINED: _tr("Quarantined"),
        EMPTY: _tr("Used up"),
    }[state]


def days_words(expires_on: date, today: date) -> str:
    """How far away the last day is."""
    days = (expires_on - today).days
    if days == 0:
        return _tr("today is the last day")
    if days < 0:
        return _tr("{n} days ago").format(n=-days)
    return _tr("in {n} days").format(n=days)


def ml(volume: Decimal | None) -> str:
    """A volume with its unit; a dash where it is not known."""
    return "-" if volume is None else f"{show_decimal(volume, QLocale().decimalPoint())} mL"


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """Day and time on the clinic's clock."""
    local = moment.astimezone(zone)
    time = QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
    return f"{say_date(local.date())}, {time}"


def vial_words(vial: Vial, zone: ZoneInfo, now: datetime) -> str:
    """When a vial is to be discarded."""
    if vial.discard_at is None:
        return _tr("no discard time on its label")
    when = moment_words(vial.discard_at, zone)
    if vial.discard_at <= now:
        return _tr("past its discard time, {when}").format(when=when)
    return _tr("discard by {when}").format(when=when)


def zones_words(use: LotUse, language: str) -> str:
    """The treated zones by name."""
    regions = knowledge.regions()
    pairs = (zone.split(":", 1) for zone in use.zones)
    return "; ".join(regions.label(region, side, language) for region, side in pairs)


def legal_options() -> tuple[Option, ...]:
    """What a product may be in the clinic's country."""
    return (
        Option(LegalStatus.LICENSED, _tr("Licensed medicine")),
        Option(LegalStatus.DEVICE, _tr("Medical device")),
        Option(LegalStatus.COSMETIC, _tr("Cosmetic")),
        Option(LegalStatus.OFF_LABEL, _tr("Used off-label")),
        Option(LegalStatus.PROHIBITED, _tr("Prohibited")),
        Option(LegalStatus.UNKNOWN, _tr("Not known")),
    )


def legal_words(status: LegalStatus) -> str:
    """The legal status in words."""
    return next(option.text for option in legal_options() if option.key == status)


def allergen_options() -> tuple[Option, ...]:
    """Every allergen tag by its name."""
    return (
        Option("soy", _tr("Soy")),
        Option("egg", _tr("Egg")),
        Option("fish", _tr("Fish")),
        Option("bee_venom", _tr("Bee venom")),
        Option("wasp_venom", _tr("Wasp venom")),
        Option("hyaluronidase", _tr("Hyaluronidase")),
        Option("local_anaesthetic", _tr("Local anaesthetic")),
        Option("benzyl_alcohol", _tr("Benzyl alcohol")),
        Option("sulfite", _tr("Sulfite")),
        Option("iodine", _tr("Iodine")),
        Option("latex", _tr("Latex")),
    )


def indication_options(language: str) -> tuple[Option, ...]:
    """The indications by name."""
    return tuple(Option(i.code, indication_name(i, language)) for i in knowledge.indications())


def indication_name(indication: Indication, language: str) -> str:
    """An indication's name."""
    return indication.name.said_in(language)


def basis_words(basis: Basis) -> str:
    """The source, and how much it weighs."""
    tiers = {
        "SEED": _tr("the founding document"),
        "A": _tr("A: law, label, guideline or peer-reviewed study"),
        "B": _tr("B: training or trade source"),
        "C": _tr("C: a clinic's or vendor's statement, not established"),
        "GK": _tr("general knowledge, no source: read the label"),
        "CLINIC": _tr("the clinic's own setting"),
    }
    return _tr("source {source}; tier {tier}").format(source=basis.source, tier=tiers[basis.tier])
