"""Text that somebody else typed, as it may stand among our own words."""

from typing import Final

from homecare.domain.library.validity import plain_text

LONGEST_NAME: Final = 60


def readable(text: str) -> str:
    """`text` without characters that steer a terminal or turn the reading direction."""
    return plain_text(text)


def one_line_name(text: str) -> str:
    """A name from a file on one line, cut after LONGEST_NAME characters."""
    name = " ".join(readable(text).split())
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rstrip()}…"
