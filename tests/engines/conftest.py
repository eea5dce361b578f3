"""Each engine with a profile of its own, before the served and before the static app."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.static.hosting import WebHost
from tests.browser.static.standing_in import site
from tests.engines.drivers import Engine, Firefox, MissingError, WebKit
from tests.fixed_host import MONDAY_MORNING, Clock
from tests.serving import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.engines)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(params=[Firefox, WebKit], ids=lambda made: made.name)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Firefox and WebKit, each in a profile of its own."""
    made: type[Firefox | WebKit] = request.param
    try:
        driven = made(tmp_path / made.name)
    except MissingError as reason:
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))
    yield driven
    errors = driven.errors
    driven.close()
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
