"""The hard rules of a stress fracture, which win over every other plan.

They are `hard_rules` in content/conditions/stress-fracture.toml.
"""

from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.plan.item_state import ItemNow
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import ClearanceGiven


def injured(evidence: Evidence) -> bool:
    """Whether a stress-fracture plan is active."""
    return INJURY in evidence.plans


def paused_by_injury(condition: str, evidence: Evidence) -> bool:
    """Whether another condition's plan is paused because of a stress fracture."""
    return injured(evidence) and condition != INJURY


def may_be_shown(now: ItemNow, evidence: Evidence) -> bool:
    """False for an exercise that puts weight through the foot while a stress fracture heals."""
    return not (injured(evidence) and now.exercise.weight_bearing)


def pain_in_injury(evidence: Evidence) -> tuple[str, ...]:
    """Ids of what shows pain of 1 or more in the injured foot, during or after an item; () without any.

    After an item is the rest of its diary day, and the morning after by its light. It holds until a clinician
    records a clearance after it: the patient was told to call them.
    """
    cleared = [
        event.at
        for event in evidence.records.plan
        if isinstance(event, ClearanceGiven)
        and event.condition == INJURY
        # Being cleared to start is no answer to pain.
        and event.clearance != evidence.content.ask_first.clearance
    ]
    days = [judged_day.done for judged_day in evidence.lights.get(INJURY, ())]
    reds = [
        judged_day.light
        for judged_day in evidence.lights.get(INJURY, ())
        if judged_day.light.light == "red" and not any(at >= judged_day.done.at for at in cleared)
    ]
    later = [
        entry.id
        for entry in evidence.records.entries
        if (entry.pain_now or 0) >= 1
        and any(done.day == entry.day and done.at <= entry.at for done in days)
        and _in_injured_foot(entry, evidence)
        and not any(at >= entry.at for at in cleared)
    ]
    return tuple(
        dict.fromkeys([*(record_id for red in reds for record_id in (*red.entries, *red.sessions)), *later])
    )


def _in_injured_foot(entry: DiaryEntry, evidence: Evidence) -> bool:
    """Whether pain may be in the injured foot: unless the foot map shows it in the other one alone."""
    side = evidence.plans[INJURY].side if INJURY in evidence.plans else "both"
    shown = {"left" if site.side == "L" else "right" for site in entry.location}
    return not shown or side == "both" or side in shown
