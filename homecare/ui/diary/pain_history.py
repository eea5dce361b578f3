"""What the Diary shows of a period, read from the folder: the pain chart, and the days of a month."""

from dataclasses import dataclass
from datetime import date, timedelta

from homecare.domain.diary.by_day import highest_pain_by_day
from homecare.domain.evidence.pain_change import PainChange
from homecare.domain.report.pain import PainChart, needled_days, pain_of
from homecare.domain.report.period import Period, basis
from homecare.handover.records import records_for_report
from homecare.ui.diary.month_calendar import MonthOfPain
from homecare.ui.state.care import CareState

PERIODS: tuple[int | None, ...] = (7, 30, 90, None)
"""The periods to choose from, in days; None is all of the diary."""
LEAST_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PainHistory:
    """The change since the first week, and the chart of the period: what a report on it would show."""

    change: PainChange
    chart: PainChart


def pain_history(care: CareState, days: int | None) -> PainHistory:
    """The pain of the last `days` days, of the whole diary for None."""
    last = care.today.day
    period = Period(first=_first(care, days), last=last)
    at = care.now()
    known = basis(records_for_report(care.store, period, at), care.library, period, at, care.host.zone)
    change, chart = pain_of(known)
    return PainHistory(change=change, chart=chart)


def month_of_pain(care: CareState, month: date) -> MonthOfPain:
    """The days of the month that `month` lies in, for the calendar."""
    first = month.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    entries = care.entries_between(first, last)
    counts: dict[date, int] = {}
    for entry in entries:
        counts[entry.day] = counts.get(entry.day, 0) + 1
    return MonthOfPain(
        month=first,
        today=care.today.day,
        pain=highest_pain_by_day(entries, care.sessions_between(first, last)),
        entries=counts,
        needling=frozenset(needled_days(care.records.needlings, Period(first=first, last=last))),
    )


def _first(care: CareState, days: int | None) -> date:
    """The first day of the period; of a whole diary the day of its oldest entry, at least 7 days back."""
    today = care.today.day
    if days is not None:
        return today - timedelta(days=days - 1)
    oldest = [entry.day for entry in care.store.all_entries()[:1]]
    return min([*oldest, today - timedelta(days=LEAST_DAYS - 1)])
