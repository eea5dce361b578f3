"""What accepting a clinician's plan would change, what speaks against it, and what accepting it records."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from typing import Literal

from homecare.domain.evidence.evidence import INJURY, Evidence, evidence_at
from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.phase import PrescribedSide
from homecare.domain.plan.contraindications import Ban, Forbidden, forbidden
from homecare.domain.plan.item_state import items_now
from homecare.domain.plan.items import plan_items
from homecare.domain.records.plan import (
    ConditionPlan,
    ConditionStarted,
    PhaseEntered,
    PlanEvent,
    Side,
    plans_at,
)
from homecare.domain.records.prescription import (
    MOST_ITEMS,
    Band,
    LightLimits,
    OwnExercise,
    PrescribedItem,
    Prescription,
    PrescriptionAccepted,
)
from homecare.domain.records.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How much of an exercise, when, and on which side; load and note where a clinician gave them."""

    dose: Dose
    schedule: Schedule
    side: PrescribedSide
    load_kg: float | None = None
    band: Band | None = None
    note: str = ""
    own: OwnExercise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """One exercise before and after: "added" has no `before`, "removed" no `after`, "kept" is the same."""

    exercise: str
    kind: Literal["added", "removed", "changed", "kept"]
    before: Part | None = None
    after: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanges:
    """Everything that would be different; a pair is (now, then), None where it stays as it is.

    `starts` is True when no plan for the condition runs yet. `items` has the new plan's exercises in its
    order, then those that go. `limits` are those of the traffic light, (green_max, amber_max).
    """

    condition: str
    starts: bool
    phase: tuple[str | None, str] | None
    side: tuple[Side | None, Side] | None
    variant: tuple[str | None, str | None] | None
    items: tuple[ItemChange, ...]
    limits: tuple[LightLimits, LightLimits] | None


def plan_changes(current: ConditionPlan | None, wanted: Prescription, content: TodayContent) -> PlanChanges:
    """What `wanted` would change in the plan that runs for its condition (None: there is none).

    Offers the patient took (an easier version, more repeats) are not looked at: a new plan starts afresh.
    """
    before = _parts_now(current, content)
    after = {item.exercise: part_of(item) for item in wanted.items}
    items = [
        _change(name, before.get(name), after.get(name))
        for name in (*after, *(exercise for exercise in before if exercise not in after))
    ]
    usual = content.diary.profile(content.condition(wanted.condition).pain_profile)
    library = LightLimits(green_max=usual.green_max, amber_max=usual.amber_max)
    held = current.prescription.limits if current is not None and current.prescription is not None else None
    limits = (held or library, wanted.limits or library)
    phase, side, variant = (current.phase, current.side, current.variant) if current else (None, None, None)
    return PlanChanges(
        condition=wanted.condition,
        starts=current is None,
        phase=None if phase == wanted.phase else (phase, wanted.phase),
        side=None if side == wanted.side else (side, wanted.side),
        variant=None if variant == wanted.variant else (variant, wanted.variant),
        items=tuple(items),
        limits=None if limits[0] == limits[1] else limits,
    )


def as_prescribed(plan: ConditionPlan, evidence: Evidence) -> Prescription:
    """The plan as the patient follows it now, as if a clinician had written it on the day of `evidence`.

    The doses are those in force, with the steps the patient took. Where one exercise stands in for another,
    it is the one that is named. Of a clinician's plan that holds, everything else stays as it is.
    """
    items = {}
    for now in items_now(plan, evidence):
        wanted = now.wanted
        items[now.exercise.id] = PrescribedItem(
            exercise=now.exercise.id,
            dose=now.dose,
            schedule=now.item.schedule,
            side=now.item.side,
            own=wanted.own if wanted else None,
            load_kg=wanted.load_kg if wanted else None,
            band=wanted.band if wanted else None,
            note=wanted.note if wanted else "",
        )
    kept = tuple(items.values())[:MOST_ITEMS]
    if plan.prescription is not None:
        return replace(plan.prescription, items=kept)
    return Prescription(
        condition=plan.condition,
        side=plan.side,
        phase=plan.phase,
        items=kept,
        issued=evidence.day,
        variant=plan.variant,
    )


def acceptance(
    current: ConditionPlan | None, wanted: Prescription, at: datetime, ids: tuple[str, str]
) -> tuple[PlanEvent, ...]:
    """The decisions that take the plan over `at` an instant, in the order to save them; `ids` are for them.

    A condition without a plan is started first; a phase that changes is entered as the clinician's choice,
    so that charts and the report show it.
    """
    after = at + timedelta(microseconds=1)  # of decisions of one instant the one written last holds
    accepted = PrescriptionAccepted(id=ids[0], at=at, created_at=after, edited_at=after, prescription=wanted)
    if current is None:
        first: PlanEvent = ConditionStarted(
            id=ids[1],
            at=at,
            created_at=at,
            edited_at=at,
            condition=wanted.condition,
            side=wanted.side,
            variant=wanted.variant,
            phase=wanted.phase,
        )
    elif current.phase != wanted.phase:
        first = PhaseEntered(
            id=ids[1],
            at=at,
            created_at=at,
            edited_at=at,
            condition=wanted.condition,
            phase=wanted.phase,
            reason="chosen-by-clinician",
        )
    else:
        return (accepted,)
    return (first, accepted)


def forbidden_in(
    wanted: Prescription, records: Records, content: TodayContent, at: datetime, zone: tzinfo
) -> dict[str, Forbidden]:
    """What forbids exercises of a clinician's plan to a patient with these records who takes it over `at`.

    A warning, not a bar: the clinician may have a reason. Empty for a plan that holds no more.
    """
    current = plans_at(records.plan, at).get(wanted.condition)
    taken = replace(records, plan=(*records.plan, *acceptance(current, wanted, at, ("accepted", "first"))))
    evidence = evidence_at(taken, content, at, zone)
    plan = evidence.plans.get(wanted.condition)
    if plan is None or plan.prescription != wanted:
        return {}
    found = {
        now.item.exercise: forbidden(now.exercise, now.side, evidence) for now in items_now(plan, evidence)
    }
    return {exercise: ban for exercise, ban in found.items() if ban is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOutBeside:
    """An exercise of a plan that `condition` on the same side rules out; `variant` None: in every form."""

    exercise: str
    condition: str
    variant: str | None


def ruled_out_beside(
    wanted: Prescription, content: TodayContent, at: datetime, zone: tzinfo
) -> Iterator[RuledOutBeside]:
    """What another condition would rule out of a plan, for a clinician who has no records of the patient.

    A form that only stands for another one ("not sure") is left out, and so is a stress fracture: it pauses
    every other plan.
    """
    for name in content.condition_ids:
        if name in (wanted.condition, INJURY):
            continue
        condition = content.condition(name)
        forms: list[str | None] = [form.id for form in condition.variants if form.acts_as == form.id]
        for variant in forms or [None]:
            started = ConditionStarted(
                id="beside",
                at=at,
                created_at=at,
                edited_at=at,
                condition=name,
                side=wanted.side,
                variant=variant,
                phase=condition.phases_for(variant)[0].id,
            )
            for exercise, ban in forbidden_in(wanted, Records(plan=(started,)), content, at, zone).items():
                if ban.ban is Ban.CONDITION and ban.condition == name:
                    yield RuledOutBeside(exercise=exercise, condition=name, variant=variant)


def _parts_now(current: ConditionPlan | None, content: TodayContent) -> dict[str, Part]:
    if current is None:
        return {}
    if current.prescription is not None:
        ids = content.with_exercises(current.prescription.own()).exercise_ids
        return {item.exercise: part_of(item) for item in current.prescription.items if item.exercise in ids}
    condition = content.condition(current.condition)
    known = {variant.id for variant in condition.variants}
    variant = condition.resolved_variant(current.variant if current.variant in known else None)
    return {
        item.exercise: Part(dose=item.dose, schedule=item.schedule, side=item.side)
        for item in plan_items(current, variant, content)
    }


def part_of(item: PrescribedItem) -> Part:
    """What is prescribed of an exercise."""
    return Part(
        dose=item.dose,
        schedule=item.schedule,
        side=item.side,
        load_kg=item.load_kg,
        band=item.band,
        note=item.note,
        own=item.own,
    )


def _change(exercise: str, before: Part | None, after: Part | None) -> ItemChange:
    kind: Literal["added", "removed", "changed", "kept"] = "kept" if before == after else "changed"
    if before is None or after is None:
        kind = "added" if before is None else "removed"
    return ItemChange(exercise=exercise, kind=kind, before=before, after=after)
