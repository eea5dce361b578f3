"""The phone's own calendar rings when the app would, in the patient's zone, and never twice."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Timezone

from homecare.content.library import Library
from homecare.domain.aftercare.aftercare import latest_needling
from homecare.domain.aftercare.reminders import aftercare_reminders
from homecare.domain.records.local_time import in_quiet_hours, quiet_hours_of
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import Screened
from homecare.domain.records.records import Records
from homecare.domain.records.settings import Settings
from homecare.exchange.calendar import calendar
from homecare.exchange.handed_out import HandedOut, handed_out
from tests.domain.care import LONDON, Care, day_of, when
from tests.domain.prescribing import accept, prescribed
from tests.exchange.whole import BERLIN, id_of

LIBRARY = Library()
NEW_YORK = ZoneInfo("America/New_York")


def records(*, zone: Any = BERLIN, hour: int = 11, settings: Settings | None = None) -> Records:
    care = Care(day=-10)
    end = datetime.combine(day_of(1), time(hour), tzinfo=zone)
    needling = Needling(
        id=id_of(1),
        at=end,
        created_at=end,
        edited_at=end,
        muscles=(NeedledMuscle(muscle="soleus", side="left"),),
    )
    return Records(plan=care.records.plan, needlings=(needling,), settings=settings or Settings())


def at(zone: Any = BERLIN, hour: int = 12, day: int = 1) -> datetime:
    return datetime.combine(day_of(day), time(hour), tzinfo=zone)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def made(records: Records, *, zone: Any = BERLIN, hour: int = 12, day: int = 1) -> bytes:
    return calendar(records, LIBRARY, at=at(zone, hour, day), zone=zone)


def titled(found: list[Any], title: str) -> list[Any]:
    return [event for event in found if title in str(event["summary"])]


def test_every_event_has_an_alarm_a_uid_of_its_own_and_its_texts_filled() -> None:
    found = events(made(records()))

    assert len(found) > 6
    assert len({str(event["uid"]) for event in found}) == len(found)
    for event in found:
        (alarm,) = event.walk("VALARM")
        assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(0))
        assert str(event["summary"]).strip()
        assert str(event["description"]).strip()
        assert "{" not in str(event["description"])


def test_the_same_records_give_the_same_bytes() -> None:
    assert made(records()) == made(records())


def test_importing_again_a_day_later_changes_events_and_doubles_none() -> None:
    first = {str(event["uid"]) for event in events(made(records()))}
    again = {str(event["uid"]) for event in events(made(records(), day=2))}

    assert again <= first


def test_two_patients_in_one_calendar_do_not_share_an_event() -> None:
    first, other = records(), records()
    other = replace(
        other, plan=tuple(replace(event, id=f"other-{event.id}") for event in other.plan), needlings=()
    )
    mine, theirs = ({str(event["uid"]) for event in events(made(each))} for each in (first, other))

    assert mine.isdisjoint(theirs)
    assert theirs


def test_exercise_times_and_the_diary_repeat_every_day_by_the_local_clock() -> None:
    chosen = Settings(exercise_times={"morning": time(9, 15)}, diary_time=time(20, 5))
    found = events(made(records(settings=chosen)))
    (morning,) = titled(found, "morning exercises")
    (diary,) = [event for event in titled(found, "diary") if "rrule" in event]

    assert morning["dtstart"].dt == datetime.combine(day_of(1), time(9, 15), tzinfo=BERLIN)
    assert morning["dtstart"].params["TZID"] == "Europe/Berlin"
    assert diary["dtstart"].dt.time() == time(20, 5)
    assert morning["rrule"]["FREQ"] == ["DAILY"]


def test_a_time_keeps_its_place_on_the_clock_when_the_clocks_change() -> None:
    """Day 1 is 2 March 2026; in Berlin the clocks go forward on 29 March."""
    (diary,) = [event for event in titled(events(made(records())), "diary") if "rrule" in event]
    start = diary["dtstart"].dt
    rule = rrulestr(diary["rrule"].to_ical().decode(), dtstart=start)
    rings = rule.between(start, start + timedelta(days=40), inc=True)

    assert {ring.time() for ring in rings} == {time(19, 30)}
    assert {ring.utcoffset() for ring in rings} == {timedelta(hours=1), timedelta(hours=2)}
    assert len(rings) == 41


def test_the_file_explains_the_zone_and_its_change_of_the_clocks() -> None:
    (zone,) = Calendar.from_ical(made(records())).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    shifted = zone.to_tz()

    assert zone["tzid"] == "Europe/Berlin"
    for month, hours in ((2, 1), (7, 2), (12, 1)):
        moment = datetime(2026, month, 1, 12)  # noqa: DTZ001 - asked of the zone
        assert shifted.utcoffset(moment) == timedelta(hours=hours)


def test_aftercare_reminders_come_when_the_app_sends_them() -> None:
    known = records()
    needling = latest_needling(known, at())
    assert needling is not None
    sent = aftercare_reminders(needling, known, LIBRARY.aftercare, {}, at=at(), zone=BERLIN)
    due = {
        reminder.at.astimezone(UTC) for reminder in sent if reminder.status not in ("on-screen-only", "done")
    }
    found = [event for event in events(made(known)) if "rrule" not in event]

    assert {event["dtstart"].dt.astimezone(UTC) for event in found} == due
    assert len(due) >= 5


def test_nothing_rings_in_quiet_hours() -> None:
    for hour in (7, 15, 20, 23):
        known = records(hour=hour)
        found = events(made(known, hour=23, day=1))
        quiet = quiet_hours_of(known.settings)

        assert [event for event in found if in_quiet_hours(event["dtstart"].dt, quiet, BERLIN)] == []


def test_the_calendar_is_in_the_zone_the_patient_is_in_now() -> None:
    found = events(made(records(), zone=NEW_YORK))

    assert {event["dtstart"].params["TZID"] for event in found} == {"America/New_York"}


def test_without_a_named_zone_times_are_in_utc() -> None:
    data = made(records(zone=UTC), zone=UTC)

    assert list(Calendar.from_ical(data).walk("VTIMEZONE")) == []
    assert all(event["dtstart"].dt.utcoffset() == timedelta(0) for event in events(data))


def test_an_urgent_red_flag_takes_the_exercise_times_out() -> None:
    urgent = next(flag for flag in LIBRARY.safety.screen.common_flags if flag.urgency != "soon")
    asked = at(hour=10)
    answer = Screened(id=id_of(90), at=asked, created_at=asked, edited_at=asked, yes=(urgent.id,))
    flagged = replace(records(), plan=(*records().plan, answer))

    assert titled(events(made(flagged)), "exercises") == []
    assert titled(events(made(flagged)), "diary") != []


def test_an_empty_folder_has_the_diary_alone() -> None:
    (only,) = events(calendar(Records(), LIBRARY, at=at(), zone=BERLIN))

    assert "diary" in str(only["summary"]).lower()
    assert only["dtstart"].dt.date() == date(2026, 3, 2)


class Folder:
    """A folder that remembers what its calendar files held."""

    def __init__(self) -> None:
        self.before = HandedOut(owner="folder-1")

    def export(
        self, records: Records, *, hour: int = 12, day: int = 1, neutral: bool | None = None
    ) -> list[Any]:
        def remember(handed: HandedOut) -> None:
            self.before = handed_out(json.loads(json.dumps(handed.as_document())))

        data = calendar(
            records,
            LIBRARY,
            at=at(hour=hour, day=day),
            zone=BERLIN,
            neutral=neutral,
            before=self.before,
            remember=remember,
        )
        return events(data)


def by_uid(found: list[Any]) -> dict[str, tuple[int, str]]:
    return {str(event["uid"]): (event["sequence"], str(event.get("status", ""))) for event in found}


def test_the_diary_reminder_keeps_its_uid_when_a_plan_begins() -> None:
    folder = Folder()
    (alone,) = folder.export(Records())
    together = folder.export(records())

    assert str(alone["uid"]) in {str(event["uid"]) for event in together}


def test_what_has_not_changed_keeps_its_sequence_and_first_time() -> None:
    folder = Folder()
    first = {str(event["uid"]): event for event in folder.export(replace(records(), needlings=()))}
    again = folder.export(replace(records(), needlings=()), day=3)

    assert {str(event["uid"]) for event in again} == first.keys()
    for event in again:
        assert event["sequence"] == 0
        assert event["dtstart"].dt == first[str(event["uid"])]["dtstart"].dt
        assert event["last-modified"].dt == at().astimezone(UTC)


def test_a_changed_event_has_a_higher_sequence_and_one_that_is_gone_is_cancelled() -> None:
    folder = Folder()
    first = by_uid(folder.export(replace(records(), needlings=())))
    later = replace(records(), plan=(), settings=Settings(diary_time=time(18, 5)), needlings=())
    second = by_uid(folder.export(later, hour=13))
    third = by_uid(folder.export(later, hour=14))

    assert first.keys() == second.keys()
    assert sorted(second.values()) == [(1, ""), (1, "CANCELLED"), (1, "CANCELLED"), (1, "CANCELLED")]
    assert third == second


def test_an_event_that_comes_back_is_no_longer_cancelled() -> None:
    folder = Folder()
    whole = replace(records(), needlings=())
    first = by_uid(folder.export(whole))
    folder.export(replace(whole, plan=()), hour=13)
    third = by_uid(folder.export(whole, hour=14))

    assert first.keys() == third.keys()
    assert sorted(third.values()) == [(0, ""), (2, ""), (2, ""), (2, "")]


def test_a_neutral_file_says_reminder_and_nothing_else_until_told_otherwise() -> None:
    folder = Folder()
    folder.export(records(), neutral=True)
    for event in folder.export(records()):
        words = {str(event["summary"]), *(str(alarm["description"]) for alarm in event.walk("VALARM"))}
        assert words == {"Reminder"}
        assert str(event["description"]) == "Open homecare."
    assert titled(folder.export(records(), neutral=False), "exercises")


def test_a_document_that_was_spoilt_is_read_as_far_as_it_goes() -> None:
    document = HandedOut(owner="folder-1").as_document() | {"events": {"uid": {"sequence": "1"}, "other": 3}}

    assert handed_out(document) == HandedOut(owner="folder-1")
    assert handed_out({"owner": 5, "events": []}) == HandedOut()


def test_there_are_no_exercise_times_while_the_safety_questions_wait() -> None:
    care = Care(day=-10, screened=False)

    assert titled(events(made(care.records)), "exercises") == []


def test_a_reminder_that_is_switched_off_is_in_no_calendar_and_is_taken_back_from_an_earlier_one() -> None:
    kept: list[HandedOut] = []
    calendar(records(), LIBRARY, at=at(), zone=BERLIN, remember=kept.append)
    off = records(settings=Settings(reminders_off=("diary", "rm-24h"), reminders_later_min={"rm-walk": 60}))
    found = events(calendar(off, LIBRARY, at=at(), zone=BERLIN, before=kept[-1]))
    rung = [event for event in found if event.get("status") != "CANCELLED"]

    assert not titled(rung, "How sore are you today?")
    assert not any("RRULE" in event for event in titled(rung, "Your diary for today"))
    assert titled(found, "How sore are you today?")
    (walk,) = titled(rung, "Easy walk")
    assert walk["dtstart"].dt == at(hour=14)


def reviews(care: Care, day: int) -> list[Any]:
    made = calendar(care.records, LIBRARY, at=when(day, 12), zone=LONDON)
    return [event for event in events(made) if str(event["summary"]) == "Review at Foot clinic"]


def test_the_review_that_a_clinician_set_is_one_event_until_it_has_passed() -> None:
    care = Care()
    accept(care, prescribed(review=day_of(20)), 2)

    (event,) = reviews(care, 3)
    assert event["dtstart"].dt == datetime.combine(day_of(20), time(9), tzinfo=LONDON)
    assert reviews(care, 1) == reviews(care, 21) == []


def test_a_review_after_the_last_day_of_a_plan_stays_once_the_plan_has_run_out() -> None:
    care = Care()
    accept(care, prescribed(expires=day_of(10), review=day_of(13)), 2)

    assert [len(reviews(care, day)) for day in (9, 11, 12, 14)] == [1, 1, 1, 0]
