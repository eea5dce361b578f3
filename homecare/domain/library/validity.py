"""Small checks shared by the clinical values."""

from collections.abc import Collection, Sequence
from typing import Final

from homecare.domain.library.faults import FaultCode, refuse_unless

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""The years a day or an instant may lie in, both included."""


def require(holds: bool, sentence: str) -> None:
    """Raise ValueError with `sentence`, which says to an author of content what is wrong, unless `holds`."""
    if not holds:
        raise ValueError(sentence)


def require_words(name: str, value: str) -> None:
    """Raise FaultError when the text `value`, called `name`, is empty or blank."""
    refuse_unless(bool(value.strip()), FaultCode.EMPTY, name=name)


def require_whole(name: str, value: object, low: int, high: int) -> None:
    """Raise FaultError unless `value` is a whole number from `low` to `high`, both included."""
    fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    refuse_unless(fits, FaultCode.NOT_WHOLE, name=name, least=low, most=high, value=repr(value))


def require_one_of(name: str, value: str, allowed: Collection[str]) -> None:
    """Raise FaultError unless `value` is one of the words in `allowed`."""
    refuse_unless(
        value in allowed, FaultCode.NOT_ONE_OF, name=name, allowed=", ".join(allowed), value=repr(value)
    )


def require_unique(name: str, ids: Sequence[str]) -> None:
    """Raise FaultError when an id occurs twice in `ids`."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    refuse_unless(not twice, FaultCode.TWICE, name=name, ids=", ".join(twice))
