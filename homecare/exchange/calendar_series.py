"""Times that repeat: a rule (RRULE) where it says exactly these times, else each time alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final

from dateutil.rrule import DAILY, WEEKLY, rrule

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LEAST: Final = 6
"""From so many times on a series is worth a rule."""
MOST_EXCEPTIONS: Final = 4
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Every `every` days, or (with `weekdays`, 0 is Monday) on these days of each week."""

    every: int = 1
    weekdays: tuple[int, ...] = ()

    def times(self, first: datetime, last: datetime) -> list[datetime]:
        """The times of the rule by the local clock, from `first` to `last`, both included."""
        if self.weekdays:
            made = rrule(WEEKLY, dtstart=first, byweekday=self.weekdays)
        else:
            made = rrule(DAILY, dtstart=first, interval=self.every)
        found: list[datetime] = []
        for moment in made:
            if moment.astimezone(UTC) > last.astimezone(UTC):
                break
            found.append(moment)
        return found

    def parts(self, last: datetime) -> dict[str, object]:
        """The rule as RFC 5545 writes it."""
        until = last.astimezone(UTC)
        if self.weekdays:
            return {"freq": "weekly", "until": until, "byday": [WEEKDAYS[day] for day in self.weekdays]}
        return {"freq": "daily", "until": until, "interval": self.every}


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Times by a rule from `first` to `last`, without those of `left_out`."""

    rule: Rule
    first: datetime
    last: datetime
    left_out: tuple[datetime, ...] = ()


def as_series(times: Sequence[datetime], whole: date) -> tuple[Series | None, list[datetime]]:
    """One series for the regular part of these times (oldest first, local), and the times outside of it.

    `whole` is the last day up to which the times are known: a rule that names more times than these does not
    count. The series is None where there is no regular part.
    """
    for rule in _candidates(times):
        start = _regular_from(times, rule)
        regular = times[start:]
        if len(regular) < LEAST or regular[-1].date() + _longest_pause(rule) <= whole:
            continue
        clock, _count = Counter(
            moment.timetz().replace(tzinfo=None, fold=0) for moment in regular
        ).most_common(1)[0]
        first = datetime.combine(regular[0].date(), clock, tzinfo=regular[0].tzinfo)
        said = {moment.astimezone(UTC): moment for moment in rule.times(first, max(regular[-1], first))}
        wanted = {moment.astimezone(UTC): moment for moment in regular}
        left_out = [said[instant] for instant in sorted(said.keys() - wanted.keys())]
        alone = [wanted[instant] for instant in sorted(wanted.keys() - said.keys())]
        if len(left_out) + len(alone) <= MOST_EXCEPTIONS:
            series = Series(rule=rule, first=first, last=max(said.values()), left_out=tuple(left_out))
            return series, [*times[:start], *alone]
    return None, list(times)


def _longest_pause(rule: Rule) -> timedelta:
    """The longest time without one that the rule knows."""
    if not rule.weekdays:
        return timedelta(days=rule.every)
    around = (*rule.weekdays, rule.weekdays[0] + 7)
    return timedelta(days=max(later - earlier for earlier, later in pairwise(around)))


def _candidates(times: Sequence[datetime]) -> Iterator[Rule]:
    """The rules that the last of these times may follow, the simplest first."""
    if len(times) < LEAST:
        return
    days = [moment.date() for moment in times]
    step = (days[-1] - days[-2]).days
    if step >= 1:
        yield Rule(every=step)
    week = {day.weekday() for day in days if day > days[-1] - 7 * ONE_DAY}
    yield Rule(weekdays=tuple(sorted(week)))


def _regular_from(times: Sequence[datetime], rule: Rule) -> int:
    """The place of the first time from which on the days follow the rule."""
    days = [moment.date() for moment in times]
    for place in range(len(days) - 1, 0, -1):
        earlier, later = days[place - 1], days[place]
        if rule.weekdays:
            between = (later - earlier).days
            skipped = [earlier + ONE_DAY * ahead for ahead in range(1, between)]
            follows = earlier.weekday() in rule.weekdays and not any(
                day.weekday() in rule.weekdays for day in skipped
            )
        else:
            follows = (later - earlier).days == rule.every
        if not follows:
            return place
    return 0
