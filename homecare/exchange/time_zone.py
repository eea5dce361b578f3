"""A time zone as RFC 5545 explains it to a calendar (VTIMEZONE), found by asking the zone itself.

Each change of the clocks stands in its own part, whose DTSTART is the local time of the offset before it
(RFC 5545, 3.6.5): 02:00 with TZOFFSETFROM +0100 for the March night in Berlin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

SECOND: Final = timedelta(seconds=1)
STEP: Final = timedelta(days=1)
"""Zones change their clocks at most once in so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """A change of the clocks: the first instant (UTC) after it, and the offsets from UTC around it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def local(self) -> datetime:
        """The time a clock would have shown at this instant without the change, without a zone."""
        return (self.at + self.before).replace(tzinfo=None)


def onsets(zone: tzinfo, first: datetime, last: datetime) -> Iterator[Onset]:
    """Every change of the offset from UTC in `zone` between two instants, oldest first."""
    earlier = first.astimezone(UTC)
    while earlier < last:
        later = earlier + STEP
        if _offset(zone, earlier) != _offset(zone, later):
            at = _first_with_offset_of_end(zone, earlier, later)
            yield Onset(
                at=at,
                before=_offset(zone, at - SECOND),
                after=_offset(zone, at),
                name=at.astimezone(zone).tzname() or "",
            )
        earlier = later


def vtimezone(zone: tzinfo, name: str, first: datetime, last: datetime) -> Timezone:
    """What the clocks of `zone` do between two instants, for times that call the zone `name`."""
    start = first.astimezone(UTC)
    offset = _offset(zone, start)
    opening = Onset(at=start, before=offset, after=offset, name=start.astimezone(zone).tzname() or "")
    made = Timezone()
    made.add("tzid", name)
    for onset in (opening, *onsets(zone, first, last)):
        part = TimezoneDaylight() if onset.after > onset.before else TimezoneStandard()
        part.add("dtstart", onset.local)
        part.add("tzoffsetfrom", onset.before)
        part.add("tzoffsetto", onset.after)
        part.add("tzname", onset.name)
        made.add_component(part)
    return made


def tzid(zone: tzinfo, at: datetime) -> str | None:
    """What times in `zone` call it, None for UTC and bare offsets, whose times are written in UTC.

    A zone without a name, such as one of a TZ rule, is called by the names its clocks give it.
    """
    key = getattr(zone, "key", None)
    if isinstance(zone, timezone) or key in ("UTC", "Etc/UTC", "GMT", "Etc/GMT"):
        return None
    if key:
        return str(key)
    year = (at + timedelta(days=days) for days in (0, 91, 182, 273))
    return "homecare/" + "-".join(sorted({instant.astimezone(zone).tzname() or "local" for instant in year}))


def _first_with_offset_of_end(zone: tzinfo, earlier: datetime, later: datetime) -> datetime:
    target = _offset(zone, later)
    while later - earlier > SECOND:
        middle = earlier + ((later - earlier) // 2 // SECOND) * SECOND
        if _offset(zone, middle) == target:
            later = middle
        else:
            earlier = middle
    return later


def _offset(zone: tzinfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()
