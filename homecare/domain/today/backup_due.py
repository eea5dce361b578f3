"""When a backup is offered: the last one is old, and there is something that it does not hold."""

from datetime import datetime, timedelta
from typing import Final

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.records import Records
from homecare.domain.records.session import Session

OLD_AFTER: Final = timedelta(days=14)


def backup_due(records: Records, at: datetime) -> bool:
    """Whether `at` an instant a backup is worth offering.

    So it is when the last one is older than 14 days and an entry or session was written or edited since;
    without any, when the oldest entry or session is older than 14 days. `records` may be a window of the
    diary: what was written lately is in it.
    """
    kept: tuple[DiaryEntry | Session, ...] = (*records.entries, *records.sessions)
    last = records.settings.last_backup_at
    if last is None:
        return any(at - one.at > OLD_AFTER for one in kept)
    return at - last > OLD_AFTER and any(one.edited_at > last for one in kept)
