"""First run on a phone: what hurts, which side, is it safe; and what a red flag does."""

import re
from pathlib import Path

import pytest

from homecare.domain.records.plan import (
    AskedFirst,
    ClearanceGiven,
    ConditionStarted,
    RedFlagCleared,
    Screened,
)
from homecare.storage.store import Store
from tests.browser.screen import Role, Screen
from tests.browser.typed import typed
from tests.serving import Server

ABOUT = ("About you", "Your health", "Your leg and foot")


def plan_on_disk(served: Server) -> list[object]:
    return list(Store.open(Path(served.folder)).plan_events())


@pytest.fixture
def fresh(served: Server) -> Server:
    """The served app with an empty folder again."""
    Store.open(Path(served.folder)).erase_everything()
    return served


def go_on(phone: Screen, name: str | re.Pattern[str], role: Role = "button") -> None:
    """Tap it once it is no longer greyed out."""
    button = phone.find(role, name)
    phone.wait_until(lambda: button.get_attribute("aria-disabled") != "true", f"{name!r} to be ready")
    button.dispatch_event("click")


def choose(phone: Screen, condition: str, side: str) -> None:
    phone.tap("button", "Set up")
    phone.wait_for("Where does it hurt?")
    phone.tap("button", "Go on without the picture")
    phone.wait_for("What hurts?")
    phone.tap("checkbox", condition, exact=False)
    go_on(phone, "Next")
    phone.wait_for("Where exactly?")
    phone.tap("radio", side)


def none_of_these(phone: Screen) -> None:
    """Three pages on who should ask a clinician first, one tap each."""
    for heading in ABOUT:
        phone.wait_for(heading)
        phone.tap("button", "None of these apply to me")
    phone.wait_for("Is it safe to start?")


def test_a_new_patient_taps_where_it_hurts_and_is_on_today_with_12_taps_or_fewer(
    fresh: Server, phone: Screen
) -> None:
    taps: list[tuple[str, Role, str | re.Pattern[str]]] = [
        ("Welcome", "button", "Set up"),
        ("Tap the places on the picture.", "button", "Under the heel, right"),
        ("You tapped: Under the heel, right.", "button", "Next"),
        ("Often hurts where you tapped", "checkbox", re.compile("^Pain under the heel")),
        ("What hurts?", "button", "Next"),
        ("You can leave this out.", "button", "Pain 4 of 10"),
        ("Where exactly?", "button", "Next"),
        (ABOUT[0], "button", "None of these apply to me"),
        (ABOUT[1], "button", "None of these apply to me"),
        (ABOUT[2], "button", "None of these apply to me"),
        ("Is it safe to start?", "button", "None of these is true for me"),
        ("Your plan is ready", "button", "Go to Today"),
    ]
    phone.open(sees="Welcome")
    for sees, role, name in taps:
        phone.wait_for(sees)
        if name == "Go to Today":
            phone.wait_for("4 exercises, 3 times a day, up to 16 min each time")
        go_on(phone, name, role)
    assert len(taps) <= 12
    phone.wait_for("How is your pain now?")
    phone.wait_for("Arch stretch (toes pulled back)")

    started, asked, screened = plan_on_disk(fresh)
    assert isinstance(asked, AskedFirst)
    assert (asked.yes, len(asked.no)) == ((), len(set(asked.no)))
    assert isinstance(started, ConditionStarted)
    assert isinstance(screened, Screened)
    said = (started.condition, started.side, started.phase, started.pain_first_step, screened.yes)
    assert said == ("plantar-fasciitis", "right", "pf-1", 4, ())


def test_back_in_the_browser_goes_one_step_back_and_keeps_every_answer(fresh: Server, phone: Screen) -> None:
    phone.open(sees="Welcome")
    choose(phone, "Ankle sprain (outer side)", "Left")
    go_on(phone, "Next")
    phone.wait_for("About you")
    phone.back()
    phone.wait_for("Where exactly?")
    phone.wait_until(lambda: phone.find("radio", "Left").is_checked(), "the side to be kept")
    phone.back()
    phone.wait_for("What hurts?")
    ticked = phone.find("checkbox", re.compile("^Twisted ankle"))
    phone.wait_until(ticked.is_checked, "the condition to be kept")

    phone.tap("button", "I don't know")
    phone.wait_for("Have it looked at first")
    phone.wait_for("Book an appointment with your clinician this week.")
    assert not phone.has("button", "Start")


def test_a_red_flag_says_whom_to_see_and_stops_the_exercises(fresh: Server, phone: Screen) -> None:
    phone.open(sees="Welcome")
    choose(phone, "Plantar fasciitis (plantar heel pain)", "Right")
    go_on(phone, "Next")
    none_of_these(phone)
    phone.tap("checkbox", "Cannot put weight on the foot or take 4 steps")
    phone.tap("button", "1 is true for me")

    phone.wait_for("Get advice today")
    phone.wait_for("Stop your exercises and call your clinician or")
    assert not phone.has("button", "Start")


def test_only_a_named_clinician_opens_a_stopped_plan(fresh: Server, phone: Screen) -> None:
    phone.open(sees="Welcome")
    choose(phone, "Plantar fasciitis (plantar heel pain)", "Right")
    go_on(phone, "Next")
    none_of_these(phone)
    phone.tap("checkbox", "Cannot put weight on the foot or take 4 steps")
    phone.tap("button", "1 is true for me")
    phone.wait_for("Get advice today")
    phone.tap("button", "See what you answered")
    phone.wait_for("Your exercises are stopped")
    typed(phone, "Name of the clinician who cleared it", "A. Podiatrist")
    go_on(phone, "A clinician says I may go on")
    phone.wait_for("Did A. Podiatrist see you and say that you may go on?")
    phone.tap("button", "Yes, they did")
    phone.wait_for("First steps this morning?")
    phone.find("button", "Start")
    phone.wait_for("that A. Podiatrist saw you and said you may go on.")

    cleared = plan_on_disk(fresh)[-1]
    assert isinstance(cleared, RedFlagCleared)
    assert (cleared.flags, cleared.by) == (("common-walk",), "A. Podiatrist")


def test_who_should_ask_first_does_not_start_before_a_named_clinician_has_spoken(
    fresh: Server, phone: Screen
) -> None:
    phone.open(sees="Welcome")
    choose(phone, "Plantar fasciitis (plantar heel pain)", "Right")
    go_on(phone, "Next")
    phone.wait_for("About you")
    phone.tap("button", "None of these apply to me")
    phone.wait_for("Your health")
    phone.page.get_by_role("radio", name="Yes", exact=True).first.dispatch_event("click")
    phone.tap("button", "No to the others")
    phone.wait_for("Your leg and foot")
    phone.tap("button", "None of these apply to me")
    phone.wait_for("Is it safe to start?")
    phone.tap("button", "None of these is true for me")
    phone.wait_for("Ask a clinician before you start")
    assert not phone.has("button", "Start")

    phone.tap("button", "What to ask")
    typed(phone, "Name of the clinician", "A. Podiatrist")
    go_on(phone, "They said I may start")
    phone.wait_for("Is this right?")
    phone.tap("button", "Yes, they did")
    phone.find("button", "Start")
    phone.wait_for("A. Podiatrist said on")

    cleared = plan_on_disk(fresh)[-1]
    assert isinstance(cleared, ClearanceGiven)
    assert (cleared.clearance, cleared.by) == ("ok-to-start", "A. Podiatrist")


def test_not_sure_which_kind_of_achilles_pain_gets_the_gentler_plan(fresh: Server, phone: Screen) -> None:
    phone.open(sees="Welcome")
    choose(phone, "Achilles tendinopathy", "Both")
    phone.tap("radio", "Not sure", exact=False)
    go_on(phone, "Next")
    none_of_these(phone)
    phone.tap("button", "None of these is true for me")
    phone.tap("button", "Go to Today")
    phone.wait_for("First steps this morning?")

    started = plan_on_disk(fresh)[0]
    assert isinstance(started, ConditionStarted)
    assert (started.variant, started.phase) == ("unsure", "at-ins-1")


def test_a_stress_fracture_offers_no_exercise_before_a_clinician_has_seen_it(
    fresh: Server, phone: Screen
) -> None:
    phone.open(sees="Welcome")
    choose(phone, "Stress fracture of the foot or ankle", "Right")
    go_on(phone, "Next")
    none_of_these(phone)
    phone.tap("button", "None of these is true for me")
    phone.wait_for("How is your pain now?")
    phone.tap("tab", "Exercises")
    phone.wait_for("Get it checked")

    assert not phone.has("button", "Start")
    assert not any("raise" in text for text in phone.texts())
