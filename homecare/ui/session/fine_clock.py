"""A clock finer than a second that still follows the wall clock through sleep and travel."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

DRIFT = timedelta(seconds=1.5)
"""How far it may be from the wall clock, which tells whole seconds, before it follows it."""


class FineClock:
    """The time between two whole seconds of `now`, by a steady counter of seconds (`ticks`).

    A counter may stand still while a device sleeps: then the wall clock is right.
    """

    def __init__(self, now: Callable[[], datetime], ticks: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._ticks = ticks
        self._anchor = now()
        self._anchor_ticks = ticks()

    def now(self) -> datetime:
        """The aware time, in microseconds."""
        wall = self._now()
        fine = self._anchor + timedelta(seconds=self._ticks() - self._anchor_ticks)
        if abs(fine - wall) > DRIFT:
            self._anchor, self._anchor_ticks = wall, self._ticks()
            return wall
        return fine.astimezone(wall.tzinfo)
