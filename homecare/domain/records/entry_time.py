"""When a record may be dated: one answer for every form and for the command line."""

import re
from datetime import date, datetime, time, tzinfo
from enum import StrEnum
from typing import Final

from dateutil.tz import datetime_ambiguous, datetime_exists, enfold

from homecare.domain.library.validity import FIRST_YEAR, LAST_YEAR
from homecare.domain.records.diary import diary_day
from homecare.domain.records.local_time import calendar_day, moment

DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}")


class TimeFault(StrEnum):
    """Why a record cannot be dated so; `homecare.wording.dates.time_fault` says it in words."""

    STILL_TO_COME = "still-to-come"
    NEVER_SHOWN = "never-shown"
    TOO_LONG_AGO = "too-long-ago"
    OUT_OF_RANGE = "out-of-range"


class TimeFaultError(ValueError):
    """A record cannot be dated so, for the reason `fault`."""

    def __init__(self, fault: TimeFault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def named_day(text: str) -> date | None:
    """The day that an address, an option or a file names, like 2026-11-22 or 20261122.

    None for anything else, such as a week, and for years outside 1900 to 2200.
    """
    if not DAY.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def time_on(day: date, clock: time, zone: tzinfo, *, now: datetime) -> datetime:
    """The instant at which a clock in `zone` showed this time on this day of the calendar.

    When the clocks go back, an hour comes twice: people mean the last one they lived through, so it is the
    later one unless that is after `now`. When they go forward, an hour is left out: raises TimeFaultError for
    a time in it, and for a year outside 1900 to 2200.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise TimeFaultError(TimeFault.OUT_OF_RANGE)
    shown = datetime.combine(day, clock, tzinfo=zone)
    if not datetime_exists(shown):
        raise TimeFaultError(TimeFault.NEVER_SHOWN)
    later = enfold(shown, 1)
    return later if datetime_ambiguous(shown) and moment(later) <= moment(now) else shown


def check_entry_time(at: datetime, *, now: datetime, oldest: date | None = None) -> datetime:
    """`at` itself, if a record written `now` may be dated so.

    Raises TimeFaultError when it is still to come, before the diary day `oldest`, or outside 1900 to 2200.
    """
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise TimeFaultError(TimeFault.OUT_OF_RANGE)
    if moment(at) > moment(now):
        raise TimeFaultError(TimeFault.STILL_TO_COME)
    if oldest is not None and diary_day(at) < oldest:
        raise TimeFaultError(TimeFault.TOO_LONG_AGO)
    return at


def entry_time(day: date, clock: time, zone: tzinfo, *, now: datetime) -> datetime:
    """The instant of a clock time on a day of the calendar, if a record written `now` may be dated so.

    Raises TimeFaultError.
    """
    return check_entry_time(time_on(day, clock, zone, now=now), now=now)


def diary_entry_time(day: date, clock: time, zone: tzinfo, *, now: datetime) -> datetime:
    """As `entry_time`, of a diary day: a time before 04:00 belongs to the night that follows the day."""
    return entry_time(calendar_day(day, clock), clock, zone, now=now)


def is_late(at: datetime, *, now: datetime) -> bool:
    """Whether a record dated `at` is written down on a later diary day than its own."""
    return diary_day(at) < diary_day(now)
