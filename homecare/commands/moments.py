"""Times and days as they are typed on the command line."""

import re
from datetime import date, datetime, time, tzinfo
from typing import Final

from homecare.domain.library.validity import FIRST_YEAR, LAST_YEAR
from homecare.domain.records.diary import diary_day
from homecare.domain.records.entry_time import DAY, TimeFaultError, check_entry_time, named_day, time_on
from homecare.domain.records.local_time import moment
from homecare.wording import _
from homecare.wording.dates import time_fault

NOON: Final = time(12)
TIME: Final = re.compile(
    rf"({DAY.pattern})[Tt ]\d\d(:?\d\d(:?\d\d([.,]\d+)?)?)?([Zz]|[+-]\d\d(:?\d\d)?)?", re.ASCII
)


def instant(text: str, zone: tzinfo, option: str, *, now: datetime) -> datetime:
    """The time that was typed for an option, in `zone` unless it says its own; a date is that day at noon.

    Of a time that comes twice when the clocks go back it is the later one unless that is after `now`. Raises
    ValueError, in one sentence, for anything else, a time the clocks skip, and years outside 1900 to 2200.
    """
    try:
        if DAY.fullmatch(text):
            return time_on(date.fromisoformat(text), NOON, zone, now=now)
        if not TIME.fullmatch(text):
            raise ValueError
        read = datetime.fromisoformat(text.upper().replace(",", "."))
        if read.tzinfo is None:
            return time_on(read.date(), read.time(), zone, now=now)
        # Near the ends of the calendar an instant may have no time of its own in another zone.
        if not FIRST_YEAR <= read.year <= LAST_YEAR:
            raise ValueError
    except TimeFaultError as fault:
        raise ValueError(f"{option} {text}: {time_fault(fault.fault)}") from None
    except ValueError:
        raise ValueError(
            _(
                "{option} must be a time like 2026-11-22T08:30 or a date, from {first} to {last}, "
                "not {text!r}."
            ).format(option=option, first=FIRST_YEAR, last=LAST_YEAR, text=text)
        ) from None
    return read


def past_instant(text: str, zone: tzinfo, option: str, *, now: datetime) -> datetime:
    """The time that was typed for a record written `now`; today's date, typed before noon, means now.

    Raises ValueError as `instant` does, and for a time that is still to come.
    """
    read = instant(text, zone, option, now=now)
    if DAY.fullmatch(text) and diary_day(read) == diary_day(now) and moment(read) > moment(now):
        return now
    try:
        return check_entry_time(read, now=now)
    except TimeFaultError as fault:
        raise ValueError(f"{option} {text}: {time_fault(fault.fault)}") from None


def day(text: str, option: str) -> date:
    """The day that was typed for an option. Raises ValueError, also for years outside 1900 to 2200."""
    read = named_day(text)
    if read is None:
        raise ValueError(
            _("{option} must be a date like 2026-11-22, from {first} to {last}, not {text!r}.").format(
                option=option, first=FIRST_YEAR, last=LAST_YEAR, text=text
            )
        )
    return read
