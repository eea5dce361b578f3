"""What is printed for the patient to take home: the exercises of the plan as they are now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.exercise import Exercise
from homecare.domain.plan.item_state import ItemNow, items_now, lights_on
from homecare.domain.records.prescription import Band
from homecare.domain.records.records import Records
from homecare.domain.report.header import Named
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.safety.holds import HoldCode, hold_on
from homecare.domain.safety.pressing import Pressing, pressing_now
from homecare.domain.safety.stress_fracture import may_be_shown, paused_by_injury

SOON_OVER: Final = (HoldCode.NEEDLED, HoldCode.RED_REST)
"""Holds that end by themselves within a day: what is printed is for the weeks after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutItem:
    """An exercise with the dose, load, side and days of the plan, and what the plan is called.

    `load_kg`, `band` and `note` are those of a clinician's plan.
    """

    plan: str
    exercise: Exercise
    side: str
    dose: Dose
    load: str
    schedule: Schedule
    load_kg: float | None = None
    band: Band | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """The exercises of every plan that runs. `first` is what must be read before any of them.

    With a red flag open, safety questions unanswered, a clinician to be asked first, or every exercise held
    back there are no `items`: `waits` is True. `left_out` names the exercises that Today holds back, such as
    those that wait for a clearance or that an answer rules out.
    """

    patient: Named
    made: datetime
    notice: str
    first: tuple[Pressing, ...]
    waits: bool
    items: tuple[HandoutItem, ...]
    left_out: tuple[str, ...] = ()


def handout(
    records: Records, content: TodayContent, at: datetime, zone: tzinfo, patient: Named | None = None
) -> Handout:
    """The plan as it is `at` an instant; `records` need only hold the days of `window_days`."""
    evidence = evidence_at(records, content, at, zone)
    stopped = evidence.stopped or bool(evidence.ask_first.waiting)
    shown = [] if stopped else list(_shown(evidence))
    items = [now for now in shown if not _held_back(now, evidence)]
    return Handout(
        patient=patient or Named(),
        made=at.astimezone(zone),
        notice=content.diary.monitoring_notice,
        first=pressing_now(evidence, alerts_at(evidence)),
        waits=stopped or (bool(shown) and not items),
        items=tuple(_item(now, evidence.condition(now.plan).name) for now in items),
        left_out=tuple(dict.fromkeys(now.exercise.name for now in shown if now not in items)),
    )


def _shown(evidence: Evidence) -> Iterator[ItemNow]:
    for name, plan in evidence.plans.items():
        if not paused_by_injury(name, evidence):
            yield from (now for now in items_now(plan, evidence) if may_be_shown(now, evidence))


def _held_back(now: ItemNow, evidence: Evidence) -> bool:
    """Whether the exercise may not be done for longer than a day or so; paper cannot say when it may be."""
    hold = hold_on(now, lights_on(now.plan, now.item.exercise, evidence), evidence)
    return hold is not None and hold.code not in SOON_OVER


def _item(now: ItemNow, plan: str) -> HandoutItem:
    return HandoutItem(
        plan=plan,
        exercise=now.exercise,
        side=now.side,
        dose=now.dose,
        load=now.load,
        schedule=now.item.schedule,
        load_kg=now.wanted.load_kg if now.wanted else None,
        band=now.wanted.band if now.wanted else None,
        note=now.wanted.note if now.wanted else "",
    )
