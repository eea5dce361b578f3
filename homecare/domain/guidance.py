"""What the rules say about the plan: lights, advice, offers, the routine due, and where each phase stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from homecare.domain.dose import Dose
from homecare.domain.plan import Advice, Level
from homecare.domain.session import Slot

Light = Literal["green", "amber", "red", "grey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLight:
    """The traffic light of one plan item on one session day (clinical/diary, traffic_light).

    `rise` is next-morning pain minus the usual morning in whole points, None while unknown. A light that
    is not `final` rests on pain during exercise alone and never counts for progress. `confounded` marks a
    morning inside 72 hours of needling. `entries` and `sessions` are the ids it rests on.
    """

    day: date
    light: Light
    final: bool
    pain_exercise: int | None = None
    rise: int | None = None
    usual_morning: float | None = None
    usual_morning_provisional: bool = False
    confounded: bool = False
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A change of dose the patient may accept or decline; it is never applied by itself.

    `kind` says which one thing changes: "reps", "load", "exercise", "step" (row of a loading table),
    "phase", "easier" or "as-planned" (back to the plan). `text` is the content's own words for it.
    """

    kind: Literal["reps", "load", "exercise", "step", "easier", "as-planned"]
    text: str
    level: Level
    exercise: str | None = None
    changes: tuple[tuple[str, float], ...] = ()
    step: int | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGuidance:
    """One plan item today: its light, what to do and why, and whether it is due.

    `reason` is a code that `homecare.wording` turns into a sentence with `reason_facts`; `entries` are the
    ids it rests on. `held` says why an item may not be done now ("needled", "red-flag", "gate", "rest-day",
    "red-rest", "stress-fracture", ...), None when it may. `extrapolated` is True when the evidence of the
    light comes from another condition (content: pain profile basis). `light_day` is the session day of the
    light, None while there is none. `load` is the load in words, `rm` that of a loading table: what can
    just be lifted that many times. `both_at_once`: both feet work at the same time, not leg after leg.
    `prescribed`: the dose is a clinician's, not the library's.
    """

    condition: str
    item: str
    exercise: str
    side: str
    dose: Dose
    level: Level
    light: Light
    final: bool
    advice: Advice
    reason: str
    reason_facts: tuple[tuple[str, object], ...] = ()
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    confounded: bool = False
    extrapolated: bool = False
    held: str | None = None
    held_until: datetime | None = None
    due_today: bool = False
    offer: Offer | None = None
    light_day: date | None = None
    load: str = ""
    rm: int | None = None
    both_at_once: bool = False
    prescribed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineDue:
    """The part of the day's routine to do now: plan items in order, and its length in minutes."""

    slot: Slot
    due_at: datetime
    items: tuple[ItemGuidance, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionState:
    """One exit criterion of the phase: its words, whether it is met, and what it counted."""

    text: str
    met: bool
    kind: str
    check: str | None = None
    counted: int | None = None
    needed: int | None = None
    missing_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseState:
    """Where a condition's plan stands: the phase, its day, its exit criteria, and the phase on offer.

    `offered` is the id of the next phase when every criterion is met, the one before it when two flares in
    14 days ask to step back, None otherwise.
    """

    condition: str
    phase: str
    day_in_phase: int
    criteria: tuple[CriterionState, ...]
    offered: str | None = None
    step_back: bool = False
