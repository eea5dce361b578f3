"""Kills the program, or makes it fail, at its nth step on the disk."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

STEPS = ("open", "write", "ftruncate", "fsync", "link", "replace", "unlink")


class Died(BaseException):
    """The process was killed: from here on it does nothing at all."""


@contextmanager
def cut_at(step: int, fault: BaseException, *, for_good: bool) -> Iterator[list[str]]:
    """Raise `fault` at the given disk step (from 0), and at every later one too if `for_good`.

    Yields the names of the steps taken.
    """
    taken: list[str] = []
    real = {name: getattr(os, name) for name in STEPS if hasattr(os, name)}

    def cutting(name: str) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            taken.append(name)
            count = len(taken) - 1
            if count == step or (for_good and count > step):
                raise fault
            return real[name](*args, **kwargs)

        return wrapped

    try:
        for name in STEPS:
            if name in real:
                setattr(os, name, cutting(name))
        yield taken
    finally:
        for name, function in real.items():
            setattr(os, name, function)
