"""The time axis that both charts of the report share, so that a day stands under the same day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Final

from homecare.domain.report.period import Period
from homecare.wording import _, dates

LEFT: Final = 24.0
"""Room for the names of rows and of the scale, mm."""
RIGHT: Final = 1.0
MOST_LABELS: Final = 9
MONTHS_OVER: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """`columns` of equal width over a period; a column is a day, or 7 days when `weekly`, newest whole."""

    period: Period
    columns: int
    weekly: bool
    width: float

    @property
    def step(self) -> float:
        """Width of a column in mm."""
        return (self.width - LEFT - RIGHT) / self.columns

    @property
    def end(self) -> float:
        """Right end of the axis."""
        return self.width - RIGHT

    def left_of(self, column: int) -> float:
        """Left edge of a column."""
        return LEFT + column * self.step

    def middle_of(self, column: int) -> float:
        """Middle of a column."""
        return LEFT + (column + 0.5) * self.step

    def column_of(self, day: date) -> int:
        """The column a day of the period lies in."""
        back = (self.period.last - day).days
        return max(0, self.columns - 1 - (back // 7 if self.weekly else back))

    def place_of(self, at: datetime) -> float:
        """Where an instant lies, kept inside the axis."""
        midnight = datetime.combine(self.period.last + timedelta(days=1), datetime.min.time())
        back = (midnight - at.replace(tzinfo=None)) / timedelta(days=7 if self.weekly else 1)
        return min(self.end, max(LEFT, self.end - back * self.step))

    def labels(self) -> list[tuple[float, str]]:
        """Places and names of a few days, the last day always among them."""
        every = ceil(self.columns / MOST_LABELS)
        if not self.weekly and every > 1:
            every = 7 * ceil(every / 7)
        span = timedelta(days=7 if self.weekly else 1)
        found = []
        for column in range(self.columns - 1, -1, -every):
            day = self.period.last - (self.columns - 1 - column) * span
            found.append((self.middle_of(column), self._name(max(day, self.period.first))))
        return found[::-1]

    def _name(self, day: date) -> str:
        if self.period.days > MONTHS_OVER:
            return _("{month} {year}").format(month=dates.month(day)[:3], year=day.year)
        return dates.short_day(day)
