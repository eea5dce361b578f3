"""Flares: a few days that are clearly worse than the week before (content/diary.toml, flare)."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from homecare.domain.diary.by_day import DayValue, ids_of
from homecare.domain.library.lights import FlareGuide


@dataclass(frozen=True, slots=True, kw_only=True)
class Flare:
    """A flare that is going on (content/diary.toml, flare): its first day and the mean before it (NPRS)."""

    since: date
    mean_before: float
    flares_in_14_days: int
    entries: tuple[str, ...] = ()


ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareSpell:
    """A flare from its first worse day on.

    `called_on` is the day on which the rule first held; `ended_on` the second of two quiet days, None while
    it goes on. `mean_before` is the mean worst pain (NPRS) of the days before it.
    """

    since: date
    called_on: date
    mean_before: float
    ended_on: date | None = None
    entries: tuple[str, ...] = ()

    def touches(self, first: date, last: date) -> bool:
        """Whether any of its days lies from `first` to `last`."""
        return self.since <= last and (self.ended_on is None or self.ended_on >= first)


def flares(
    worst: Mapping[date, DayValue], guide: FlareGuide, felt: Mapping[date, DayValue] | None = None
) -> tuple[FlareSpell, ...]:
    """Every flare in the worst pain of each day, oldest first.

    `worst` leaves out what was felt in the first 72 hours after needling, which calls no flare; `felt` holds
    these days as well, for two quiet days end a flare whenever they come (`worst` itself when None). A
    missing day is a gap: it ends no flare and cannot stand between two days in a row.
    """
    found: list[FlareSpell] = []
    quiet_from = date.min
    felt = worst if felt is None else felt
    felt_days = sorted(felt)
    for day, mean in _risen(worst, guide):
        if day < quiet_from:
            continue
        spell = _called(day, mean, worst, guide)
        if spell is None:
            continue
        spell = _ended(spell, felt_days, felt, guide)
        found.append(spell)
        if spell.ended_on is None:
            break
        quiet_from = spell.ended_on + ONE_DAY
    return tuple(found)


def flare_at(spells: Sequence[FlareSpell]) -> FlareSpell | None:
    """The flare that is still going on, None when there is none."""
    return spells[-1] if spells and spells[-1].ended_on is None else None


def repeated(spells: Sequence[FlareSpell], day: date, guide: FlareGuide) -> tuple[FlareSpell, ...]:
    """The flares that began within 14 days of one another, the last of them in the 14 days up to `day`.

    None when there are fewer than 2. They count back from the latest one: counted from the first, the second
    would be told for a day at most, because the first soon grows too old.
    """
    window = timedelta(days=guide.repeat_days)
    if not spells or spells[-1].since <= day - window:
        return ()
    late = tuple(spell for spell in spells if spell.since > spells[-1].since - window)
    return late if len(late) >= guide.repeat_flares else ()


def _risen(worst: Mapping[date, DayValue], guide: FlareGuide) -> Iterator[tuple[date, float]]:
    """The days on which pain is by the rule's points above the mean of the days before, with that mean."""
    before: deque[tuple[date, int]] = deque()
    total = 0
    for day, highest in sorted(worst.items(), key=itemgetter(0)):
        while before and (day - before[0][0]).days > guide.mean_days:
            total -= before.popleft()[1]
        if len(before) >= guide.min_recorded_days:
            mean = total / len(before)
            if highest.value >= mean + guide.points_above_mean:
                yield day, mean
        before.append((day, highest.value))
        total += highest.value


def _called(day: date, mean: float, worst: Mapping[date, DayValue], guide: FlareGuide) -> FlareSpell | None:
    """The flare that a risen day begins, None when the days after it do not bear it out."""
    limit = mean + guide.points_above_mean
    run = [day + timedelta(days=ahead) for ahead in range(guide.days_in_a_row)]
    if worst[day].value >= guide.severe_at:
        run = [day]
    elif not all(run_day in worst and worst[run_day].value >= limit for run_day in run):
        return None
    return FlareSpell(
        since=day, called_on=run[-1], mean_before=mean, entries=ids_of([worst[run_day] for run_day in run])
    )


def _ended(
    spell: FlareSpell, days: Sequence[date], felt: Mapping[date, DayValue], guide: FlareGuide
) -> FlareSpell:
    calm = spell.mean_before + guide.ends_within_points
    earlier = date.min
    streak = 0
    for at in range(bisect_right(days, spell.called_on), len(days)):
        day = days[at]
        if felt[day].value > calm:
            continue
        streak = streak + 1 if day - earlier == ONE_DAY else 1
        if streak >= guide.ends_after_days:
            return _end_on(spell, day)
        earlier = day
    return spell


def _end_on(spell: FlareSpell, day: date) -> FlareSpell:
    return FlareSpell(
        since=spell.since,
        called_on=spell.called_on,
        mean_before=spell.mean_before,
        ended_on=day,
        entries=spell.entries,
    )
