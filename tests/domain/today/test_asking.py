"""A backup is offered when the last one is old and something is new."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.records import Records
from homecare.domain.records.settings import Settings
from homecare.domain.today.asking import backup_due

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def entry(days_ago: float) -> DiaryEntry:
    at = NOW - timedelta(days=days_ago)
    return DiaryEntry(id=str(uuid4()), at=at, created_at=at, edited_at=at, pain_now=3)


def due(*entries: DiaryEntry, backup_days_ago: float | None = None) -> bool:
    last = None if backup_days_ago is None else NOW - timedelta(days=backup_days_ago)
    return backup_due(Records(entries=entries, settings=Settings(last_backup_at=last)), NOW)


def test_without_any_backup_it_is_offered_once_the_diary_is_older_than_two_weeks() -> None:
    assert not due()
    assert not due(entry(14), entry(1))
    assert due(entry(14.1))


def test_an_old_backup_is_offered_again_only_when_something_is_new() -> None:
    assert not due(entry(20), backup_days_ago=15)
    assert due(entry(20), entry(3), backup_days_ago=15)
    assert not due(entry(20), entry(3), backup_days_ago=14)
