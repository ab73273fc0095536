"""Bench: how well and how quickly medicines are recognised on lists from elsewhere."""

import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from mesodesk.core.paths import resources
from mesodesk.domain.medicines.recogniser import Recogniser
from mesodesk.domain.medicines.recognition import Match
from mesodesk.domain.medicines.vocabulary import read_vocabularies
from scripts.benches.bare import names as bare
from scripts.benches.measuring import Line, seconds, side_by_side, timed
from scripts.benches.screening_lists import ListedName, listed

LISTS = ("development", "final")
_MANY = 20_000  # lines
_AGAINST = "the table's names, word by word"
_Judge = Callable[[str], bool]


def screening(which: Sequence[str], rounds: int) -> Iterator[Line]:
    """Found and sure, by country; wrongly sure, asked and unknown; then the times."""
    files = sorted((resources() / "medicines").glob("*.csv"))
    recogniser, known = _built(), bare.read(files)
    build = side_by_side(timed(_built), timed(lambda: bare.read(files)), rounds)
    for name in which:
        print(f"screening, {name} ...", file=sys.stderr)
        yield from _quality(recogniser, known, name)
    yield from _speed(recogniser, known, rounds)
    yield Line("building the recogniser", 0, *build, limit=0.4, against="reading the table")


def _built() -> Recogniser:
    files = sorted((resources() / "medicines").glob("*.csv"))
    return Recogniser(read_vocabularies({path.name: path.read_text("utf-8") for path in files}))


def _quality(recogniser: Recogniser, known: bare.Names, which: str) -> Iterator[Line]:
    names = listed(which)
    found = {each.name: recogniser.recognise(each.name).matches for each in names}

    def looked_up(name: str) -> bool:
        return bare.is_stop(bare.look_up(known, name))

    def sure(name: str) -> bool:
        return any(match.is_sure for match in _stops(found[name]))

    stops = [each for each in names if each.is_stop]
    for label, some in ((which, stops), *_by_country(which, stops)):
        yield _share(f"{label}: found", some, lambda name: bool(_stops(found[name])), looked_up, 99)
        yield _share(f"{label}: sure", some, sure, looked_up, 97)
    home = {each.name: each.country for each in names}

    def sure_at_home(name: str) -> bool:
        matches = recogniser.recognise(name, home[name]).matches
        return any(match.is_sure for match in _stops(matches))

    label = f"{which}: sure in a clinic of the list's country"
    yield _share(label, stops, sure_at_home, looked_up, 97)
    others = [each for each in names if not each.is_stop]
    for label, some in ((which, others), *_by_country(which, others)):
        yield _in_thousand(f"{label}: others wrongly sure", some, sure, looked_up, limit=2)
    yield _in_thousand(
        f"{which}: others asked whether a stop",
        others,
        lambda name: bool(_stops(found[name])) and not sure(name),
        lambda _: False,
    )
    yield _in_thousand(
        f"{which}: others left to be named",
        others,
        lambda name: not any(match.substance for match in found[name]),
        lambda name: not bare.look_up(known, name),
    )


def _by_country(
    which: str, names: Sequence[ListedName]
) -> Iterator[tuple[str, Sequence[ListedName]]]:
    for country in sorted({each.country for each in names}):
        yield f"{which} {country}", [each for each in names if each.country == country]


def _share(
    measure: str, names: Sequence[ListedName], ours: _Judge, reference: _Judge, least: float
) -> Line:
    label = f"{measure}, of {len(names)}"
    shares = (_percent(names, ours), _percent(names, reference))
    return Line(label, 0, *shares, unit="%", least=least, against=_AGAINST)


def _in_thousand(
    measure: str, names: Sequence[ListedName], ours: _Judge, reference: _Judge, limit: float = 0
) -> Line:
    label = f"{measure}, of {len(names):,}"
    shares = (10 * _percent(names, ours), 10 * _percent(names, reference))
    return Line(label, 0, *shares, unit="in 1,000", limit=limit, against=_AGAINST)


def _percent(names: Sequence[ListedName], judge: _Judge) -> float:
    return 100 * sum(judge(each.name) for each in names) / len(names)


def _stops(matches: Sequence[Match]) -> list[Match]:
    return [match for match in matches if match.drug_class.is_founding_stop]


def _speed(recogniser: Recogniser, known: bare.Names, rounds: int) -> Iterator[Line]:
    texts = [each.name for which in LISTS for each in listed(which)]
    ours = _median(recogniser.recognise, texts)
    plain = _median(lambda text: bare.look_up(known, text), texts)
    yield Line("a name, at the median", 0, ours, plain, limit=0.001, against=_AGAINST)
    many = (texts * (_MANY // len(texts) + 1))[:_MANY]
    times = side_by_side(
        timed(lambda: [recogniser.recognise(text) for text in many]),
        timed(lambda: [bare.look_up(known, text) for text in many]),
        min(rounds, 1),
    )
    yield Line(f"{_MANY:,} lines", 0, *times, limit=30, against=_AGAINST)


def _median(act: Callable[[str], object], texts: Sequence[str]) -> float:
    """The median of the seconds that `act` takes for a text."""
    return statistics.median(seconds(partial(act, text)) for text in texts)
