"""Reminders after needling as content: when, what, quiet hours, and what a soreness score leads to."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Final, Literal, get_args

from homecare.domain.library.source import CONSENSUS
from homecare.domain.library.validity import require, require_one_of, require_whole, require_words


class ReminderId(StrEnum):
    """The reminders that code knows by name; the content may have more."""

    WALK = "rm-walk"
    HEAT = "rm-heat"
    DIARY = "rm-diary-2nd-day"


ReminderKind = Literal["advice", "action", "question"]
SorenessCheck = Literal["24h", "48h", "72h"]
Requirement = Literal[
    "stretch_allowed",
    "heat_allowed",
    "soreness_24h_allows_restart_and_no_warning_sign",
    "soreness_48h_not_over_or_missing",
]
"""What must hold for a reminder to be sent."""
RESTARTS: Final[Requirement] = "soreness_24h_allows_restart_and_no_warning_sign"
"""The requirement of what sends the patient back to the plan."""
SorenessAction = Literal[
    "allow_restart", "hold_strength_24h", "show_warning_signs", "close_aftercare", "ask_at_72h", "call_clinic"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRule:
    """One reminder after needling.

    Due `offset_min` minutes after the session's end, or at `local_time` on calendar day `day_offset` (the
    session's date is day 0). Sent at most `drop_if_late_by_min` minutes late, then only shown on screen.
    `log_field` is what its answer is stored as ("" for none), `soreness_check` the answers to read
    afterwards. `uses_stretch`: it names the stretch of the needled muscle, in the guide's `stretch_dose`.
    `stops_when_told`: it is not sent while the patient was told to stop (a red flag that locks the plan, very
    severe pain). `not_with` are conditions whose active plan speaks against it.
    """

    id: str
    kind: ReminderKind
    title: str
    text: str
    drop_if_late_by_min: int
    source: str
    offset_min: int | None = None
    local_time: time | None = None
    day_offset: int | None = None
    requires: Requirement | None = None
    log_field: str = ""
    soreness_check: SorenessCheck | None = None
    uses_stretch: bool = False
    stops_when_told: bool = False
    not_with: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        require_words("title", self.title)
        require_words("text", self.text)
        require_one_of("kind", self.kind, get_args(ReminderKind))
        by_clock = self.local_time is not None and self.day_offset is not None
        require(
            (self.offset_min is None) == by_clock,
            f"reminder {self.id} has offset_min or a local time and day",
        )
        require_whole("drop_if_late_by_min", self.drop_if_late_by_min, 0, 2880)
        require(bool(self.source.strip()), f"reminder {self.id} needs a source")

    @property
    def customary(self) -> bool:
        """True when the advice is usual practice, not evidence."""
        return self.source == CONSENSUS


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHoursGuide:
    """When nothing is sent (local time), and how reminders are moved, merged and dropped.

    Reminders within `merge_within_min` minutes become one message; at most `max_first_24h` are sent in the
    first 24 hours, dropping the ids of `drop_order` first.
    """

    merge_within_min: int
    max_first_24h: int
    drop_order: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessRule:
    """What to say and do for a soreness score from `score_min` to `score_max` (0 to 10) at a check."""

    check: SorenessCheck
    score_min: int
    score_max: int
    say: str
    action: SorenessAction

    def __post_init__(self) -> None:
        require_one_of("check", self.check, get_args(SorenessCheck))
        require_whole("score_min", self.score_min, 0, 10)
        require_whole("score_max", self.score_max, self.score_min, 10)
        require_words("say", self.say)
        require_one_of("action", self.action, get_args(SorenessAction))
