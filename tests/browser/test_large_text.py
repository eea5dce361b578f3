"""Today can be used at every text size: a card that cannot be laid out would hide all that follows it."""

from dataclasses import replace

import pytest

from homecare.domain.records.settings import TextSize
from homecare.storage.store import Store
from tests.browser.screen import Screen
from tests.browser.setup import Setup
from tests.fixed_host import MONDAY_MORNING
from tests.serving import Server

SCREENS = 6
"""Nobody scrolls further than this; a card that cannot be laid out is a hundred screens high."""


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup(demo_days=40, at=MONDAY_MORNING.replace(hour=19, minute=45))


@pytest.mark.parametrize("size", ["large", "largest"])
def test_the_routine_and_what_follows_it_stay_within_reach(
    phone: Screen, served: Server, size: TextSize
) -> None:
    store = Store.open(served.folder)
    store.save_settings(replace(store.settings(), text_size=size))
    phone.open("/", sees="How is your pain now?")

    for name in ("Start", "Something is wrong?"):
        box = phone.find("button", name).bounding_box()
        assert box is not None and box["y"] < SCREENS * 844, f"{name} lies {box} down"
