"""The questions about pain that Today asks, one at a time: first steps, the morning after, pain now."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from homecare.domain.evidence.evidence import FIRST_STEP, Evidence
from homecare.domain.evidence.traffic_light import mornings_of, usual_morning
from homecare.domain.records.plan import ConditionPlan, Side


class Asked(StrEnum):
    """What is asked, by the diary field that keeps the answer."""

    FIRST_STEP = "pain_first_step"
    NEXT_MORNING = "pain_next_morning"
    NOW = "pain_now"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAbout:
    """A condition that the question is about, and its side."""

    condition: str
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with a score from 0 to 10 as its answer.

    `answered` says whether the diary day has an answer already. `about` are the plans whose chart and
    traffic light the answer feeds, in the order they were started; it is empty for pain now. `usual` is the
    usual morning that the answer is compared with, None while nobody knows it. `counts_twice`: a first-step
    score is the answer for the morning after a session too.
    """

    asked: Asked
    answered: bool = False
    about: tuple[AskedAbout, ...] = ()
    usual: float | None = None
    counts_twice: bool = False


def questions_now(evidence: Evidence) -> tuple[Question, ...]:
    """The questions of this time of day, the one that matters most first; pain now is always the last.

    In the morning (content/diary.toml, entry_slots) first-step pain, where it is the key item of a plan. It
    then answers for the morning after, too, and nothing is asked twice (content/diary.toml,
    pain_next_morning). Without such a plan, how the morning after a session is.
    """
    now = Question(asked=Asked.NOW, answered=_answered_today(Asked.NOW, evidence))
    slot = evidence.content.diary.slot_at(evidence.at)
    if slot is None or slot.id != "morning":
        return (now,)
    trained = _trained_yesterday(evidence)
    keyed = [plan for plan in evidence.plans.values() if _first_step_is_key(plan, evidence)]
    if keyed:
        return _about(Asked.FIRST_STEP, keyed, evidence, counts_twice=bool(trained)), now
    if trained:
        return _about(Asked.NEXT_MORNING, trained, evidence), now
    return (now,)


def next_question(questions: tuple[Question, ...]) -> Question:
    """The first that has no answer yet, else the last."""
    return next((question for question in questions if not question.answered), questions[-1])


def _first_step_is_key(plan: ConditionPlan, evidence: Evidence) -> bool:
    return evidence.condition(plan).primary_field == FIRST_STEP


def _trained_yesterday(evidence: Evidence) -> list[ConditionPlan]:
    """The plans with an exercise that was done the day before, or that pain stopped."""
    yesterday = evidence.day - timedelta(days=1)
    trained = {
        exercise.condition
        for session in evidence.records.sessions
        if session.day == yesterday
        for exercise in session.exercises
        if exercise.tells
    }
    return [plan for plan in evidence.plans.values() if plan.condition in trained]


def _answered_today(asked: Asked, evidence: Evidence) -> bool:
    return any(
        entry.day == evidence.day and getattr(entry, asked) is not None for entry in evidence.records.entries
    )


def _about(
    asked: Asked, plans: list[ConditionPlan], evidence: Evidence, *, counts_twice: bool = False
) -> Question:
    """The question about these plans, compared with the usual morning that their traffic light uses."""
    mornings = mornings_of(evidence.records.entries, first_step_is_key=asked == Asked.FIRST_STEP)
    start = next((plan.pain_first_step for plan in plans if plan.pain_first_step is not None), None)
    yesterday = evidence.day - timedelta(days=1)
    usual = usual_morning(yesterday, mornings.usual, start, evidence.content.diary.traffic_light)
    return Question(
        asked=asked,
        answered=_answered_today(asked, evidence),
        about=tuple(AskedAbout(condition=plan.condition, side=plan.side) for plan in plans),
        usual=usual.value if usual is not None else None,
        counts_twice=counts_twice,
    )
