"""Today keeps its word: what it says will come is what it says when the time has come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.local_time import moment
from homecare.domain.records.records import Records
from homecare.domain.records.session import SLOTS, ExerciseDone, Session
from homecare.domain.records.settings import Settings
from homecare.domain.safety.alerts import alerts_at, pressing
from homecare.domain.today.answer import RoutineDue, Today
from homecare.domain.today.coming import LOOK_AHEAD_DAYS, planned_parts
from homecare.domain.today.routine import slot_at, slot_times
from homecare.domain.today.today import today
from tests.domain.care import LIBRARY, Care, when
from tests.domain.care_plan import stamp
from tests.domain.histories import asked, histories
from tests.examples import examples

DAYS = 10
some = examples(8)
clocks = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))


@st.composite
def choices(draw: st.DrawFn) -> Settings:
    """The usual times, or any other four."""
    if draw(st.booleans()):
        return Settings()
    times = draw(st.lists(clocks, min_size=4, max_size=4, unique=True))
    return Settings(exercise_times=dict(zip(SLOTS, times, strict=True)))


def ask(records: Records, at: datetime) -> Today:
    assert isinstance(at.tzinfo, tzinfo)
    return today(records, LIBRARY, at, at.tzinfo)


def known(records: Records, at: datetime) -> Evidence:
    assert isinstance(at.tzinfo, tzinfo)
    evidence = evidence_at(records, LIBRARY, at, at.tzinfo)
    return replace(evidence, pressing=pressing(alerts_at(evidence)))


def carried_out(records: Records, routine: RoutineDue, at: datetime) -> Records:
    session = Session(
        **stamp(at, int(at.timestamp())),
        ended_at=at,
        slot=routine.slot,
        exercises=tuple(
            ExerciseDone(
                condition=item.condition,
                item=item.item,
                exercise=item.exercise,
                side=item.side,
                sets_planned=1,
                sets_done=1,
            )
            for item in routine.items
        ),
    )
    return replace(records, sessions=(*records.sessions, session))


def written(records: Records, at: datetime) -> Records:
    entry = DiaryEntry(**stamp(at, -int(at.timestamp())), notes="nothing to say")
    return replace(records, entries=(*records.entries, entry))


def times(records: Records, at: datetime, days: int) -> Iterator[datetime]:
    """The patient's times from `at` on, and the ends of what is held now."""
    held = {item.held_until for item in ask(records, at).items if item.held_until is not None}
    evidence = known(records, at)
    usual = {begins for ahead in range(days) for _, begins in slot_times(at_day(at, ahead), evidence)}
    yield from sorted((each for each in usual | held if moment(each) > moment(at)), key=moment)


def at_day(at: datetime, ahead: int) -> date:
    return diary_day(at) + timedelta(days=ahead)


@pytest.mark.slow
@some
@given(history=histories(), at=asked(), chosen=choices())
def test_the_next_routine_is_the_first_time_at_which_today_offers_one(
    history: Records, at: datetime, chosen: Settings
) -> None:
    records = replace(history.until(at), settings=chosen)
    shown = ask(records, at)
    if shown.routine is not None:
        records = carried_out(records, shown.routine, at)
    slot = (diary_day(at), slot_at(at, chosen.exercise_times)) if shown.routine is not None else None

    expected = None
    for moment_asked in times(records, at, LOOK_AHEAD_DAYS):
        if (diary_day(moment_asked), slot_at(moment_asked, chosen.exercise_times)) == slot:
            continue
        usual = dict(slot_times(diary_day(moment_asked), known(records, at)))
        routine = ask(records, moment_asked).routine
        if routine is not None and moment(usual[routine.slot]) <= moment(moment_asked):
            expected = moment_asked
            break

    assert shown.next_routine_at == expected


@pytest.mark.slow
@some
@given(history=histories(), at=asked(), chosen=choices())
def test_what_is_planned_is_what_today_offers_day_by_day_to_who_does_it(
    history: Records, at: datetime, chosen: Settings
) -> None:
    records = replace(history.until(at), settings=chosen)
    planned = {part.at: part for part in planned_parts(known(records, at), days=DAYS)}
    waiting = ask(records, at).screening_due
    routine = ask(records, at).routine
    usual = dict(slot_times(diary_day(at), known(records, at)))
    if routine is not None and moment(usual[routine.slot]) <= moment(at):
        records = carried_out(records, routine, at)

    offered = {}
    day = diary_day(at)
    for asked_at in times(records, at, DAYS):
        if diary_day(asked_at) > day and not waiting:
            day = diary_day(asked_at)
            records = written(records, asked_at - timedelta(minutes=1))
        routine = ask(records, asked_at).routine
        begins = dict(slot_times(day, known(records, asked_at)))
        if routine is not None and moment(begins[routine.slot]) <= moment(asked_at):
            offered[asked_at] = [item.exercise for item in routine.items]
            records = carried_out(records, routine, asked_at)

    assert {each: [item.exercise.id for item in part.items] for each, part in planned.items()} == offered


def test_nothing_is_announced_for_today_while_everything_rests_until_tomorrow() -> None:
    care = Care(phase="pf-2")
    care.session(
        1, 9, "heel-raise-towel", "plantar-fascia-stretch", "short-foot-standing", hour=9, slot="morning"
    )

    shown = care.today(1, 12)

    assert all(item.held == "red-rest" for item in shown.items)
    assert shown.next_routine_at is not None
    assert shown.next_routine_at >= when(3, 4)
    assert [reminder.id for reminder in shown.reminders] == ["diary"]


def test_an_exercise_held_for_the_morning_reminds_in_the_evening_alone() -> None:
    care = Care("achilles-tendinopathy", "at-ins-1", variant="insertional")
    care.needle(1, 15, "soleus", "gastrocnemius")

    shown = care.today(2, 8)

    assert all(reminder.kind != "exercise" or reminder.at >= when(2, 15) for reminder in shown.reminders)


@pytest.mark.parametrize("weeks", [1, 2])
def test_the_safety_questions_leave_nothing_planned(weeks: int) -> None:
    care = Care(screened=False)

    assert list(planned_parts(known(care.records, when(1, 8)), days=7 * weeks)) == []


def days_of(care: Care, item: str, at: datetime, days: int) -> list[date]:
    parts = planned_parts(known(care.records, at), days=days)
    return [part.day for part in parts if item in {now.item.exercise for now in part.items}]


def test_a_plan_of_every_second_day_keeps_its_rest_days_for_weeks() -> None:
    care = Care(phase="pf-2")
    care.session(1, 1, "heel-raise-towel")

    days = days_of(care, "heel-raise-towel", when(2, 8), 84)

    assert days[0] == when(3, 12).date()
    assert {(after - before).days for before, after in pairwise(days)} == {2}


def test_a_plan_of_twice_a_week_stays_one_of_twice_a_week() -> None:
    care = Care("peroneal-tendonitis", "pt-4")

    days = days_of(care, "band-eversion", when(1, 8), 84)

    assert len(days) == 24
    assert all((after - before).days > 1 for before, after in pairwise(days))
