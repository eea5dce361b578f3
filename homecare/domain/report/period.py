"""The days a report is about, and what is known about them: gathered once for every part of it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from operator import lt
from typing import Final, Protocol, TypeVar

from homecare.domain.diary.by_day import DayValue, highest_by_day
from homecare.domain.diary.spans import Span, merged, of_days
from homecare.domain.evidence.evidence import INJURY, Evidence, evidence_at, window_days
from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.records.diary import DAY_STARTS, DiaryEntry, diary_day
from homecare.domain.records.local_time import day_start
from homecare.domain.records.plan import ConditionPlan, PlanEvent
from homecare.domain.records.records import Records

DEFAULT_DAYS: Final = 28
"""Days of a report when nobody chose others (docs/clinician-report.md, header line)."""
LEAD_DAYS: Final = 42
"""Diary days before the period that a report looks at: means, flares and places that are new."""


class _Kept(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def at(self) -> datetime: ...


R = TypeVar("R", bound=_Kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Diary days from `first` to `last`, both included; ValueError when they are the wrong way round."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.last < self.first:
            raise FaultError(FaultCode.PERIOD_BACKWARDS)

    @property
    def days(self) -> int:
        """How many diary days it has, at least 1."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def latest(self, days: int) -> "Period":
        """Its last `days` days, or all of them when it is shorter."""
        return Period(first=max(self.first, self.last - timedelta(days=days - 1)), last=self.last)


def usual_period(last: date) -> Period:
    """The 28 diary days that end with `last`."""
    return Period(first=last - timedelta(days=DEFAULT_DAYS - 1), last=last)


def within_export(period_ending: Callable[[date], Period], made: date, exported: Period | None) -> Period:
    """The period that ends with the day a file was `made`, but only the days that it holds.

    `exported` None means that the file is whole. What ends later than the file was made is still to come.
    """
    if exported is None:
        return period_ending(made)
    last = max(min(made, exported.last), exported.first)
    wanted = period_ending(last)
    return Period(first=max(wanted.first, exported.first), last=last)


def report_days(events: Iterable[PlanEvent], period: Period, at: datetime) -> tuple[tuple[date, date], ...]:
    """The diary days a report rests on as (first, last), both included, oldest first: the only ones to read.

    The period with 42 days before it, what the rules look at on its last day, and each plan's start.
    `at` is when the report is made, by the patient's clock.
    """
    end = min(at, datetime.combine(period.last + timedelta(days=1), DAY_STARTS, tzinfo=at.tzinfo))
    rules = window_days(events, end)
    return merged((*rules, (period.first - timedelta(days=LEAD_DAYS), period.last)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What every part of a report is made from.

    `records` are those of `report_days` up to the end of the period, in order; `evidence` is what the rules
    know at that moment. `condition` and `plan` are the one the report is about, None without any plan.
    `primary` is the diary field its change is told by. `visits` are days of clinic visits, oldest first.
    `recorded_days` are the days with any diary entry, also before the period.
    """

    period: Period
    at: datetime
    zone: tzinfo
    records: Records
    evidence: Evidence
    content: TodayContent
    condition: Condition | None
    plan: ConditionPlan | None
    primary: str
    recorded_days: frozenset[date]
    visits: tuple[date, ...] = ()
    _scores: dict[str, Mapping[date, DayValue]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def last_day(self) -> date:
        """The latest day of the period that has come."""
        return min(self.period.last, self.evidence.day)

    def scores(self, answer: str) -> Mapping[date, DayValue]:
        """The highest answer to a pain field on each day, also before the period; worked out once."""
        if answer not in self._scores:
            self._scores[answer] = highest_by_day(self.records.entries, answer)
        return self._scores[answer]

    def entries_in(self, period: Period) -> tuple[DiaryEntry, ...]:
        """The diary entries of some days, oldest first."""
        return of_days(self.records.entries, [(period.first, period.last)])


def basis(
    records: Records,
    content: TodayContent,
    period: Period,
    at: datetime,
    zone: tzinfo,
    *,
    condition: str | None = None,
    visits: Iterable[date] = (),
) -> Basis:
    """What is known about a period `at` an instant; records in any order, later ones are not looked at.

    The report is about the `condition` asked for while its plan runs, else a stress fracture, else the
    condition whose plan started first.
    """
    at = at.astimezone(zone)
    over = day_start(period.last + timedelta(days=1), zone) - timedelta(seconds=1)
    end = min(at, over)
    ordered = _in_order(records, end)
    known = _of_days(ordered, report_days(records.plan, period, at))
    evidence = evidence_at(_of_days(known, window_days(known.plan, end)), content, end, zone)
    chosen = _main(evidence, condition)
    plan = evidence.plans.get(chosen) if chosen else None
    found = content.condition(chosen) if chosen else None
    return Basis(
        period=period,
        at=at,
        zone=zone,
        records=known,
        evidence=evidence,
        content=content,
        condition=found,
        plan=plan,
        primary=found.primary_field if found else content.diary.change.default_primary_field,
        recorded_days=frozenset(diary_day(entry.at) for entry in known.entries),
        visits=tuple(sorted(set(visits))),
    )


def _main(evidence: Evidence, wanted: str | None) -> str | None:
    plans = evidence.plans
    if wanted in plans:
        return wanted
    if INJURY in plans:
        return INJURY
    return next(iter(plans), None)


def _of_days(records: Records, spans: Sequence[Span]) -> Records:
    return replace(
        records, entries=of_days(records.entries, spans), sessions=of_days(records.sessions, spans)
    )


def _in_order(records: Records, end: datetime) -> Records:
    """The records up to `end`, each kind in the order of its instants."""
    return replace(
        records,
        entries=_oldest_first(records.entries, end),
        sessions=_oldest_first(records.sessions, end),
        needlings=_oldest_first(records.needlings, end),
        plan=tuple(
            sorted(
                (event for event in records.plan if event.at <= end),
                key=lambda event: (event.at.astimezone(UTC), event.created_at, event.id),
            )
        ),
    )


def _oldest_first(kept: Sequence[R], end: datetime) -> tuple[R, ...]:
    """Those up to `end` in the order of their instants, those of one instant in the order of their ids."""
    moments = [record.at.astimezone(UTC) for record in kept]
    if not all(map(lt, moments, moments[1:])):  # the diary has ten years in order: sorting takes its time
        kept = sorted(kept, key=lambda record: (record.at.astimezone(UTC), record.id))
        moments.sort()
    return tuple(kept[: bisect_right(moments, end.astimezone(UTC))])
