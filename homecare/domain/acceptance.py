"""Taking over a clinician's plan: the decisions it is recorded as."""

from datetime import datetime, timedelta

from homecare.domain.plan import ConditionPlan, ConditionStarted, PhaseEntered, PlanEvent
from homecare.domain.prescription import Prescription, PrescriptionAccepted


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
