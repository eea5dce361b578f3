"""What must hold before a phase is entered or left. Values only: plan.criteria_met decides them."""

from dataclasses import dataclass
from typing import Literal, get_args

from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

Comparison = Literal["<=", ">="]
"""How a recorded value is held against the limit."""


def meets(recorded: float, op: Comparison, limit: float) -> bool:
    """True when `recorded` is at most ("<=") or at least (">=") the `limit`."""
    return recorded <= limit if op == "<=" else recorded >= limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The first phase of a plan: nothing comes before it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRedFlag:
    """The latest red-flag screen was answered without a yes."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysInPhase:
    """At least `days` (1 to 730) days have passed in this phase."""

    days: int
    text: str

    def __post_init__(self) -> None:
        require_whole("days", self.days, 1, 730)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdherencePct:
    """At least `at_least_pct` (1 to 100) percent of what was due in the last `window_days` days was done."""

    at_least_pct: int
    window_days: int
    text: str

    def __post_init__(self) -> None:
        require_whole("at_least_pct", self.at_least_pct, 1, 100)
        require_whole("window_days", self.window_days, 1, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDays:
    """Diary field `field` compared with `value` on at least `days_met` of the last `window_days` diary days.

    Only recorded days count; a missing day never does.
    """

    field: str
    op: Comparison
    value: int
    days_met: int
    window_days: int
    text: str

    def __post_init__(self) -> None:
        require_words("field", self.field)
        require_one_of("op", self.op, get_args(Comparison))
        require_whole("window_days", self.window_days, 1, 90)
        require_whole("days_met", self.days_met, 1, self.window_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySessions:
    """Diary field `field` against `value` in at least `sessions_met` of the last `last_sessions` sessions.

    Counts the latest sessions that have a score. Fewer recorded ones than `last_sessions` means not met.
    """

    field: str
    op: Comparison
    value: int
    sessions_met: int
    last_sessions: int
    text: str

    def __post_init__(self) -> None:
        require_words("field", self.field)
        require_one_of("op", self.op, get_args(Comparison))
        require_whole("last_sessions", self.last_sessions, 1, 50)
        require_whole("sessions_met", self.sessions_met, 1, self.last_sessions)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMorningRise:
    """Rise of next-morning pain over the usual morning, against `value` all through `window_days` days."""

    op: Comparison
    value: int
    window_days: int
    text: str

    def __post_init__(self) -> None:
        require_one_of("op", self.op, get_args(Comparison))
        require_whole("window_days", self.window_days, 1, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoFlare:
    """No flare was called in the last `window_days` days."""

    window_days: int
    text: str

    def __post_init__(self) -> None:
        require_whole("window_days", self.window_days, 1, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck:
    """The patient answers `question` with `answer_needed`. `id` names the answer in the plan."""

    id: str
    question: str
    answer_needed: Literal["yes", "no"]
    text: str

    def __post_init__(self) -> None:
        require_words("id", self.id)
        require_words("question", self.question)
        require_one_of("answer_needed", self.answer_needed, ("yes", "no"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDone:
    """The phase with the id `phase` was finished."""

    phase: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseDoneAny:
    """At least one of the `phases` was finished."""

    phases: tuple[str, ...]
    text: str

    def __post_init__(self) -> None:
        require(len(self.phases) > 1, "phase_done_any names at least two phases")
        require_unique("phases", self.phases)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicianClearance:
    """A clinician recorded the clearance called `id`, with name and date."""

    id: str
    text: str

    def __post_init__(self) -> None:
        require_words("id", self.id)


Criterion = (
    Start
    | NoRedFlag
    | DaysInPhase
    | AdherencePct
    | DiaryDays
    | DiarySessions
    | NextMorningRise
    | NoFlare
    | SelfCheck
    | PhaseDone
    | PhaseDoneAny
    | ClinicianClearance
)
"""One criterion; `text` is its wording for the patient."""

CRITERION_TYPES: dict[str, type[Criterion]] = {
    "start": Start,
    "no_red_flag": NoRedFlag,
    "days_in_phase": DaysInPhase,
    "adherence_pct": AdherencePct,
    "diary": DiaryDays,
    "diary_sessions": DiarySessions,
    "next_morning_rise": NextMorningRise,
    "no_flare": NoFlare,
    "self_check": SelfCheck,
    "phase_done": PhaseDone,
    "phase_done_any": PhaseDoneAny,
    "clinician_clearance": ClinicianClearance,
}
"""The word that stands for each kind of criterion in the content files."""
