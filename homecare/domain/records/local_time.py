"""Local clocks: when a clock shows a time, what its zone is called, and quiet hours (aftercare.toml)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from dateutil.tz import datetime_ambiguous, enfold, resolve_imaginary

from homecare.domain.library.scales import check_instant
from homecare.domain.records.diary import DAY_STARTS
from homecare.domain.records.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From `start` until `end` by the local clock: `start` is quiet, `end` is not.

    Over midnight when `start` is later than `end`; equal times mean no quiet hours at all.
    """

    start: time
    end: time

    @property
    def none(self) -> bool:
        """Whether there are no quiet hours."""
        return self.start == self.end

    def covers(self, clock: time) -> bool:
        """Whether a clock that shows this time is inside quiet hours."""
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


def quiet_hours_of(settings: Settings) -> QuietHours:
    """The quiet hours the patient chose."""
    return QuietHours(start=settings.quiet_from, end=settings.quiet_to)


def moment(at: datetime) -> datetime:
    """`at` in UTC, to compare it by.

    Python compares two times of one zone by what the clock shows, which goes wrong in an hour that comes
    twice.
    """
    return at.astimezone(UTC)


def calendar_day(day: date, clock: time) -> date:
    """The day of the calendar on which a clock time of a diary day falls: the next one before 04:00."""
    return day + timedelta(days=1) if clock < DAY_STARTS else day


def diary_instant(day: date, clock: time, zone: tzinfo) -> datetime:
    """The instant of a clock time of a diary day; see `local_instant` for times that are skipped or twice."""
    return local_instant(calendar_day(day, clock), clock, zone)


def day_start(day: date, zone: tzinfo) -> datetime:
    """The instant at which a diary day starts."""
    return local_instant(day, DAY_STARTS, zone)


def zone_name(zone: tzinfo, at: datetime) -> str:
    """What to call a zone: its name ("Europe/Berlin"), else its offset from UTC `at` this instant."""
    key = getattr(zone, "key", None)
    if key:
        return str(key)
    offset = at.astimezone(zone).utcoffset() or timedelta()
    minutes = abs(offset) // timedelta(minutes=1)
    return f"UTC{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"


def local_instant(day: date, clock: time, zone: tzinfo, *, last: bool = False) -> datetime:
    """The instant at which a clock in `zone` shows this time on this day.

    A time that the clocks skip when they go forward counts as if they had not (02:30 becomes 03:30). A time
    that comes twice when they go back is the first one, or with `last` the second.
    """
    shown = resolve_imaginary(datetime.combine(day, clock, tzinfo=zone))
    return enfold(shown, 1) if last and datetime_ambiguous(shown) else shown


def in_quiet_hours(at: datetime, quiet: QuietHours, zone: tzinfo) -> bool:
    """Whether nothing may be sent `at` this instant to a patient who is in `zone` now.

    In the night the clocks go back, quiet hours start when the clock first shows the start and end when
    it last shows the end.
    """
    check_instant(at, "at")
    if quiet.none:
        return False
    local = at.astimezone(zone)
    if quiet.covers(local.time()):
        return True
    moment = at.astimezone(UTC)
    return any(start <= moment < end for start, end in _nights(local.date(), quiet, zone))


def after_quiet_hours(at: datetime, quiet: QuietHours, zone: tzinfo) -> datetime:
    """The earliest instant from `at` on outside quiet hours, in `zone`: `at` itself when it is outside."""
    moment = at.astimezone(UTC)
    while in_quiet_hours(moment, quiet, zone):
        moment = min(end for _, end in _nights(moment.astimezone(zone).date(), quiet, zone) if end > moment)
    return moment.astimezone(zone)


def _nights(day: date, quiet: QuietHours, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """Start and end, in UTC, of the quiet hours that begin from two days before `day` to the day after it."""
    for shift in range(-2, 2):
        first = day + timedelta(days=shift)
        until = first if quiet.start < quiet.end else first + timedelta(days=1)
        start = local_instant(first, quiet.start, zone)
        end = local_instant(until, quiet.end, zone, last=True)
        yield start.astimezone(UTC), end.astimezone(UTC)
