"""Chart A of a report: pain over time with its gaps, and what happened beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from homecare.domain.diary.by_day import DayValue, last_days
from homecare.domain.diary.change import mean_over
from homecare.domain.report.marks import pain_marks
from homecare.domain.report.period import Basis, Period
from homecare.domain.report.tiles import PrimaryTile

WORST: Final = "pain_worst"
DAILY_UP_TO: Final = 180
"""Longest period in days that is drawn day by day; a longer one has one point per week."""
MEAN_LINE_OVER: Final = 42
"""A 7-day mean line helps only in a period longer than this (docs/clinician-report.md, chart A)."""
NEEDLE_HOURS: Final = 72
WEEK: Final = 7
LEAST_VALUES: Final = 4
"""A week with scores on fewer days has no mean (content/diary.toml, missing_days.mean_min_values)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """One day (`first` is `last`) or week of the chart; None is a gap, never 0 and never joined over.

    `primary` and `worst` are the day's highest scores, or a week's mean of 4 or more days. `week_mean` is
    the mean of the 7 days that end here, None under 4 days or where the chart has no such line.
    """

    first: date
    last: date
    primary: float | None
    worst: float | None
    week_mean: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChart:
    """Pain of the period, NPRS 0 to 10. `worst` of its points is None throughout where it is the primary.

    `baseline` is the mean of the first week and `baseline_from` its first day. Marks are days: needling,
    phase changes, first days of flares, clinic visits. `bands` are the 72 hours after each needling.
    """

    period: Period
    field: str
    weekly: bool
    points: tuple[PainPoint, ...]
    baseline: float | None
    baseline_from: date | None
    needlings: tuple[date, ...] = ()
    phases: tuple[date, ...] = ()
    flares: tuple[date, ...] = ()
    visits: tuple[date, ...] = ()
    bands: tuple[tuple[datetime, datetime], ...] = ()

    @property
    def scored(self) -> int:
        """How many points have a primary score."""
        return sum(point.primary is not None for point in self.points)


def pain_chart(known: Basis, tile: PrimaryTile) -> PainChart:
    """The chart of the period, with the baseline of `tile`."""
    period = known.period
    primary = known.scores(known.primary)
    worst = {} if known.primary == WORST else known.scores(WORST)
    weekly = period.days > DAILY_UP_TO
    points = _weeks(period, primary, worst) if weekly else _days(period, primary, worst)
    marks = pain_marks(
        period.first,
        period.last,
        entries=known.records.entries,
        sessions=(),
        needlings=known.records.needlings,
        plan=known.records.plan,
        guide=known.content.diary.flare,
        felt=known.scores(WORST),
    )
    main = known.condition.id if known.condition else ""
    base = tile.change.baseline
    return PainChart(
        period=period,
        field=known.primary,
        weekly=weekly,
        points=points,
        baseline=base.value if base else None,
        baseline_from=base.first if base else None,
        needlings=marks.needling,
        phases=tuple(phase.day for phase in marks.phases if phase.condition == main),
        flares=tuple(flare.since for flare in marks.flares if flare.since in period),
        visits=tuple(day for day in known.visits if day in period),
        bands=_bands(known),
    )


def _days(
    period: Period, primary: Mapping[date, DayValue], worst: Mapping[date, DayValue]
) -> tuple[PainPoint, ...]:
    with_mean = period.days > MEAN_LINE_OVER
    points = []
    for day in last_days(period.last, period.days):
        mean = mean_over(primary, day, WEEK, LEAST_VALUES) if with_mean else None
        points.append(
            PainPoint(
                first=day,
                last=day,
                primary=float(primary[day].value) if day in primary else None,
                worst=float(worst[day].value) if day in worst else None,
                week_mean=mean.value if mean else None,
            )
        )
    return tuple(points)


def _weeks(
    period: Period, primary: Mapping[date, DayValue], worst: Mapping[date, DayValue]
) -> tuple[PainPoint, ...]:
    """Blocks of 7 diary days that end with the period's last day; the first may be shorter."""
    of_primary, of_worst = (_means_by_week(period, scores) for scores in (primary, worst))
    weeks = range(-(-period.days // WEEK))
    return tuple(
        PainPoint(
            first=max(period.first, period.last - timedelta(days=WEEK * (back + 1) - 1)),
            last=period.last - timedelta(days=WEEK * back),
            primary=of_primary.get(back),
            worst=of_worst.get(back),
        )
        for back in reversed(weeks)
    )


def _means_by_week(period: Period, scores: Mapping[date, DayValue]) -> dict[int, float]:
    """The mean of each week with enough values, by how many weeks before the period's end it is."""
    values: dict[int, list[int]] = {}
    for day, one in scores.items():
        if day in period:
            values.setdefault((period.last - day).days // WEEK, []).append(one.value)
    return {back: sum(some) / len(some) for back, some in values.items() if len(some) >= LEAST_VALUES}


def _bands(known: Basis) -> tuple[tuple[datetime, datetime], ...]:
    hours = timedelta(hours=NEEDLE_HOURS)
    held = [
        (needling.at, needling.at + hours) for needling in known.records.needlings if not needling.cancelled
    ]
    return tuple((since, until) for since, until in held if _touches(since, until, known.period))


def _touches(since: datetime, until: datetime, period: Period) -> bool:
    return since.date() <= period.last and until.date() >= period.first
