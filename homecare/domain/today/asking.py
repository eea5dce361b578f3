"""Which alerts on Today are new, and which ask for an answer."""

from homecare.domain.diary.by_day import hours_after
from homecare.domain.records.plan import AlertShown
from homecare.domain.records.records import Records
from homecare.domain.safety.alert import Alert
from homecare.domain.safety.alerts import PRESSING
from homecare.domain.today.answer import Today

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
