"""The answered questionnaires of a made-up history: three activities of one's own, and the whole foot."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, tzinfo
from typing import Final

from homecare.demo.chance import Chance, made_id
from homecare.demo.course import PAIN_AT_START, CourseDay
from homecare.domain.evidence.function import due_from
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.records.local_time import local_instant
from homecare.domain.records.plan import PhaseEntered, PlanEvent
from homecare.domain.records.questionnaire import ItemAnswer, QuestionnaireAnswered

ANSWERED: Final = time(7, 25)
ACTIVITIES: Final = ("Walking to the shops and back", "The stairs in the morning", "Standing while I cook")
MY_ACTIVITIES: Final = "my-activities"
OVERALL: Final = "overall-change"
USUAL_DAYS: Final = 7
Answers = Callable[[str, Sequence[CourseDay]], tuple[ItemAnswer, ...]]


def answered_in(
    key: str,
    past: Sequence[CourseDay],
    events: Iterable[PlanEvent],
    questionnaires: Iterable[Questionnaire],
    zone: tzinfo,
) -> list[QuestionnaireAnswered]:
    """Each questionnaire that the demo knows, answered on the first day with an entry on which it is due."""
    moved = [event.day for event in events if isinstance(event, PhaseEntered)]
    found: list[QuestionnaireAnswered] = []
    for asked in questionnaires:
        if asked.id in _ANSWERS:
            found += _course(key, asked, past, moved, zone)
    return sorted(found, key=lambda answer: answer.at)


def _course(
    key: str, asked: Questionnaire, past: Sequence[CourseDay], moved: Sequence[date], zone: tzinfo
) -> list[QuestionnaireAnswered]:
    start = past[0].day
    found: list[QuestionnaireAnswered] = []
    for today in past:
        phase_since = max((day for day in moved if day <= today.day), default=start)
        if not today.morning or today.day < due_from(asked, found[-1:], start, phase_since):
            continue
        at = local_instant(today.day, ANSWERED, zone)
        found.append(
            QuestionnaireAnswered(
                id=made_id(key, asked.id, today.index),
                at=at,
                created_at=at,
                edited_at=at,
                questionnaire=asked.id,
                answers=_ANSWERS[asked.id](key, past[: today.index + 1]),
            )
        )
    return found


def _activities(key: str, past: Sequence[CourseDay]) -> tuple[ItemAnswer, ...]:
    """Better as pain goes down, some activities sooner than others."""
    chance = Chance(f"{key}/activities/{past[-1].index}")
    level = _usual(past)
    return tuple(
        ItemAnswer(
            item=made_id(key, "activity", n),
            text=text,
            value=max(0, min(10, round(9.6 - (1.2 - 0.15 * n) * level + chance.near(0.6)))),
        )
        for n, text in enumerate(ACTIVITIES)
    )


def _overall(_key: str, past: Sequence[CourseDay]) -> tuple[ItemAnswer, ...]:
    """From the share of the first pain that is left."""
    left = _usual(past) / PAIN_AT_START
    value = next(answer for answer, most in ((1, 0.2), (2, 0.5), (3, 0.85), (4, 9.0)) if left <= most)
    return (ItemAnswer(item="overall", value=value),)


def _usual(past: Sequence[CourseDay]) -> float:
    latest = past[-USUAL_DAYS:]
    return sum(today.worst for today in latest) / len(latest)


_ANSWERS: Final[dict[str, Answers]] = {MY_ACTIVITIES: _activities, OVERALL: _overall}
