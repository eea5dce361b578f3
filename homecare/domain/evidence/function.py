"""What the patient can do again: questionnaires that are due, their scores, and what these mean.

The numbers are those of content/questionnaires/. Nothing here steers a dose.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.library.change import BETTER, CLEAR, WORSE, ChangeId
from homecare.domain.library.questionnaire import Judgement, Questionnaire
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import PlanEvent, QuestionnaireAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCourse:
    """One item over time: its first and its latest answer, None while it was answered only once.

    `text` are the patient's latest words for an item of their own, "" for one of the questionnaire.
    """

    item: str
    text: str
    since: date
    first: int
    latest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionCourse:
    """One questionnaire since the plan's start; `scores` are unrounded, by the day, oldest first.

    `change` is the score now less the score at the start, over the `compared` items answered both times;
    None with one score, or with no item in common. `judgement` is None without a change, or, where the
    answer itself is judged, without an answer.
    """

    questionnaire: Questionnaire
    scores: tuple[tuple[date, float], ...]
    items: tuple[ItemCourse, ...]
    change: float | None = None
    compared: int = 0
    judgement: Judgement | None = None

    @property
    def latest(self) -> float:
        """The latest score; a course has at least one."""
        return self.scores[-1][1]

    @property
    def latest_day(self) -> date:
        """The diary day it was answered on."""
        return self.scores[-1][0]


def course_start(evidence: Evidence) -> date | None:
    """The diary day from which answers count: the start of the oldest plan that runs; None without one."""
    return min((plan.start_day for plan in evidence.plans.values()), default=None)


def due_questionnaires(evidence: Evidence) -> tuple[Questionnaire, ...]:
    """Those that are due on the day of `evidence`, in the order of the content."""
    start = course_start(evidence)
    if start is None:
        return ()
    moved = max(diary_day(plan.phase_since) for plan in evidence.plans.values())
    return tuple(
        questionnaire
        for questionnaire in evidence.content.questionnaires
        if evidence.day
        >= due_from(
            questionnaire, answers_since(evidence.records.plan, questionnaire.id, start), start, moved
        )
    )


def due_from(
    asked: Questionnaire, answers: Iterable[QuestionnaireAnswered], start: date, moved: date
) -> date:
    """The diary day from which it is due; the plan began at `start`, its phase at `moved`."""
    last = max((answer.day for answer in answers), default=None)
    if last is None:
        return start + timedelta(days=asked.first_day)
    usual = last + timedelta(days=asked.every_days)
    return min(usual, moved) if asked.at_phase_change and moved > last else usual


def answers_since(
    events: Iterable[PlanEvent], questionnaire: str, start: date
) -> tuple[QuestionnaireAnswered, ...]:
    """The answers from `start` on, oldest first; of several on one day the latest, a correction."""
    by_day: dict[date, QuestionnaireAnswered] = {}
    answered = [
        event
        for event in events
        if isinstance(event, QuestionnaireAnswered)
        and event.questionnaire == questionnaire
        and event.day >= start
    ]
    for answer in sorted(answered, key=lambda answer: (answer.day, answer.at, answer.created_at)):
        by_day[answer.day] = answer
    return tuple(by_day.values())


def score_of(asked: Questionnaire, values: Iterable[int]) -> Fraction | None:
    """The score of some answers; None with fewer than it needs.

    A fraction, because a limit decides on it: the float 16/3 less 10/3 is a hair under 2.
    """
    answers = list(values)
    if len(answers) < asked.min_answered:
        return None
    total = sum(answers)
    if asked.scoring == "percent":
        return Fraction(100 * total, asked.most * len(answers))
    return Fraction(total, len(answers))


def function_courses(evidence: Evidence) -> tuple[FunctionCourse, ...]:
    """Every questionnaire that is on and has a score since the plan's start, in the order of the content."""
    start = course_start(evidence)
    if start is None:
        return ()
    courses = (
        course_of(questionnaire, answers_since(evidence.records.plan, questionnaire.id, start))
        for questionnaire in evidence.content.questionnaires
    )
    return tuple(course for course in courses if course is not None)


def course_of(asked: Questionnaire, answers: tuple[QuestionnaireAnswered, ...]) -> FunctionCourse | None:
    """The course of one questionnaire; None while no answer of it has a score."""
    scored = [(answer, score_of(asked, answer.values.values())) for answer in answers]
    known = [(answer, score) for answer, score in scored if score is not None]
    if not known:
        return None
    change: Fraction | None = None
    compared = 0
    if asked.judged_by == "change" and len(known) > 1:
        change, compared = _change(asked, known[0][0], known[-1][0])
    judged = known[-1][1] if asked.judged_by == "answer" else change
    return FunctionCourse(
        questionnaire=asked,
        scores=tuple((answer.day, float(score)) for answer, score in known),
        items=_items(answers),
        change=None if change is None else float(change),
        compared=compared,
        judgement=None if judged is None else asked.judged(judged, compared),
    )


def _change(
    asked: Questionnaire, first: QuestionnaireAnswered, latest: QuestionnaireAnswered
) -> tuple[Fraction | None, int]:
    """Score now less score at the start, and of how many items; over those answered both times."""
    both = [item for item in first.values if item in latest.values]
    then = score_of(asked, (first.values[item] for item in both)) if both else None
    now = score_of(asked, (latest.values[item] for item in both)) if both else None
    return (None, len(both)) if then is None or now is None else (now - then, len(both))


def _items(answers: Iterable[QuestionnaireAnswered]) -> tuple[ItemCourse, ...]:
    found: dict[str, ItemCourse] = {}
    for answered in answers:
        for answer in answered.answers:
            before = found.get(answer.item)
            found[answer.item] = ItemCourse(
                item=answer.item,
                text=answer.text,
                since=before.since if before else answered.day,
                first=before.first if before else answer.value,
                latest=answer.value if before else None,
            )
    return tuple(found.values())


def disagree(pain: ChangeId | None, overall: FunctionCourse) -> bool:
    """Whether the label of the pain and an answer about the whole say different things.

    They do when one of them is clearly better or clearly worse and the other is not on that side, or when
    they point in opposite directions. Without a label there is nothing to compare.
    """
    if pain is None or overall.judgement is None:
        return False
    asked, answer = overall.questionnaire, overall.latest
    middle = (asked.least + asked.most) / 2
    up = asked.better > asked.worse
    side = 0 if answer == middle else 1 if (answer > middle) == up else -1
    moved = 1 if pain in BETTER else -1 if pain in WORSE else 0
    clear = pain in CLEAR or overall.judgement != "same"
    return side * moved < 0 or (clear and side != moved)
