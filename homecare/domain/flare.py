"""Flares: a few days that are clearly worse than the week before (clinical/diary, flare_rule)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from homecare.domain.days import DayValue, ids_of, mean_of, recorded
from homecare.domain.light_guide import FlareGuide

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
    for day in sorted(worst):
        if day < quiet_from:
            continue
        spell = _called(day, worst, guide)
        if spell is None:
            continue
        spell = _ended(spell, worst if felt is None else felt, guide)
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

    None when there are fewer than 2. They count from the latest one back, so that the second is not told
    only on its first day, or never, because the first has just grown too old.
    """
    window = timedelta(days=guide.repeat_days)
    if not spells or spells[-1].since <= day - window:
        return ()
    late = tuple(one for one in spells if one.since > spells[-1].since - window)
    return late if len(late) >= guide.repeat_flares else ()


def _called(day: date, worst: Mapping[date, DayValue], guide: FlareGuide) -> FlareSpell | None:
    before = recorded(worst, day - ONE_DAY, guide.mean_days)
    mean = mean_of(before)
    if mean is None or len(before) < guide.min_recorded_days:
        return None
    limit = mean + guide.points_above_mean
    if worst[day].value < limit:
        return None
    run = [day + timedelta(days=ahead) for ahead in range(guide.days_in_a_row)]
    if worst[day].value >= guide.severe_at:
        run = [day]
    elif not all(one in worst and worst[one].value >= limit for one in run):
        return None
    return FlareSpell(
        since=day, called_on=run[-1], mean_before=mean, entries=ids_of([worst[one] for one in run])
    )


def _ended(spell: FlareSpell, felt: Mapping[date, DayValue], guide: FlareGuide) -> FlareSpell:
    calm = spell.mean_before + guide.ends_within_points
    quiet = [day for day in sorted(felt) if day > spell.called_on and felt[day].value <= calm]
    streak = 1
    if guide.ends_after_days == 1 and quiet:
        return _end_on(spell, quiet[0])
    for earlier, later in pairwise(quiet):
        streak = streak + 1 if later - earlier == ONE_DAY else 1
        if streak >= guide.ends_after_days:
            return _end_on(spell, later)
    return spell


def _end_on(spell: FlareSpell, day: date) -> FlareSpell:
    return FlareSpell(
        since=spell.since,
        called_on=spell.called_on,
        mean_before=spell.mean_before,
        ended_on=day,
        entries=spell.entries,
    )
