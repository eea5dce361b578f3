"""Bounded scales: what a patient may answer, and the sentence for an answer that cannot be."""

from dataclasses import dataclass
from datetime import datetime
from math import isclose

from homecare.domain.library.validity import require_year

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
        """Raise ValueError, in one sentence, unless `value` is a number on this scale."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{name} must be a number from {self.least:g} to {self.most:g}.")
        steps = (value - self.least) / self.step
        if not self.least <= value <= self.most or not isclose(steps, round(steps), abs_tol=1e-9):
            whole = "a whole number" if self.step == 1 else f"in steps of {self.step:g}"
            unit = f" {self.unit}" if self.unit else ""
            raise ValueError(f"{name} must be {whole} from {self.least:g} to {self.most:g}{unit}.")


NPRS = Bounds(least=NPRS_MIN, most=NPRS_MAX, step=1)
"""Numeric pain rating scale: 0 no pain, 10 the worst pain you can imagine; whole numbers only."""


def check_nprs(value: object, name: str = "Pain") -> int:
    """`value` as a pain score (NPRS, 0 to 10).

    Raises ValueError unless it is a whole number from 0 to 10; True and 3.0 are no scores.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not NPRS_MIN <= value <= NPRS_MAX:
        raise ValueError(f"{name} must be a whole number from 0 to 10.")
    return value


def check_instant(value: datetime, name: str) -> None:
    """Raise ValueError unless `value` carries its offset from UTC and lies in a year from 1900 to 2200."""
    if value.tzinfo is None or value.utcoffset() is None:
        raise ValueError(f"{name} must say its offset from UTC.")
    require_year(name, value)
