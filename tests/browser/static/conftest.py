"""One build of the static app for the whole run, and one window that the tests of a module share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.chromium import Chromium
from tests.browser.screen import PATIENCE_S, Screen
from tests.browser.static.hosting import WebHost
from tests.browser.static.standing_in import site


@pytest.fixture(scope="module")
def web() -> Iterator[WebHost]:
    """The static app, built once for the run, at an address of the module's own."""
    host = WebHost(site())
    yield host
    host.stop()


@pytest.fixture(autouse=True)
def watched(chromium: Chromium) -> Iterator[None]:
    """A browser that stops answering fails the test instead of blocking the run."""
    with chromium.watched():
        yield


@pytest.fixture(scope="module")
def context(chromium: Chromium, web: WebHost) -> Iterator[BrowserContext]:
    """A phone's browser with storage of its own for the module."""
    made = phone_context(chromium)
    yield made
    if chromium.browser is made.browser:
        made.close()


@pytest.fixture(scope="module")
def app(context: BrowserContext, web: WebHost) -> Iterator[Screen]:
    """The app, open; a start takes seconds, so the tests of a module share it."""
    screen = Screen(context.new_page(), web.address)
    screen.open("/", sees="Today")
    yield screen
    assert screen.foreign == [], "the app asked another host"
    assert screen.errors == [], "the browser's console showed errors"


def phone_context(chromium: Chromium) -> BrowserContext:
    """A new browser context of a phone, in this computer's zone."""
    made = chromium.browser.new_context(
        viewport={"width": 390, "height": 844},
        has_touch=True,
        locale="en-GB",
        accept_downloads=True,
    )
    made.set_default_timeout(PATIENCE_S * 1000)
    return made
