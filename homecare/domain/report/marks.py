"""What happened beside the pain, for chart and calendar: needling, exercise days, phases, flares."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from homecare.domain.diary.by_day import DayValue, calm_by_day, highest_by_day
from homecare.domain.diary.flare import FlareSpell, flares
from homecare.domain.library.lights import FlareGuide
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PhaseEntered, PlanEvent
from homecare.domain.records.session import Session

WORST: Final = "pain_worst"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseMark:
    """The day a plan went on (or back) to a phase."""

    day: date
    condition: str
    phase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainMarks:
    """Marks from `first` to `last`, both included; each kind oldest first."""

    needling: tuple[date, ...] = ()
    exercise: tuple[date, ...] = ()
    phases: tuple[PhaseMark, ...] = ()
    flares: tuple[FlareSpell, ...] = ()


def pain_marks(
    first: date,
    last: date,
    *,
    entries: Iterable[DiaryEntry],
    sessions: Iterable[Session],
    needlings: Sequence[Needling],
    plan: Iterable[PlanEvent],
    guide: FlareGuide,
    felt: Mapping[date, DayValue] | None = None,
) -> PainMarks:
    """The marks of the days from `first` to `last`.

    A cancelled needling is none; a day counts as an exercise day when something was done on it. Flares follow
    the content's rule on the worst pain that needling cannot have raised, as far as `entries` reach back;
    `felt` is the worst pain of each day where that is known already.
    """
    needled = {diary_day(needling.at) for needling in needlings if not needling.cancelled}
    trained = {
        session.day for session in sessions if any(done.outcome != "skipped" for done in session.exercises)
    }
    phases = sorted(
        (entered for entered in plan if isinstance(entered, PhaseEntered)), key=lambda entered: entered.at
    )
    known = tuple(entries)
    felt = highest_by_day(known, WORST) if felt is None else felt
    worst = calm_by_day(felt, known, WORST, needlings, guide.needling_h)
    return PainMarks(
        needling=tuple(sorted(day for day in needled if first <= day <= last)),
        exercise=tuple(sorted(day for day in trained if first <= day <= last)),
        phases=tuple(
            PhaseMark(day=phase.day, condition=phase.condition, phase=phase.phase)
            for phase in phases
            if first <= phase.day <= last
        ),
        flares=tuple(spell for spell in flares(worst, guide, felt) if spell.touches(first, last)),
    )
