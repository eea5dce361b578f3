"""The safety box of a report: red flags, alerts, red lights, nights, and what the thresholds say."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from homecare.domain.diary.by_day import highest_by_day
from homecare.domain.diary.change import Change
from homecare.domain.evidence.ask_first import answers_at
from homecare.domain.evidence.evidence import INJURY, WINDOW_DAYS
from homecare.domain.evidence.red_flags import open_flags
from homecare.domain.library.condition import Urgency as FlagUrgency
from homecare.domain.library.diary import AlertId
from homecare.domain.records.plan import (
    AlertConfirmed,
    AlertShown,
    ConditionStarted,
    PhaseEntered,
    Screened,
    SelfChecked,
)
from homecare.domain.report.period import Basis
from homecare.domain.report.strip import lights_by_day
from homecare.domain.safety import rules
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.safety.pressing import Pressing, flag_text, pressing_now
from homecare.domain.safety.rules import is_review_time

Answer = Literal["have-called", "will-call"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertLine:
    """An alert of the period; `day` is when it began or was shown, `told` keeps its placeholders."""

    day: date
    alert: str
    told: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagLine:
    """A red flag that was raised: its words, how urgent, what the patient was told, cleared or not."""

    day: date
    flag: str
    text: str
    urgency: FlagUrgency
    told: str
    cleared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """Questions to ask first that got a yes, and who let the plan start, as the patient noted; "" nobody."""

    questions: tuple[str, ...]
    by: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InjuryScore:
    """Pain of 1 or more in the injured foot, during an item or the morning after it."""

    day: date
    score: int
    when: Literal["during", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """Everything the safety box says; it is drawn even when it is empty.

    `pressing` holds at the end of the period. `screened` are the days the red-flag questions were
    answered, `unanswered` those on which they waited. `red_since` is the first day that lights are known for,
    None where that is the whole period. `nights_woken` of `nights_answered` nights.
    `often_woken` (3 of 7 nights), `stiff_mornings` (30 minutes or more on 5 of 7 days, heels of both
    sides) and `review_due` (weeks reached without change) hold at the end of the period.
    """

    pressing: tuple[Pressing, ...] = ()
    flags: tuple[FlagLine, ...] = ()
    screened: tuple[date, ...] = ()
    unanswered: tuple[date, ...] = ()
    alerts: tuple[AlertLine, ...] = ()
    red_days: tuple[date, ...] = ()
    red_since: date | None = None
    nights_woken: int = 0
    nights_answered: int = 0
    often_woken: bool = False
    stiff_mornings: bool = False
    review_due: bool = False
    injury_scores: tuple[InjuryScore, ...] = ()
    asked: tuple[AskedLine, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is no red flag, no alert and nothing else to warn of."""
        found = (
            self.pressing,
            self.flags,
            self.alerts,
            self.red_days,
            self.injury_scores,
            self.unanswered,
            self.asked,
        )
        lines = self.often_woken or self.stiff_mornings or self.review_due
        return not any(found) and not lines and not self.nights_woken


def safety(known: Basis, change: Change) -> Safety:
    """The safety box of the period; `change` is that of the first tile."""
    nights = [entry for entry in known.entries_in(known.period) if entry.sleep_woken is not None]
    diary = known.content.diary
    return Safety(
        pressing=pressing_now(known.evidence, alerts_at(known.evidence)),
        flags=_flags(known),
        screened=tuple(sorted({screen.day for screen in _screens(known) if screen.day in known.period})),
        unanswered=_unanswered(known),
        alerts=_alert_lines(known),
        red_days=tuple(
            day for day, light in lights_by_day(known).items() if light.light == "red" and day in known.period
        ),
        red_since=_lights_since(known),
        nights_woken=len({night.day for night in nights if night.sleep_woken}),
        nights_answered=len({night.day for night in nights}),
        often_woken=rules.night(diary.alert(AlertId.NIGHT), known.evidence) is not None,
        stiff_mornings=rules.inflammation(diary.alert(AlertId.INFLAMMATION), known.evidence) is not None,
        review_due=_review_due(known, change),
        injury_scores=_injury_scores(known),
        asked=_asked(known),
    )


def _lights_since(known: Basis) -> date | None:
    since = known.last_day - timedelta(days=WINDOW_DAYS)
    return since if since > known.period.first else None


def _asked(known: Basis) -> tuple[AskedLine, ...]:
    """What was answered yes for the plans that hold now, each set of questions once."""
    yes = {
        question
        for question, at in answers_at(known.records.plan, known.evidence.plans).items()
        if at is not None
    }
    cleared = {clearance.condition: clearance for clearance in known.evidence.ask_first.cleared}
    lines = []
    for plan in known.evidence.plans.values():
        questions = known.content.ask_first.questions_for([known.evidence.condition(plan)])
        said = tuple(question.question for question in questions if question.id in yes)
        given = cleared.get(plan.condition)
        if said and given is None:
            lines.append(AskedLine(questions=said))
        elif said and given is not None:
            lines.append(AskedLine(questions=said, by=given.by, given_on=given.given_on))
    return tuple(dict.fromkeys(lines))


def _screens(known: Basis) -> list[Screened]:
    return [screened for screened in known.records.plan if isinstance(screened, Screened)]


def _flags(known: Basis) -> tuple[FlagLine, ...]:
    active = tuple(known.evidence.plans)
    waiting = {flag.id for flag in known.evidence.flags}
    lines = []
    for answer in known.records.plan:
        if not isinstance(answer, Screened | SelfChecked) or answer.day not in known.period:
            continue
        for open_flag in open_flags([answer], known.content, active):
            lines.append(
                FlagLine(
                    day=answer.day,
                    flag=open_flag.id,
                    text=flag_text(open_flag, known.content),
                    urgency=open_flag.urgency,
                    told=known.content.safety.action(open_flag.urgency).patient_text,
                    cleared=open_flag.id not in waiting,
                )
            )
    return tuple(lines)


def _unanswered(known: Basis) -> tuple[date, ...]:
    """Days on which the questions were asked and not answered the same day."""
    answered = {screen.day for screen in _screens(known)}
    asked = {
        event.day
        for event in known.records.plan
        if isinstance(event, ConditionStarted | PhaseEntered) and event.day in known.period
    }
    if known.evidence.screening_due:
        asked.add(known.last_day)
    return tuple(sorted(asked - answered))


def _review_due(known: Basis, change: Change) -> bool:
    if known.condition is None or known.plan is None:
        return False
    due = is_review_time(known.plan, known.condition, known.last_day)
    return due and change.label in known.content.diary.alert(AlertId.NO_PROGRESS).labels


def _injury_scores(known: Basis) -> tuple[InjuryScore, ...]:
    if known.condition is None or known.condition.id != INJURY:
        return ()
    done = known.evidence.lights.get(INJURY, ())
    found = [
        InjuryScore(day=judged_day.light.day, score=judged_day.light.pain_exercise, when="during")
        for judged_day in done
        if judged_day.light.pain_exercise and judged_day.light.day in known.period
    ]
    after = highest_by_day(known.records.entries, "pain_next_morning")
    mornings = {judged_day.light.day + timedelta(days=1) for judged_day in done}
    found += [
        InjuryScore(day=day, score=value.value, when="after")
        for day, value in after.items()
        if value.value and day in mornings and day in known.period
    ]
    return tuple(sorted(found, key=lambda score: (score.day, score.when)))


def _alert_lines(known: Basis) -> tuple[AlertLine, ...]:
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
