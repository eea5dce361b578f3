"""Free practice: an exercise tried outside the routine, within everything that holds the patient's plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.library.content import TodayContent, known_exercise
from homecare.domain.library.dose import Dose
from homecare.domain.plan.contraindications import same_side
from homecare.domain.plan.item_state import items_now
from homecare.domain.records.records import Records
from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.safety.holds import Hold, HoldCode, hold_on_practice
from homecare.domain.session.steps import Planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """An exercise as it may be tried now on a side ("left", "right" or "both").

    `condition` is the plan whose pain limits hold for it, "" without any plan. `dose` is the plan's own where
    it asks for the exercise, else the least that any plan of the content asks for; None where none does.
    `held` says why it may not be done now.
    """

    exercise: str
    side: str
    condition: str = ""
    dose: Dose | None = None
    held: Hold | None = None


def practice(exercise_id: str, side: str, evidence: Evidence) -> Practice:
    """How this exercise may be tried on a side; `evidence` names the alerts that are `pressing`."""
    own = [
        item
        for plan in evidence.plans.values()
        for item in items_now(plan, evidence)
        if item.exercise.id == exercise_id and same_side(item.side, side)
    ]
    near = [name for name, plan in evidence.plans.items() if same_side(plan.side, side)]
    named = [*(item.plan.condition for item in own), *near, *evidence.plans]
    return Practice(
        exercise=exercise_id,
        side=side,
        condition=next(iter(named), ""),
        dose=own[0].dose if own else least_dose(exercise_id, evidence.content),
        held=hold_on_practice(evidence.content.exercise(exercise_id), side, evidence),
    )


def usual_side(exercise_id: str, evidence: Evidence) -> str:
    """The side an exercise is first offered on: that of the plan that asks for it, else of the first plan."""
    asked = (
        item.side
        for plan in evidence.plans.values()
        for item in items_now(plan, evidence)
        if item.exercise.id == exercise_id
    )
    plans = (plan.side for plan in evidence.plans.values())
    return next(asked, next(plans, "both"))


def least_dose(exercise_id: str, content: TodayContent) -> Dose | None:
    """The shortest dose that any phase of the content asks of this exercise.

    A stretch that no phase asks for has the gentle dose of stretches after needling; None for anything else.
    """
    doses = [
        item.dose
        for condition in content.condition_ids
        for phase in content.condition(condition).phases
        for item in phase.items
        if item.exercise == exercise_id
    ]
    if not doses and content.exercise(exercise_id).kind == "stretch":
        return content.aftercare.stretch_dose
    return min(doses, key=lambda dose: (dose.working_s(), dose.sets), default=None)


def practice_under_way(
    planned: Sequence[Planned], records: Records, content: TodayContent, at: datetime, zone: tzinfo
) -> dict[int, Hold]:
    """What holds free practice under way at `at`, as `holds_under_way` says it of a routine."""
    evidence = pressed_evidence_at(records, content, at, zone)
    known = (
        (number, known_exercise(evidence.content, exercise.exercise), exercise.side)
        for number, exercise in enumerate(planned)
    )
    held = {
        number: hold_on_practice(exercise, side, evidence) for number, exercise, side in known if exercise
    }
    return {number: hold for number, hold in held.items() if hold and hold.code is not HoldCode.SCREENING}
