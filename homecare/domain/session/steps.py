"""The steps of a guided session: what to do, for how many seconds, with which leg and picture."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from homecare.domain.library.dose import Dose
from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.validity import require_whole

Kind = Literal[
    "ready", "next", "change-side", "rest", "change-over", "hold", "timed", "up", "still", "down", "done"
]
"""What a step asks for. `up` and `down` are the two ways of a repetition; `frame` says where each leads.

`ready`, `next`, `change-side` and `rest` come before a set; `change-over` and `rest` also lie between two
holds of a set; `done` closes the script and lasts no time.
"""
WORK: Final = frozenset({"hold", "timed", "up", "still", "down"})
"""The steps in which the exercise itself is done."""

Frame = Literal["start", "end", "alternate"]
"""Which picture belongs to a step; "alternate" shows the movement, start and end in turn."""
Turn = Literal["left", "right", "both"]
"""The leg that works; "both" is both legs at once."""

Part = tuple[Kind, int, Frame]
"""A step within a set: kind, seconds, picture."""

READY_S: Final = 5
NEXT_S: Final = 8
LONGEST_COUNT_IN_S: Final = 60
CHANGE_SIDE_S: Final = 10
CHANGE_OVER_S: Final = 3
CALM_S: Final = 2
"""Seconds up, and seconds down, of a repetition whose dose sets no pace.

A pacing default so that the count does not hurry anyone, not a clinical dose: together they are the repeat
that the length of a routine is estimated with (`dose.ESTIMATED_REPEAT_S`).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One exercise of the routine as it will be played.

    `condition`, `item`, `exercise` and `side` are as in `session.ExerciseDone`; `turns` are the legs one
    after the other, or ("both",) for an exercise that moves both legs at once.
    `count_in_s` (1 to 60) is the time to settle before the first set; None, as in sessions that version 0.1.0
    began, is READY_S for the first exercise and NEXT_S for the others. `waits`: nothing counts before the
    patient says "I'm ready". `known`: done so often that its steps need not be read first.
    """

    condition: str
    item: str
    exercise: str
    side: str
    turns: tuple[Turn, ...]
    dose: Dose
    count_in_s: int | None = None
    waits: bool = False
    known: bool = True

    def __post_init__(self) -> None:
        if self.count_in_s is not None:
            require_whole("count_in_s", self.count_in_s, 1, LONGEST_COUNT_IN_S)
        if not self.turns or len(set(self.turns)) != len(self.turns):
            raise FaultError(FaultCode.NO_LEG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do for `seconds`.

    `item` is the index of the exercise, `set_no` and `rep` count from 1 and name the set and repetition
    this step belongs to or leads to; `rep` and `reps` are 0 where nothing is counted.
    """

    kind: Kind
    seconds: int
    item: int
    turn: Turn
    set_no: int
    sets: int
    rep: int = 0
    reps: int = 0
    frame: Frame = "start"

    @property
    def is_work(self) -> bool:
        """Whether the exercise itself is done in this step."""
        return self.kind in WORK


def sets_of(number: int, planned: Planned) -> Iterator[list[Step]]:
    """The sets of one exercise, leg after leg; each starts with the one step that leads in to it.

    `number` is the exercise's place in the routine, from 0.
    """
    dose = planned.dose
    for turn_no, turn in enumerate(planned.turns):
        for set_no in range(1, dose.sets + 1):
            kind, seconds = _lead(number, turn_no, set_no, planned)
            frame: Frame = "alternate" if kind in ("ready", "next") else "start"
            place = Step(
                kind=kind,
                seconds=seconds,
                item=number,
                turn=turn,
                set_no=set_no,
                sets=dose.sets,
                rep=1 if dose.reps else 0,
                reps=dose.reps or 0,
                frame=frame,
            )
            yield [place, *_work(place, dose)]


def _lead(number: int, turn_no: int, set_no: int, planned: Planned) -> tuple[Kind, int]:
    if set_no > 1:
        rest_s = planned.dose.rest_s
        return ("rest", rest_s) if rest_s else ("change-over", CHANGE_OVER_S)
    if turn_no:
        return "change-side", CHANGE_SIDE_S
    if number:
        return "next", planned.count_in_s or NEXT_S
    return "ready", planned.count_in_s or READY_S


def _work(place: Step, dose: Dose) -> Iterator[Step]:
    if dose.duration_s is not None:
        yield replace(place, kind="timed", seconds=dose.duration_s, frame="alternate")
        return
    between: Part = ("change-over", CHANGE_OVER_S, "start")
    if dose.rests_between_repeats and dose.rest_s:
        between = ("rest", dose.rest_s, "start")
    for rep in range(1, (dose.reps or 1) + 1):
        parts = [between] if dose.hold_s and rep > 1 else []
        for kind, seconds, frame in [*parts, *_repetition(dose)]:
            yield replace(place, kind=kind, seconds=seconds, frame=frame, rep=rep)


def _repetition(dose: Dose) -> list[Part]:
    """The parts of one repetition: kind, seconds, picture.

    A tempo with no time for the way up is a lowering exercise: it starts high, its end position is low, and
    the unset way back up (done with the other leg) gets the calm pace. So does an unset way down.
    """
    if dose.hold_s is not None:
        return [("hold", dose.hold_s, "end")]
    tempo = dose.tempo
    if tempo is None:
        return [("up", CALM_S, "end"), ("down", CALM_S, "start")]
    still: list[Part] = [("still", tempo.hold_s, "end")] if tempo.hold_s else []
    if not tempo.up_s:
        return [("down", tempo.down_s or CALM_S, "end"), *still, ("up", CALM_S, "start")]
    return [("up", tempo.up_s, "end"), *still, ("down", tempo.down_s or CALM_S, "start")]
