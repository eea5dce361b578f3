"""One Chromium, a served app per module, and a fresh phone or desktop window per test."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import Chromium
from tests.browser.screen import PATIENCE_S, Screen
from tests.browser.setup import Setup, start
from tests.browser.static.standing_in import StaticServer, is_asked_for
from tests.serving import Server

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

OF_THE_SERVER = ("test_served_page.py", "test_server_again.py", "test_two_writers.py")
"""Tests that HOMECARE_APP=static skips: those of the server's own page, and of writers outside the window."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder.

    A test is run again once if the browser died, or stopped answering and was killed; the run shows an R.
    Nothing else is ever rerun.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=["TargetClosedError"]))
        if is_asked_for() and item.path.name in OF_THE_SERVER:
            item.add_marker(pytest.mark.skip(reason="about the local server, not the static app"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The browser of all tests. Names other than this computer's own address do not resolve in it."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = "no Chromium found: install it, or name it in the environment variable CHROMIUM"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = Chromium(playwright, found)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def setup() -> Setup:
    """What a module's app finds at start; a module that needs something else overrides this fixture."""
    return Setup()


@pytest.fixture(scope="module")
def served(setup: Setup, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, served from the module's own folder, with a clock to set (`served.clock`)."""
    server = start(setup, tmp_path_factory.mktemp("browser"))
    yield server
    server.stop()
    assert server.errors() == ""


@pytest.fixture
def phone(chromium: Chromium, served: Server) -> Iterator[Screen]:
    """A phone's window, not yet opened: `phone.open()`."""
    yield from _window(chromium, served, width=390, height=844, touch=True)


@pytest.fixture
def desktop(chromium: Chromium, served: Server) -> Iterator[Screen]:
    """A desktop window, not yet opened."""
    yield from _window(chromium, served, width=1280, height=800, touch=False)


@pytest.fixture(params=["phone", "desktop"])
def window(request: pytest.FixtureRequest) -> Screen:
    """A phone's window, and in a second test a desktop's."""
    screen: Screen = request.getfixturevalue(request.param)
    return screen


def _window(chromium: Chromium, served: Server, *, width: int, height: int, touch: bool) -> Iterator[Screen]:
    with chromium.watched():
        context = chromium.browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=touch,
            device_scale_factor=1,
            locale="en-GB",
            timezone_id=str(served.clock.zone),
            accept_downloads=True,
            service_workers="block" if isinstance(served, StaticServer) else "allow",
        )
        context.set_default_timeout(PATIENCE_S * 1000)
        screen = Screen(context.new_page(), served.address)
        if isinstance(served, StaticServer):
            screen.prepare = served.prepare
        yield screen
        if chromium.browser is context.browser:
            if isinstance(served, StaticServer):
                served.leave(screen.page)
            context.close()
    assert screen.foreign == [], "the app asked another host"
    assert screen.errors == [], "the browser's console showed errors"
