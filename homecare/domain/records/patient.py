"""What the patient said about themselves: plain values by name."""

from collections.abc import Mapping
from typing import Final

from homecare.domain.library.validity import plain_line, plain_text, require

MOST_VALUES: Final = 100
LONGEST_TEXT: Final = 4_000


def plain_patient(said: Mapping[str, object]) -> dict[str, object]:
    """The values without control characters. Raises ValueError for more than a page of them."""
    require(len(said) <= MOST_VALUES, "There is too much about the patient.")
    return {plain_line(name): _plain(value) for name, value in said.items()}


def _plain(value: object) -> object:
    if isinstance(value, str):
        require(len(value) <= LONGEST_TEXT, "A text about the patient is too long.")
        return plain_text(value)
    if isinstance(value, Mapping):
        return plain_patient(value)
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
