"""How far a guided session has got, counted from timestamps alone.

Nothing here ticks. A hidden tab, a sleeping phone or a reload changes nothing: the place on the script
follows from when it was started and what time it is now.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.records.session import SkipReason
from homecare.domain.session.script import Script
from homecare.domain.session.steps import Step

AWAY_AFTER: Final = timedelta(minutes=3)
"""How long nobody may be there before the session counts as left, and pauses at the moment that began.

The longest rest that any dose of the content sets is 150 s: a patient who rests with the screen dark is
still doing as told, and one who has been away for 3 minutes is not.
"""
Span = tuple[int, int]
"""A part of the script that was played through: from and to, in milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a session has got: a value that can be stored and picked up again.

    `offset_ms` is the place on the script when it last started to run or was paused; `running_since` is that
    instant, None while paused. `seen_at` is when somebody was last there. `played` are the parts that were
    really played, in order, the one running now left out. `skips` are exercises passed over, by their place
    in the routine, with the reason; `ready` those the patient said "I'm ready" for. `ended` is set once the
    patient ended early.
    """

    offset_ms: int = 0
    running_since: datetime | None = None
    seen_at: datetime | None = None
    played: tuple[Span, ...] = ()
    skips: tuple[tuple[int, SkipReason], ...] = ()
    ready: tuple[int, ...] = ()
    ended: bool = False
    sound: bool = True
    vibration: bool = True

    def __post_init__(self) -> None:
        if self.offset_ms < 0 or any(not 0 <= start <= end for start, end in self.played):
            raise FaultError(FaultCode.BEFORE_START)
        if self.running_since is not None and (self.seen_at is None or self.ended):
            raise FaultError(FaultCode.NOT_SEEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where the session is at one instant; `remaining_ms` is what is left of the step.

    `away` says that nobody was there for so long that the session waits where they left it; `unready` that it
    waits before an exercise until the patient is in position.
    """

    index: int
    step: Step
    offset_ms: int
    remaining_ms: int
    running: bool
    finished: bool
    away: bool
    unready: bool = False


def position(script: Script, progress: Progress, at: datetime) -> Position:
    """Where the session stands at `at`."""
    offset_ms = offset_at(script, progress, at)
    index = script.step_at(offset_ms)
    finished = progress.ended or offset_ms >= script.total_ms
    away = is_away(progress, at)
    unready = not finished and offset_ms == _gate_ms(script, progress)
    _start, end = script.step_ms(index)
    return Position(
        index=index,
        step=script.steps[index],
        offset_ms=offset_ms,
        remaining_ms=max(0, end - offset_ms),
        running=progress.running_since is not None and not (away or finished or unready),
        finished=finished,
        away=away and not (finished or unready),
        unready=unready,
    )


def is_away(progress: Progress, at: datetime) -> bool:
    """Whether a running session has been left alone for longer than AWAY_AFTER."""
    if progress.running_since is None or progress.seen_at is None:
        return False
    return at - progress.seen_at > AWAY_AFTER


def offset_at(script: Script, progress: Progress, at: datetime) -> int:
    """The place on the script at `at`, in milliseconds; that of the last sight of somebody when away.

    It goes no further than the next exercise that waits for the patient to be in position.
    """
    if progress.running_since is None or progress.seen_at is None:
        return min(progress.offset_ms, script.total_ms)
    until = progress.seen_at if is_away(progress, at) else max(at, progress.seen_at)
    gone = (until - progress.running_since) // timedelta(milliseconds=1)
    return min(progress.offset_ms + max(0, gone), _gate_ms(script, progress))


def _gate_ms(script: Script, progress: Progress) -> int:
    """Where the next exercise begins that waits for the patient; the script's end where none does."""
    return next(
        (
            block.lead_ms
            for block in script.blocks
            if block.lead_ms >= progress.offset_ms
            and script.opens(block)
            and script.planned[block.item].waits
            and block.item not in progress.ready
        ),
        script.total_ms,
    )
