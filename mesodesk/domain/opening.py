"""Domain: the clinic's opening hours: when somebody is next there to telephone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

Hours = tuple[tuple[int, int] | tuple[()], ...]


def next_open(moment: datetime, hours: Hours, zone: ZoneInfo) -> datetime:
    """`moment` if the clinic is open then, else when it opens next; `moment` if it never opens.

    `hours` has (opens, closes) in whole hours for each weekday from Monday, () where closed;
    the closing hour itself is closed. The answer is aware, in the clinic's zone.
    """
    local = moment.astimezone(zone)
    for days in range(8):
        day = local.date() + timedelta(days=days)
        span = hours[day.weekday()]
        if not span:
            continue
        opens = datetime.combine(day, time(span[0]), zone)
        closes = datetime.combine(day, time(0), zone) + timedelta(hours=span[1])
        if local < closes:
            return max(local, opens)
    return local
