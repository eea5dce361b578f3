"""What the Diary shows of a period: read from the folder, put into series and marks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homecare.domain.diary.by_day import highest_by_day
from homecare.domain.diary.change import Change, baseline_day, change
from homecare.domain.diary.pain_series import PainSeries, highest_pain_by_day, pain_series
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.report.marks import PainMarks, pain_marks
from homecare.ui.diary.month_calendar import MonthOfPain
from homecare.ui.diary.pain_chart import PainPicture
from homecare.ui.state.care import CareState
from homecare.wording import _, pain_chart

PERIODS: tuple[int | None, ...] = (7, 30, 90, None)
"""The periods to choose from, in days; None is all of the diary."""
HIGHEST = "highest"
LEAST_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PainHistory:
    """The chart of a period, and the change since the first week; `change` is None without a plan."""

    field: str
    picture: PainPicture
    change: Change | None


def pain_history(care: CareState, days: int | None) -> PainHistory:
    """The pain of the last `days` days, of the whole diary for None."""
    today = care.today.day
    entries = _entries(care, days)
    first = _first(entries, days, today)
    entered = {entry.day for entry in entries}
    highest = highest_pain_by_day(entries)
    field = primary_field(care)
    scores = {day: one.value for day, one in highest_by_day(entries, field).items()}
    if not scores:
        field, scores = HIGHEST, highest
    second = pain_series(highest, first, today, entered=entered)
    drawn = pain_series(scores, first, today, entered=entered)
    since = _change(care, field)
    picture = PainPicture(
        name=pain_chart.title(field),
        series=drawn,
        second_name=_("Worst pain of the day"),
        second=second if field == "pain_first_step" else None,
        baseline=since.baseline.value if since is not None and since.baseline is not None else None,
        marks=_marks(care, entries, drawn),
    )
    return PainHistory(field=field, picture=picture, change=since)


def month_of_pain(care: CareState, month: date) -> MonthOfPain:
    """The days of the month that `month` lies in, for the calendar."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    entries = care.entries_between(first, last)
    counts: dict[date, int] = {}
    for entry in entries:
        counts[entry.day] = counts.get(entry.day, 0) + 1
    marks = pain_marks(
        first,
        last,
        entries=(),
        sessions=(),
        needlings=care.records.needlings,
        plan=(),
        guide=care.library.diary.flare,
    )
    return MonthOfPain(
        month=first,
        today=care.today.day,
        pain=highest_pain_by_day(entries),
        entries=counts,
        needling=frozenset(marks.needling),
    )


def primary_field(care: CareState) -> str:
    """The field that shows the change of the patient's condition best; the content's default without one."""
    plan = next(iter(care.plans.values()), None)
    if plan is None or plan.condition not in care.library.condition_ids:
        return care.library.diary.change.default_primary_field
    return care.library.condition(plan.condition).primary_field


def _entries(care: CareState, days: int | None) -> Sequence[DiaryEntry]:
    if days is None:
        return care.store.all_entries()
    today = care.today.day
    return care.entries_between(today - timedelta(days=days - 1), today)


def _first(entries: Sequence[DiaryEntry], days: int | None, today: date) -> date:
    if days is not None:
        return today - timedelta(days=days - 1)
    oldest = min((entry.day for entry in entries), default=today)
    return min(oldest, today - timedelta(days=LEAST_DAYS - 1))


def _change(care: CareState, field: str) -> Change | None:
    plan = next(iter(care.plans.values()), None)
    if plan is None or field == HIGHEST:
        return None
    guide, entries = care.library.diary, care.records.entries
    start = baseline_day(care.records.plan, plan.condition, (entry.day for entry in entries), guide.baseline)
    if start is None:
        return None
    return change(highest_by_day(entries, field), start, care.today.day, guide.baseline, guide.change)


def _marks(care: CareState, entries: Sequence[DiaryEntry], series: PainSeries) -> PainMarks:
    marks = pain_marks(
        series.first,
        series.last,
        entries=entries,
        sessions=() if series.weekly else care.sessions_between(series.first, series.last),
        needlings=care.records.needlings,
        plan=care.records.plan,
        guide=care.library.diary.flare,
    )
    plans = care.plans
    return replace(marks, phases=tuple(phase for phase in marks.phases if phase.condition in plans))
