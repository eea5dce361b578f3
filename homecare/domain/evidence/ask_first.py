"""Who should ask a clinician first: what was answered, what waits for a clearance, and who gave one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from homecare.domain.library.content import TodayContent
from homecare.domain.records.plan import (
    AskedFirst,
    ClearanceGiven,
    ConditionPlan,
    PlanEvent,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFirstNow:
    """How the questions on who should ask first stand for the active plans.

    `unanswered` are the ids of questions nobody has answered yet; they are to be answered before the next
    session. `waiting` has for each condition whose plan waits for a clinician's clearance the ids answered
    yes; `cleared` the clearances that let plans with a yes start, oldest first. `yes` are all questions whose
    answer is yes, for whatever plan they were asked; `uncleared` those of them after which no clinician has
    said that a plan which asks them may start.
    """

    unanswered: tuple[str, ...] = ()
    waiting: Mapping[str, tuple[str, ...]]
    cleared: tuple[ClearanceGiven, ...] = ()
    yes: frozenset[str] = frozenset()
    uncleared: frozenset[str] = frozenset()


def answers_at(events: Iterable[PlanEvent], plans: Mapping[str, ConditionPlan]) -> dict[str, datetime | None]:
    """Each answered question by its id: since when the answer is yes, None for no.

    What was answered before the oldest of the active `plans` began is not looked at: an operation or an
    injection may have come since, so a patient who starts again after ending every plan is asked again.
    """
    begun = min((plan.begun_day for plan in plans.values()), default=date.min)
    found: dict[str, datetime | None] = {}
    for event in sorted(events, key=lambda event: (event.at, event.created_at)):
        if isinstance(event, AskedFirst) and event.day >= begun:
            found |= dict.fromkeys(set(event.no) - set(event.yes))
            found |= {question: found.get(question) or event.at for question in event.yes}
    return found


def ask_first(
    events: Iterable[PlanEvent], plans: Mapping[str, ConditionPlan], content: TodayContent
) -> AskFirstNow:
    """What the questions of the active plans ask for.

    A clearance counts for every yes that was said before it; a yes said later needs another one, and so
    does a plan that was ended and begins again.
    """
    known = list(events)
    answers = answers_at(known, plans)
    unanswered: dict[str, None] = {}
    waiting: dict[str, tuple[str, ...]] = {}
    cleared: list[ClearanceGiven] = []
    gate = content.ask_first.clearance
    for name, plan in plans.items():
        asked = [question.id for question in content.ask_first.questions_for([content.condition(name)])]
        unanswered |= dict.fromkeys(question for question in asked if question not in answers)
        since = {question: at for question in asked if (at := answers.get(question)) is not None}
        given = [
            event
            for event in known
            if isinstance(event, ClearanceGiven)
            and (event.condition, event.clearance) == (name, gate)
            and event.day >= plan.begun_day
        ]
        last = max((event.at for event in given), default=None)
        open_ = tuple(question for question, at in since.items() if last is None or at > last)
        if open_:
            waiting[name] = open_
        elif since:
            cleared.append(max(given, key=lambda event: event.at))
    order = [question.id for question in content.ask_first.questions]
    return AskFirstNow(
        unanswered=tuple(sorted(unanswered, key=order.index)),
        waiting=waiting,
        cleared=tuple(sorted(cleared, key=lambda event: event.at)),
        yes=frozenset(question for question, at in answers.items() if at is not None),
        uncleared=frozenset(_uncleared(answers, known, content)),
    )


def _uncleared(
    answers: Mapping[str, datetime | None], events: Iterable[PlanEvent], content: TodayContent
) -> Iterator[str]:
    last: dict[str, datetime] = {}
    for event in events:
        if not isinstance(event, ClearanceGiven) or event.clearance != content.ask_first.clearance:
            continue
        if event.condition in content.condition_ids:
            for question in content.ask_first.questions_for([content.condition(event.condition)]):
                last[question.id] = max(event.at, last.get(question.id, event.at))
    for asked, since in answers.items():
        if since is not None and (asked not in last or since >= last[asked]):
            yield asked
