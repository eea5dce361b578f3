"""Acts on the plan: start or stop a condition, enter a phase, take an offer or not."""

from collections.abc import Mapping

from homecare.domain.library.condition import Condition
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import (
    ConditionStarted,
    ConditionStopped,
    DoseDecided,
    PhaseEntered,
    PlanEvent,
    Screened,
    SelfChecked,
    Side,
)
from homecare.domain.today.answer import ItemGuidance
from homecare.storage.store import Store
from homecare.ui.safety.acts import asked_first
from homecare.ui.state.care import CareState, new_id, stamped


def started(
    care: CareState, condition: Condition, side: Side, variant: str | None, pain_first_step: int | None
) -> ConditionStarted:
    """The event that starts a condition's plan in its first phase; not saved yet."""
    at = care.now()
    return ConditionStarted(
        id=new_id(),
        at=at,
        condition=condition.id,
        side=side,
        variant=variant,
        phase=condition.phases_for(variant)[0].id,
        pain_first_step=pain_first_step,
        **stamped(at),
    )


async def set_up(
    care: CareState, plans: list[ConditionStarted], ask_first: Mapping[str, bool], flags: tuple[str, ...]
) -> bool:
    """Save the chosen conditions with the answers to all questions: `flags` are the red flags said yes to.

    A first-step score that was given becomes one diary entry like any other, whatever the number of plans.
    """
    at = care.now()
    score = next((plan.pain_first_step for plan in plans if plan.pain_first_step is not None), None)
    screened = Screened(id=new_id(), at=at, yes=flags, **stamped(at))
    events: list[PlanEvent] = [*plans, asked_first(care, ask_first), screened]

    def write(store: Store) -> None:
        if score is not None:
            store.add_entry(DiaryEntry(id=new_id(), at=at, pain_first_step=score, **stamped(at)))
        store.add_plan_events(*events)

    return await care.save(write)


async def answer_self_check(care: CareState, condition: str, check: str, yes: bool) -> bool:
    """Record the answer to a self-check of the phase."""
    at = care.now()
    return await care.decide(
        SelfChecked(id=new_id(), at=at, condition=condition, check=check, yes=yes, **stamped(at))
    )


async def enter_phase(care: CareState, condition: str, phase: str, reason: str) -> bool:
    """Record that the patient said yes to another phase."""
    at = care.now()
    return await care.decide(
        PhaseEntered(id=new_id(), at=at, condition=condition, phase=phase, reason=reason, **stamped(at))
    )


async def stop_condition(care: CareState, condition: str, reason: str = "") -> bool:
    """Record that the patient ended a condition's plan."""
    at = care.now()
    return await care.decide(
        ConditionStopped(id=new_id(), at=at, condition=condition, reason=reason, **stamped(at))
    )


async def start_again(care: CareState) -> bool:
    """Start every plan afresh in the phase it is in: the days that follow are its new first week."""
    at = care.now()
    events = [
        ConditionStarted(
            id=new_id(),
            at=at,
            condition=plan.condition,
            side=plan.side,
            variant=plan.variant,
            phase=plan.phase,
            **stamped(at),
        )
        for plan in care.plans.values()
    ]
    return await care.decide(*events)


async def end_all(care: CareState) -> bool:
    """End every plan; the diary stays."""
    at = care.now()
    events = [
        ConditionStopped(id=new_id(), at=at, condition=condition, **stamped(at)) for condition in care.plans
    ]
    return await care.decide(*events)


async def answer_offer(care: CareState, item: ItemGuidance, accepted: bool) -> bool:
    """Record what the patient said to an offer of another dose, with the reason it was made for."""
    offer = item.offer
    if offer is None:
        return False
    at = care.now()
    return await care.decide(
        DoseDecided(
            id=new_id(),
            at=at,
            condition=item.condition,
            item=item.item,
            advice=item.advice,
            accepted=accepted,
            level=offer.level,
            step=offer.step,
            exercise=offer.exercise,
            changes=dict(offer.changes),
            reason=item.reason,
            entries=item.entries,
            until=offer.until,
            **stamped(at),
        )
    )


GOAL_LIMIT = 200
"""Most characters of a goal: it stands on one or two lines of the report."""


def goal_of(care: CareState) -> str:
    """What the patient wants to be able to do again, in their own words; "" until they say."""
    said = care.store.patient().get("goal", "")
    return said if isinstance(said, str) else ""


async def save_goal(care: CareState, goal: str) -> bool:
    """Keep the patient's goal; an empty one takes it back."""
    said = " ".join(goal.split())[:GOAL_LIMIT]
    kept = {name: value for name, value in care.store.patient().items() if name != "goal"}
    return await care.save(lambda store: store.save_patient({**kept, **({"goal": said} if said else {})}))
