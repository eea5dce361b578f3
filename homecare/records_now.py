"""Reads from the folder what one moment needs; screen and command line ask the same function."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from homecare.domain.records import Records
from homecare.domain.today_rules import window_days
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
    windows = window_days(plan, at)
    return Records(
        entries=_once(one for first, last in windows for one in store.entries_between(first, last)),
        sessions=_once(one for first, last in windows for one in store.sessions_between(first, last)),
        needlings=tuple(store.needlings()),
        plan=plan,
        settings=store.settings(),
    )


def _once(records: Iterable[R]) -> tuple[R, ...]:
    """Each record once, oldest first: the windows may overlap."""
    return tuple(sorted({one.id: one for one in records}.values(), key=lambda one: one.at))
