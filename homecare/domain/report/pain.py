"""Pain over time with its gaps, and what happened beside it: one value for screens, paper and exports."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from homecare.domain.diary.by_day import DayValue, calm_by_day, highest_pain_by_day, last_days
from homecare.domain.diary.change import mean_over
from homecare.domain.diary.flare import flares
from homecare.domain.evidence.pain_change import PainChange, pain_change
from homecare.domain.library.content import TodayContent
from homecare.domain.library.diary import AlertId
from homecare.domain.library.scales import WEEK
from homecare.domain.records.diary import diary_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import PhaseEntered
from homecare.domain.records.session import Session
from homecare.domain.report.period import Basis, Period

WORST: Final = "pain_worst"
HIGHEST: Final = "highest"
"""Stands for the highest pain of a day under any name: drawn where the plan's own field has no score."""
DAILY_UP_TO: Final = 180
"""Longest period in days that is drawn day by day; a longer one has one point per week."""
MEAN_LINE_OVER: Final = 42
"""A 7-day mean line helps only in a period longer than this (docs/clinician-report.md, chart A)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """One day (`first` is `last`) or week of the chart; None is a gap, never 0 and never joined over.

    `primary` and `worst` are the day's highest scores, or means of the week, which need the content's number
    of days. `highest` is the highest primary score of the week; `peak` is the highest score of the day or
    week under any name, also in a session, however few there are. `week_mean` is the mean of the 7 days that
    end here, None with too few or where the chart has no such line. `scored` counts the days with a primary
    score, `entered` those with any entry, so that "no entry" and "not answered" can be told apart.
    """

    first: date
    last: date
    primary: float | None
    worst: float | None
    week_mean: float | None = None
    highest: int | None = None
    peak: int | None = None
    scored: int = 0
    entered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseMark:
    """The day a plan went on (or back) to a phase, and the phase's name."""

    day: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChart:
    """Pain of the period, NPRS 0 to 10. `worst` of its points is None throughout where it is the primary.

    `field` is the plan's own, or "highest" where that has no score in the period. `baseline` is the mean of
    the first week and `baseline_from` its first day. Needlings, phases, exercise days and visits are days;
    `flares` are spans, cut at the ends of the period. `bands` are the 72 hours after each needling. Scores of
    `severe` or more are what the content calls very high.
    """

    period: Period
    field: str
    weekly: bool
    points: tuple[PainPoint, ...]
    baseline: float | None
    baseline_from: date | None
    needlings: tuple[date, ...] = ()
    phases: tuple[PhaseMark, ...] = ()
    flares: tuple[Period, ...] = ()
    visits: tuple[date, ...] = ()
    exercise: tuple[date, ...] = ()
    bands: tuple[tuple[datetime, datetime], ...] = ()
    severe: int

    @property
    def scored(self) -> int:
        """How many points have a primary score."""
        return sum(point.primary is not None for point in self.points)

    @property
    def ringed(self) -> tuple[float | None, ...]:
        """For each point the score that no line of the chart reaches, None where a line shows them all.

        A worst score between two gaps has no line, and pain now or in a session has none at all.
        """
        worst = [None, *(point.worst for point in self.points), None]
        found: list[float | None] = []
        for point, before, after in zip(self.points, worst, worst[2:], strict=False):
            lone = point.worst is not None and before is None and after is None
            drawn = [score for score in (point.primary, point.worst) if score is not None]
            hidden = point.peak is not None and point.peak > max(drawn, default=0.0)
            found.append(float(point.peak or 0) if hidden else point.worst if lone else None)
        return tuple(found)

    def column_of(self, day: date) -> int:
        """The place of the point a day of the period belongs to."""
        back = (self.period.last - day).days
        return max(0, len(self.points) - 1 - (back // WEEK if self.weekly else back))


def pain_of(known: Basis) -> tuple[PainChange, PainChart]:
    """The change since the first week at the end of the period, and the chart of the period."""
    found = pain_change(known.condition.id if known.condition else None, known.evidence)
    return found, pain_chart(known, found)


def pain_chart(known: Basis, found: PainChange) -> PainChart:
    """The chart of the period with the first week of `found`."""
    period = known.period
    series = _Series.of(known)
    base = found.change.baseline if series.name == found.field else None
    main = known.condition.id if known.condition else ""
    return PainChart(
        period=period,
        field=series.name,
        weekly=period.days > DAILY_UP_TO,
        points=series.weeks(period) if period.days > DAILY_UP_TO else series.days(period),
        baseline=base.value if base else None,
        baseline_from=base.first if base else None,
        needlings=needled_days(known.records.needlings, period),
        phases=_phases(known, main),
        flares=_flares(known),
        visits=tuple(day for day in known.visits if day in period),
        exercise=trained_days(known.records.of_the_plan().sessions, period),
        bands=_bands(known),
        severe=known.content.diary.alert(AlertId.SEVERE).numbers["at_least"],
    )


def needled_days(needlings: Iterable[Needling], period: Period) -> tuple[date, ...]:
    """The days of the period with a needling session that was not cancelled, oldest first."""
    days = {diary_day(needling.at) for needling in needlings if not needling.cancelled}
    return tuple(sorted(day for day in days if day in period))


def trained_days(sessions: Iterable[Session], period: Period) -> tuple[date, ...]:
    """The days of the period on which any exercise was done, oldest first."""
    days = {
        session.day
        for session in sessions
        if any(exercise.outcome != "skipped" for exercise in session.exercises)
    }
    return tuple(sorted(day for day in days if day in period))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """The scores that are drawn: of the plan's field, of worst pain beside it, and the highest of all."""

    name: str
    primary: Mapping[date, int]
    worst: Mapping[date, int] = field(default_factory=dict)
    means: Mapping[date, DayValue] = field(default_factory=dict)
    peaks: Mapping[date, int]
    entered: frozenset[date]
    content: TodayContent

    @classmethod
    def of(cls, known: Basis) -> "_Series":
        """Those of the plan's own field, else the highest pain of each day under any name."""
        values = known.scores(known.primary)
        primary = {day: known_value.value for day, known_value in values.items()}
        name, worst = known.primary, {}
        if known.primary != WORST:
            worst = {day: known_value.value for day, known_value in known.scores(WORST).items()}
        if not any(day in known.period for day in primary):
            highest = highest_pain_by_day(known.records.entries)
            if any(day in known.period for day in highest):
                name, primary, worst, values = HIGHEST, highest, {}, {}
        return cls(
            name=name,
            primary=primary,
            worst=worst,
            means=values,
            peaks=highest_pain_by_day(known.records.entries, known.records.sessions),
            entered=known.recorded_days,
            content=known.content,
        )

    def days(self, period: Period) -> tuple[PainPoint, ...]:
        """A point for each day."""
        guide = self.content.diary.missing_days
        with_mean = period.days > MEAN_LINE_OVER
        points = []
        for day in last_days(period.last, period.days):
            mean = mean_over(self.means, day, guide.mean_days, guide.mean_min_values) if with_mean else None
            score, worst = self.primary.get(day), self.worst.get(day)
            points.append(
                PainPoint(
                    first=day,
                    last=day,
                    primary=None if score is None else float(score),
                    worst=None if worst is None else float(worst),
                    week_mean=mean.value if mean else None,
                    highest=score,
                    peak=self.peaks.get(day),
                    scored=score is not None,
                    entered=day in self.entered,
                )
            )
        return tuple(points)

    def weeks(self, period: Period) -> tuple[PainPoint, ...]:
        """A point for each week, counted back from the period's last day; the first week may be shorter."""
        least = self.content.diary.missing_days.mean_min_values
        primary, worst, peaks = (
            _by_week(scores, period) for scores in (self.primary, self.worst, self.peaks)
        )
        entered = _by_week(dict.fromkeys(self.entered, 1), period)
        points = []
        for back in reversed(range(-(-period.days // WEEK))):
            scores = primary.get(back, ())
            points.append(
                PainPoint(
                    first=max(period.first, period.last - timedelta(days=WEEK * (back + 1) - 1)),
                    last=period.last - timedelta(days=WEEK * back),
                    primary=_mean(scores, least),
                    worst=_mean(worst.get(back, ()), least),
                    highest=max(scores, default=None),
                    peak=max(peaks.get(back, ()), default=None),
                    scored=len(scores),
                    entered=len(entered.get(back, ())),
                )
            )
        return tuple(points)


def _by_week(scores: Mapping[date, int], period: Period) -> dict[int, list[int]]:
    """The scores of each week, by how many weeks before the period's end it is."""
    found: dict[int, list[int]] = {}
    for day, score in scores.items():
        if day in period:
            found.setdefault((period.last - day).days // WEEK, []).append(score)
    return found


def _mean(scores: Sequence[int], least: int) -> float | None:
    return sum(scores) / len(scores) if len(scores) >= least else None


def _phases(known: Basis, main: str) -> tuple[PhaseMark, ...]:
    """Where the plan the report is about changed phase; an id the content no longer has is its own name."""
    names = {phase.id: phase.name for phase in known.condition.phases} if known.condition else {}
    entered = [
        event
        for event in known.records.plan
        if isinstance(event, PhaseEntered) and event.condition == main and event.day in known.period
    ]
    return tuple(PhaseMark(day=event.day, name=names.get(event.phase, event.phase)) for event in entered)


def _flares(known: Basis) -> tuple[Period, ...]:
    """Flares by the content's rule on the worst pain that needling cannot have raised, within the period."""
    guide = known.content.diary.flare
    felt = known.scores(WORST)
    calm = calm_by_day(felt, known.records.entries, WORST, known.records.needlings, guide.needling_h)
    first, last = known.period.first, known.period.last
    return tuple(
        Period(first=max(spell.since, first), last=min(spell.ended_on or known.last_day, last))
        for spell in flares(calm, guide, felt)
        if spell.touches(first, last)
    )


def _bands(known: Basis) -> tuple[tuple[datetime, datetime], ...]:
    hours = timedelta(hours=known.content.diary.flare.needling_h)
    held = [
        (needling.at, needling.at + hours) for needling in known.records.needlings if not needling.cancelled
    ]
    return tuple((since, until) for since, until in held if _touches(since, until, known.period))


def _touches(since: datetime, until: datetime, period: Period) -> bool:
    return since.date() <= period.last and until.date() >= period.first
