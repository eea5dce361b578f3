"""What Today shows at one instant: the answer of every rule, put together once for screen and terminal."""

from dataclasses import dataclass
from datetime import date, datetime

from homecare.domain.guidance import (
    CriterionState,
    ItemGuidance,
    Light,
    Offer,
    PhaseState,
    RoutineDue,
    SessionLight,
)
from homecare.domain.notices import (
    AftercareNow,
    Alert,
    Flare,
    Locked,
    PrescriptionNow,
    ReminderDue,
    Urgency,
    WeekAdherence,
)

__all__ = [
    "AftercareNow",
    "Alert",
    "CriterionState",
    "Flare",
    "ItemGuidance",
    "Light",
    "Locked",
    "Offer",
    "PhaseState",
    "PrescriptionNow",
    "ReminderDue",
    "RoutineDue",
    "SessionLight",
    "Today",
    "Urgency",
    "WeekAdherence",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything Today shows at `at`.

    `nudge` is the content's kind word after missed days; `restart_due` asks after 28 days without an entry
    or a scored session whether to start the plan afresh with a new baseline, all through the day of the
    return.
    """

    at: datetime
    day: date
    locked: Locked | None = None
    screening_due: bool = False
    items: tuple[ItemGuidance, ...] = ()
    routine: RoutineDue | None = None
    next_routine_at: datetime | None = None
    phases: tuple[PhaseState, ...] = ()
    aftercare: AftercareNow | None = None
    reminders: tuple[ReminderDue, ...] = ()
    alerts: tuple[Alert, ...] = ()
    flare: Flare | None = None
    adherence: WeekAdherence | None = None
    pain_now_today: int | None = None
    nudge: str | None = None
    restart_due: bool = False
    prescriptions: tuple[PrescriptionNow, ...] = ()
