"""What the patient should notice: alerts, flares, locks, reminders, aftercare, and the week's adherence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from homecare.domain.prescription import LightLimits

Urgency = Literal["soon", "call-today", "urgent", "emergency"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An alert of the content that holds now; `say` keeps its placeholders unfilled."""

    id: str
    severity: Urgency
    say: str
    since: date
    entries: tuple[str, ...] = ()
    answered: Literal["have-called", "will-call"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flare:
    """A flare that is going on (clinical/diary, flare_rule): its first day and the mean before it (NPRS)."""

    since: date
    mean_before: float
    flares_in_14_days: int
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """The plan is locked by a red flag: how urgent, what the content says, and the flags answered yes."""

    urgency: Urgency
    say: str
    flags: tuple[str, ...]
    since: datetime
    screening_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriptionNow:
    """A clinician's plan that stands in for the library's doses, or did: `lapsed` once its time is over.

    `clinic` is its short name or ""; `expires` the last day it holds, None without an end; `limits` those of
    the traffic light it set, None where it left them.
    """

    condition: str
    clinic: str
    issued: date
    expires: date | None
    lapsed: bool = False
    limits: LightLimits | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDue:
    """A reminder with its time; `at` is when it is sent, or was due where it is only shown on screen."""

    id: str
    kind: Literal["exercise", "diary", "advice", "action", "question"]
    at: datetime
    title: str
    text: str
    status: Literal["waiting", "due", "done", "snoozed", "missed", "on-screen-only"]
    with_reminders: tuple[str, ...] = ()
    exercise: str | None = None
    side: str | None = None
    customary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AftercareNow:
    """The aftercare window after the latest needling: where on the timeline it is, and what comes."""

    needling: str
    ended_at: datetime
    hours_since: int
    window: str
    reminders: tuple[ReminderDue, ...] = ()
    soreness_says: str | None = None
    soreness_action: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAdherence:
    """Sessions done and planned over the last seven diary days; percent is None when nothing was planned."""

    done: int
    planned: int
    percent: int | None
