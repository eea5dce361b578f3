"""Settings for every test."""

import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from tests import examples, shared

# How long an example takes depends more on what else the machine is doing than on the rule.
settings.register_profile("homecare", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("homecare")

COUNTED_EXAMPLES = 10
"""So many examples of a property are enough to tell which lines it runs."""
BROWSER = Path(__file__).parent / "browser"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the tests that take minutes, and no others")
    parser.addoption(
        "--engines", action="store_true", help="run what drives Firefox and WebKitGTK, no others"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shared.begin()
        if config.getoption("--long"):
            os.environ[examples.LONG] = "1"


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shared.end()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Count no lines in what goes the same ways over and over: counting takes as long as the test itself.

    That is every `slow` test, and a property after its first examples. Programs that a test starts are
    counted all the same.
    """
    if pyfuncitem.get_closest_marker("slow"):
        with _uncounted():
            return (yield)
    if not is_hypothesis_test(pyfuncitem.obj):
        return (yield)
    given: Any = pyfuncitem.obj.hypothesis
    example = given.inner_test
    given.inner_test = _counted_at_first(example)
    try:
        return (yield)
    finally:
        given.inner_test = example


@contextmanager
def _uncounted() -> Iterator[None]:
    counter = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(counter)


def _counted_at_first(example: Callable[..., object]) -> Callable[..., object]:
    """The test of one example; only the first ones are counted."""
    numbers = count(1)

    @wraps(example)
    def next_example(*values: object, **names: object) -> object:
        if next(numbers) <= COUNTED_EXAMPLES:
            return example(*values, **names)
        with _uncounted():
            return example(*values, **names)

    return next_example


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
