"""What Today shows at one instant: the answer of every rule, for the screen and the command line alike."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.diary.flare import Flare
from homecare.domain.evidence.ask_first import AskFirstNow
from homecare.domain.evidence.pain_change import PainChange
from homecare.domain.evidence.red_flags import DayCheckNow, Locked
from homecare.domain.evidence.traffic_light import Light
from homecare.domain.library.dose import Dose
from homecare.domain.plan.adherence import WeekAdherence
from homecare.domain.plan.prescription import PrescriptionNow
from homecare.domain.progression.phases import PhaseState
from homecare.domain.progression.streaks import Offer, Reason
from homecare.domain.records.plan import Advice, Level
from homecare.domain.records.prescription import Band
from homecare.domain.records.session import Slot
from homecare.domain.safety.alert import Alert
from homecare.domain.safety.holds import HoldCode
from homecare.domain.safety.pressing import Pressing
from homecare.domain.today.question import Asked, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGuidance:
    """One plan item today: its light, what to do and why, and whether it is due.

    `reason` is a code that `homecare.wording` turns into a sentence with `reason_facts`; `entries` are the
    ids it rests on. `held` says why an item may not be done now, None when it may. `extrapolated` is True
    when the evidence of the light comes from another condition (content: pain profile basis). `light_day` is
    the session day of the light, None while there is none. `load` is the load in words, `rm` that of a
    loading table: what can just be lifted that many times. `both_at_once`: both feet work at the same
    time, not leg after leg. `prescribed`: the dose is a clinician's, not the library's.
    `instead_of` is the exercise that a condition on this side rules out and `exercise` stands in for, with
    the content's `instead_note`. `warned`: a clinician asked for it although its page forbids it with a
    condition on this side, so soon after an injury, or with an answer that was given. `load_kg`, `band` and
    `note` are what a clinician's plan says of the load and the exercise.
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
    reason: HoldCode | Reason
    reason_facts: tuple[tuple[str, object], ...] = ()
    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    confounded: bool = False
    extrapolated: bool = False
    held: HoldCode | None = None
    held_until: datetime | None = None
    due_today: bool = False
    offer: Offer | None = None
    light_day: date | None = None
    load: str = ""
    rm: int | None = None
    both_at_once: bool = False
    prescribed: bool = False
    instead_of: str | None = None
    instead_note: str = ""
    warned: bool = False
    load_kg: float | None = None
    band: Band | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineDue:
    """The part of the day's routine to do now: plan items in order, and its length in minutes."""

    slot: Slot
    due_at: datetime
    items: tuple[ItemGuidance, ...]
    minutes: int


class DayMark(StrEnum):
    """What a day of the week shows; REST asked for nothing, OPEN is today or a day to come."""

    DONE = "done"
    PART = "part"
    MISSED = "missed"
    REST = "rest"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeek:
    """What the patient has done lately.

    `days` are seven: the first week of the oldest plan while it lasts, then the last seven days. `parts` are
    today's parts in their order, each with whether it is done. `steadiness`, 0 to 1, says how
    steadily the days went: a missed one lowers it a little.
    """

    days: tuple[tuple[date, DayMark], ...]
    parts: tuple[tuple[Slot, bool], ...]
    steadiness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """A whole day of the plans: how many exercises, in how many parts of the day, the longest in minutes."""

    exercises: int
    times: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Everything Today shows at `at`.

    `day_plan` is None while no exercise may be done. `pain` is the change of each plan's pain since its first
    week, `pressing` what a clinician must know now. `ask_first` says which questions on who should ask a
    clinician first wait for an answer before the next session, and which plans wait for a clearance.
    `day_checks` are the questions on one day of a plan whose day has come, answered or not. `questions` are
    those about pain that fit now. `nudge` is the content's kind word after missed days; `restart_due` asks
    after 28 days without an entry or a scored session whether to start the plan afresh with a new baseline,
    all through the day of the return.
    """

    at: datetime
    day: date
    locked: Locked | None = None
    screening_due: bool = False
    ask_first: AskFirstNow = field(default_factory=lambda: AskFirstNow(waiting={}))
    day_checks: tuple[DayCheckNow, ...] = ()
    items: tuple[ItemGuidance, ...] = ()
    routine: RoutineDue | None = None
    next_routine_at: datetime | None = None
    day_plan: DayPlan | None = None
    phases: tuple[PhaseState, ...] = ()
    aftercare: AftercareNow | None = None
    reminders: tuple[ReminderDue, ...] = ()
    alerts: tuple[Alert, ...] = ()
    flare: Flare | None = None
    adherence: WeekAdherence | None = None
    week: OwnWeek | None = None
    pain_now_today: int | None = None
    questions: tuple[Question, ...] = (Question(asked=Asked.NOW),)
    nudge: str | None = None
    restart_due: bool = False
    prescriptions: tuple[PrescriptionNow, ...] = ()
    pain: tuple[PainChange, ...] = ()
    pressing: tuple[Pressing, ...] = ()
