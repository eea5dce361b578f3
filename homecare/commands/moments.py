"""Times and days as they are typed."""

from datetime import date, datetime, tzinfo

from dateutil.parser import isoparse
from dateutil.tz import resolve_imaginary


def instant(text: str, zone: tzinfo, option: str) -> datetime:
    """The time that was typed for an option, in `zone` unless it says its own. Raises ValueError."""
    try:
        read = isoparse(text)
    except (ValueError, OverflowError):
        raise ValueError(f"{option} must be a time like 2026-11-22T08:30, not {text!r}.") from None
    if read.tzinfo is None:
        read = resolve_imaginary(read.replace(tzinfo=zone))
    return read


def day(text: str, option: str) -> date:
    """The day that was typed for an option. Raises ValueError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{option} must be a date like 2026-11-22, not {text!r}.") from None
