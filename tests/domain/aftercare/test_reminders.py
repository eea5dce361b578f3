"""Aftercare reminders: the content's worked example to the minute, and every rule around it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.aftercare.reminders import ReminderDue, aftercare_reminders
from homecare.domain.aftercare.sending import sendings
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.local_time import in_quiet_hours, quiet_hours_of
from homecare.domain.records.needling import Needling
from homecare.domain.records.records import Records
from homecare.domain.records.settings import Settings
from tests.domain.aftercare.makers import (
    EVENING,
    GUIDE,
    LIBRARY,
    LONDON,
    after,
    marked,
    needled,
    planned,
    sore,
)

NEW_YORK = ZoneInfo("America/New_York")
MORNING = datetime(2026, 3, 10, 10, tzinfo=LONDON)


def reminded(
    needling: Needling,
    at: datetime,
    *,
    entries: tuple[DiaryEntry, ...] = (),
    choices: Settings | None = None,
    zone: ZoneInfo = LONDON,
    condition: str = "plantar-fasciitis",
) -> dict[str, ReminderDue]:
    records = Records(entries=entries, needlings=(needling,), settings=choices or Settings(heat_allowed=True))
    found = aftercare_reminders(
        needling, records, GUIDE, planned(condition), at=at, zone=zone, exercise_of=LIBRARY.exercise
    )
    return {reminder.id: reminder for reminder in found}


def clock(reminder: ReminderDue) -> str:
    return reminder.at.strftime("%d %H:%M")


def test_the_worked_example_holds_to_the_minute():
    found = reminded(needled(at=EVENING), EVENING)

    sent = {name: clock(reminder) for name, reminder in found.items() if reminder.status == "waiting"}
    assert sent == {
        "rm-hydrate": "10 20:30",
        "rm-no-hard-training": "10 21:00",
        "rm-stretch": "11 08:00",
        "rm-heat": "11 08:00",
        "rm-24h": "11 20:00",
        "rm-diary-2nd-day": "12 19:00",
        "rm-48h": "12 20:00",
        "rm-72h": "13 20:00",
    }
    assert found["rm-walk"].status == "on-screen-only"
    assert found["rm-stretch"].with_reminders == ("rm-heat",)
    assert found["rm-hydrate"].with_reminders == ()


def test_a6_a_reminder_that_a_later_one_would_make_too_late_is_not_kept_waiting_for_it():
    session = datetime(2026, 3, 10, 4, 34, tzinfo=LONDON)
    found = reminded(needled(at=session), session)
    moved = ("rm-hydrate", "rm-no-hard-training", "rm-walk")

    assert {clock(found[name]) for name in moved} == {"10 08:00"}
    assert (clock(found["rm-stretch"]), found["rm-stretch"].with_reminders) == ("10 08:34", ())


def test_b4_a_moved_reminder_takes_along_what_falls_within_45_minutes_and_waits_for_it():
    for minutes, together in ((45, True), (46, False)):
        session = datetime(2026, 3, 10, 4, minutes, tzinfo=LONDON)
        rules = [GUIDE.reminder("rm-walk"), GUIDE.reminder("rm-stretch")]
        walk, stretch = sendings(needled(at=session), rules, GUIDE, Settings(), LONDON)

        assert (walk.moved, stretch.moved) == (True, False)
        assert (walk.send == stretch.send) is together
        assert stretch.send == stretch.due


def test_b4_reminders_that_keep_their_own_time_are_sent_alone_however_close():
    close = replace(GUIDE.reminder("rm-walk"), offset_min=61)
    rules = [GUIDE.reminder("rm-no-hard-training"), close]
    sent = sendings(needled(at=MORNING), rules, GUIDE, Settings(), LONDON)

    assert [sending.message for sending in sent] == [("rm-no-hard-training",), ("rm-walk",)]


def test_a_morning_session_reminds_at_its_own_times():
    found = reminded(needled(at=MORNING), MORNING)

    assert [clock(reminder) for reminder in found.values()][:5] == [
        "10 10:30",
        "10 11:00",
        "10 12:00",
        "10 14:00",
        "10 16:00",
    ]


def test_a_cancelled_session_reminds_of_nothing():
    assert reminded(needled(at=MORNING, cancelled=True), after(MORNING, 5)) == {}


def test_a_reminder_waits_then_is_due_then_was_missed():
    needling = needled(at=MORNING)
    seen = [reminded(needling, after(MORNING, hours))["rm-stretch"].status for hours in (3.9, 4, 14, 14.1)]

    assert seen == ["waiting", "due", "due", "missed"]


def test_a_reminder_that_was_done_is_never_due_again():
    needling = needled(at=MORNING, marks=(marked("rm-stretch", "done", after(MORNING, 4.5)),))

    assert reminded(needling, after(MORNING, 4.4))["rm-stretch"].status == "due"
    assert reminded(needling, after(MORNING, 9))["rm-stretch"].status == "done"


def test_a_dismissed_reminder_can_still_be_read():
    needling = needled(at=MORNING, marks=(marked("rm-heat", "dismissed", after(MORNING, 6.1)),))

    assert reminded(needling, after(MORNING, 7))["rm-heat"].status == "on-screen-only"


def test_a_snoozed_reminder_comes_back_at_its_time():
    snoozed = marked("rm-stretch", "snoozed", after(MORNING, 4.5), after(MORNING, 5.5))
    needling = needled(at=MORNING, marks=(snoozed,))
    seen = [reminded(needling, after(MORNING, hours))["rm-stretch"].status for hours in (5, 5.5)]

    assert seen == ["snoozed", "due"]


def test_a_snooze_into_the_night_waits_for_the_morning_or_is_not_sent():
    noon = datetime(2026, 3, 10, 13, tzinfo=LONDON)
    late = after(noon, 9)
    snoozed = tuple(marked(name, "snoozed", after(noon, 8), late) for name in ("rm-stretch", "rm-24h"))
    found = reminded(needled(at=noon, marks=snoozed), after(noon, 8))

    assert found["rm-stretch"].status == "on-screen-only"

    seven = datetime(2026, 3, 10, 21, tzinfo=LONDON)
    put_off = marked("rm-24h", "snoozed", after(seven, 24), after(seven, 25))
    question = reminded(needled(at=seven, marks=(put_off,)), after(seven, 24))["rm-24h"]

    assert (question.status, clock(question)) == ("snoozed", "12 08:00")


def test_questions_come_last_in_one_message():
    night = Settings(heat_allowed=True, quiet_from=time(12), quiet_to=time(20, 15))
    session = datetime(2026, 3, 10, 18, tzinfo=LONDON)
    message = reminded(needled(at=session), after(session, 48), choices=night)

    assert clock(message["rm-48h"]) == clock(message["rm-diary-2nd-day"]) == "12 20:15"
    assert message["rm-48h"].with_reminders == ("rm-diary-2nd-day",)

    advice_too = GUIDE.reminder("rm-no-hard-training")
    rules = [GUIDE.reminder("rm-24h"), replace(advice_too, offset_min=1450)]
    timed = sendings(needled(at=session), rules, GUIDE, night, LONDON)

    assert [reminder.rule.id for reminder in timed] == ["rm-no-hard-training", "rm-24h"]
    assert timed[0].message == ("rm-no-hard-training", "rm-24h")


def test_a_merged_message_never_brings_a_stretch_before_its_time():
    session = datetime(2026, 3, 10, 4, 15, tzinfo=LONDON)
    found = reminded(needled(at=session), session)

    assert clock(found["rm-walk"]) == clock(found["rm-stretch"]) == "10 08:15"


def test_no_more_than_five_messages_in_the_first_day_and_heat_goes_first():
    extra = tuple(
        replace(GUIDE.reminder("rm-no-hard-training"), id=f"rm-{minutes}", offset_min=minutes)
        for minutes in (180, 300)
    )
    rules = (*GUIDE.reminders, *extra)
    timed = sendings(needled(at=MORNING), rules, GUIDE, Settings(), LONDON)

    dropped = [reminder.rule.id for reminder in timed if reminder.send is None]
    assert sorted(dropped) == ["rm-heat", "rm-hydrate"]


def test_c9_heat_is_offered_only_where_somebody_said_it_is_safe():
    assert "rm-heat" not in reminded(needled(at=MORNING, heat_allowed=False), MORNING)
    assert "rm-heat" not in reminded(needled(at=MORNING), MORNING, choices=Settings(heat_allowed=False))
    assert not Settings().heat_allowed  # unanswered is no


def test_no_stretch_is_asked_for_where_it_is_not_allowed_or_a_bone_is_healing():
    assert "rm-stretch" not in reminded(needled(at=MORNING, stretch_allowed=False), MORNING)
    assert "rm-stretch" not in reminded(needled(at=MORNING), MORNING, condition="stress-fracture")


def test_the_stretch_is_named_with_the_muscle_it_is_for():
    stretch = reminded(needled("gastrocnemius", at=MORNING), MORNING)["rm-stretch"]

    assert (stretch.exercise, stretch.side) == ("calf-stretch-straight", "left")
    assert stretch.text.startswith(
        "Time for a gentle stretch of your big calf muscle: Calf stretch, back knee straight."
    )


def test_slow_repeats_are_not_called_stretches_of_twenty_seconds():
    stretch = reminded(needled("tibialis-anterior", at=MORNING), MORNING, condition="ankle-sprain")

    assert stretch["rm-stretch"].exercise == "ankle-pumps"
    assert "20 seconds" not in stretch["rm-stretch"].text


def test_restart_is_offered_only_after_a_low_score_without_a_warning_sign():
    at = after(EVENING, 25)

    assert "rm-restart" not in reminded(needled(), at)
    assert reminded(needled(), at, entries=(sore(4, 24.1),))["rm-restart"].status == "due"
    assert "rm-restart" not in reminded(needled(), at, entries=(sore(5, 24.1),))
    assert "rm-restart" not in reminded(needled(warning_signs=("ws-fever",)), at, entries=(sore(4, 24.1),))


def test_a_third_question_comes_only_while_it_is_still_sore_or_unknown():
    at = after(EVENING, 73)

    assert reminded(needled(), at)["rm-72h"].status == "due"
    assert reminded(needled(), at, entries=(sore(3, 48),))["rm-72h"].status == "due"
    assert "rm-72h" not in reminded(needled(), at, entries=(sore(2, 48),))


def test_a_score_answers_its_question():
    found = reminded(needled(), after(EVENING, 30), entries=(sore(4, 24.5),))

    assert found["rm-24h"].status == "done"


def test_the_second_evening_does_not_ask_when_the_diary_is_complete():
    at = datetime(2026, 3, 12, 18, tzinfo=LONDON)
    whole = DiaryEntry(
        id="e", at=at, created_at=at, edited_at=at, pain_now=2, pain_worst=3, exercises_done="all"
    )
    half = replace(whole, pain_worst=None)
    later = datetime(2026, 3, 12, 19, 5, tzinfo=LONDON)

    assert reminded(needled(), later, entries=(whole,))["rm-diary-2nd-day"].status == "done"
    assert reminded(needled(), later, entries=(half,))["rm-diary-2nd-day"].status == "due"


def test_offsets_are_time_that_passed_when_the_clocks_go_forward():
    session = datetime(2026, 3, 28, 20, tzinfo=LONDON)
    found = reminded(needled(at=session), session)

    assert found["rm-24h"].at.isoformat() == "2026-03-29T21:00:00+01:00"
    assert found["rm-stretch"].at.isoformat() == "2026-03-29T08:00:00+01:00"
    assert found["rm-diary-2nd-day"].at.isoformat() == "2026-03-30T19:00:00+01:00"


def test_an_hour_more_in_the_night_can_make_a_stretch_too_late():
    session = datetime(2026, 10, 31, 18, 30, tzinfo=NEW_YORK)
    week_before = session - timedelta(days=7)

    usual = reminded(needled(at=week_before), week_before, zone=NEW_YORK)["rm-stretch"]
    long_night = reminded(needled(at=session), session, zone=NEW_YORK)

    assert (usual.status, usual.at.isoformat()) == ("waiting", "2026-10-25T08:00:00-04:00")
    assert long_night["rm-stretch"].status == "on-screen-only"
    assert long_night["rm-24h"].at.isoformat() == "2026-11-01T17:30:00-05:00"


def test_after_a_flight_reminders_keep_the_quiet_hours_of_where_the_patient_is():
    found = reminded(needled(at=EVENING), after(EVENING, 12), zone=NEW_YORK)

    assert found["rm-stretch"].at.isoformat() == "2026-03-10T20:00:00-04:00"
    assert found["rm-24h"].at.isoformat() == "2026-03-11T16:00:00-04:00"
    assert found["rm-diary-2nd-day"].at.isoformat() == "2026-03-12T19:00:00-04:00"


def test_the_second_day_after_a_leap_day_is_the_second_of_march():
    session = datetime(2028, 2, 29, 10, tzinfo=LONDON)

    assert clock(reminded(needled(at=session), session)["rm-diary-2nd-day"]) == "02 19:00"


ZONES = st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"]).map(
    ZoneInfo
)
CLOCKS = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
STARTS = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2026, 3, 29, 1, tzinfo=UTC),
            datetime(2026, 10, 25, 1, tzinfo=UTC),
            datetime(2026, 3, 8, 7, tzinfo=UTC),
            datetime(2026, 11, 1, 6, tzinfo=UTC),
            datetime(2028, 2, 29, 12, tzinfo=UTC),
        ]
    ),
    st.integers(-4000, 1000),
)
IDS = [rule.id for rule in GUIDE.reminders]


@st.composite
def journeys(draw):
    zone = draw(ZONES)
    start = draw(STARTS).astimezone(draw(ZONES))
    marks = draw(
        st.lists(
            st.builds(
                lambda name, status, made, later: marked(
                    name, status, after(start, made), after(start, made + later)
                ),
                st.sampled_from(IDS),
                st.sampled_from(["done", "snoozed", "dismissed"]),
                st.floats(0, 80),
                st.floats(0.25, 12),
            ),
            max_size=4,
        )
    )
    scores = draw(st.lists(st.tuples(st.integers(0, 10), st.floats(20, 80)), max_size=3))
    return Records(
        entries=tuple(sore(score, hours, since=start) for score, hours in scores),
        needlings=(needled("gastrocnemius", "interossei", at=start, marks=tuple(marks)),),
        settings=Settings(quiet_from=draw(CLOCKS), quiet_to=draw(CLOCKS), heat_allowed=draw(st.booleans())),
    ), zone


def shown(records: Records, at: datetime, zone: ZoneInfo) -> tuple[ReminderDue, ...]:
    return aftercare_reminders(
        records.needlings[0], records, GUIDE, planned("plantar-fasciitis"), at=at, zone=zone
    )


@settings(max_examples=60)
@given(journey=journeys(), hours=st.floats(0, 100))
def test_nothing_is_ever_sent_in_quiet_hours_or_more_than_five_times_in_the_first_day(journey, hours):
    records, zone = journey
    start = records.needlings[0].at
    found = shown(records, after(start, hours), zone)

    quiet = quiet_hours_of(records.settings)
    sent = [reminder for reminder in found if reminder.status not in ("on-screen-only", "done")]
    assert not any(in_quiet_hours(reminder.at, quiet, zone) for reminder in sent)
    first_day = {
        reminder.at.astimezone(UTC) for reminder in sent if reminder.at.astimezone(UTC) < after(start, 24)
    }
    assert len(first_day) <= 5
    assert len({reminder.id for reminder in found}) == len(found)


@settings(max_examples=60)
@given(journey=journeys())
def test_nothing_is_sent_before_it_is_due_or_later_than_it_may_be(journey):
    records, zone = journey

    for sending in sendings(records.needlings[0], GUIDE.reminders, GUIDE, records.settings, zone):
        if sending.send is not None:
            late = sending.send.astimezone(UTC) - sending.due.astimezone(UTC)
            assert timedelta(0) <= late <= timedelta(minutes=sending.rule.drop_if_late_by_min)
            assert sending.rule.id in sending.message


@settings(max_examples=25)
@given(journey=journeys())
def test_a_reminder_is_due_in_one_stretch_of_time_unless_the_patient_put_it_off(journey):
    records, zone = journey
    needling = records.needlings[0]
    put_off = {mark.reminder for mark in needling.marks if mark.status == "snoozed"}
    seen: dict[str, list[str]] = {}
    for hour in range(0, 96):
        for reminder in shown(records, after(needling.at, hour), zone):
            seen.setdefault(reminder.id, []).append(reminder.status)

    for name, statuses in seen.items():
        starts = sum(now == "due" and was != "due" for was, now in pairwise(["", *statuses]))
        assert starts <= (2 if name in put_off else 1)
        if "done" in statuses:
            assert set(statuses[statuses.index("done") :]) == {"done"}


@settings(max_examples=40)
@given(journey=journeys(), hours=st.floats(0, 100))
def test_the_same_records_give_the_same_order_and_a_cancelled_session_gives_none(journey, hours):
    records, zone = journey
    needling = records.needlings[0]
    at = after(needling.at, hours)
    found = shown(records, at, zone)

    backwards = replace(records, entries=records.entries[::-1])
    assert [reminder.id for reminder in shown(backwards, at, zone)] == [reminder.id for reminder in found]
    times = [reminder.at.astimezone(UTC) for reminder in found]
    assert times == sorted(times)
    cancelled = replace(records, needlings=(replace(needling, cancelled=True),))
    assert shown(cancelled, at, zone) == ()


def test_a_reminder_that_is_switched_off_is_only_on_the_screen_and_in_no_message() -> None:
    session = datetime(2026, 3, 10, 4, 34, tzinfo=LONDON)  # quiet hours bring several to 08:00
    usual = reminded(needled(at=session), after(session, 1))
    off = Settings(reminders_off=("rm-walk", "rm-hydrate"))
    found = reminded(needled(at=session), after(session, 1), choices=off)

    assert (usual["rm-walk"].status, found["rm-walk"].status) == ("waiting", "on-screen-only")
    assert not any("rm-walk" in reminder.with_reminders for reminder in found.values())
    assert found["rm-stretch"].status == "waiting"


def test_a_reminder_can_be_put_off_but_never_beyond_what_the_content_allows() -> None:
    later = Settings(reminders_later_min={"rm-hydrate": 60, "rm-no-hard-training": 360})
    usual = reminded(needled(at=MORNING), MORNING)
    found = reminded(needled(at=MORNING), MORNING, choices=later)

    assert found["rm-hydrate"].at - usual["rm-hydrate"].at == timedelta(hours=1)
    assert found["rm-no-hard-training"].status == "on-screen-only"


def test_a_later_time_inside_quiet_hours_loses_no_reminder() -> None:
    later = Settings(reminders_later_min={"rm-diary-2nd-day": 240})  # 23:00, and 08:00 is too late
    usual = reminded(needled(at=MORNING), MORNING)["rm-diary-2nd-day"]
    found = reminded(needled(at=MORNING), MORNING, choices=later)["rm-diary-2nd-day"]

    assert (found.status, found.at) == ("waiting", usual.at)


def test_a_question_that_is_not_sent_still_waits_for_its_answer_on_the_screen() -> None:
    off = Settings(reminders_off=("rm-24h",))
    found = reminded(needled(at=MORNING), after(MORNING, 25), choices=off)

    assert found["rm-24h"].status == "on-screen-only"
