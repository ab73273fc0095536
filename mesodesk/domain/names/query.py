"""Domain, names: reads what was typed into the search box as terms, each to be found.

A term has several readings: "1980" is a year, a part of a telephone number or a chart number.
Every term must be found in a patient; the readings of one box are tried side by side.
"""

import re
from dataclasses import dataclass
from datetime import date

from mesodesk.domain.dates import DateSought, dates_in_figures, dates_with_month, month_named
from mesodesk.domain.names.folding import fold, has_ideographs, spellings, split_blanks, split_words
from mesodesk.domain.names.nearness import FEWEST_LETTERS
from mesodesk.domain.names.phones import is_written_as_number, parts_to_seek, western_digits

_CHART = re.compile(r"[mм]\s*[-‐‑–]?\s*(\d{1,9})", re.IGNORECASE)
_NTH = re.compile(r"\d{1,2}(st|nd|rd|th|er)")
_MOST_TERMS = 8
_LONGEST = 100
_PUNCTUATION = ".,;"


@dataclass(frozen=True, slots=True)
class Sought:
    """One reading of a term: index words equal to `word`, or beginning with it.

    `rank` orders what is found: less is better. `why` is said of the patient found by it.
    """

    word: str
    is_beginning: bool = False
    rank: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """Readings any of which may be found. `slips` are names in which a slip is forgiven too."""

    readings: tuple[Sought, ...]
    slips: tuple[str, ...] = ()


Query = tuple[Term, ...]


def read_query(text: str, today: date) -> tuple[Query, ...]:
    """The ways to read a search, likeliest first; none where nothing can be sought."""
    tokens = split_blanks(western_digits(text[:_LONGEST]).replace("(0)", ""))
    pieces = [token.strip(_PUNCTUATION) for token in tokens]
    pieces = [piece for piece in pieces if piece][:_MOST_TERMS]
    ways = (
        _gathered(pieces, today),
        _apart(pieces, today),
        _without_joints(pieces),
        *_run_together(pieces),
    )
    return tuple(dict.fromkeys(way for way in ways if way and all(term.readings for term in way)))


def _gathered(pieces: list[str], today: date) -> Query:
    """Figures that stand together are one number or date, with a month's name among them."""
    terms: list[Term] = []
    at = 0
    while at < len(pieces):
        last = _end_of_figures(pieces, at)
        found = _figures(pieces[at:last], today) if last > at else None
        terms += [found] if found else _names(pieces[at])
        at = last if found else at + 1
    return tuple(terms)


def _apart(pieces: list[str], today: date) -> Query:
    """Each piece by itself: "Mar 1980" is also somebody called Mar, born in 1980."""
    terms: list[Term] = []
    for piece in pieces:
        found = _figures([piece], today) if _is_figures(piece) else None
        terms += [found] if found else _names(piece)
    return tuple(terms)


def _without_joints(pieces: list[str]) -> Query:
    """Hyphens and apostrophes left out: "O'Briain" is Obriain too."""
    if all(split_words(piece) == (piece,) for piece in pieces) or any(map(_is_figures, pieces)):
        return ()
    return tuple(term for piece in pieces for term in _joined(piece))


def _run_together(pieces: list[str]) -> tuple[Query, ...]:
    """Two or three names without the blanks between them: "Anne Marie" is Annemarie too."""
    if not 2 <= len(pieces) <= 3 or any(_is_figures(piece) for piece in pieces):
        return ()
    whole = "".join(pieces)
    if len(pieces) == 2:
        return (tuple(_joined(whole)),)
    first, second, third = pieces
    return (
        tuple(_joined(whole)),
        (*_joined(first + second), *_names(third)),
        (*_names(first), *_joined(second + third)),
    )


def _joined(text: str) -> list[Term]:
    """What is run together must be right: a slip would let any short word in."""
    word = "".join(split_words(text))
    return [Term(_name(word).readings)] if word else []


def _is_figures(piece: str) -> bool:
    has_figure = any(letter.isdigit() for letter in piece)
    return has_figure and (is_written_as_number(piece) or _CHART.fullmatch(piece) is not None)


def _end_of_figures(pieces: list[str], first: int) -> int:
    """Where the run of figures (and one month's name) that begins at `first` ends."""
    last, months, numbers = first, 0, 0
    while last < len(pieces):
        is_month = month_named(fold(pieces[last])) is not None and months == 0
        is_number = _is_number_part(pieces[last])
        if not (is_month or is_number):
            break
        months, numbers, last = months + is_month, numbers + is_number, last + 1
    if numbers:
        return last
    return first + 1 if first < len(pieces) and _is_figures(pieces[first]) else first


def _is_number_part(piece: str) -> bool:
    return is_written_as_number(piece) or _NTH.fullmatch(piece) is not None


def _figures(pieces: list[str], today: date) -> Term | None:
    months = [month for piece in pieces if (month := month_named(fold(piece))) is not None]
    if months:
        numbers = tuple(piece for piece in pieces if month_named(fold(piece)) is None)
        return _term(_dates(dates_with_month(months[0], numbers, today)))
    text = " ".join(pieces)
    return _term((*_dates(dates_in_figures(text, today)), *_chart(pieces), *_phone(text)))


def _term(readings: tuple[Sought, ...]) -> Term | None:
    return Term(readings) if readings else None


def _dates(dates: tuple[DateSought, ...]) -> tuple[Sought, ...]:
    return tuple(_date(found) for found in dates)


def _date(found: DateSought) -> Sought:
    if found.year is None:
        return Sought(f"e{found.month:02d}-{found.day:02d}", why="birth_date")
    if found.month is None:
        return Sought(f"d{found.year:04d}-", is_beginning=True, rank=1, why="birth_date")
    if found.day is None:
        word = f"d{found.year:04d}-{found.month:02d}-"
        return Sought(word, is_beginning=True, rank=1, why="birth_date")
    return Sought(f"d{found.year:04d}-{found.month:02d}-{found.day:02d}", why="birth_date")


def _phone(text: str) -> tuple[Sought, ...]:
    return tuple(
        Sought(f"p{part}", is_beginning=True, rank=1, why="phone") for part in parts_to_seek(text)
    )


def _chart(pieces: list[str]) -> tuple[Sought, ...]:
    """12, 00012 and M-00012 are the same chart; M-0001 is also the beginning of M-00012."""
    if len(pieces) != 1:
        return ()
    marked = _CHART.fullmatch(pieces[0])
    typed = marked.group(1) if marked else pieces[0]
    if not typed.isdigit() or len(typed) > 9:
        return ()
    exact = Sought(f"c{int(typed)}", why="chart_number")
    if typed.startswith("0") and len(typed) < 5:
        return (exact, Sought(f"k{typed}", is_beginning=True, rank=1, why="chart_number"))
    return (exact,)


def _names(piece: str) -> list[Term]:
    """The terms of one piece: its parts at hyphens and apostrophes, each of which must be found."""
    return [_name(word) for word in split_words(piece)]


def _name(word: str) -> Term:
    forms = tuple(form for form in spellings(word) if form)
    readings = tuple(reading for form in forms for reading in _readings(form))
    is_forgiven = not has_ideographs(word)
    slips = tuple(form for form in forms if is_forgiven and len(form) >= FEWEST_LETTERS)
    return Term(readings, slips)


def _readings(form: str) -> tuple[Sought, ...]:
    return (
        Sought(f"n{form}"),
        Sought(f"n{form}", is_beginning=True, rank=2),
        Sought(f"m{form}", rank=1, why="maiden_name"),
        Sought(f"m{form}", is_beginning=True, rank=3, why="maiden_name"),
    )
