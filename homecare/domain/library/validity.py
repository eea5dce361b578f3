"""Checks and clean-ups shared by the clinical values, so that every way in takes the same.

A check raises FaultError. A clean-up never refuses: people paste text from slides and travel through zones
whose offset has seconds, and that is no fault of theirs.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Final

from homecare.domain.library.faults import FaultCode, FaultError, refuse_unless

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""The years a day or an instant may lie in, both included."""
WIDEST_OFFSET: Final = timedelta(hours=14)
"""The largest offset from UTC there is on Earth (Kiribati), and the largest that FHIR writes."""

_CONTENT_ID: Final = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
_MINUTE: Final = timedelta(minutes=1)
_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_ESCAPE: Final = re.compile("\x1b\\[[0-?]*[ -/]*[@-~]|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b[@-_]?")
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def require(holds: bool, sentence: str) -> None:
    """Raise ValueError with `sentence`, which says to an author of content what is wrong, unless `holds`."""
    if not holds:
        raise ValueError(sentence)


def require_words(name: str, value: str) -> None:
    """Raise FaultError when the text `value`, called `name`, is empty or blank."""
    refuse_unless(bool(value.strip()), FaultCode.EMPTY, name=name)


def require_whole(name: str, value: object, low: int, high: int) -> None:
    """Raise FaultError unless `value` is a whole number from `low` to `high`, both included."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise FaultError(FaultCode.NOT_WHOLE, name=name, least=low, most=high, value=repr(value))


def require_one_of(name: str, value: str, allowed: Collection[str]) -> None:
    """Raise FaultError unless `value` is one of the words in `allowed`."""
    if value not in allowed:
        raise FaultError(FaultCode.NOT_ONE_OF, name=name, allowed=", ".join(allowed), value=repr(value))


def require_unique(name: str, ids: Sequence[str]) -> None:
    """Raise FaultError when an id occurs twice in `ids`."""
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    refuse_unless(not twice, FaultCode.TWICE, name=name, ids=", ".join(twice))


def require_id(name: str, value: str) -> None:
    """Raise ValueError unless `value` has the form of an id of the content, known here or not."""
    if _CONTENT_ID.fullmatch(value) is None:
        raise ValueError(f"{name} must be an id of the content")


def require_year(name: str, day: date) -> None:
    """Raise FaultError unless a day or instant lies from 1900 to 2200."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise FaultError(
            FaultCode.YEAR_OUT_OF_RANGE, name=name, least=FIRST_YEAR, most=LAST_YEAR, value=day.year
        )


def plain_instant(at: datetime) -> datetime:
    """The same instant with a bare offset that every format can write: whole minutes, at most 14 hours.

    Until the 1970s some zones had seconds in their offset; such a clock is moved by less than a minute.
    Python compares two times of one zone by the clock, which goes wrong in an hour that comes twice; times
    with bare offsets it compares as instants. `at` must say its offset.
    """
    offset = at.utcoffset() or timedelta()
    if type(at.tzinfo) is timezone and not offset % _MINUTE and abs(offset) <= WIDEST_OFFSET:
        return at
    nearest = round(offset / _MINUTE) * _MINUTE
    return at.astimezone(timezone(max(-WIDEST_OFFSET, min(WIDEST_OFFSET, nearest))))


def plain_text(text: str) -> str:
    """The text as it is stored: lines end in a line feed, and no character steers a terminal or a reader.

    Without control characters (but tab and line feed), terminal escapes, overrides of the reading direction
    and code points that are no characters; half a character (a lone surrogate) becomes U+FFFD.
    """
    if text.isprintable():
        return text
    told = _ESCAPE.sub("", _LINE_ENDS.sub("\n", text))
    return "".join(letter for letter in map(_plain_letter, told) if letter)


def plain_line(text: str) -> str:
    """The text as `plain_text` makes it, on one line."""
    return text if text.isprintable() else " ".join(plain_text(text).split())


def _plain_letter(letter: str) -> str:
    if letter.isprintable() or letter in "\n\t":
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return "\ufffd"
    is_noncharacter = kind == "Cn" and (ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF)
    return "" if kind == "Cc" or is_noncharacter or letter in _TURNING else letter
