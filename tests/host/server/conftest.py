"""A served app for the tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixed_host import MONDAY_MORNING, Clock
from tests.serving import Server

SMALL_APP = "tests.host.server.small_app"


def small_server(folder: Path, *, port: int | None = 0, app: str = SMALL_APP) -> Server:
    """The small app, served from `folder`; port 0 takes any free one, None the usual."""
    folder.mkdir(exist_ok=True)
    clock = Clock(folder / "clock.json")
    clock.set(MONDAY_MORNING)
    return Server(folder, clock, app=app, port=port)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server shared by the tests of a module, which must leave it as it was."""
    server = small_server(tmp_path_factory.mktemp("served"))
    yield server
    server.stop()
