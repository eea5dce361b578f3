"""Alerts that hold now, the most urgent first, each until the patient says they called or will call."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from functools import cache, partial
from typing import Literal

from homecare.domain.diary.by_day import hours_after
from homecare.domain.evidence.evidence import WINDOW_DAYS, Evidence, evidence_at
from homecare.domain.library.content import TodayContent
from homecare.domain.library.diary import AlertId, AlertRule
from homecare.domain.library.scales import WEEK
from homecare.domain.records.local_time import day_start
from homecare.domain.records.plan import AlertConfirmed, AlertShown, ConditionStarted
from homecare.domain.records.records import Records
from homecare.domain.safety import rules
from homecare.domain.safety.alert import Alert, Raised, Urgency

RULES: Mapping[AlertId, Callable[[AlertRule, Evidence], Raised | None]] = {
    AlertId.RED_FLAG: rules.red_flag,
    AlertId.SEVERE: rules.severe,
    AlertId.NIGHT: rules.night,
    AlertId.BONE_LOAD: rules.bone_load,
    AlertId.NUMB: rules.numb,
    AlertId.INFLAMMATION: rules.inflammation,
    AlertId.WORSENING: rules.worsening,
    AlertId.NO_PROGRESS: rules.no_progress,
    AlertId.NEEDLING: rules.needling,
    AlertId.REPEATED_FLARES: rules.repeated_flares,
    AlertId.INJURY_PAIN: rules.injury_pain,
}
PRESSING: frozenset[Urgency] = frozenset({"call-today", "urgent", "emergency"})
"""Severities that ask to call today or sooner."""
RULE_DAYS = 28
"""Diary days before an alert that its rule looks at, the baseline of a plan left out."""
REACH_DAYS = WINDOW_DAYS - RULE_DAYS
"""Diary days back on which every rule can be asked again: the records it needs are loaded."""
WEEKLY = ("al-worsening", "al-noprogress")
"""Alerts that rest on weekly checks."""
Past = Callable[[], tuple[Evidence, ...]]
"""Gives what was known at the end of each of these days."""
Answer = Literal["have-called", "will-call"]


def alerts_at(evidence: Evidence) -> tuple[Alert, ...]:
    """The alerts to show, the most urgent first.

    An alert stands while its rule holds, and afterwards until it is answered, whether a screen showed it or
    not. Once answered it comes back only for something recorded since, and not within 24 hours; until then it
    carries its answer, and after them it is gone. A pressing one that they said they will call about is asked
    again after 24 hours while its rule still holds: a promise is no call.
    """
    past = cache(partial(_past_days, evidence))
    found = [
        alert for rule in evidence.content.diary.alerts if (alert := _alert(rule, evidence, past)) is not None
    ]
    order = evidence.content.diary.alert_order
    return tuple(sorted(found, key=lambda alert: order.index(alert.severity)))


def pressed_evidence_at(records: Records, content: TodayContent, at: datetime, zone: tzinfo) -> Evidence:
    """What is known `at` an instant, with the alerts that press then."""
    evidence = evidence_at(records, content, at, zone)
    return replace(evidence, pressing=pressing(alerts_at(evidence)))


def pressing(alerts: Iterable[Alert]) -> frozenset[str]:
    """The ids of the alerts that ask to call today or sooner, until the patient says they have called."""
    return frozenset(
        alert.id for alert in alerts if alert.severity in PRESSING and alert.answered != "have-called"
    )


def _alert(rule: AlertRule, evidence: Evidence, past: Past) -> Alert | None:
    raised = holding = RULES[AlertId(rule.id)](rule, evidence)
    answered = _latest_answer(rule.id, evidence)
    if raised is None:
        raised = _stood_since(rule, answered, evidence, past)
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


def _stood_since(
    rule: AlertRule, answered: AlertConfirmed | None, evidence: Evidence, past: Past
) -> Raised | None:
    """What an alert rested on when it last held, if it has held since it was last answered.

    It is worked out from the records as they are now: an alert that rested on a slip that was corrected or
    deleted does not stand. Where the records no longer reach back so far, one that was shown stands.
    """
    if rule.id == AlertId.RED_FLAG:
        return None
    held = [
        (then.day, raised)
        for then in (past() if _could_hold(rule, evidence) else ())
        if (answered is None or then.at > answered.at)
        and (rule.id not in WEEKLY or _ends_a_week(then))
        and (raised := RULES[AlertId(rule.id)](rule, then)) is not None
        and (answered is None or raised.newest > answered.at)
    ]
    shown = [
        event
        for event in evidence.records.plan
        if isinstance(event, AlertShown)
        and event.alert == rule.id
        and (answered is None or event.at > answered.at)
        and (evidence.day - event.day).days > REACH_DAYS
    ]
    days = [*(event.day for event in shown), *(day for day, _raised in held)]
    if not days:
        return None
    if held:
        return replace(held[-1][1], since=min(days))
    last = max(shown, key=lambda event: event.at)
    return Raised(since=min(days), newest=last.at, entries=last.entries)


def _could_hold(rule: AlertRule, evidence: Evidence) -> bool:
    """False where nothing recorded in these days could ever have raised the alert: then no day is asked."""
    if rule.conditions and not set(rule.conditions) & evidence.plans.keys():
        return False
    if rule.id == AlertId.REPEATED_FLARES:
        return len(evidence.spells) >= evidence.content.diary.flare.repeat_flares
    entries = evidence.records.entries
    if rule.qualities:
        return any(word in entry.quality for entry in entries for word in rule.qualities) or any(
            session.numb_spread for session in evidence.trained
        )
    if rule.diary_field is None:
        return True
    least = min((number for name, number in rule.numbers.items() if name.startswith("at_least")), default=1)
    return any((getattr(entry, rule.diary_field) or 0) >= least for entry in entries)


def _ends_a_week(evidence: Evidence) -> bool:
    """Whether a weekly check of some plan counts from this day on: between them its alerts do not change."""
    return any(
        (evidence.day - event.day).days % WEEK == 0
        for event in evidence.records.plan
        if isinstance(event, ConditionStarted) and event.condition in evidence.plans
    )


def _past_days(evidence: Evidence) -> tuple[Evidence, ...]:
    """What was known at the end of each diary day before today, as far back as every rule can be asked."""
    return tuple(
        _at_end_of(evidence.day - timedelta(days=back), evidence) for back in range(REACH_DAYS, 0, -1)
    )


def _at_end_of(day: date, evidence: Evidence) -> Evidence:
    """The evidence as the records up to the end of a diary day leave it, for the plans that run now."""
    end = day_start(day + timedelta(days=1), evidence.zone) - timedelta(microseconds=1)
    return replace(
        evidence,
        at=end,
        day=day,
        last_day=day,
        records=evidence.records.until(end),
        trained=tuple(session for session in evidence.trained if session.at <= end),
        plans={name: plan for name, plan in evidence.plans.items() if plan.started_at <= end},
        spells=tuple(spell for spell in evidence.spells if spell.called_on <= day),
        lights={
            name: tuple(light for light in lights if light.done.at <= end)
            for name, lights in evidence.lights.items()
        },
    )


def _severity(rule: AlertRule) -> Urgency:
    return "urgent" if rule.severity == "by-urgency" else rule.severity
