"""The plan as it came about: every decision is a dated event, and the plan now is what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from homecare.domain.records.decisions import (
    Advice,
    AlertConfirmed,
    AlertShown,
    AskedFirst,
    ClearanceGiven,
    ConditionStarted,
    ConditionStopped,
    DoseDecided,
    Level,
    PhaseEntered,
    PlanEvent,
    RedFlagCleared,
    Screened,
    SelfChecked,
    Side,
)
from homecare.domain.records.diary import DAY_STARTS, diary_day
from homecare.domain.records.prescription import Prescription, PrescriptionAccepted
from homecare.domain.records.questionnaire import QuestionnaireAnswered

__all__ = [
    "Advice",
    "AlertConfirmed",
    "AlertShown",
    "AskedFirst",
    "ClearanceGiven",
    "ConditionPlan",
    "ConditionStarted",
    "ConditionStopped",
    "DoseDecided",
    "ItemState",
    "Level",
    "PhaseEntered",
    "PlanEvent",
    "PrescriptionAccepted",
    "QuestionnaireAnswered",
    "RedFlagCleared",
    "Screened",
    "SelfChecked",
    "Side",
    "plans_at",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemState:
    """How one plan item stands: its level, table row, stand-in exercise and changed numbers."""

    level: Level = "as-planned"
    step: int | None = None
    exercise: str | None = None
    changes: dict[str, float] = field(default_factory=dict)
    since: datetime
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionPlan:
    """One condition's plan now; `items` holds only the items whose dose was changed in this phase.

    `started_at` is its latest start, `begun_at` the first one since the condition was last stopped: starting
    afresh after a silence goes on with what a clinician said before, a new plan does not.
    `prescription` is the clinician's plan that stands in for the library's doses, None without one;
    `lapsed` is the one that ran out last, while nothing else was decided since. `prescribed_since` is when
    the one began to hold or the other was over.
    """

    condition: str
    side: Side
    variant: str | None
    begun_at: datetime
    started_at: datetime
    phase: str
    phase_since: datetime
    phases_done: tuple[str, ...] = ()
    pain_first_step: int | None = None
    items: dict[str, ItemState] = field(default_factory=dict)
    prescription: Prescription | None = None
    lapsed: Prescription | None = None
    prescribed_since: datetime | None = None

    @property
    def doses_since(self) -> datetime:
        """From when on decisions about doses count."""
        return max(self.phase_since, self.prescribed_since or self.phase_since)

    @property
    def start_day(self) -> date:
        """The diary day the plan started on, day 1 of the baseline."""
        return diary_day(self.started_at)

    @property
    def begun_day(self) -> date:
        """The first diary day of the plan since the condition was last stopped."""
        return diary_day(self.begun_at)


def plans_at(events: Iterable[PlanEvent], at: datetime) -> dict[str, ConditionPlan]:
    """The plan of each active condition as the decisions up to `at` leave it, oldest condition first."""
    plans: dict[str, ConditionPlan] = {}
    for event in sorted(
        (plan_event for plan_event in events if plan_event.at <= at),
        key=lambda plan_event: (plan_event.at, plan_event.created_at),
    ):
        match event:
            case ConditionStarted():
                plans[event.condition] = _started(event, plans.get(event.condition))
            case ConditionStopped():
                plans.pop(event.condition, None)
            case PhaseEntered() if event.condition in plans:
                plans[event.condition] = _in_phase(plans[event.condition], event)
            case PrescriptionAccepted() if event.condition in plans:
                plans[event.condition] = _prescribed(plans[event.condition], event)
            case DoseDecided() if event.condition in plans and event.accepted:
                plans[event.condition].items[event.item] = ItemState(
                    level=event.level,
                    step=event.step,
                    exercise=event.exercise,
                    changes=event.changes,
                    since=event.at,
                    until=event.until,
                )
            case _:
                pass
    return {name: _up_to(at, plan) for name, plan in plans.items()}


def _started(event: ConditionStarted, before: ConditionPlan | None) -> ConditionPlan:
    return ConditionPlan(
        condition=event.condition,
        side=event.side,
        variant=event.variant,
        begun_at=event.at if before is None else before.begun_at,
        started_at=event.at,
        phase=event.phase,
        phase_since=event.at,
        pain_first_step=event.pain_first_step,
    )


def _in_phase(plan: ConditionPlan, event: PhaseEntered) -> ConditionPlan:
    forward = event.reason != "stepped-back"
    done = (
        (*plan.phases_done, plan.phase)
        if forward and plan.phase not in plan.phases_done
        else plan.phases_done
    )
    return ConditionPlan(
        condition=plan.condition,
        side=plan.side,
        variant=plan.variant,
        begun_at=plan.begun_at,
        started_at=plan.started_at,
        phase=event.phase,
        phase_since=event.at,
        phases_done=tuple(phase for phase in done if phase != event.phase),
        pain_first_step=plan.pain_first_step,
    )


def _prescribed(plan: ConditionPlan, event: PrescriptionAccepted) -> ConditionPlan:
    """The plan as a clinician wants it; its start, and so its baseline, stay."""
    wanted = event.prescription
    return replace(
        plan,
        side=wanted.side,
        variant=wanted.variant,
        phase=wanted.phase,
        phase_since=plan.phase_since if plan.phase == wanted.phase else event.at,
        phases_done=tuple(phase for phase in plan.phases_done if phase != wanted.phase),
        items={},
        prescription=wanted,
        lapsed=None,
        prescribed_since=event.at,
    )


def _up_to(at: datetime, plan: ConditionPlan) -> ConditionPlan:
    """The plan without a prescription that ran out before the diary day of `at`."""
    wanted = plan.prescription
    if wanted is None or wanted.expires is None or wanted.holds_on(diary_day(at)):
        return plan
    over = datetime.combine(wanted.expires + timedelta(days=1), DAY_STARTS, at.tzinfo)
    return replace(
        plan,
        items={name: state for name, state in plan.items.items() if state.since >= over},
        prescription=None,
        lapsed=wanted,
        prescribed_since=over,
    )
