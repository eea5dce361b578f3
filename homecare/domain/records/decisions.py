"""The decisions a plan comes about by: each is a dated event, kept as it was taken."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from math import isfinite
from typing import Final, Literal

from homecare.domain.library.faults import FaultCode, FaultError, refuse_unless
from homecare.domain.library.scales import check_nprs
from homecare.domain.library.validity import plain_line, require_year
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plain import keep_instants, keep_lines

Level = Literal["easier", "as-planned", "harder"]
Side = Literal["left", "right", "both"]
Advice = Literal["hold", "progress", "ease-off"]
LARGEST_NUMBER: Final = 10**6
"""Far above any number of a dose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEvent:
    """What every decision has: an id, when it was taken, and when it was written down and last edited."""

    id: str
    at: datetime
    created_at: datetime
    edited_at: datetime

    def __post_init__(self) -> None:
        """Check the times, and keep every text on one line."""
        keep_instants(self, ("at", "created_at", "edited_at"))
        texts = {field.name: getattr(self, field.name) for field in fields(self)}
        keep_lines(self, {name: value for name, value in texts.items() if _is_text(value)})

    @property
    def day(self) -> date:
        """The diary day the decision was taken on."""
        return diary_day(self.at)


def _is_text(held: object) -> bool:
    """Whether it is a text, or a list of texts; a list of values checks its own texts."""
    texts = held if isinstance(held, tuple) else (held,)
    return all(isinstance(text, str) for text in texts)


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

    def __post_init__(self) -> None:
        """Check the numbers and the day as well."""
        super(DoseDecided, self).__post_init__()
        if self.until is not None:
            require_year("until", self.until)
        sound = all(isfinite(number) and abs(number) <= LARGEST_NUMBER for number in self.changes.values())
        refuse_unless(sound and abs(self.step or 0) <= LARGEST_NUMBER, FaultCode.DOSE_NUMBER)
        if not all(name.isprintable() for name in self.changes):
            object.__setattr__(
                self, "changes", {plain_line(key): value for key, value in self.changes.items()}
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Screened(PlanEvent):
    """The safety questions were answered; `yes` holds the ids answered yes, () when all were no."""

    yes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFirst(PlanEvent):
    """The questions on who should ask a clinician first were answered, by their ids.

    A question in neither list was not asked this time; its earlier answer stands. One in both counts as yes.
    """

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlagCleared(PlanEvent):
    """A red flag was checked: `by` names the clinician, or is "" when the patient confirmed a "soon" one."""

    flags: tuple[str, ...]
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceGiven(PlanEvent):
    """A clinician unlocked a gate, or said that a plan may start; `by` and `given_on` are required.

    `clearance` is the criterion's id, or that of ask_first.toml for a plan that waited after AskedFirst.
    """

    condition: str
    clearance: str
    by: str
    given_on: date

    def __post_init__(self) -> None:
        """Refuse a clearance without a name (content: recorded with name and date)."""
        super(ClearanceGiven, self).__post_init__()
        if not self.by.strip():
            raise FaultError(FaultCode.CLEARANCE_WITHOUT_NAME)
        require_year("given_on", self.given_on)


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
