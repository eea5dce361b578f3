"""Small checks shared by the clinical values: each raises ValueError with one clear sentence."""

from collections.abc import Collection, Sequence
from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""The years a day or an instant may lie in, both included."""


def require(holds: bool, sentence: str) -> None:
    """Raise ValueError with `sentence` unless `holds` is true."""
    if not holds:
        raise ValueError(sentence)


def require_words(name: str, value: str) -> None:
    """Raise ValueError when the text `value`, called `name`, is empty or blank."""
    require(bool(value.strip()), f"{name} must not be empty")


def require_whole(name: str, value: object, low: int, high: int) -> None:
    """Raise ValueError unless `value` is a whole number from `low` to `high`, both included."""
    fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    require(fits, f"{name} must be a whole number from {low} to {high}, not {value!r}")


def require_one_of(name: str, value: str, allowed: Collection[str]) -> None:
    """Raise ValueError unless `value` is one of the words in `allowed`."""
    require(value in allowed, f"{name} must be one of {', '.join(allowed)}, not {value!r}")


def require_unique(name: str, ids: Sequence[str]) -> None:
    """Raise ValueError when an id occurs twice in `ids`."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    require(not twice, f"{name} has the same id twice: {', '.join(twice)}")
