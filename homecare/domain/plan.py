"""The plan as it came about: every decision is a dated event, and the plan now is what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from homecare.domain.diary import diary_day
from homecare.domain.scales import check_instant, check_nprs

Level = Literal["easier", "as-planned", "harder"]
Side = Literal["left", "right", "both"]
Advice = Literal["hold", "progress", "ease-off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEvent:
    """What every decision has: an id, when it was taken, and when it was written down and last edited."""

    id: str
    at: datetime
    created_at: datetime
    edited_at: datetime

    def __post_init__(self) -> None:
        """Check that every time says its offset."""
        for name in ("at", "created_at", "edited_at"):
            check_instant(getattr(self, name), name)

    @property
    def day(self) -> date:
        """The diary day the decision was taken on."""
        return diary_day(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionStarted(PlanEvent):
    """A condition's plan starts (or starts afresh) for a side, at a phase.

    `pain_first_step` is the score asked at the start (NPRS), the usual morning until the diary has one.
    """

    condition: str
    side: Side
    variant: str | None = None
    phase: str
    pain_first_step: int | None = None

    def __post_init__(self) -> None:
        """Check the score as well."""
        super(ConditionStarted, self).__post_init__()
        if self.pain_first_step is not None:
            check_nprs(self.pain_first_step)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionStopped(PlanEvent):
    """The patient ended a condition's plan."""

    condition: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEntered(PlanEvent):
    """The patient said yes to another phase.

    `reason` is "offered", "stepped-back" (after two flares) or "chosen-by-clinician".
    """

    condition: str
    phase: str
    reason: str = "offered"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseDecided(PlanEvent):
    """The patient took or declined an offer to change the dose of one plan item.

    `item` is the exercise the phase prescribes. `level` is the one in force from now on, `step` the row
    of a week-based loading table (None where the item has none). `exercise` stands in for the item's own
    when not None; `changes` are the changed numbers of the dose, by their field names. `advice`, `reason`
    and `entries` say why it was offered; a declined offer changes nothing.
    """

    condition: str
    item: str
    advice: Advice
    accepted: bool
    level: Level = "as-planned"
    step: int | None = None
    exercise: str | None = None
    changes: dict[str, float] = field(default_factory=dict)
    reason: str = ""
    entries: tuple[str, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened(PlanEvent):
    """The safety questions were answered; `yes` holds the ids answered yes, () when all were no."""

    yes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagCleared(PlanEvent):
    """A red flag was checked: `by` names the clinician, or is "" when the patient confirmed a "soon" one."""

    flags: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceGiven(PlanEvent):
    """A clinician unlocked a gate (`clearance` is the criterion's id); `by` and `given_on` are required."""

    condition: str
    clearance: str
    by: str
    given_on: date

    def __post_init__(self) -> None:
        """Refuse a clearance without a name (content: recorded with name and date)."""
        super(ClearanceGiven, self).__post_init__()
        if not self.by.strip():
            raise ValueError("A clearance needs the clinician's name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfChecked(PlanEvent):
    """The patient answered a self-check of a phase (`check` is its id)."""

    condition: str
    check: str
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertConfirmed(PlanEvent):
    """The patient answered an alert: "have-called" or "will-call"."""

    alert: str
    answer: Literal["have-called", "will-call"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertShown(PlanEvent):
    """An alert was on the screen for the first time that day, resting on these entries."""

    alert: str
    entries: tuple[str, ...] = ()


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
    """One condition's plan now; `items` holds only the items whose dose was changed in this phase."""

    condition: str
    side: Side
    variant: str | None
    started_at: datetime
    phase: str
    phase_since: datetime
    phases_done: tuple[str, ...] = ()
    pain_first_step: int | None = None
    items: dict[str, ItemState] = field(default_factory=dict)

    @property
    def start_day(self) -> date:
        """The diary day the plan started on, day 1 of the baseline."""
        return diary_day(self.started_at)


def plans_at(events: Iterable[PlanEvent], at: datetime) -> dict[str, ConditionPlan]:
    """The plan of each active condition as the decisions up to `at` leave it, oldest condition first."""
    plans: dict[str, ConditionPlan] = {}
    for event in sorted((one for one in events if one.at <= at), key=lambda one: (one.at, one.created_at)):
        match event:
            case ConditionStarted():
                plans[event.condition] = _started(event)
            case ConditionStopped():
                plans.pop(event.condition, None)
            case PhaseEntered() if event.condition in plans:
                plans[event.condition] = _in_phase(plans[event.condition], event)
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
    return plans


def _started(event: ConditionStarted) -> ConditionPlan:
    return ConditionPlan(
        condition=event.condition,
        side=event.side,
        variant=event.variant,
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
        started_at=plan.started_at,
        phase=event.phase,
        phase_since=event.at,
        phases_done=tuple(one for one in done if one != event.phase),
        pain_first_step=plan.pain_first_step,
    )
