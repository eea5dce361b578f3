"""Everyday reminders: only for what is due and not done, never in quiet hours."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.local_time import in_quiet_hours, quiet_hours_of
from homecare.domain.records.records import Records
from homecare.domain.records.session import SLOTS, ExerciseDone, Session, Slot
from homecare.domain.records.settings import Settings
from homecare.domain.today.daily_reminders import everyday_reminders, missed_day_nudge
from tests.domain.aftercare.makers import LIBRARY, LONDON

NOON = datetime(2026, 3, 10, 12, tzinfo=LONDON)


def reminded(
    at: datetime = NOON,
    *,
    slots: tuple[Slot, ...] = ("morning", "evening"),
    records: Records | None = None,
    zone: ZoneInfo = LONDON,
) -> dict[str, ReminderDue]:
    return {reminder.id: reminder for reminder in everyday_reminders(records or Records(), slots, at, zone)}


def rated(at: datetime, pain: int = 3) -> DiaryEntry:
    return DiaryEntry(id=at.isoformat(), at=at, created_at=at, edited_at=at, pain_now=pain)


def trained(at: datetime, slot: Slot) -> Session:
    done = ExerciseDone(condition="c", item="i", exercise="i", side="left", sets_planned=1, sets_done=1)
    return Session(id="s", at=at, ended_at=at, created_at=at, edited_at=at, slot=slot, exercises=(done,))


def test_only_parts_of_the_day_with_something_to_do_remind():
    assert list(reminded(slots=("evening",))) == ["exercise-evening", "diary"]
    assert list(reminded(slots=())) == ["diary"]


def test_half_past_seven_in_quiet_hours_becomes_eight():
    assert reminded()["exercise-morning"].at == NOON.replace(hour=8)


def test_a_reminder_is_due_until_the_next_part_of_the_day():
    seen = [
        reminded(NOON.replace(hour=hour, minute=30))["exercise-morning"].status for hour in (7, 8, 18, 20)
    ]

    assert seen == ["waiting", "due", "due", "missed"]


def test_a_session_silences_its_part_of_the_day_only():
    records = Records(sessions=(trained(NOON.replace(hour=9), "morning"),))
    found = reminded(records=records)

    assert (found["exercise-morning"].status, found["exercise-evening"].status) == ("done", "waiting")


def test_an_entry_of_the_day_silences_the_diary_and_one_of_yesterday_does_not():
    evening = NOON.replace(hour=20)

    assert reminded(evening, records=Records(entries=(rated(NOON),)))["diary"].status == "done"
    yesterday = Records(entries=(rated(NOON - timedelta(days=1)),))
    assert reminded(evening, records=yesterday)["diary"].status == "due"


def test_after_midnight_it_is_still_the_same_diary_day():
    late = datetime(2026, 3, 11, 1, tzinfo=LONDON)

    assert reminded(late)["diary"].at == datetime(2026, 3, 10, 19, 30, tzinfo=LONDON)


def test_a_time_that_quiet_hours_push_into_tomorrow_is_only_shown_on_screen():
    records = Records(settings=Settings(diary_time=time(22)))

    assert reminded(NOON.replace(hour=22), records=records)["diary"].status == "on-screen-only"


def test_in_another_zone_the_times_are_those_of_its_clocks():
    new_york = ZoneInfo("America/New_York")
    at = datetime(2026, 3, 10, 12, tzinfo=new_york)

    assert reminded(at, zone=new_york)["exercise-evening"].at.isoformat() == "2026-03-10T19:30:00-04:00"


NUDGES = LIBRARY.diary.missing_days


def nudged(last: int | None, today: int, *, since: int = 1) -> int | None:
    """Missing days of the nudge on a day of March, the last entry being on another day."""
    entries = [rated(datetime(2026, 3, last, 9, tzinfo=LONDON))] if last else []
    found = missed_day_nudge(entries, NUDGES, since=date(2026, 3, since), today=date(2026, 3, today))
    return found.after_missing_days if found else None


def test_a_kind_word_comes_after_one_three_and_seven_missed_days():
    assert [nudged(10, day) for day in (10, 11, 12, 13, 14, 18)] == [None, None, 1, 1, 3, 7]


def test_days_before_the_plan_are_not_missed():
    assert [nudged(None, day, since=10) for day in (10, 11, 13)] == [None, 1, 3]


@settings(max_examples=100)
@given(
    minutes=st.integers(0, 60 * 24 * 400),
    clocks=st.lists(st.integers(0, 95), min_size=7, max_size=7),
    zone=st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe"]).map(ZoneInfo),
)
def test_no_everyday_reminder_is_ever_sent_in_quiet_hours(minutes, clocks, zone):
    times = [time(quarter // 4, quarter % 4 * 15) for quarter in clocks]
    chosen = Settings(
        exercise_times=dict(zip(SLOTS, times[:4], strict=True)),
        diary_time=times[4],
        quiet_from=times[5],
        quiet_to=times[6],
    )
    at = NOON + timedelta(minutes=minutes)
    found = everyday_reminders(Records(settings=chosen), SLOTS, at, zone)

    assert len(found) == 5
    for reminder in found:
        if reminder.status != "on-screen-only":
            assert not in_quiet_hours(reminder.at, quiet_hours_of(chosen), zone)


def test_a_reminder_that_is_switched_off_is_not_sent_and_the_others_are():
    records = Records(settings=Settings(reminders_off=("exercise-morning", "diary")))
    found = reminded(NOON.replace(hour=9), records=records)

    assert (found["exercise-morning"].status, found["diary"].status) == ("on-screen-only", "on-screen-only")
    assert found["exercise-evening"].status == "waiting"
