"""How the pain of a made-up history goes: down over weeks, up and down by days, a flare now and then."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import Final

from homecare.demo.chance import Chance
from homecare.domain.library.scales import WEEK

PAIN_AT_START: Final = 6.0
PAIN_LEFT: Final = 0.8
"""Where pain ends up (NPRS), so that a long history still has days with pain."""
DAYS_TO_A_THIRD: Final = 45.0
MOST_PAIN: Final = 7
FLARE_SHAPE: Final = (3.3, 3.1, 1.8, 0.9)
"""How much worse than usual the days of a flare are (NPRS)."""
FIRST_FLARE: Final = 36
DAYS_BETWEEN_FLARES: Final = 110
NEEDLED_DAYS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDay:
    """One day: the pain scores (NPRS) it would be rated with, which entries were made, and the flare's day.

    `flare` is 1 on the first day of a flare, 2 on the next, and 0 on a usual day.
    """

    index: int
    day: date
    first_step: int
    worst: int
    pain_now: int
    during: int
    morning: bool
    evening: bool
    flare: int

    @property
    def kept(self) -> bool:
        """Whether the diary has an entry for this day."""
        return self.morning or self.evening


def course(key: str, days: int, first: date, needled: Set[date]) -> tuple[CourseDay, ...]:
    """The days of a history that starts on `first`, oldest first; `needled` are its days of needling."""
    flares = _flares(key, days, _indexes_around(needled, first))
    missing = _missing_days(key, days, first, needled, flares)
    drift = 0.0
    found = []
    for index in range(days):
        chance = Chance(f"{key}/course/{index}")
        drift = 0.4 * drift + chance.near(1.7)
        trend = PAIN_LEFT + (PAIN_AT_START - PAIN_LEFT) * exp(-index / DAYS_TO_A_THIRD)
        shape = flares.get(index, 0)
        extra = FLARE_SHAPE[shape - 1] if shape else 0.0
        made = (index not in missing, index not in missing)
        if any(made) and not shape and 0 < index < days - 1:
            made = chance.one_of(((True, True),) * 8 + ((True, False), (False, True)))
        level = trend + extra + (0.0 if shape else drift)
        found.append(
            CourseDay(
                index=index,
                day=first + timedelta(days=index),
                first_step=_score(level - 0.3 * extra),
                worst=_score(0.85 * level + 0.6 + 0.15 * extra + (0.0 if shape else chance.near(0.7))),
                pain_now=_score(0.65 * level + chance.near(0.8)),
                during=min(5, _score(0.5 * level + chance.near(1.2))),
                morning=made[0],
                evening=made[1] and index < days - 1,
                flare=shape,
            )
        )
    return tuple(found)


def _score(level: float) -> int:
    return max(0, min(MOST_PAIN, round(level)))


def _indexes_around(needled: Set[date], first: date) -> frozenset[int]:
    """The days, counted from 0, that needling touches: the day before to 3 days after it."""
    starts = ((day - first).days for day in needled)
    return frozenset(start + ahead for start in starts for ahead in range(-1, NEEDLED_DAYS))


def _flares(key: str, days: int, needled: Set[int]) -> dict[int, int]:
    """For each day of a flare (counted from 0): which day of the flare it is, from 1."""
    found: dict[int, int] = {}
    start = FIRST_FLARE if days > FIRST_FLARE + 3 * WEEK else min(10, days // 2)
    chance = Chance(f"{key}/flares")
    while start + len(FLARE_SHAPE) + WEEK <= days:
        spell = range(start, start + len(FLARE_SHAPE))
        if needled.isdisjoint(spell) and start >= WEEK:
            found.update({index: number + 1 for number, index in enumerate(spell)})
            start += DAYS_BETWEEN_FLARES + chance.whole(-20, 20)
        else:
            start += 1
    return found


def _missing_days(
    key: str, days: int, first: date, needled: Set[date], flares: dict[int, int]
) -> frozenset[int]:
    """Days without any entry: about one a week, never one that the story needs."""
    starts = {(day - first).days for day in needled}
    sore = {start + ahead for start in starts for ahead in range(NEEDLED_DAYS)}
    kept = {*sore, *flares, 0, days - 1}
    missing: set[int] = set()
    for start in range(0, days, WEEK):
        chance = Chance(f"{key}/missing/{start}")
        free: Sequence[int] = [index for index in range(start, min(start + WEEK, days)) if index not in kept]
        if not free or (start and not chance.likely(0.75)):
            continue
        index = chance.one_of(free)
        missing.add(index)
        if chance.likely(0.2) and index + 1 in free:
            missing.add(index + 1)
    return frozenset(missing)
