"""Domain, conditions: the dates in a line: "2019", "03/2019", "March 2020", "5 years ago"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from mesodesk.domain.known_date import KnownDate, later
from mesodesk.domain.medicines.spelling import fold

_MONTH_NAMES = (
    """january jan janvier janv januar januari enero ene gennaio gen janeiro stycznia styczen
    tammikuu января январь ιανουαριου ιανουαριος jaen janner""",
    """february feb fevrier fevr februar februari febrero febbraio fevereiro fev lutego luty
    helmikuu февраля февраль φεβρουαριου φεβρουαριος""",
    """march mar mars marz maerz maart marzo marco marca marzec maaliskuu mrz марта март
    μαρτιου μαρτιος""",
    """april apr avril avr abril abr aprile kwietnia kwiecien huhtikuu апреля апрель απριλιου
    απριλιος""",
    """may mai mayo maggio maio mei maj maja toukokuu мая май μαιου μαιος mag""",
    """june jun juin juni junio giugno giu junho czerwca czerwiec kesakuu июня июнь ιουνιου
    ιουνιος""",
    """july jul juillet juil juli julio luglio lug julho lipca lipiec heinakuu июля июль ιουλιου
    ιουλιος""",
    """august aug aout agosto ago augusti augustus sierpnia sierpien elokuu августа август
    αυγουστου αυγουστος""",
    """september sept sep septembre septiembre settembre set setembro wrzesnia wrzesien syyskuu
    сентября сентябрь σεπτεμβριου σεπτεμβριος""",
    """october oct octobre oktober okt octubre ottobre ott outubro out pazdziernika pazdziernik
    lokakuu октября октябрь οκτωβριου οκτωβριος""",
    """november nov novembre noviembre novembro listopada listopad marraskuu ноября ноябрь
    νοεμβριου νοεμβριος""",
    """december dec decembre dezember dez diciembre dic dicembre dezembro desember des grudnia
    grudzien joulukuu декабря декабрь δεκεμβριου δεκεμβριος""",
)
_MONTHS = {
    fold(name): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()
}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "a an one un une ein einem uno una um uma",
            "two deux zwei dos due dois duas",
            "three trois drei tres tre",
            "four quatre vier cuatro quattro quatro",
            "five cinq funf cinco cinque",
            "six sechs seis sei",
            "seven sept sieben siete sette sete",
            "eight huit acht ocho otto oito",
            "nine neuf neun nueve nove",
            "ten dix zehn diez dieci dez",
        ),
        1,
    )
    for word in words.split()
}
_YEARS = """years year yrs yr y ans an annees jahren jahre jahr anos ano anni anno jaar lat lata
rok ar vuotta vuosi лет года год χρονια χρονο ετη"""
_MONTHS_LONG = """months month mths mois monaten monate monat meses mes mesi mese maanden maand
miesiecy miesiace manader maneder mnd kuukautta месяцев месяца μηνες"""
_DAYS = """weeks week days day semaines jours wochen tagen semanas dias settimane giorni
weken dagen"""
_UNIT = "|".join(
    re.escape(word) for words in (_YEARS, _MONTHS_LONG, _DAYS) for word in words.split()
)
_AGO = "ago|fa|geleden|temu|sedan|siden|sitten|назад|πριν|atras|back|earlier"
_COUNT = r"(\d{1,2}|[^\W\d_]{1,7})"
_DAY = re.compile(r"(?<![\d.])(\d{1,2})[./\-](\d{1,2})[./\-]((?:19|20)\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d{2})(?:-(\d{2}))?(?!\d)")
_MONTH = re.compile(r"(?<![\d./])(\d{1,2})[./]((?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(
    r"(?:(?<!\d)(\d{1,2})\.?(?:st|nd|rd|th)?\s+(?:de\s+)?)?(?<![^\W\d_])([^\W\d_]{3,12})\.?,?\s+(?:de\s+|of\s+)?"
    r"((?:19|20)\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?<![\d.,/\-])((?:19|20)\d\d)(?![\d%]|\s*(?:mg|ml|iu|units))")
_RELATIVE = re.compile(rf"\b{_COUNT}\s*(?:\+\s*)?({_UNIT})\.?\s+(?:{_AGO})\b", re.IGNORECASE)
_REVERSED = re.compile(rf"\b(?:il y a|vor|hace|há|πριν)\s+{_COUNT}\s+({_UNIT})\b", re.IGNORECASE)
_LAST_YEAR = re.compile(
    r"\b(last year|l'an dernier|l’année dernière|letztes jahr|el año pasado|l'anno scorso)\b",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(
    r"\b(this year|last month|last week|yesterday|today|cette année|dieses jahr|este año|"
    r"quest'anno|le mois dernier|letzten monat|el mes pasado)\b",
    re.IGNORECASE,
)
_EARLIEST = 1900


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that stands in a line from `start` up to `end`."""

    when: KnownDate
    start: int
    end: int


@lru_cache(maxsize=4)  # asked once for each condition of the same line
def dates_in(text: str, today: date) -> tuple[Dated, ...]:
    """The dates of a line that are not still to come, in the order typed, none inside another.

    A day and month that could be either way round become their year.
    """
    taken: list[Dated] = []
    covered = bytearray(len(text))
    for found in _found(text, today):
        if not any(covered[found.start : found.end]) and found.when.first() <= today:
            taken.append(found)
            covered[found.start : found.end] = b"\1" * (found.end - found.start)
    return tuple(sorted(taken, key=lambda one: one.start))


def _found(text: str, today: date) -> Iterator[Dated]:
    for one in _DAY.finditer(text):
        yield from _dated(_day(*(int(part) for part in one.groups())), one)
    for one in _ISO.finditer(text):
        yield from _dated(_known(*(int(part) for part in one.groups() if part)), one)
    for one in _NAMED.finditer(text):
        yield from _dated(_named(*one.groups()), one)
    for one in _MONTH.finditer(text):
        yield from _dated(_known(int(one.group(2)), int(one.group(1))), one)
    for pattern in (_RELATIVE, _REVERSED):
        for one in pattern.finditer(text):
            yield from _dated(_ago(one.group(1), one.group(2), today), one)
    for one in _LAST_YEAR.finditer(text):
        yield Dated(KnownDate(today.year - 1), one.start(), one.end())
    for one in _THIS_YEAR.finditer(text):
        yield Dated(KnownDate(today.year), one.start(), one.end())
    for one in _YEAR.finditer(text):
        yield from _dated(_known(int(one.group())), one)


def _dated(when: KnownDate | None, found: re.Match[str]) -> Iterator[Dated]:
    if when is not None:
        yield Dated(when, found.start(), found.end())


def _known(year: int, month: int | None = None, day: int | None = None) -> KnownDate | None:
    try:
        return KnownDate(year, month, day) if year >= _EARLIEST else None
    except ValueError:
        return None


def _day(first: int, second: int, year: int) -> KnownDate | None:
    if first > 12:
        return _known(year, second, first)
    if second > 12:
        return _known(year, first, second)
    return _known(year, first, second) if first == second else _known(year)


def _named(day: str | None, month: str, year: str) -> KnownDate | None:
    number = _MONTHS.get(fold(month))
    if number is None:
        return None
    return _known(int(year), number, int(day) if day else None)


def _ago(count: str, unit: str, today: date) -> KnownDate | None:
    """So long ago, in the unit's precision: "5 years ago" is a year."""
    number = int(count) if count.isdigit() else _NUMBERS.get(fold(count), 0)
    if not number:
        return None
    word = fold(unit)
    if word in map(fold, _YEARS.split()):
        return _known(today.year - number)
    if word in map(fold, _MONTHS_LONG.split()):
        event = later(today, months=-number)
        return _known(event.year, event.month)
    return _known(today.year, today.month)
