"""Domain: which of several medicines of one name is meant, by where the clinic is."""

from mesodesk.domain.medicines.lexicon import Sense


def at_home(senses: tuple[Sense, ...], country: str) -> tuple[Sense, ...]:
    """The stops among `senses`, where they alone are sold in `country` (an ISO code, or "").

    The other way round nothing is decided: a blood thinner from abroad is asked about although a
    harmless medicine bears its name here.
    """
    here = [sense for sense in senses if country and country in sense.row.countries]
    if not here or not all(sense.is_stop for sense in here):
        return senses
    return tuple(here)
