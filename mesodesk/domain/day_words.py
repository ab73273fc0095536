"""Domain: a day as it stands in a sentence: 29 November 2026, 1er mars 2026."""

from datetime import date

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
        "septembre", "octobre", "novembre", "décembre",
    ),
}  # fmt: skip


def day_in_words(day: date, language: str) -> str:
    """The day, month by name, in `language`; in English where the language has no months here."""
    months = _MONTHS.get(language, _MONTHS["en"])
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {months[day.month - 1]} {day.year}"
