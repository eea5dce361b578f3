"""Spans of diary days, and the records that lie in them, found without looking at every record."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Protocol, TypeVar

from homecare.domain.diary.by_day import ASTRAY
from homecare.domain.records.diary import diary_day

Span = tuple[date, date]
"""The first and the last diary day, both included."""


class _Dated(Protocol):
    @property
    def at(self) -> datetime: ...


R = TypeVar("R", bound=_Dated)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days in spans that neither overlap nor touch, oldest first."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def of_days(records: Sequence[R], spans: Iterable[Span]) -> tuple[R, ...]:
    """The records of these diary days; both must be in order, the records by their instants.

    Only near the ends of a span, where the zone decides, is the day of each record worked out.
    """
    found: list[R] = []
    for first, last in spans:
        near, beyond = first.toordinal() - ASTRAY, last.toordinal() + ASTRAY
        start, end = bisect_left(records, near, key=_utc_day), bisect_right(records, beyond, key=_utc_day)
        sure = bisect_left(records, near + 2 * ASTRAY, key=_utc_day)
        unsure = max(sure, bisect_right(records, beyond - 2 * ASTRAY, key=_utc_day))
        found += (
            record for record in records[start : min(sure, end)] if first <= diary_day(record.at) <= last
        )
        found += records[sure:unsure]
        found += (record for record in records[unsure:end] if first <= diary_day(record.at) <= last)
    return tuple(found)


def _utc_day(record: _Dated) -> int:
    return record.at.astimezone(UTC).toordinal()
