"""A dry needling session as the patient or clinician recorded it, and what became of its reminders."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.validity import require_id, require_one_of
from homecare.domain.records.plain import keep_instants, keep_lines, keep_note

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
        require_id("muscle", self.muscle)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderMark:
    """What the patient did with a reminder: done, snoozed until `until`, or dismissed."""

    reminder: str
    status: ReminderStatus
    at: datetime
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Check the times and the answer."""
        keep_instants(self, ("at", "until"))
        keep_lines(self, {"reminder": self.reminder})
        require_one_of("status of a reminder", self.status, get_args(ReminderStatus))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswer:
    """An answer of the checklist before needling: the item's id, and True for yes."""

    item: str
    yes: bool

    def __post_init__(self) -> None:
        """Keep the id on one line."""
        keep_lines(self, {"item": self.item})


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
        keep_instants(self, ("at", "created_at", "edited_at"))
        names = ("id", "zone", "clinician", "checklist_decision", "warning_signs")
        keep_lines(self, {name: getattr(self, name) for name in names})
        keep_note(self, "note")
        if not self.muscles:
            raise FaultError(FaultCode.NO_MUSCLE)
        if len(set(self.muscles)) != len(self.muscles):
            raise FaultError(FaultCode.MUSCLE_TWICE)
        if self.needles_used_count is not None and not 1 <= self.needles_used_count <= MOST_NEEDLES:
            raise FaultError(FaultCode.NEEDLE_COUNT, most=MOST_NEEDLES)
        if self.reaction_in_clinic is not None:
            require_one_of("reaction_in_clinic", self.reaction_in_clinic, get_args(Reaction))

    def mark_of(self, reminder: str) -> ReminderMark | None:
        """The latest mark on a reminder, None while the patient has not answered it."""
        marks = [mark for mark in self.marks if mark.reminder == reminder]
        return max(marks, key=lambda mark: mark.at, default=None)
