"""The plan, the phases and an exercise's page, with where its dose comes from."""

from datetime import UTC, datetime

import pytest

from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.browser.typed import filled


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=40, at=datetime(2026, 3, 2, 17, 0, tzinfo=UTC))


def test_an_exercise_shows_its_dose_steps_cautions_and_source(phone: Screen) -> None:
    phone.open("/exercises", sees="Plantar fasciitis")
    phone.tap("button", "Arch stretch", exact=False)
    phone.wait_for("How much to do")
    phone.wait_for("10 times, hold 10 s")
    phone.tap("button", "Where these numbers come from", exact=False)

    phone.wait_for("DiGiovanni BF")
    phone.wait_for("This is the amount from the study.")
    for said in ("Sit down and rest your sore foot", "Firm but comfortable", "Recent foot surgery"):
        phone.wait_for(said)


def test_the_goal_stays_on_the_plan_and_back_leads_from_an_exercise_to_it(phone: Screen) -> None:
    phone.open("/exercises", sees="What do you want to be able to do again?")
    filled(phone, "My goal", "Dance at the wedding")
    phone.tap("button", "Save my goal")
    phone.wait_for("“Dance at the wedding”")
    phone.open("/exercises", sees="“Dance at the wedding”")
    phone.tap("button", "Arch stretch", exact=False)
    phone.wait_for("How much to do")
    phone.back()

    phone.wait_for("Phases and goals")
    assert phone.route == "/exercises"


def test_the_phase_page_says_what_is_met_and_what_is_still_to_come(phone: Screen) -> None:
    phone.open("/exercises/phases/plantar-fasciitis", sees="Before you move on")

    assert phone.says("You are here")
    assert phone.says("No flare in the last 7 days.")


def test_every_condition_has_a_page_that_says_when_to_get_help(phone: Screen) -> None:
    phone.open("/exercises/conditions", sees="All conditions")
    phone.tap("button", "Morton's neuroma", exact=False)

    phone.wait_for("When to get help")
    phone.find("button", "Add to my plan")


def test_a_mistyped_address_leads_back_without_a_traceback(phone: Screen) -> None:
    phone.open("/exercises/exercise/no-such-thing", sees="There is no such exercise")
    phone.tap("button", "Your exercises")

    phone.wait_for("Phases and goals")
