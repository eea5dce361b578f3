"""The plan table of a report: each exercise, its dose, how often done, its light; what was tried freely."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from homecare.domain.evidence.traffic_light import Light
from homecare.domain.library.content import known_exercise
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.plan.adherence import adherence, complete_days, prescribed_on
from homecare.domain.plan.item_state import ItemNow, items_now, lights_on
from homecare.domain.records.plan import Level
from homecare.domain.records.prescription import Band
from homecare.domain.records.session import Session
from homecare.domain.report.period import Basis
from homecare.domain.safety.stress_fracture import may_be_shown, paused_by_injury

PLAN_DAYS: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One exercise of the plan.

    `done` and `planned` are bouts of the last 14 complete diary days. `light` is the last final one and
    `light_day` its day, None while there is none. `load_kg` and `band` are what a clinician's plan says
    of the load.
    """

    condition: str
    exercise: str
    name: str
    side: str
    dose: Dose
    load: str
    schedule: Schedule
    done: int
    planned: int
    light: Light | None
    light_day: date | None
    level: Level
    load_kg: float | None = None
    band: Band | None = None


def plan_rows(known: Basis) -> tuple[PlanRow, ...]:
    """The exercises of every plan that runs at the end of the period.

    A clinician's own plan comes first, since paper may leave out the last rows; then the main condition's.
    """
    main = known.condition.id if known.condition else ""
    plans = known.evidence.plans
    rows = []
    for name in sorted(plans, key=lambda plan: (plans[plan].prescription is None, plan != main)):
        if paused_by_injury(name, known.evidence):
            continue
        for item_now in items_now(known.evidence.plans[name], known.evidence):
            if may_be_shown(item_now, known.evidence):
                rows.append(_row(item_now, known))
    return tuple(rows)


def _row(now: ItemNow, known: Basis) -> PlanRow:
    evidence = known.evidence
    condition, item = now.plan.condition, now.item.exercise
    days = complete_days(evidence, PLAN_DAYS)
    kept = adherence(condition, prescribed_on(condition, days, evidence), evidence, item)
    lights = [
        judged_day.light for judged_day in lights_on(now.plan, item, evidence) if judged_day.light.final
    ]
    return PlanRow(
        condition=condition,
        exercise=now.exercise.id,
        name=now.exercise.name,
        side=now.side,
        dose=now.dose,
        load=now.load,
        schedule=now.item.schedule,
        done=int(kept.done + 0.5),
        planned=int(kept.planned + 0.5),
        light=lights[-1].light if lights else None,
        light_day=lights[-1].day if lights else None,
        level=now.level,
        load_kg=now.wanted.load_kg if now.wanted else None,
        band=now.wanted.band if now.wanted else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """An exercise the patient tried freely: in how many sessions of the period, and the worst pain in them.

    `exercise` is its id; `pain` is NPRS, 0 to 10, None where nobody said.
    """

    exercise: str
    name: str
    times: int
    pain: int | None


def practised(known: Basis) -> tuple[Practised, ...]:
    """What was tried freely in the period, by name; none of it is in the numbers of the plan."""
    done: dict[str, list[Session]] = {}
    for session in known.records.sessions:
        if session.practice and session.day in known.period:
            for tried in session.exercises:
                if tried.outcome != "skipped":
                    done.setdefault(tried.exercise, []).append(session)
    rows = []
    for exercise_id, sessions in done.items():
        exercise = known_exercise(known.evidence.content, exercise_id)
        pains = [session.pain_exercise for session in sessions if session.pain_exercise is not None]
        rows.append(
            Practised(
                exercise=exercise_id,
                name=exercise.name if exercise else exercise_id,
                times=len(sessions),
                pain=max(pains, default=None),
            )
        )
    return tuple(sorted(rows, key=lambda row: row.name.casefold()))
