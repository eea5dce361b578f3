"""A session: what was really done of a routine, exercise by exercise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.scales import check_nprs
from homecare.domain.library.validity import require_id, require_one_of, require_whole
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plain import keep_instants, keep_lines, keep_note

Outcome = Literal["done", "cut-short", "skipped"]
SkipReason = Literal["pain", "time", "tired", "equipment", "unsure", "other"]
OUTCOMES: Final = get_args(Outcome)
SKIP_REASONS: Final = get_args(SkipReason)
Slot = Literal["morning", "midday", "afternoon", "evening"]
SLOTS: tuple[Slot, ...] = ("morning", "midday", "afternoon", "evening")
MOST_COUNTED: Final = 100_000
"""More sets, repeats or minutes than any session has; a larger number is a slip."""
LONGEST_EXERCISE_S: Final = 7 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """One exercise of a session: what was planned and what was done.

    `condition` and `item` name the plan item (the condition's id and the exercise the item prescribes);
    `exercise` is the one really done (an easier or harder version may stand in). `side` is "left",
    "right" or "both". `sets_done` counts finished sets, `reps_done` repetitions over all sets (None for
    an exercise that is timed only), `seconds` the time spent, pauses left out. `pain` is the worst pain
    during this exercise (NPRS, 0 to 10), asked where a session serves two conditions; None when not asked or
    not said.
    """

    condition: str
    item: str
    exercise: str
    side: str
    sets_planned: int
    reps_planned: int | None = None
    sets_done: int = 0
    reps_done: int | None = None
    seconds: int = 0
    outcome: Outcome = "done"
    reason: SkipReason | None = None
    pain: int | None = None

    def __post_init__(self) -> None:
        """Refuse impossible counts."""
        if self.sets_planned < 1 or not 0 <= self.sets_done <= self.sets_planned or self.seconds < 0:
            raise FaultError(FaultCode.SETS_MORE_THAN_PLANNED)
        if self.seconds > LONGEST_EXERCISE_S:
            raise FaultError(FaultCode.EXERCISE_TOO_LONG)
        require_whole("sets_planned", self.sets_planned, 1, MOST_COUNTED)
        if self.reps_planned is not None:
            require_whole("reps_planned", self.reps_planned, 0, MOST_COUNTED)
        if self.reps_done is not None:
            require_whole("reps_done", self.reps_done, 0, MOST_COUNTED)
        require_one_of("side", self.side, ("left", "right", "both"))
        require_one_of("outcome", self.outcome, OUTCOMES)
        if self.reason is not None:
            require_one_of("reason", self.reason, SKIP_REASONS)
        if self.pain is not None:
            check_nprs(self.pain)
        require_id("condition", self.condition)
        require_id("item", self.item)
        require_id("exercise", self.exercise)

    @property
    def stopped_by_pain(self) -> bool:
        """Whether it was skipped or cut short because of pain."""
        return self.outcome != "done" and self.reason == "pain"

    @property
    def tells(self) -> bool:
        """Whether it says something about pain: it was done at least in part, or pain stopped it."""
        return self.outcome != "skipped" or self.stopped_by_pain


def asked_by_exercise(exercises: Sequence[ExerciseDone]) -> bool:
    """Whether pain is asked for each exercise: one score cannot tell which of two conditions hurt."""
    return len({exercise.condition for exercise in exercises if exercise.tells}) > 1


def highest_pain(exercises: Iterable[ExerciseDone]) -> int | None:
    """The worst pain said of any of these exercises; None where none was said."""
    return max((exercise.pain for exercise in exercises if exercise.pain is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A guided session: when, which part of the day, what was done, and the worst pain during it.

    `pain_exercise` is NPRS, 0 to 10, or None when the patient did not say; the highest of its exercises where
    each was asked. `tingling_min` is how long
    tingling lasted afterwards in minutes, `numb_spread` whether numbness has spread to a new place (nerve
    conditions ask both); `swelling_up` was asked at the end of a session in version 0.1.0, now the morning
    after (see DiaryEntry). None when not asked. `practice` marks an exercise the patient tried freely: it
    counts for safety, never for adherence or progress.
    """

    id: str
    at: datetime
    ended_at: datetime
    created_at: datetime
    edited_at: datetime
    slot: Slot
    exercises: tuple[ExerciseDone, ...]
    pain_exercise: int | None = None
    tingling_min: int | None = None
    swelling_up: bool | None = None
    numb_spread: bool | None = None
    ended_early: bool = False
    practice: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        """Check times and score."""
        keep_instants(self, ("at", "ended_at", "created_at", "edited_at"))
        keep_lines(self, {"id": self.id})
        keep_note(self, "note")
        if self.ended_at < self.at:
            raise FaultError(FaultCode.SESSION_ENDS_EARLY)
        require_one_of("slot", self.slot, SLOTS)
        if self.pain_exercise is not None:
            check_nprs(self.pain_exercise)
        if self.tingling_min is not None:
            require_whole("tingling_min", self.tingling_min, 0, MOST_COUNTED)

    @property
    def day(self) -> date:
        """The diary day of the session's start."""
        return diary_day(self.at)

    def pain_for(self, condition: str) -> int | None:
        """The worst pain of one condition's exercises; the session's score where none was asked by itself.

        A condition none of whose exercises was scored, beside another's that were, has no score.
        """
        if highest_pain(self.exercises) is None:
            return self.pain_exercise
        return highest_pain(exercise for exercise in self.exercises if exercise.condition == condition)

    def did(self, condition: str, item: str) -> bool:
        """Whether this plan item was done, at least in part."""
        return any(
            exercise.condition == condition and exercise.item == item and exercise.outcome != "skipped"
            for exercise in self.exercises
        )
