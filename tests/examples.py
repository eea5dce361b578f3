"""How many examples of a costly property are tried: few in the gate, many more with `scripts/test --long`."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

T = TypeVar("T", bound=Callable[..., Any])

LONG = "HOMECARE_TESTS_LONG"
"""Environment variable: set while only the tests that take minutes run."""
TIMES = 20
"""So many times the examples of the gate are tried then."""


def examples(number: int) -> Callable[[T], T]:
    """Try `number` examples in the gate; with --long, TIMES as many.

    How long an example takes to make and to run is no fault of the property.
    """
    is_long = LONG in os.environ

    def chosen(test: T) -> T:
        tried: T = settings(
            max_examples=number * (TIMES if is_long else 1),
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )(test)
        return pytest.mark.long(tried) if is_long else tried

    return chosen
