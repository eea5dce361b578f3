"""Doses that are probably a slip: the app asks about them and refuses none."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.records.prescription import PrescribedItem, Prescription

TOO_MUCH: Final = 2
"""A number is asked about when it is more than so many times the most that the content asks anywhere."""
MINUTE_S: Final = 60


class DoubtCode(StrEnum):
    """What is unusually much of an exercise."""

    TIMES_A_DAY = "times-a-day"
    REPEATS_A_DAY = "repeats-a-day"
    MINUTES_A_DAY = "minutes-a-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One exercise of a plan asks for `value` of something a day, and the content never for more than `most`.

    Repeats and minutes are those of one leg.
    """

    item: PrescribedItem
    code: DoubtCode
    value: int
    most: int


def doubts(wanted: Prescription, content: TodayContent) -> tuple[Doubt, ...]:
    """What the plan asks unusually much of, the largest first for each exercise; () when nothing is."""
    most = _most(content)
    found = []
    for item in wanted.items:
        asked = _a_day(item.dose, item.schedule)
        much = [code for code in DoubtCode if asked[code] > TOO_MUCH * most[code]]
        if much:
            code = max(much, key=lambda code: asked[code] / most[code])
            found.append(Doubt(item=item, code=code, value=asked[code], most=most[code]))
    return tuple(found)


def _a_day(dose: Dose, schedule: Schedule) -> dict[DoubtCode, int]:
    times = schedule.times_per_day
    return {
        DoubtCode.TIMES_A_DAY: times,
        DoubtCode.REPEATS_A_DAY: dose.sets * (dose.reps or 1) * times,
        DoubtCode.MINUTES_A_DAY: dose.working_s() * times // MINUTE_S,
    }


def _most(content: TodayContent) -> dict[DoubtCode, int]:
    """The most that any phase of any condition asks a day."""
    asked = list(_asked_by(content))
    return {code: max(day[code] for day in asked) for code in DoubtCode}


def _asked_by(content: TodayContent) -> Iterator[dict[DoubtCode, int]]:
    for name in content.condition_ids:
        for phase in content.condition(name).phases:
            yield from (_a_day(item.dose, item.schedule) for item in phase.items)
