"""Firefox and WebKit, each started once, before the served and before the static app."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.static.hosting import WebHost
from tests.browser.static.standing_in import site
from tests.engines.drivers import Engine, Firefox, MissingError, WebKit
from tests.fixed_host import MONDAY_MORNING, Clock
from tests.serving import Server

PICTURES = "HOMECARE_PICTURES"
"""Environment variable: a folder that gets a picture of the window after each test, however it ended."""

LEFT = "ClientException: Error in input stream"
"""What Firefox says of a picture that was still loading when the page was left."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.engines)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="module", params=[Firefox, WebKit], ids=lambda made: made.name)
def started(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The browser of all tests; each app has an address, and so records, of its own."""
    made: type[Firefox | WebKit] = request.param
    try:
        driven = made(tmp_path_factory.mktemp("engines") / made.name)
    except MissingError as reason:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))
    yield driven
    driven.close()


@pytest.fixture
def engine(started: Engine, request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The browser, with no error of the page left unseen.

    A test names its app first, so that the window is still open when this looks at it for the last time.
    """
    started.errors.clear()
    yield started
    if folder := os.environ.get(PICTURES):
        Path(folder, f"{request.node.name}.png").write_bytes(started.picture())
    errors = [error for error in started.errors if LEFT not in error]
    started.go("about:blank")
    assert errors == [], "the browser's console showed errors"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Server]:
    """The served app with an empty folder, on a clock that runs."""
    clock = Clock(tmp_path / "clock.json")
    clock.set(MONDAY_MORNING, runs=True)
    (tmp_path / "data").mkdir(mode=0o700)
    server = Server(tmp_path / "data", clock)
    yield server
    server.stop()
    assert server.errors() == ""


@pytest.fixture
def hosted() -> Iterator[WebHost]:
    """The static app at an address of its own."""
    host = WebHost(site())
    yield host
    host.stop()
