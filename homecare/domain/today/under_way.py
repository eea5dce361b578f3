"""A session under way that is taken up again: which of its exercises may not be done any more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.library.content import TodayContent, known_exercise
from homecare.domain.plan.item_state import items_now, lights_on
from homecare.domain.records.records import Records
from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.safety.holds import Hold, HoldCode, hold_on, hold_outside_plan
from homecare.domain.safety.stress_fracture import may_be_shown
from homecare.domain.session.steps import Planned


def holds_under_way(
    planned: Sequence[Planned], records: Records, content: TodayContent, at: datetime, zone: tzinfo
) -> dict[int, Hold]:
    """What holds exercises of a session under way at `at`, by their place in it; empty when nothing does.

    What was started is resumed as it was, even if the plan has changed; but an exercise that a needling, a
    red flag or anything else has forbidden since is not played on. Safety questions that wait hold no
    exercise: they are asked before the session goes on.
    """
    evidence = pressed_evidence_at(records, content, at, zone)
    found = {number: _hold(exercise, evidence) for number, exercise in enumerate(planned)}
    return {
        number: hold
        for number, hold in found.items()
        if hold is not None and hold.code is not HoldCode.SCREENING
    }


def _hold(planned: Planned, evidence: Evidence) -> Hold | None:
    """What holds the exercise that is being played, whatever the plan would play in its place now."""
    exercise = known_exercise(evidence.content, planned.exercise)
    if exercise is None:
        return None
    plan = evidence.plans.get(planned.condition)
    items = items_now(plan, evidence) if plan is not None else ()
    now = next((item for item in items if item.item.exercise == planned.item), None)
    if plan is None or now is None:
        return hold_outside_plan(exercise, planned.condition, planned.side, evidence)
    played = replace(now, exercise=exercise)
    if not may_be_shown(played, evidence):
        return Hold(code=HoldCode.STRESS_FRACTURE)
    return hold_on(played, lights_on(plan, planned.item, evidence), evidence)
