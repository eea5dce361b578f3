"""Settings for every test."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import shared

# How long an example takes depends more on what else the machine is doing than on the rule.
settings.register_profile("homecare", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("homecare")

BROWSER = Path(__file__).parent / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes, and no others")
    parser.addoption(
        "--engines", action="store_true", help="run what drives Firefox and WebKitGTK, no others"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shared.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shared.end()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes minutes, unless asked; the browser's tests come last, and long files first.

    Playwright keeps an event loop running in its process, so what runs a loop of its own comes before. Files
    are handed to the workers in this order: a long one that began last would keep one worker busy alone.
    """
    left_out = {
        item
        for item in items
        for lane in ("long", "engines")
        if bool(item.get_closest_marker(lane)) != config.getoption(f"--{lane}")
    }
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]
    tests_in: dict[Path, int] = {}
    slow = set()
    for item in items:
        tests_in[item.path] = tests_in.get(item.path, 0) + 1
        if item.get_closest_marker("slow"):
            slow.add(item.path)

    def turn(item: pytest.Item) -> tuple[bool, bool, int]:
        in_browser = BROWSER in item.path.parents
        return in_browser, item.path not in slow, -tests_in[item.path] if in_browser else 0

    items.sort(key=turn)
