"""Pain over a span of days, ready to be drawn: a value per day or week, and gaps that stay gaps."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from homecare.domain.records.diary import DiaryEntry

PAIN_OF_A_DAY = ("pain_now", "pain_worst", "pain_first_step", "pain_exercise", "pain_next_morning")
"""The fields about the pain problem; needling soreness stays out (content/diary.toml, needling_soreness)."""
DAILY_UP_TO = 180
"""Longest span in days that is shown day by day; a longer one is shown week by week."""
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One day (`first` is `last`) or one week of a series.

    `value` is the day's score or the median of the week's, NPRS 0 to 10, and `highest` the highest of them;
    both are None where no day has a score. `scored` counts the days with a score, `entered` those with any
    entry at all, so that "no entry" and "not answered" can be told apart.
    """

    first: date
    last: date
    value: float | None
    highest: int | None
    scored: int
    entered: int

    @property
    def is_gap(self) -> bool:
        """Whether there is nothing to draw; a gap is never joined and never 0."""
        return self.value is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PainSeries:
    """A value per day, or per week when `weekly`, from `first` to `last`, oldest first and without holes."""

    first: date
    last: date
    weekly: bool
    points: tuple[SeriesPoint, ...]

    @property
    def has_values(self) -> bool:
        """Whether there is anything to draw."""
        return any(not point.is_gap for point in self.points)

    def place(self, day: date) -> float:
        """Where a day lies on the axis: 0 for the first point, 1 for the next; ValueError outside."""
        if not self.first <= day <= self.last:
            raise ValueError("This day is outside of the days shown.")
        if not self.weekly:
            return float((day - self.first).days)
        point = next(n for n, one in enumerate(self.points) if day <= one.last)
        return float(point)


def highest_pain_by_day(entries: Iterable[DiaryEntry]) -> dict[date, int]:
    """The highest pain score of each diary day, whatever question it answered; soreness is left out.

    A day without any pain score is absent: absent is never 0.
    """
    highest: dict[date, int] = {}
    for entry in entries:
        scores = [score for name in PAIN_OF_A_DAY if (score := getattr(entry, name)) is not None]
        if scores:
            day = entry.day
            highest[day] = max(*scores, highest.get(day, 0))
    return dict(sorted(highest.items()))


def pain_series(
    scores: Mapping[date, int], first: date, last: date, *, entered: Collection[date] = ()
) -> PainSeries:
    """The series of `scores` from `first` to `last`, both included; by week when longer than 180 days.

    `entered` are the days with any entry. Weeks are blocks of 7 diary days that end with `last`, so that the
    newest week is whole. Raises ValueError when `last` is before `first`.
    """
    if last < first:
        raise ValueError("The last day cannot be before the first.")
    weekly = (last - first).days + 1 > DAILY_UP_TO
    spans = _weeks(first, last) if weekly else _days(first, last)
    known = entered if isinstance(entered, set | frozenset) else set(entered)
    points = tuple(_point(scores, known, start, end) for start, end in spans)
    return PainSeries(first=first, last=last, weekly=weekly, points=points)


def unbroken(points: Iterable[SeriesPoint]) -> list[list[tuple[int, float]]]:
    """The stretches without a gap, each a list of (place, value): what one stroke of the pen may join."""
    stretches: list[list[tuple[int, float]]] = []
    joined = False
    for place, point in enumerate(points):
        if point.value is None:
            joined = False
            continue
        if not joined:
            stretches.append([])
        stretches[-1].append((place, point.value))
        joined = True
    return stretches


def _days(first: date, last: date) -> list[tuple[date, date]]:
    count = (last - first).days + 1
    return [(day, day) for day in (first + timedelta(days=n) for n in range(count))]


def _weeks(first: date, last: date) -> list[tuple[date, date]]:
    weeks: list[tuple[date, date]] = []
    end = last
    while end >= first:
        weeks.append((max(first, end - timedelta(days=WEEK_DAYS - 1)), end))
        end -= timedelta(days=WEEK_DAYS)
    return weeks[::-1]


def _point(scores: Mapping[date, int], entered: Collection[date], first: date, last: date) -> SeriesPoint:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    known = [scores[day] for day in days if day in scores]
    return SeriesPoint(
        first=first,
        last=last,
        value=float(median(known)) if known else None,
        highest=max(known, default=None),
        scored=len(known),
        entered=sum(day in entered or day in scores for day in days),
    )
