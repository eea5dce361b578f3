"""The scales that answers are given on, and the length of a week."""

from dataclasses import dataclass
from datetime import datetime
from math import isclose

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.validity import require_year

WEEK = 7
"""Days of a week."""
NPRS_MIN = 0
NPRS_MAX = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Smallest and largest answer, the step between answers, and the unit ("" for a bare score)."""

    least: float
    most: float
    step: float
    unit: str = ""

    def check(self, value: float, name: str) -> None:
        """Raise FaultError about the field `name` unless `value` is a number on this scale."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise FaultError(FaultCode.NO_NUMBER, name=name, **self._limits())
        steps = (value - self.least) / self.step
        if self.least <= value <= self.most and isclose(steps, round(steps), abs_tol=1e-9):
            return
        if self.step == 1:
            raise FaultError(FaultCode.OFF_SCALE, name=name, unit=self.unit, **self._limits())
        step = f"{self.step:g}"
        raise FaultError(FaultCode.OFF_STEPS, name=name, step=step, unit=self.unit, **self._limits())

    def _limits(self) -> dict[str, str]:
        return {"least": f"{self.least:g}", "most": f"{self.most:g}"}


NPRS = Bounds(least=NPRS_MIN, most=NPRS_MAX, step=1)
"""Numeric pain rating scale: 0 no pain, 10 the worst pain you can imagine; whole numbers only."""


def check_nprs(value: object, name: str = "pain") -> int:
    """`value` as a pain score (NPRS, 0 to 10).

    Raises FaultError unless it is a whole number from 0 to 10; True and 3.0 are no scores.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not NPRS_MIN <= value <= NPRS_MAX:
        raise FaultError(FaultCode.OFF_SCALE, name=name, unit="", least=NPRS_MIN, most=NPRS_MAX)
    return value


def check_instant(value: datetime, name: str) -> None:
    """Raise FaultError unless `value` carries its offset from UTC and lies in a year from 1900 to 2200."""
    if value.tzinfo is None or value.utcoffset() is None:
        raise FaultError(FaultCode.NO_OFFSET, name=name)
    require_year(name, value)
