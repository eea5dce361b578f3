"""The alerts of a report's period: what was shown, what the patient was told, whether they called."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from homecare.domain.records.plan import AlertConfirmed, AlertShown
from homecare.domain.report.period import Basis
from homecare.domain.safety.alerts import alerts_at

Answer = Literal["have-called", "will-call"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLine:
    """An alert of the period; `day` is when it began or was shown, `told` keeps its placeholders."""

    day: date
    alert: str
    told: str
    answer: Answer | None = None


def alert_lines(known: Basis) -> tuple[AlertLine, ...]:
    """Alerts shown or answered in the period, and those that hold at its end, oldest first."""
    rules = {rule.id: rule for rule in known.content.diary.alerts}
    answers: dict[str, Answer] = {}
    began: dict[str, date] = {}
    told: dict[str, str] = {}
    for event in known.records.plan:
        if not isinstance(event, AlertShown | AlertConfirmed) or event.day not in known.period:
            continue
        began.setdefault(event.alert, event.day)
        if isinstance(event, AlertConfirmed):
            answers[event.alert] = event.answer
    for alert in alerts_at(known.evidence):
        began[alert.id] = min(alert.since, began.get(alert.id, alert.since))
        told[alert.id] = alert.say
        if alert.answered is not None:
            answers[alert.id] = alert.answered
    return tuple(
        AlertLine(
            day=day,
            alert=name,
            told=told.get(name) or (rules[name].to_patient if name in rules else ""),
            answer=answers.get(name),
        )
        for name, day in sorted(began.items(), key=lambda pair: (pair[1], pair[0]))
    )
