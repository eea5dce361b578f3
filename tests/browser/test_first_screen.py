"""The app itself opens, on a phone and on a desktop, with a history and without an error."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import Screen
from tests.browser.setup import Setup


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=30)


def test_the_first_screen_is_today_with_the_pain_keys(phone: Screen) -> None:
    phone.open(sees="Today")
    phone.wait_for("Monday 2 March")

    phone.find("button", "Pain 4 of 10")


def test_every_tab_opens_on_a_phone(phone: Screen) -> None:
    phone.open(sees="Today")
    shown = {
        "Exercises": "All conditions",
        "Diary": "Add an entry",
        "Aftercare": "Warning signs",
        "Today": "How is your pain now?",
    }
    for name, sentence in shown.items():
        phone.tap("tab", name)
        phone.wait_for(sentence)
        expect(phone.find("tab", name)).to_have_attribute("aria-selected", "true")


def test_it_opens_on_a_desktop(desktop: Screen) -> None:
    desktop.open(sees="Today")

    desktop.find("button", "Pain 4 of 10")
