"""What Today asks of the patient: to answer an alert, and to save a backup."""

from datetime import datetime, timedelta
from typing import Final

from homecare.domain.diary.by_day import hours_after
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import AlertShown
from homecare.domain.records.records import Records
from homecare.domain.records.session import Session
from homecare.domain.safety.alert import Alert
from homecare.domain.safety.alerts import PRESSING
from homecare.domain.today.answer import Today

OLD_AFTER: Final = timedelta(days=14)
"""Age at which a backup is worth renewing."""
SHOWN_ONCE_IN_H = 24
"""An alert counts as shown once in so many hours (content/diary.toml, alert_text_rules)."""


def newly_shown(shown: Today, records: Records) -> tuple[str, ...]:
    """The ids of the alerts on this Today that nobody has answered and no record says were shown in 24 hours.

    The screen records an AlertShown for each of them, with the entries of its alert: from then on the alert
    stays until it is answered, and the clinician's page knows when the patient saw it. Most urgent first.
    """
    lately = {
        alert_shown.alert
        for alert_shown in records.plan
        if isinstance(alert_shown, AlertShown)
        and 0 <= hours_after(alert_shown.at, shown.at) < SHOWN_ONCE_IN_H
    }
    return tuple(alert.id for alert in shown.alerts if alert.answered is None and alert.id not in lately)


def asking(shown: Today) -> tuple[Alert, ...]:
    """The alerts that ask for an answer on this Today, the most urgent first.

    Those nobody has answered; and, while exercises wait for a call, those the patient said they will call
    about: else nobody could say that they have.
    """
    waiting = any(item.held == "alert" for item in shown.items)
    return tuple(
        alert
        for alert in shown.alerts
        if alert.answered is None
        or (waiting and alert.answered == "will-call" and alert.severity in PRESSING)
    )


def backup_due(records: Records, at: datetime) -> bool:
    """Whether `at` an instant a backup is worth offering.

    So it is when the last one is older than 14 days and an entry or session was written or edited since;
    without any, when the oldest entry or session is older than 14 days. `records` may be a window of the
    diary: what was written lately is in it.
    """
    kept: tuple[DiaryEntry | Session, ...] = (*records.entries, *records.sessions)
    last = records.settings.last_backup_at
    if last is None:
        return any(at - record.at > OLD_AFTER for record in kept)
    return at - last > OLD_AFTER and any(record.edited_at > last for record in kept)
