"""Alerts that hold now, the most urgent first, each until the patient says they called or will call."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from homecare.domain.diary.by_day import hours_after
from homecare.domain.evidence.evidence import WINDOW_DAYS, Evidence, evidence_at
from homecare.domain.library.diary import AlertId, AlertRule
from homecare.domain.records.plan import AlertConfirmed, AlertShown
from homecare.domain.safety import rules, trends
from homecare.domain.safety.alert import Alert, Urgency
from homecare.domain.safety.proof import Raised

RULES: Mapping[AlertId, Callable[[AlertRule, Evidence], Raised | None]] = {
    AlertId.RED_FLAG: rules.red_flag,
    AlertId.SEVERE: rules.severe,
    AlertId.NIGHT: rules.night,
    AlertId.BONE_LOAD: rules.bone_load,
    AlertId.NUMB: rules.numb,
    AlertId.INFLAMMATION: rules.inflammation,
    AlertId.WORSENING: trends.worsening,
    AlertId.NO_PROGRESS: trends.no_progress,
    AlertId.NEEDLING: rules.needling,
    AlertId.REPEATED_FLARES: trends.repeated_flares,
    AlertId.INJURY_PAIN: rules.injury_pain,
}
PRESSING: frozenset[Urgency] = frozenset({"call-today", "urgent", "emergency"})
"""Severities that ask to call today or sooner."""
RULE_DAYS = 28
"""Diary days before an alert that its rule looks at, the baseline of a plan left out."""
Answer = Literal["have-called", "will-call"]


def alerts_at(evidence: Evidence) -> tuple[Alert, ...]:
    """The alerts to show, the most urgent first.

    An alert stands while its rule holds, and one that was shown stands until it is answered. Once answered
    it comes back only for something recorded since, and not within 24 hours; until then it carries its
    answer, and after them it is gone. A pressing one that they said they will call about is asked again after
    24 hours while its rule still holds: a promise is no call.
    """
    found = [alert for rule in evidence.content.diary.alerts if (alert := _alert(rule, evidence)) is not None]
    order = evidence.content.diary.alert_order
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def pressing(alerts: Iterable[Alert]) -> frozenset[str]:
    """The ids of the alerts that ask to call today or sooner, until the patient says they have called."""
    return frozenset(
        alert.id for alert in alerts if alert.severity in PRESSING and alert.answered != "have-called"
    )


def _alert(rule: AlertRule, evidence: Evidence) -> Alert | None:
    raised = holding = RULES[AlertId(rule.id)](rule, evidence)
    answered = _latest_answer(rule.id, evidence)
    if raised is None:
        raised = _shown_since(rule, answered, evidence)
    if raised is None:
        return None
    severity = raised.severity or _severity(rule)
    answer: Answer | None = None
    if answered is not None:
        fresh = hours_after(answered.at, evidence.at) < evidence.content.diary.alert_repeat_h
        promised = answered.answer == "will-call" and holding is not None and severity in PRESSING
        if not fresh and not promised and raised.newest <= answered.at:
            return None
        answer = answered.answer if fresh else None
    return Alert(
        id=rule.id,
        severity=severity,
        say=raised.say or rule.to_patient,
        since=raised.since,
        entries=raised.entries,
        answered=answer,
    )


def _latest_answer(alert: str, evidence: Evidence) -> AlertConfirmed | None:
    answers = [
        confirmed
        for confirmed in evidence.records.plan
        if isinstance(confirmed, AlertConfirmed) and confirmed.alert == alert
    ]
    return max(answers, key=lambda answer: answer.at, default=None)


def _shown_since(rule: AlertRule, answered: AlertConfirmed | None, evidence: Evidence) -> Raised | None:
    """What an alert rested on when it was last shown and has not been answered since.

    None when the records as they are now would not have raised it then: what it rested on was a slip that
    has been corrected or deleted. Where they no longer reach back so far, it stands.
    """
    shown = [
        alert_shown
        for alert_shown in evidence.records.plan
        if isinstance(alert_shown, AlertShown)
        and alert_shown.alert == rule.id
        and (answered is None or alert_shown.at > answered.at)
    ]
    if not shown or rule.id == AlertId.RED_FLAG:
        return None
    first, last = (
        min(shown, key=lambda alert_shown: alert_shown.at),
        max(shown, key=lambda alert_shown: alert_shown.at),
    )
    if (evidence.day - first.day).days <= WINDOW_DAYS - RULE_DAYS:
        then = evidence_at(evidence.records, evidence.content, first.at, evidence.zone)
        if RULES[AlertId(rule.id)](rule, then) is None:
            return None
    return Raised(since=first.day, newest=last.at, entries=last.entries)


def _severity(rule: AlertRule) -> Urgency:
    return "urgent" if rule.severity == "by-urgency" else rule.severity
