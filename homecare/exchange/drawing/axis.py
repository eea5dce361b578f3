"""The time axis that both charts of the report share, so that a day stands under the same day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from typing import Final

from homecare.domain.library.scales import WEEK
from homecare.domain.report.period import Period
from homecare.wording import _, dates

LEFT: Final = 24.0
"""Room for the names of rows and of the scale, mm."""
RIGHT: Final = 1.0
MOST_LABELS: Final = 9
MONTHS_OVER: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """`columns` of equal width over a period; a column is a day, or 7 days when `weekly`, newest whole.

    `left` mm stay free for the scale; at most `most_labels` days are named.
    """

    period: Period
    columns: int
    weekly: bool
    width: float
    left: float = LEFT
    most_labels: int = MOST_LABELS

    @property
    def step(self) -> float:
        """Width of a column in mm."""
        return (self.width - self.left - RIGHT) / self.columns

    @property
    def end(self) -> float:
        """Right end of the axis."""
        return self.width - RIGHT

    def left_of(self, column: int) -> float:
        """Left edge of a column."""
        return self.left + column * self.step

    def middle_of(self, column: int) -> float:
        """Middle of a column."""
        return self.left + (column + 0.5) * self.step

    def column_of(self, day: date) -> int:
        """The column a day of the period lies in."""
        back = (self.period.last - day).days
        return max(0, self.columns - 1 - (back // WEEK if self.weekly else back))

    def column_at(self, x: float) -> int:
        """The column nearest to a place on the sheet."""
        return min(self.columns - 1, max(0, int((x - self.left) / self.step)))

    def place_of(self, at: datetime) -> float:
        """Where an instant lies, kept inside the axis."""
        midnight = datetime.combine(self.period.last + timedelta(days=1), datetime.min.time())
        back = (midnight - at.replace(tzinfo=None)) / timedelta(days=7 if self.weekly else 1)
        return min(self.end, max(self.left, self.end - back * self.step))

    def labels(self) -> list[tuple[float, str]]:
        """Places and names of a few days, the last day always among them."""
        every = ceil(self.columns / min(MOST_LABELS, self.most_labels))
        if not self.weekly and self.columns > 2 * 7 and every > 1:
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
