"""How much of an exercise: sets, repeats, holds, pace and rest, and on which days."""

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.validity import require_one_of, require_whole

ESTIMATED_REPEAT_S: Final = 4
"""Seconds assumed for one repeat when the dose sets no pace; used only to estimate a session."""
ESTIMATED_MOVE_S: Final = 2
"""Seconds assumed for getting into or out of a hold, and for a part of a tempo that has no set time."""

Pattern = Literal["daily", "every_n_days", "per_week"]
"""daily: every day; every_n_days: with n = 2 every second day; per_week: n days of a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo:
    """Pace of one repeat in whole seconds (0 to 60): up, keep still, down. 0: no set time for that part."""

    up_s: int
    hold_s: int
    down_s: int

    def __post_init__(self) -> None:
        for name in ("up_s", "hold_s", "down_s"):
            require_whole(f"tempo {name}", getattr(self, name), 0, 60)
        refuse_unless(self.total_s > 0, FaultCode.TEMPO_WITHOUT_TIME)

    @property
    def total_s(self) -> int:
        """Seconds of one repeat that the tempo sets."""
        return self.up_s + self.hold_s + self.down_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One bout of an exercise for one side.

    Either `reps` (1 to 100, each with an optional `hold_s` or `tempo`) or `duration_s` (5 to 3600) is given,
    never both. `sets` 1 to 10, `hold_s` 1 to 600, `rest_s` 0 to 900. None means: not set by this dose.
    `hold_s` is the time to keep still at the end position.
    """

    sets: int
    reps: int | None = None
    hold_s: int | None = None
    duration_s: int | None = None
    tempo: Tempo | None = None
    rest_s: int | None = None

    def __post_init__(self) -> None:
        require_whole("sets", self.sets, 1, 10)
        limits = {"reps": (1, 100), "hold_s": (1, 600), "duration_s": (5, 3600), "rest_s": (0, 900)}
        for name, (low, high) in limits.items():
            if getattr(self, name) is not None:
                require_whole(name, getattr(self, name), low, high)
        counted, timed = self.reps is not None, self.duration_s is not None
        refuse_unless(counted or timed, FaultCode.DOSE_WITHOUT_AMOUNT)
        refuse_unless(not (counted and timed), FaultCode.DOSE_WITH_TWO_AMOUNTS)
        refuse_unless(not timed or self.hold_s is None, FaultCode.HOLD_WITHOUT_REPEATS)
        refuse_unless(self.hold_s is None or self.tempo is None, FaultCode.HOLD_AND_TEMPO)

    @property
    def rests_between_repeats(self) -> bool:
        """True for one set of several holds, where `rest_s` lies between the holds; else between sets."""
        return self.sets == 1 and self.hold_s is not None and (self.reps or 1) > 1

    def working_s(self) -> int:
        """Estimated seconds of one bout on one side, moving into position and rests included."""
        if self.duration_s is not None:
            each, count = self.duration_s, 1
        else:
            count = self.reps or 1
            each = ESTIMATED_REPEAT_S
            if self.hold_s:
                each = self.hold_s + ESTIMATED_MOVE_S
            elif self.tempo:
                each = self.tempo.total_s + ESTIMATED_MOVE_S * (not self.tempo.up_s or not self.tempo.down_s)
        rests = count - 1 if self.rests_between_repeats else self.sets - 1
        return self.sets * count * each + rests * (self.rest_s or 0)

    def changed(self, **numbers: int) -> "Dose":
        """The same dose with sets, reps, hold_s, duration_s or rest_s replaced; ValueError if impossible."""
        unknown = sorted(set(numbers) - {"sets", "reps", "hold_s", "duration_s", "rest_s"})
        refuse_unless(not unknown, FaultCode.NO_SUCH_NUMBER, name=", ".join(unknown))
        return replace(self, **numbers)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """On which days an exercise is due, and how many bouts on such a day (1 to 12).

    `n` is 1 for daily, the step in days (2 to 14) for every_n_days, the days of a week (1 to 7) for per_week.
    `min_rest_days_between` counts whole days without the exercise between two days with it.
    """

    pattern: Pattern
    n: int = 1
    min_rest_days_between: int = 0
    times_per_day: int = 1

    def __post_init__(self) -> None:
        require_one_of("pattern", self.pattern, get_args(Pattern))
        low, high = {"daily": (1, 1), "every_n_days": (2, 14), "per_week": (1, 7)}[self.pattern]
        require_whole(f"n of a {self.pattern} schedule", self.n, low, high)
        require_whole("min_rest_days_between", self.min_rest_days_between, 0, 6)
        require_whole("times_per_day", self.times_per_day, 1, 12)
        fits = self.pattern != "per_week" or self.n * (1 + self.min_rest_days_between) <= 7
        refuse_unless(fits, FaultCode.REST_DAYS_TOO_MANY)

    @property
    def days_per_week(self) -> float:
        """Days of an average week on which the exercise is due: 7 for daily, 3.5 for every second day."""
        return {"daily": 7.0, "every_n_days": 7 / self.n, "per_week": float(self.n)}[self.pattern]
