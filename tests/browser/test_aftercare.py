"""Aftercare on a phone, hour by hour, as a patient goes through it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from homecare.content.library import Library
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import Screened
from homecare.handover.records import all_records
from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup, start
from tests.browser.typed import typed
from tests.domain.aftercare.makers import needled
from tests.serving import Server

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 20, 12, 0, tzinfo=BERLIN)
"""Long after the needling sessions of the made-up history, which ends on 2 March."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A patient with heel pain whose made-up history ended weeks ago."""
    server = start(Setup(demo_days=30), tmp_path_factory.mktemp("aftercare"))
    asked = NOON - timedelta(days=1)
    store = Store.open(server.folder)
    store.add_plan_events(Screened(id="screened", at=asked, created_at=asked, edited_at=asked, yes=()))
    store.save_settings(replace(store.settings(), heat_allowed=True))
    yield server
    server.stop()


@pytest.fixture
def served(filled: Server) -> Server:
    """The same app for every test, at noon, with no needling session of an earlier test going on."""
    filled.clock.set(NOON)
    store = Store.open(filled.folder)
    found = all_records(store)
    lately = NOON.date() - timedelta(days=5)
    needlings = [needling for needling in found.needlings if needling.at.date() <= lately]
    entries = [entry for entry in found.entries if entry.day < NOON.date()]
    store.apply([*entries, *found.sessions, *needlings, *found.plan, found.settings], replacing=True)
    return filled


def latest(folder: Path) -> Needling:
    """The needling session on disk that was recorded last."""
    return Store.open(folder).needlings()[-1]


def needle(server: Server, *, at: datetime = NOON - timedelta(hours=1)) -> None:
    """Put a session into the folder, as `test_time_and_one_muscle_are_enough…` records it on the screen."""
    recorded = needled(at=at, side="right", name=str(uuid4()), zone="Europe/Berlin")
    Store.open(server.folder).save_needling(recorded)


def choose_calf(phone: Screen, muscle: str = "right big calf muscle") -> None:
    """Tap the calf on the picture of the leg, and the muscle there."""
    side = muscle.split(maxsplit=1)[0]
    phone.tap("radio", f"{side.capitalize()} leg")
    phone.tap("button", f"Calf, {side}")
    phone.tap("checkbox", muscle.capitalize())
    phone.tap("button", "Done")
    phone.wait_for(f"Chosen: {muscle.capitalize()}.")


def test_another_day_of_the_calendar_is_the_day_on_disk(phone: Screen, served: Server) -> None:
    phone.open("/aftercare/new", sees="When did it end?")
    phone.tap("radio", "Another day")
    phone.page.get_by_role("button", name=re.compile("^17, ")).first.dispatch_event("click")
    phone.tap("button", "OK")
    phone.wait_for("Tuesday 17 March")
    typed(phone, "Time", "00:30")
    choose_calf(phone)
    phone.tap("button", "Save")
    phone.wait_until(lambda: latest(served.folder).at.date() > NOON.date() - timedelta(days=5), "the save")

    assert latest(served.folder).at == datetime(2026, 3, 17, 0, 30, tzinfo=BERLIN)


def today(phone: Screen, *, sees: str) -> None:
    """Go to Today and wait until it says this."""
    phone.open("/", sees=sees)


def later(server: Server, phone: Screen, hours: float, *, sees: str, route: str = "/aftercare") -> None:
    """Some hours after a session that ended at 11:00, with the app opened afresh."""
    server.clock.set(NOON - timedelta(hours=1) + timedelta(hours=hours))
    phone.open(route, sees=sees)


def test_time_and_one_muscle_are_enough_and_today_says_where_you_are(phone: Screen, served: Server) -> None:
    phone.open("/aftercare/new", sees="When did it end?")
    typed(phone, "Time", "11:00")
    choose_calf(phone)
    phone.tap("button", "Save")
    phone.wait_for("Hour by hour")
    today(phone, sees="1 hour since needling")

    needling = latest(served.folder)
    assert needling.at == NOON - timedelta(hours=1)
    assert [(muscle.muscle, muscle.side) for muscle in needling.muscles] == [("gastrocnemius", "right")]
    assert needling.zone == "Europe/Berlin"
    assert needling.heat_allowed
    phone.tap("button", "Open aftercare")
    phone.wait_for("The spot may feel heavy, achy or like a cramp.")


def test_a_time_still_to_come_is_refused_beside_the_field_and_nothing_is_stored(
    phone: Screen, served: Server
) -> None:
    before = len(Store.open(served.folder).needlings())
    phone.open("/aftercare/new", sees="When did it end?")
    typed(phone, "Time", "13:00")
    phone.tap("button", "Save")
    phone.wait_for("That time is still to come. Choose a time up to now.")

    assert phone.says("Tap where the needles were, or choose “I don't know which”.")
    assert len(Store.open(served.folder).needlings()) == before


_NOTED = """() => {
  window.homecareNotified = [];
  window.Notification = class extends Notification {
    constructor(title, look) {
      super(title, look);
      window.homecareNotified.push(title);
    }
  };
}"""
"""Notes the titles of the notifications that the page shows; the system's own list cannot be read."""


def test_the_stretch_is_due_after_four_hours_as_a_notification_and_with_its_picture_and_done_is_kept(
    phone: Screen, served: Server
) -> None:
    phone.page.context.grant_permissions(["notifications"])
    needle(served)
    later(served, phone, 3.9, sees="Hour by hour")
    assert not phone.has("button", "Show the stretch")

    phone.page.evaluate(_NOTED)
    served.clock.advance(timedelta(minutes=12))
    phone.wait_until(
        lambda: "Gentle stretch" in phone.page.evaluate("window.homecareNotified"), "the notification"
    )

    later(served, phone, 4.1, route="/", sees="Stretch right big calf muscle")
    phone.tap("button", "Stretch right big calf muscle")
    phone.tap("button", "Show the stretch")
    phone.wait_for("Right leg: 3 times, hold 20 s")
    phone.page.get_by_role("button", name="Done", exact=True).first.dispatch_event("click")
    phone.wait_gone("Show the stretch")

    marks = [(mark.reminder, mark.status) for mark in latest(served.folder).marks]
    assert ("rm-stretch", "done") in marks

    phone.tap("button", "Undo")
    phone.wait_until(
        lambda: "rm-stretch" not in [mark.reminder for mark in latest(served.folder).marks],
        "the mark to be gone from disk",
    )
    phone.wait_for("Show the stretch")


def test_nothing_is_due_in_quiet_hours_and_one_message_comes_after_them(
    phone: Screen, served: Server
) -> None:
    needle(served, at=NOON.replace(hour=20))
    served.clock.set(NOON.replace(hour=3) + timedelta(days=1))
    today(phone, sees="7 hours since needling")
    assert not phone.says("Now: ")

    served.clock.set(NOON.replace(hour=8, minute=1) + timedelta(days=1))
    today(phone, sees="Now: Gentle stretch")
    assert phone.says("Also due: Warm pack")
    phone.open("/aftercare", sees="Easy walk")
    assert phone.says("Shown here only, not sent (yesterday at 22:00)")


def test_soreness_6_after_a_day_rests_strength_and_its_exercises_wait(phone: Screen, served: Server) -> None:
    needle(served)
    later(served, phone, 24.5, sees="How sore are you today?")
    phone.tap("button", "Soreness 6 of 10")
    phone.wait_for("Rest from your strength items for one more day.")

    scores = [
        (entry.needling_soreness, entry.needling)
        for entry in Store.open(served.folder).all_entries()
        if entry.at >= NOON and entry.needling_soreness is not None
    ]
    assert scores == [(6, latest(served.folder).id)]
    today(phone, sees="Rest from your strength items for one more day.")


def test_a_soreness_tapped_by_mistake_is_taken_back(phone: Screen, served: Server) -> None:
    needle(served)
    later(served, phone, 24.5, sees="How sore are you now?")
    phone.tap("button", "Soreness 7 of 10")
    phone.wait_for("Saved: soreness 7 of 10")
    assert sorenesses(served) == [7]
    phone.tap("button", "Undo")
    phone.wait_until(lambda: sorenesses(served) == [], "the rating to be gone from disk")
    phone.wait_for("How sore are you now?")


def sorenesses(server: Server) -> list[int | None]:
    """The soreness scores given after noon, as on disk."""
    return [
        entry.needling_soreness
        for entry in Store.open(server.folder).all_entries()
        if entry.at >= NOON and entry.needling_soreness is not None
    ]


def test_soreness_5_after_two_days_asks_to_call_the_clinic(phone: Screen, served: Server) -> None:
    needle(served)
    later(served, phone, 48.5, sees="How sore are you now?")
    phone.tap("button", "Soreness 5 of 10")
    phone.wait_for("It should be easing by now. Please call your clinic today.")

    assert phone.has("button", "Add your clinic's phone number")
    phone.tap("button", "I have called")
    phone.wait_until(lambda: not phone.has("button", "I have called"), "the call to be noted")


def test_an_answer_that_stops_needling_blocks_until_a_clinician_has_decided(
    phone: Screen, served: Server
) -> None:
    question = "Have you had a blood clot, or a calf that is hot, red and swollen?"
    phone.open("/aftercare/checklist", sees=question)
    group = phone.page.get_by_role("group", name=question)
    group.get_by_role("radio", name="Yes").dispatch_event("click")
    phone.wait_for("Do not have needling until your clinician has decided")
    assert phone.find("button", "Record the session").is_disabled()

    typed(phone, "Name of the clinician", "Dr Sole")
    typed(phone, "What they decided", "Checked, go ahead")
    phone.wait_for("Your clinician has decided")
    phone.tap("button", "Record the session")
    phone.wait_for("1 of 20 questions answered")
    typed(phone, "Time", "11:30")
    choose_calf(phone, "left big calf muscle")
    phone.tap("button", "Save")
    phone.wait_for("Hour by hour")

    needling = latest(served.folder)
    assert [(answer.item, answer.yes) for answer in needling.checklist] == [("ck-clot", True)]
    assert needling.checklist_decision == "Dr Sole: Checked, go ahead"


def test_a_session_called_off_stays_in_the_records_and_reminds_of_nothing(
    phone: Screen, served: Server
) -> None:
    needle(served)
    phone.open("/aftercare", sees="Hour by hour")
    phone.tap("button", "Change this session")
    phone.tap("button", "Recorded in error, or called off")
    phone.tap("button", "Call it off")
    phone.wait_for("No needling to look after now")
    today(phone, sees="How is your pain now?")

    assert latest(served.folder).cancelled
    assert not phone.says("since needling")

    phone.open(f"/aftercare/needling/{latest(served.folder).id}", sees="This session was called off")
    phone.tap("button", "It did take place")
    phone.wait_for("Hour by hour")
    assert not latest(served.folder).cancelled


def test_strength_of_the_needled_muscle_is_held_on_today(phone: Screen, served: Server) -> None:
    needle(served)
    raised = Library().exercise("heel-raise-towel")
    assert "gastrocnemius" in raised.targets
    phone.open("/exercises", sees=raised.name)

    row = next(said for said in phone.texts() if raised.name in said)
    assert "needled" in row


NOTE_CALLS = "() => { HTMLAnchorElement.prototype.click = function () { window.called = this.href; }; }"


def test_a_ticked_warning_sign_is_kept_and_said_first(phone: Screen, served: Server) -> None:
    needle(served)
    phone.open("/aftercare", sees="Hour by hour")
    phone.tap("button", "Warning signs")
    phone.wait_for("Emergency")
    phone.page.evaluate(NOTE_CALLS)
    phone.tap("button", "Call 112")
    phone.wait_until(lambda: phone.page.evaluate("window.called") == "tel:112", "the phone to be handed 112")
    sign = "Fever, shivering or feeling ill in the days after"
    phone.tap("checkbox", sign, exact=False)
    phone.wait_until(lambda: latest(served.folder).warning_signs == ("ws-fever",), "the tick to be on disk")
    phone.open("/aftercare", sees="You ticked a warning sign")

    assert phone.says("Call your clinic or your local urgent advice line today.")
