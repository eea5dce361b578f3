"""Change over weeks: the latest week compared with the plan's baseline (content/diary.toml, change)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from homecare.domain.diary.by_day import DayValue, ids_of, mean_of, recorded
from homecare.domain.library.change import BaselineGuide, ChangeGuide, ChangeId, ChangeLabel
from homecare.domain.library.scales import WEEK
from homecare.domain.records.plan import ConditionStarted, PlanEvent

ONE_WEEK = timedelta(days=WEEK)
MEAN_DENOMINATOR = 1000
"""No mean of whole scores over a few days has a larger one in lowest terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """Mean of a diary field over some days, unrounded; `n` is how many days had a value."""

    first: date
    last: date
    value: float
    n: int
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The latest days against the baseline; `points` below 0 is less pain.

    A mean is None with too few days. `label` is None without both means. Under a `low_baseline` there is no
    room to get better, so the labels that the content hides there are None, too; the worse ones stay.
    """

    baseline: Mean | None
    latest: Mean | None
    points: float | None = None
    percent: float | None = None
    label: ChangeId | None = None
    low_baseline: bool = False


def baseline_day(
    events: Iterable[PlanEvent], condition: str, entry_days: Iterable[date], guide: BaselineGuide
) -> date | None:
    """Day 1 of the baseline: the plan's start, or its restart after 28 days or more without entries.

    None when the condition was never started.
    """
    written = sorted(set(entry_days))
    day: date | None = None
    for event in sorted(events, key=lambda plan_event: plan_event.at):
        if not isinstance(event, ConditionStarted) or event.condition != condition:
            continue
        last = max((day for day in written if day < event.day), default=None)
        silent = last is None or (event.day - last).days >= guide.rebaseline_after_days
        if day is None or silent:
            day = event.day
    return day


def mean_over(values: Mapping[date, DayValue], last: date, days: int, at_least: int) -> Mean | None:
    """Mean of the `days` diary days that end with `last`; None with fewer than `at_least` values."""
    known = recorded(values, last, days)
    mean = mean_of(known)
    if mean is None or len(known) < at_least:
        return None
    first = last - timedelta(days=days - 1)
    return Mean(first=first, last=last, value=mean, n=len(known), entries=ids_of(known))


def baseline(values: Mapping[date, DayValue], start: date, guide: BaselineGuide) -> Mean | None:
    """Mean of the first 7 diary days from `start` on; None with fewer than 4 values."""
    last = start + timedelta(days=guide.first_days - 1)
    return mean_over(values, last, guide.first_days, guide.min_values)


def change(
    values: Mapping[date, DayValue],
    start: date,
    last: date,
    baseline_guide: BaselineGuide,
    guide: ChangeGuide,
) -> Change:
    """The 7 diary days that end with `last` against the baseline of a plan that started on `start`."""
    base = baseline(values, start, baseline_guide)
    latest = mean_over(values, last, guide.window_days, guide.min_values)
    if base is None or latest is None:
        return Change(baseline=base, latest=latest)
    points = latest.value - base.value
    low = base.value < guide.low_baseline_below
    label = label_of(base.value, latest.value, guide)
    return Change(
        baseline=base,
        latest=latest,
        points=points,
        percent=100 * points / base.value if base.value else None,
        label=None if low and label in guide.low_baseline_hides else label,
        low_baseline=low,
    )


def label_of(base: float, latest: float, guide: ChangeGuide) -> ChangeId:
    """The label for two means, tried in the content's order; both unrounded.

    A mean of whole scores is compared as the fraction it is: at the edge of a label a binary fraction may lie
    a hair beside it.
    """
    before, now = (Fraction(mean).limit_denominator(MEAN_DENOMINATOR) for mean in (base, latest))
    for name in guide.evaluation_order:
        if _fits(guide.label(name), before, now):
            return name
    return "same"


def weekly_changes(
    values: Mapping[date, DayValue],
    start: date,
    today: date,
    baseline_guide: BaselineGuide,
    guide: ChangeGuide,
    *,
    at_most: int | None = None,
) -> Sequence[Change]:
    """The weekly checks of a plan that are over by `today`, oldest first; the baseline week is not one.

    Week 2 of the plan is the first to be compared; a check counts from the day after its last day. With
    `at_most` only that many of the latest: a plan of ten years has had five hundred.
    """
    checks = []
    last = start + 2 * ONE_WEEK - timedelta(days=1)
    if at_most is not None:
        over = (today - last - timedelta(days=1)) // ONE_WEEK + 1
        last += max(0, over - at_most) * ONE_WEEK
    while last < today:
        checks.append(change(values, start, last, baseline_guide, guide))
        last += ONE_WEEK
    return checks


def _fits(label: ChangeLabel, base: Fraction, latest: Fraction) -> bool:
    if label.direction == "none":
        return True
    moved = base - latest if label.direction == "drop" else latest - base
    below = label.points_below is None or moved < label.points_below
    return moved >= label.points_min and 100 * moved >= label.percent_min * base and below
