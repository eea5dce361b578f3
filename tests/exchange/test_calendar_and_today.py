"""The calendar file rings when Today offers exercises, day by day for a year, in every zone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from homecare.content.library import Library
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.local_time import after_quiet_hours, quiet_hours_of
from homecare.domain.records.records import Records
from homecare.domain.records.session import ExerciseDone, Session
from homecare.domain.today.answer import RoutineDue
from homecare.domain.today.today import today, window_days
from homecare.exchange.calendar import calendar
from tests.domain.care import Care
from tests.domain.care_plan import when
from tests.exchange.test_time_zone import ZONES

LIBRARY = Library()
DAYS = 365
TIMES = (7.5, 12.5, 16, 19.5)
"""The patient's usual times of the four parts of a day, in hours."""
PLANS = {
    "every second day beside daily stretches": ("plantar-fasciitis", "pf-2", None),
    "twice and three times a week": ("peroneal-tendonitis", "pt-4", None),
    "three times a week alone": ("achilles-tendinopathy", "at-ins-3", "insertional"),
}


def rings(data: bytes) -> Iterator[tuple[str, datetime]]:
    """Title and instant of every event, expanded with dateutil."""
    for event in Calendar.from_ical(data).walk("VEVENT"):
        yield from ((str(event["summary"]), at.astimezone(UTC)) for at in _expanded(event))


def _expanded(event: Any) -> list[datetime]:
    start = event["dtstart"].dt
    if event.get("status") == "CANCELLED":
        return []
    if "rrule" not in event:
        return [start]
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    out = event.get("exdate")
    left_out = {each.dt.astimezone(UTC) for each in out.dts} if out is not None else set()
    return [at for at in rule if at.astimezone(UTC) not in left_out]


def offered(records: Records, at: datetime, days: int) -> set[datetime]:
    """When Today offers exercises to who does all of them and writes the diary, in UTC."""
    zone = at.tzinfo
    assert isinstance(zone, tzinfo)
    quiet = quiet_hours_of(records.settings)
    found = set()
    for ahead in range(days):
        day = diary_day(at) + timedelta(days=ahead)
        midnight = datetime.combine(day, datetime.min.time())
        written = (midnight + timedelta(hours=4)).replace(tzinfo=zone)
        records = replace(records, entries=(*records.entries, _nothing_to_say(written)))
        for hour in TIMES:
            begins = (midnight + timedelta(hours=hour)).replace(tzinfo=zone)
            if begins <= at:
                continue
            routine = today(_window(records, begins), LIBRARY, begins, zone).routine
            if routine is not None:
                found.add(after_quiet_hours(begins, quiet, zone).astimezone(UTC))
                records = replace(records, sessions=(*records.sessions, _done(routine, begins)))
    return found


def _window(records: Records, at: datetime) -> Records:
    (*_, (first, last)) = window_days(records.plan, at)
    return replace(
        records,
        entries=tuple(entry for entry in records.entries if first <= entry.day <= last),
        sessions=tuple(session for session in records.sessions if first <= session.day <= last),
    )


def _nothing_to_say(at: datetime) -> DiaryEntry:
    return DiaryEntry(id=f"e{at}", at=at, created_at=at, edited_at=at, notes="-")


def _done(routine: RoutineDue, at: datetime) -> Session:
    exercises = tuple(
        ExerciseDone(
            condition=item.condition,
            item=item.item,
            exercise=item.exercise,
            side=item.side,
            sets_planned=1,
            sets_done=1,
        )
        for item in routine.items
    )
    return Session(
        id=f"s{at}", at=at, ended_at=at, created_at=at, edited_at=at, slot=routine.slot, exercises=exercises
    )


def _same(name: str, plan: str, days: int) -> None:
    zone = ZoneInfo(name)
    condition, phase, variant = PLANS[plan]
    care = Care(condition, phase, variant=variant)
    at = when(3, 8, zone)
    data = calendar(care.records, LIBRARY, at=at, zone=zone)
    until = at + timedelta(days=days)

    exercises = {each for title, each in rings(data) if "exercises" in title and at < each < until}

    assert exercises == {each for each in offered(care.records, at, days + 1) if at < each < until}
    assert exercises


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", ["Europe/Berlin", "Australia/Lord_Howe"])
def test_for_weeks_the_file_rings_when_today_offers_exercises(name: str, plan: str) -> None:
    _same(name, plan, 35)


@pytest.mark.long
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", ZONES)
def test_for_a_year_the_file_rings_when_today_offers_exercises(name: str, plan: str) -> None:
    _same(name, plan, DAYS)
