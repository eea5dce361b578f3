"""The diary as a patient uses it on a phone: what is on disk afterwards is what was meant."""

import re
from datetime import date, datetime, timedelta

import pytest

from homecare.domain.diary.by_day import highest_pain_by_day
from homecare.domain.records.diary import DiaryEntry, Site, answered
from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.fixed_host import BERLIN
from tests.serving import Server

EVENING = datetime(2026, 11, 18, 20, 30, tzinfo=BERLIN)
TODAY = EVENING.date()


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(at=EVENING, demo_days=20)


@pytest.fixture(autouse=True)
def evening(served: Server) -> None:
    served.clock.set(EVENING)


def entries(served: Server, day: date = TODAY) -> list[DiaryEntry]:
    return Store.open(served.folder).entries_between(day, day)


def new_ones(served: Server, known: list[DiaryEntry], day: date = TODAY) -> list[DiaryEntry]:
    ids = {entry.id for entry in known}
    return [entry for entry in entries(served, day) if entry.id not in ids]


def test_one_tap_saves_the_pain_now_and_undo_takes_it_back(phone: Screen, served: Server) -> None:
    known = entries(served)
    phone.open("/", sees="How is your pain now?")
    phone.tap("button", "Pain 7 of 10")
    phone.wait_for("Saved: pain 7 of 10")
    (saved,) = new_ones(served, known)
    assert (saved.pain_now, answered(saved), saved.at) == (7, ["pain_now"], EVENING)

    phone.tap("button", "Undo")
    phone.wait_until(lambda: new_ones(served, known) == [], "the entry to be gone from disk")


def test_two_entries_in_a_day_stay_two(phone: Screen, served: Server) -> None:
    known = entries(served)
    phone.open("/", sees="How is your pain now?")
    phone.tap("button", "Pain 0 of 10")
    phone.wait_for("Last: 0 of 10 at 20:30")
    served.clock.advance(timedelta(minutes=20))
    phone.tap("button", "Pain 6 of 10")
    phone.wait_for("Last: 6 of 10 at 20:50")

    assert [entry.pain_now for entry in new_ones(served, known)] == [0, 6]


def test_a_full_entry_is_saved_as_it_was_filled_in(phone: Screen, served: Server) -> None:
    known = entries(served)
    phone.open("/diary/new?from=/diary", sees="Add to the diary")
    phone.tap("button", "Pain 4 of 10")
    phone.tap("button", "Worst pain in the last 24 hours: 8 of 10")
    open_section(phone, "Where it hurts")
    for place in ("Under the heel, right", "Arch (inside of the sole), right", "Calf, right"):
        if not phone.has("button", f"Take away: {place}"):
            phone.tap("button", place)
            phone.find("button", f"Take away: {place}")
    phone.tap("button", "Pain at Calf, right: 5 of 10")
    phone.find("button", "Calf, right: 5 of 10, chosen")
    open_section(phone, "What it feels like")
    phone.tap("checkbox", "Aching")
    phone.tap("checkbox", "Like a pebble in my shoe")
    open_section(phone, "Exercises and activity")
    write(phone, "Steps", "7,850")
    write(phone, "Hours on your feet", "6,5")
    open_section(phone, "Note")
    write(phone, "Notes", "Long day.\n=1+1 „quoted“")
    phone.tap("button", "Save")
    phone.wait_for("Saved")

    (saved,) = new_ones(served, known)
    assert (saved.pain_now, saved.pain_worst, saved.pain_first_step) == (4, 8, None)
    assert Site(region="calf", side="R", pain=5) in saved.location
    assert {site.region for site in saved.location} >= {"heel-under", "arch", "calf"}
    assert not saved.carried_forward
    assert saved.quality == ("aching", "pebble")
    assert (saved.steps, saved.standing_h, saved.walk_min) == (7850, 6.5, None)
    assert saved.notes == "Long day.\n=1+1 „quoted“"
    assert phone.route == "/diary"


def test_a_number_that_cannot_be_is_said_and_nothing_is_stored(phone: Screen, served: Server) -> None:
    known = entries(served)
    phone.open("/diary/new", sees="Add to the diary")
    phone.tap("button", "Pain 2 of 10")
    open_section(phone, "This morning")
    write(phone, "Morning stiffness", "300")
    phone.tap("button", "Save")
    phone.wait_for("Morning stiffness must be a whole number from 0 to 240")
    phone.wait_for("Not saved yet. Please look again at: Morning stiffness.")
    stiffness = phone.find("textbox", "Morning stiffness")
    phone.wait_until(
        lambda: bool(stiffness.evaluate("field => field === document.activeElement")),
        "its cursor",
    )
    assert new_ones(served, known) == []

    write(phone, "Morning stiffness", "7")
    phone.tap("button", "Save")
    phone.wait_until(lambda: phone.route == "/", "the screen the patient came from")
    (saved,) = new_ones(served, known)
    assert saved.stiffness_min == 7


def test_a_time_still_to_come_is_refused(phone: Screen, served: Server) -> None:
    known = entries(served)
    phone.open("/diary/new", sees="Add to the diary")
    phone.tap("button", "Pain 3 of 10")
    phone.tap("button", "Change the time")
    write(phone, "Time", "23:15")
    phone.tap("button", "Save")
    phone.wait_for("That time is still to come.")

    assert new_ones(served, known) == []


def test_yesterday_can_still_be_filled_in_and_is_marked_late(phone: Screen, served: Server) -> None:
    yesterday = TODAY - timedelta(days=1)
    known = entries(served, yesterday)
    phone.open(f"/diary/day/{yesterday}", sees="Tuesday 17 November")
    phone.tap("button", "Add an entry for this day")
    phone.tap("button", "Worst pain in the last 24 hours: 9 of 10")
    phone.tap("button", "Save")
    phone.wait_for("added later")

    (saved,) = new_ones(served, known, yesterday)
    assert (saved.pain_worst, saved.late, saved.day) == (9, True, yesterday)


def test_a_change_keeps_what_the_entry_said_and_a_deleted_one_comes_back(
    phone: Screen, served: Server
) -> None:
    known = entries(served)
    served.clock.set(EVENING - timedelta(minutes=7))
    phone.open("/", sees="How is your pain now?")
    phone.tap("button", "Pain 5 of 10")
    phone.wait_for("Saved: pain 5 of 10")
    served.clock.set(EVENING)
    phone.open(f"/diary/day/{TODAY}", sees="Wednesday 18 November")
    phone.tap("button", "Edit the entry at 20:23")
    phone.wait_for("What it said before is kept with the entry.")
    phone.tap("button", "Pain 3 of 10")
    phone.find("button", "Pain 3 of 10, chosen")
    phone.tap("button", "Save")
    phone.wait_for("was 5 of 10")
    (saved,) = new_ones(served, known)
    assert (saved.pain_now, saved.replaced[0]["pain_now"]) == (3, 5)

    phone.tap("button", "Delete the entry at 20:23")
    phone.wait_for("Entry deleted")
    assert new_ones(served, known) == []
    phone.tap("button", "Undo")
    phone.wait_until(lambda: new_ones(served, known) == [saved], "the entry to come back as it was")


def test_leaving_with_unsaved_answers_asks_first(phone: Screen, served: Server) -> None:
    known = entries(served)
    phone.open("/diary/new?from=/diary", sees="Add to the diary")
    phone.tap("button", "Pain 2 of 10")
    phone.find("button", "Pain 2 of 10, chosen")
    phone.tap("button", "Back")
    phone.wait_for("Leave without saving?")
    phone.tap("button", "Leave without saving")
    phone.wait_until(lambda: phone.route == "/diary", "the diary")

    assert new_ones(served, known) == []


def test_a_day_of_the_calendar_opens(phone: Screen, served: Server) -> None:
    phone.open("/diary", sees="November 2026")
    day = TODAY - timedelta(days=1)
    name = next(text for text in phone.texts() if text.startswith("Tuesday 17 November,"))
    store = Store.open(served.folder)
    highest = highest_pain_by_day(entries(served, day), store.sessions_between(day, day))
    assert f"highest pain {highest[day]}" in name
    phone.tap("button", name)

    phone.wait_until(lambda: phone.route == f"/diary/day/{day}", "the day to open")
    phone.wait_for("Edit the entry at")


def test_the_chart_says_every_day_and_a_gap_is_no_entry(phone: Screen, served: Server) -> None:
    phone.open("/diary", sees="November 2026")
    said = next(text for text in phone.texts() if text.startswith("First-step pain, 0 to 10:"))
    first = TODAY - timedelta(days=29)
    assert len(Store.open(served.folder).entries_between(first, first)) == 0
    assert f"{first:%A} {first.day} {first:%B} no entry" in said
    phone.tap("button", "Show as a table")
    phone.wait_for(f"{first:%A} {first.day} {first:%B}")


def test_a_tap_on_the_chart_reads_the_day_out_and_opens_it(window: Screen, served: Server) -> None:
    window.open("/diary", sees="Tap the chart to read a day.")
    chart = window.page.get_by_role("img", name=re.compile("^First-step pain, 0 to 10"))
    box = chart.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] - 6, box["y"] + box["height"] / 2
    if window.page.evaluate("navigator.maxTouchPoints > 0"):
        window.page.touchscreen.tap(x, y)
    else:
        window.page.mouse.click(x, y)
    window.wait_for("Wednesday 18 November: ")
    window.tap("button", "Open")
    window.wait_until(lambda: window.route == f"/diary/day/{TODAY}", "the day to open")


def test_a_day_to_come_and_no_day_at_all_are_told_apart(phone: Screen) -> None:
    phone.open("/diary/day/2026-12-24", sees="This day is still to come.")
    phone.open("/diary/day/someday", sees="There is no such day")
    assert phone.has("button", "Go to the diary")


def open_section(phone: Screen, title: str) -> None:
    phone.tap("button", title, exact=False)


def write(phone: Screen, label: str, text: str) -> None:
    """Fill in a field; one that has just been focused may lose what is typed too early."""
    field = phone.page.get_by_label(label, exact=True)
    phone.wait_until(lambda: field.count() == 1, f"the field {label!r}")

    kept = 0

    def holds() -> bool:
        nonlocal kept
        if field.input_value() != text:
            kept = 0
            field.focus()
            field.fill(text)
        kept += 1
        return kept > 8

    phone.wait_until(holds, f"{text!r} to stay in {label!r}")
