"""Reads from the folder what one moment needs; screen and command line ask the same function."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol, TypeVar

from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.period import Period, report_days
from homecare.domain.today.today import window_days
from homecare.storage import layout
from homecare.storage.store import Store


class _Dated(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def at(self) -> datetime: ...


R = TypeVar("R", bound=_Dated)


def records_for_today(store: Store, at: datetime) -> Records:
    """The days of the diary that Today at `at` rests on, and everything that is not of a day."""
    plan = tuple(store.plan_events())
    return _of_days(store, window_days(plan, at), plan)


def records_for_report(store: Store, period: Period, at: datetime) -> Records:
    """The days of the diary that a report on `period` rests on, and everything that is not of a day."""
    plan = tuple(store.plan_events())
    return _of_days(store, report_days(plan, period, at), plan)


def all_records(store: Store) -> Records:
    """Everything the folder holds, for what leaves it whole."""
    return Records(
        entries=tuple(store.all_entries()),
        sessions=tuple(store.all_sessions()),
        needlings=tuple(store.needlings()),
        plan=tuple(store.plan_events()),
        settings=store.settings(),
    )


def within(records: Records, first: date | None, last: date | None) -> Records:
    """The entries, sessions and needling sessions of these diary days, both included; None is open.

    Plan and settings stay whole.
    """

    def fits(day: date) -> bool:
        return (first is None or first <= day) and (last is None or day <= last)

    return replace(
        records,
        entries=tuple(entry for entry in records.entries if fits(entry.day)),
        sessions=tuple(session for session in records.sessions if fits(session.day)),
        needlings=tuple(needling for needling in records.needlings if fits(diary_day(needling.at))),
    )


def gaps_within(gaps: Iterable[Recovery], first: date | None, last: date | None) -> list[Recovery]:
    """The gaps that concern these diary days, both included: a month outside them does not; None is open."""

    def concerns(gap: Recovery) -> bool:
        if not gap.file.startswith(f"{layout.DIARY}/"):
            return True
        return (first is None or layout.month_file(first) <= gap.file) and (
            last is None or gap.file <= layout.month_file(last)
        )

    return [gap for gap in gaps if concerns(gap)]


def _of_days(store: Store, spans: Sequence[tuple[date, date]], plan: tuple[PlanEvent, ...]) -> Records:
    return Records(
        entries=_once(entry for first, last in spans for entry in store.entries_between(first, last)),
        sessions=_once(session for first, last in spans for session in store.sessions_between(first, last)),
        needlings=tuple(store.needlings()),
        plan=plan,
        settings=store.settings(),
    )


def _once(records: Iterable[R]) -> tuple[R, ...]:
    """Each record once, oldest first: the windows may overlap."""
    return tuple(sorted({record.id: record for record in records}.values(), key=lambda record: record.at))
