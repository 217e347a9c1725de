"""The time of a place, as official letters call it: WIB, WITA or WIT, by province.

Keppres 41/1987 parts the country into three zones (not verified against the original); provinces that were formed later
keep the zone of those from which they were formed.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

_WITA = frozenset(("51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"))
_WIT = frozenset(("81", "82", "91", "92", "93", "94", "95", "96"))


def zone_of(region_code: str) -> str:
    """The zone of a region by its code ("15.71"); of none known, that of the capital."""
    province = region_code[:2]
    return "WITA" if province in _WITA else "WIT" if province in _WIT else "WIB"


_ZONES = {name: timezone(timedelta(hours=east), name) for name, east in (("WIB", 7), ("WITA", 8), ("WIT", 9))}


def moment_of(region_code: str, day: date, hour: str) -> datetime:
    """The moment that "09.30" of a day means in a region. Fails with ValueError where that is no hour."""
    return moment_at(region_code, day, time.fromisoformat(hour.replace(".", ":")))


def moment_at(region_code: str, day: date, hour: time) -> datetime:
    """The moment that an hour of a day means in a region."""
    return datetime.combine(day, hour, _ZONES[zone_of(region_code)])


def day_at(region_code: str, moment: datetime) -> date:
    """The day that a moment falls on by the clocks of a region: before two in the morning in Jayapura not Jakarta's."""
    return seen_from(region_code, moment).date()


def seen_from(region_code: str, moment: datetime) -> datetime:
    """The same moment by the clocks of a region; `%Z` writes the name of its zone."""
    return moment.astimezone(_ZONES[zone_of(region_code)])
