"""A dry needling session as the patient or clinician recorded it, and what became of its reminders."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.scales import check_instant

Reaction = Literal["none", "felt-faint", "fainted", "bleeding", "strong-pain", "other"]
ReminderStatus = Literal["done", "snoozed", "dismissed"]
MOST_NEEDLES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedledMuscle:
    """A muscle that was needled (its id in the content) and its side, "left" or "right"."""

    muscle: str
    side: str

    def __post_init__(self) -> None:
        """Refuse a side that is neither leg."""
        if self.side not in ("left", "right"):
            raise FaultError(FaultCode.MUSCLE_WITHOUT_SIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMark:
    """What the patient did with a reminder: done, snoozed until `until`, or dismissed."""

    reminder: str
    status: ReminderStatus
    at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswer:
    """An answer of the checklist before needling: the item's id, and True for yes."""

    item: str
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Needling:
    """A needling session; `at` is its END, t = 0 of every aftercare window (content/aftercare.toml, clock).

    Time and one muscle are enough. `zone` is the patient's time zone name when it was recorded.
    `checklist_decision` names the clinician's decision on a blocking answer, "" when none was needed.
    `heat_allowed` is true only where somebody said that heat is safe: unanswered is no.
    `cancelled` marks a session recorded in error or called off: it reminds of nothing.
    """

    id: str
    at: datetime
    created_at: datetime
    edited_at: datetime
    muscles: tuple[NeedledMuscle, ...]
    zone: str = ""
    clinician: str = ""
    needles_used_count: int | None = None
    all_needles_out_checked: bool | None = None
    local_twitch: bool | None = None
    reaction_in_clinic: Reaction | None = None
    aftercare_given: bool | None = None
    heat_allowed: bool = False
    stretch_allowed: bool = True
    checklist: tuple[ChecklistAnswer, ...] = ()
    checklist_decision: str = ""
    marks: tuple[ReminderMark, ...] = ()
    warning_signs: tuple[str, ...] = ()
    cancelled: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Check times, muscles and count."""
        for name in ("at", "created_at", "edited_at"):
            check_instant(getattr(self, name), name)
        if not self.muscles:
            raise FaultError(FaultCode.NO_MUSCLE)
        if len(set(self.muscles)) != len(self.muscles):
            raise FaultError(FaultCode.MUSCLE_TWICE)
        if self.needles_used_count is not None and not 1 <= self.needles_used_count <= MOST_NEEDLES:
            raise FaultError(FaultCode.NEEDLE_COUNT, most=MOST_NEEDLES)

    def mark_of(self, reminder: str) -> ReminderMark | None:
        """The latest mark on a reminder, None while the patient has not answered it."""
        marks = [mark for mark in self.marks if mark.reminder == reminder]
        return max(marks, key=lambda mark: mark.at, default=None)
