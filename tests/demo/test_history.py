"""A made-up history must look like a real one, and be the same every time."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from homecare.demo.history import DemoHistory, demo_history
from homecare.domain.aftercare.aftercare import aftercare_now
from homecare.domain.diary.by_day import highest_by_day
from homecare.domain.diary.flare import flares
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import (
    AskedFirst,
    ConditionStarted,
    DoseDecided,
    PhaseEntered,
    Screened,
    plans_at,
)
from homecare.domain.records.records import Records
from tests.domain.aftercare.makers import LIBRARY, LONDON

UNTIL = date(2026, 11, 22)


def history(days: int, *, seed: int = 1, until: date = UNTIL, zone: ZoneInfo = LONDON) -> DemoHistory:
    return demo_history(days=days, seed=seed, until=until, zone=zone, library=LIBRARY)


MONTH = history(30)
QUARTER = history(90)


def records_of(made: DemoHistory) -> Records:
    return Records(
        entries=made.entries, sessions=made.sessions, needlings=made.needlings, plan=made.plan_events
    )


def test_the_same_arguments_give_the_same_records():
    assert history(30) == MONTH
    assert history(30, seed=2) != MONTH
    assert history(30, until=date(2026, 11, 21)) != MONTH


def test_every_record_has_an_id_of_its_own():
    ids = [entry.id for entry in QUARTER.entries]
    ids += [session.id for session in QUARTER.sessions]
    ids += [needling.id for needling in QUARTER.needlings]
    ids += [event.id for event in QUARTER.plan_events]

    assert len(set(ids)) == len(ids)
    assert all(UUID(record_id).version == 5 for record_id in ids)


def test_records_are_in_order_and_none_lies_outside_the_history():
    for kind in (MONTH.entries, MONTH.sessions, MONTH.plan_events, MONTH.needlings):
        times = [record.at.astimezone(UTC) for record in kind]
        assert times == sorted(times)
    days = {entry.day for entry in MONTH.entries} | {session.day for session in MONTH.sessions}

    assert min(days) == UNTIL - timedelta(days=29)
    assert max(days) == UNTIL


@pytest.mark.parametrize("days", [7, 30, 90])
def test_most_days_have_an_entry_and_some_have_none(days):
    written = len({entry.day for entry in history(days).entries})

    assert 0.7 * days <= written < days


@pytest.mark.parametrize("days", [7, 30, 90])
def test_sessions_were_done_skipped_with_a_reason_and_cut_short(days):
    done = [exercise for session in history(days).sessions for exercise in session.exercises]

    assert {exercise.outcome for exercise in done} == {"done", "skipped", "cut-short"}
    assert all(exercise.reason for exercise in done if exercise.outcome == "skipped")
    cut = [exercise for exercise in done if exercise.outcome == "cut-short"]
    assert all(exercise.sets_done < exercise.sets_planned for exercise in cut)


@pytest.mark.parametrize("days", [2, 7, 10, 30, 90])
def test_there_are_two_needling_sessions_and_the_later_one_was_yesterday_morning(days):
    made = history(days)

    assert len(made.needlings) == 2
    assert made.needlings[1].at == datetime(2026, 11, 21, 10, 30, tzinfo=LONDON)


def test_soreness_peaks_on_the_first_day_and_is_gone_after_three():
    needling = MONTH.needlings[0]
    curve = [entry for entry in MONTH.entries if entry.needling == needling.id]
    hours = [(entry.at - needling.at) / timedelta(hours=1) for entry in curve]
    scores = [entry.needling_soreness or 0 for entry in curve]

    assert hours[scores.index(max(scores))] < 24
    assert scores[-1] == 0
    assert hours[-1] > 72
    assert 4 <= max(scores) <= 6


@pytest.mark.parametrize("days", [10, 30, 90])
def test_the_aftercare_card_is_alive_at_noon_of_the_last_day(days):
    made = records_of(history(days))
    noon = datetime(2026, 11, 22, 12, 30, tzinfo=LONDON)
    found = aftercare_now(made, LIBRARY.aftercare, plans_at(made.plan, noon), noon, LONDON)

    assert found is not None
    assert found.hours_since == 26
    statuses = {reminder.id: reminder.status for reminder in found.reminders}
    assert statuses["rm-24h"] == "due"
    assert statuses["rm-stretch"] == "done"
    assert statuses["rm-48h"] == "waiting"


def test_no_strength_was_done_for_a_day_after_needling():
    for needling in QUARTER.needlings:
        kinds = {
            LIBRARY.exercise(exercise.exercise).kind
            for session in QUARTER.sessions
            if timedelta(0) <= session.at - needling.at < timedelta(hours=24)
            for exercise in session.exercises
        }
        assert "strength" not in kinds


def test_pain_goes_down_but_not_in_a_straight_line():
    scores = [entry.pain_first_step for entry in QUARTER.entries if entry.pain_first_step is not None]
    week, last = scores[:7], scores[-7:]

    assert sum(week) / 7 - sum(last) / 7 > 2
    assert any(later > earlier for earlier, later in pairwise(scores))


def test_there_was_a_small_flare_and_it_is_over():
    found = flares(highest_by_day(QUARTER.entries, "pain_worst"), LIBRARY.diary.flare)

    assert found
    assert all(condition.ended_on is not None for condition in found)
    assert max(entry.pain_worst or 0 for entry in QUARTER.entries) <= 7


def test_the_plan_starts_with_the_safety_questions_and_goes_through_its_phases_in_order():
    events = QUARTER.plan_events
    phases = [event.phase for event in events if isinstance(event, PhaseEntered)]
    condition = LIBRARY.condition("plantar-fasciitis")

    assert [type(event) for event in events[:3]] == [AskedFirst, Screened, ConditionStarted]
    assert not any(event.yes for event in events if isinstance(event, Screened))
    assert phases == [phase.id for phase in condition.phases][1 : len(phases) + 1]
    assert len(phases) >= 2


def test_what_was_done_belongs_to_the_phase_of_its_day():
    condition = LIBRARY.condition("plantar-fasciitis")
    for session in QUARTER.sessions:
        plan = plans_at(QUARTER.plan_events, session.at)["plantar-fasciitis"]
        allowed = {item.exercise for item in condition.phase(plan.phase).items}
        assert {exercise.item for exercise in session.exercises} <= allowed


def test_doses_were_eased_and_an_offer_was_answered():
    decided = [event for event in history(365).plan_events if isinstance(event, DoseDecided)]

    assert {decision.level for decision in decided} == {"easier", "harder"}
    assert all(decision.until for decision in decided if decision.level == "easier")


def evening(day: list[DiaryEntry]) -> bool:
    return any(entry.pain_worst is not None for entry in day)


def test_the_last_day_has_its_morning_and_leaves_the_evening_open():
    last_day = [entry for entry in MONTH.entries if entry.day == UNTIL]

    assert not evening(last_day)
    assert last_day[-1].pain_first_step is not None
    assert [session.slot for session in MONTH.sessions if session.day == UNTIL] == ["morning"]
    assert any(entry.pain_worst is not None for entry in MONTH.entries)


@pytest.mark.slow
def test_a_longer_history_has_more_and_ten_years_are_made_at_once():
    sizes = [(len(made.entries), len(made.sessions)) for made in map(history, (1, 7, 30, 90, 3650))]

    assert sizes == sorted(sizes)
    assert sizes[0][0] >= 1
    assert sizes[-1][0] > 5000


@pytest.mark.parametrize(
    ("zone", "until"),
    [("Europe/London", date(2026, 4, 1)), ("America/New_York", date(2026, 11, 5)), ("Asia/Tokyo", UNTIL)],
)
def test_a_history_keeps_the_clocks_of_its_zone(zone, until):
    made = history(14, until=until, zone=ZoneInfo(zone))
    mornings = [entry.at for entry in made.entries if entry.pain_first_step is not None]

    assert {at.hour for at in mornings} <= {6, 7}
    assert all(at.utcoffset() == at.astimezone(ZoneInfo(zone)).utcoffset() for at in mornings)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_the_seed_the_history_holds_together(seed):
    made = history(60, seed=seed)

    assert len({session.at for session in made.sessions}) == len(made.sessions)
    nights = [entry for entry in made.entries if entry.sleep_woken]
    assert not any(sum(0 <= (last.day - night.day).days < 7 for night in nights) >= 3 for last in nights)
    assert max(entry.stiffness_min or 0 for entry in made.entries) < 30


def test_a_history_of_no_days_is_refused():
    with pytest.raises(ValueError, match="at least one day"):
        history(0)
