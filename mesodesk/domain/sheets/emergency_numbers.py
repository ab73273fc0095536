"""Domain, sheets: the emergency number of each country, as shipped."""

from collections.abc import Mapping
from dataclasses import dataclass

from mesodesk.domain.source import read

_OTHER = "other"


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """Numbers by country (ISO 3166, two letters), and the one for all others."""

    by_country: Mapping[str, str]

    def of(self, country: str) -> str:
        """The number that is called first in a country."""
        return self.by_country.get(country, self.by_country[_OTHER])


def read_emergency_numbers(text: str, file: str) -> EmergencyNumbers:
    """The file of emergency numbers. Raises Mistake, naming file and line."""
    entry = read(text, file).only("numbers").get("numbers")
    found: dict[str, str] = {}
    for country, number in entry.pairs():
        is_code = len(country) == 2 and country.isupper()
        if not is_code and country != _OTHER:
            raise number.mistake(f"'{country}' is not a country in two capitals, nor 'other'")
        if not any(letter.isdigit() for letter in number.word()):
            raise number.mistake(f"'{number.word()}' has no number in it")
        found[country] = number.word()
    if _OTHER not in found:
        raise entry.mistake("'other' is missing: the number for countries not listed")
    return EmergencyNumbers(found)
