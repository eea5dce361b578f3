"""Whether a phase of a made-up history may be left: the content's criteria, read off the course of pain."""

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

from homecare.demo.course import CourseDay
from homecare.domain.library.criterion import (
    Criterion,
    DaysInPhase,
    DiaryDays,
    DiarySessions,
    NextMorningRise,
    NoFlare,
    meets,
)


def roughly_met(
    criterion: Criterion, since: date, past: Sequence[CourseDay], scores: Mapping[date, int]
) -> bool:
    """Whether a criterion holds on the morning of the last of the `past` days, by the plain course of pain.

    `since` is the day the phase was entered, `scores` the pain of the session days before. What only the
    patient or a clinician can say counts as said.
    """
    kept = [course_day for course_day in past[:-1] if course_day.kept]
    match criterion:
        case DaysInPhase():
            return (past[-1].day - since).days >= criterion.days
        case DiarySessions():
            last = [scores[day] for day in sorted(scores)][-criterion.last_sessions :]
            good = sum(meets(score, criterion.op, criterion.value) for score in last)
            return len(last) == criterion.last_sessions and good >= criterion.sessions_met
        case DiaryDays():
            week = [
                course_day
                for course_day in kept
                if course_day.index >= past[-1].index - criterion.window_days
            ]
            values = [
                course_day.worst if criterion.field == "pain_worst" else course_day.first_step
                for course_day in week
            ]
            return sum(meets(value, criterion.op, criterion.value) for value in values) >= criterion.days_met
        case NextMorningRise():
            return _highest_rise(kept, criterion.window_days) <= criterion.value
        case NoFlare():
            return not any(course_day.flare for course_day in past[-criterion.window_days - 1 :])
    return True


def rise_on(today: CourseDay, before: Sequence[CourseDay]) -> float:
    """First-step pain above the usual morning: the median of the 7 recorded days before."""
    week = [day.first_step for day in before if day.kept][-7:]
    return today.first_step - median(week) if week else 0.0


def _highest_rise(kept: Sequence[CourseDay], days: int) -> float:
    return max((rise_on(one, kept[:-back]) for back, one in _latest(kept, days)), default=0.0)


def _latest(kept: Sequence[CourseDay], days: int) -> list[tuple[int, CourseDay]]:
    """The latest days with their place from the end, 1 for the last."""
    return [(back, kept[-back]) for back in range(1, min(days, len(kept)) + 1)]
