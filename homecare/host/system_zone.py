"""The time zone of this computer: by name where the name is known, else as the system keeps time."""

import os
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from homecare.host.host import HostError
from homecare.sentences import N_

LOCALTIME: Final = Path("/etc/localtime")
LOOK_AHEAD_DAYS: Final = 370
"""Two zones that agree on a whole year of clock changes are taken for the same one."""
STEP_DAYS: Final = 10
NAMELESS: Final = "local"
"""The key tzlocal gives a zone that it knows only as a file."""


def system_zone() -> tzinfo:
    """The zone this computer is set to now.

    A name may be out of date, or none at all: TZ may hold a rule such as "CET-1CEST,M3.5.0,M10.5.0/3", and
    /etc/localtime may be a plain copy beside an older /etc/timezone. So every candidate is held against the
    offsets the system uses in the year to come, and the first that agrees is taken. Raises HostError where
    the system's clock is a day or more from UTC, which no calendar can hold.
    """
    if hasattr(time, "tzset"):
        time.tzset()  # TZ may have changed since the last look
    if abs(_system_offset(int(time.time()))) >= timedelta(days=1):
        raise HostError(N_("The time zone of this computer is a day or more from UTC; set TZ to another."))
    for zone in _candidates():
        if _agrees(zone):
            return zone
    from dateutil.tz import tzlocal  # noqa: PLC0415  only where all else fails

    return tzlocal()


def _candidates() -> Iterator[tzinfo]:
    from tzlocal import reload_localzone  # noqa: PLC0415  slow to import

    with suppress(LookupError, ValueError, OSError):
        named = reload_localzone()
        if getattr(named, "key", "") != NAMELESS:
            yield named
    rule = os.environ.get("TZ", "").removeprefix(":")
    with suppress(ValueError, OSError):
        if rule:
            yield zone_of_rule(rule)
        else:
            with LOCALTIME.open("rb") as file:
                yield ZoneInfo.from_file(file)


def zone_of_rule(rule: str) -> ZoneInfo:
    """The zone of a POSIX rule, such as "EST5EDT,M3.2.0,M11.1.0". Raises ValueError where it is none.

    Python reads such a rule only at the end of a zone file, so one is made around it.
    """
    types = struct.pack(">lbb", 0, 0, 0) + b"UTC\0"
    counts = struct.pack(">6l", 0, 0, 0, 0, 1, 4)
    block = b"TZif2" + bytes(15) + counts + types
    return ZoneInfo.from_file(BytesIO(block + block + b"\n" + rule.encode() + b"\n"))


def _agrees(zone: tzinfo) -> bool:
    """Whether a zone has the system's offsets now and, where the system knows them, for a year."""
    now = int(time.time())
    # Windows applies the rules of this year to every other one, so only its present offset counts.
    days = range(0, LOOK_AHEAD_DAYS, STEP_DAYS) if hasattr(time, "tzset") else (0,)
    try:
        return all(_offset(zone, now + day * 86400) == _system_offset(now + day * 86400) for day in days)
    except (OverflowError, OSError):
        return True


def _offset(zone: tzinfo, timestamp: int) -> timedelta | None:
    return datetime.fromtimestamp(timestamp, UTC).astimezone(zone).utcoffset()


def _system_offset(timestamp: int) -> timedelta:
    return timedelta(seconds=time.localtime(timestamp).tm_gmtoff)
