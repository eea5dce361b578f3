"""Repeatable chance: the same key always gives the same numbers and record ids."""

from collections.abc import Sequence
from random import Random
from typing import Final, TypeVar
from uuid import UUID, uuid5

NAMESPACE: Final = UUID("6f1e5c0a-8b1d-5d0e-9c53-0f4b8b8f2a11")
"""The namespace of every made-up record's id, so that it never equals a real record's."""

One = TypeVar("One")


class Chance:
    """A source of chance for one purpose, named by its key."""

    def __init__(self, key: str) -> None:
        self._random = Random(key)  # noqa: S311 - a believable history, nothing secret

    def likely(self, probability: float) -> bool:
        """True with this probability (0 to 1)."""
        return self._random.random() < probability

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`, all equally likely."""
        return low + (high - low) * self._random.random()

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def near(self, spread: float) -> float:
        """A number around 0: mostly small, never more than `spread` away."""
        return spread * (self.between(-1, 1) + self.between(-1, 1) + self.between(-1, 1)) / 3

    def one_of(self, choices: Sequence[One]) -> One:
        """One of the choices, all equally likely."""
        return choices[int(self._random.random() * len(choices))]


def made_id(key: str, kind: str, name: object) -> str:
    """The id (a UUID) of a made-up record: the same for the same history, kind and name."""
    return str(uuid5(NAMESPACE, f"{key}/{kind}/{name}"))
