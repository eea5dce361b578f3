"""Text that somebody else typed, as it may stand among our own words."""

import unicodedata
from typing import Final

TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the reading direction of what follows, and can make a name look like another."""
LONGEST_NAME: Final = 60


def readable(text: str) -> str:
    """`text` without control characters and without those that turn the reading direction."""
    seen = (one for one in text if unicodedata.category(one) not in ("Cc", "Cs") or one in "\n\t")
    return "".join(one for one in seen if one not in TURNING)


def one_line_name(text: str) -> str:
    """A name from a file on one line, cut after LONGEST_NAME characters."""
    name = " ".join(readable(text).split())
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rstrip()}…"
