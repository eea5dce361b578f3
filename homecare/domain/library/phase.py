"""A phase of a condition: its exercises with their doses, and what opens and closes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from homecare.domain.library.criterion import Criterion
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.exercise import Kind
from homecare.domain.library.source import CONSENSUS
from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

DoseBasis = Literal["as-published", "adapted", "consensus"]
"""as-published: sets, repeats, hold, times a day and days a week are those of the source; adapted: at least
one of them was changed for home use or another condition; consensus: usual practice, no single trial."""
PrescribedSide = Literal["left", "right", "both", "affected"]
"""affected: the side or sides of the patient's plan; both: always both legs."""
Gate = Literal["clinician"]
"""Stays locked until a clinician's clearance is recorded with name and date."""

ALL_VARIANTS: Final = "all"
"""Variant of a phase or exercise that is meant for every variant of its condition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The next harder or easier version of a prescribed exercise.

    `text` says it to the patient. `dose` holds the numbers that change on the *current* exercise (keys of
    Dose.changed), where the text states them. `exercise` is the id of the exercise that replaces it. With
    both, the changed dose comes first or stands as the alternative, as the text says. None of them: only
    the text applies, for example a stronger band. `stays` says that the text names no step at all ("Stay at
    this dose."), so that none is offered; only then it may be "".
    """

    text: str
    exercise: str | None = None
    dose: Mapping[str, int] | None = None
    stays: bool = False

    def __post_init__(self) -> None:
        if not self.stays:
            require_words("text", self.text)
        require(self.dose is None or len(self.dose) > 0, "a changed dose names at least one number")
        same = self.dose is None and self.exercise is None
        require(not self.stays or same, "a step that stays changes neither dose nor exercise")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineItem:
    """One prescribed exercise of a phase: which, how much, when, and where the dose comes from.

    `load` is the load in words, `variant` limits it to one variant of the condition, `note` may be "".
    """

    exercise: str
    kind: Kind
    dose: Dose
    side: PrescribedSide
    schedule: Schedule
    progression: Step
    regression: Step
    dose_basis: DoseBasis
    source: str
    load: str = ""
    gate: Gate | None = None
    note: str = ""
    variant: str = ALL_VARIANTS

    def __post_init__(self) -> None:
        require_words("exercise", self.exercise)
        require_one_of("kind", self.kind, get_args(Kind))
        require_one_of("side", self.side, get_args(PrescribedSide))
        require_one_of("dose_basis", self.dose_basis, get_args(DoseBasis))
        require(bool(self.source.strip()), f"the dose of {self.exercise} needs a source")
        customary = self.source == CONSENSUS
        require(
            customary == (self.dose_basis == CONSENSUS),
            f"the dose of {self.exercise} rests on consensus in only one of dose_basis and source",
        )
        for step in (self.progression, self.regression):
            if step.dose is not None:
                self.dose.changed(**step.dose)

    def meant_for(self, variant: str) -> bool:
        """True when a patient with this (already resolved) variant of the condition does the exercise."""
        return self.variant in (ALL_VARIANTS, variant)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadRow:
    """Sets, repeats and load (`rm`: what can just be lifted that often) for some weeks of a phase."""

    week_from: int
    week_to: int
    sets: int
    reps: int
    rm: int

    def __post_init__(self) -> None:
        require_whole("week_from", self.week_from, 1, 104)
        require_whole("week_to", self.week_to, self.week_from, 104)
        Dose(sets=self.sets, reps=self.reps)
        require_whole("rm", self.rm, 1, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunWalkStep:
    """One step of a return to running: `repeats` times run then walk (minutes), on some days of a week."""

    step: int
    run_min: int
    walk_min: int
    repeats: int
    sessions_per_week: int
    min_rest_days_between: int

    def __post_init__(self) -> None:
        require_whole("step", self.step, 1, 50)
        require_whole("run_min", self.run_min, 1, 120)
        require_whole("walk_min", self.walk_min, 0, 120)
        require_whole("repeats", self.repeats, 1, 30)
        Schedule(
            pattern="per_week", n=self.sessions_per_week, min_rest_days_between=self.min_rest_days_between
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityPlan:
    """A plan by weeks or steps that runs beside a phase's exercises.

    `load_table` applies to the exercise `applies_to`, or to every exercise of the phase when that is None.
    """

    source: str
    dose_basis: DoseBasis
    load_table: tuple[LoadRow, ...] = ()
    run_walk_steps: tuple[RunWalkStep, ...] = ()
    applies_to: str | None = None
    rest_between_exercises_s: int | None = None
    move_up_if: str = ""
    move_down_if: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        require(bool(self.source.strip()), "an activity plan needs a source")
        require(
            bool(self.load_table or self.run_walk_steps),
            "an activity plan needs a load table or running steps",
        )
        for earlier, later in zip(self.load_table, self.load_table[1:], strict=False):
            require(later.week_from == earlier.week_to + 1, "the weeks of a load table follow one another")
        steps = [row.step for row in self.run_walk_steps]
        require(steps == list(range(1, len(steps) + 1)), "running steps are numbered 1, 2, 3 and so on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of a plan. `weeks_max` None means open end; `exit` empty means it is never left for another.

    `variant` is "all" or the id of the only variant it is meant for; `next_phase` None ends the plan.
    All criteria of `entry` must hold to enter, all of `exit` to leave.
    """

    id: str
    name: str
    goal: str
    weeks_min: int
    weeks_max: int | None = None
    variant: str = ALL_VARIANTS
    gate: Gate | None = None
    entry: tuple[Criterion, ...] = ()
    exit: tuple[Criterion, ...] = ()
    next_phase: str | None = None
    advice: tuple[str, ...] = ()
    items: tuple[RoutineItem, ...] = field(default=())
    activity_plan: ActivityPlan | None = None

    def __post_init__(self) -> None:
        for name in ("id", "name", "goal"):
            require_words(name, getattr(self, name))
        require_whole("weeks_min", self.weeks_min, 0, 104)
        if self.weeks_max is not None:
            require_whole("weeks_max", self.weeks_max, self.weeks_min, 104)
        require_unique(f"phase {self.id}", [item.exercise for item in self.items])

    def items_for(self, variant: str) -> tuple[RoutineItem, ...]:
        """The prescribed exercises for a patient with this (already resolved) variant of the condition."""
        return tuple(item for item in self.items if item.meant_for(variant))
