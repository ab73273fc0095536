"""Domain: calendar months added to a date, for maintenance and waiting times."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later; a day that month lacks becomes its last."""
    years, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    month = month_index + 1
    return date(years, month, min(day.day, monthrange(years, month)[1]))
