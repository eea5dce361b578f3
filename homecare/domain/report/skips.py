"""Why exercises were left out: the reasons a patient gave, exercise by exercise."""

from collections import Counter
from collections.abc import Iterable, Mapping

from homecare.domain.records.session import Session, SkipReason
from homecare.domain.report.period import Period

Item = tuple[str, str]
"""The condition's id and the exercise that was asked for."""
Reasons = tuple[tuple[SkipReason | None, int], ...]


def reasons_by_exercise(sessions: Iterable[Session], period: Period) -> Mapping[Item, Reasons]:
    """How often each exercise was left out or cut short in the period and why, the commonest reason first.

    None is a time without a reason. An exercise that was always done is absent.
    """
    found: dict[Item, Counter[SkipReason | None]] = {}
    for session in sessions:
        if session.day not in period:
            continue
        for exercise in session.exercises:
            if exercise.outcome != "done":
                found.setdefault((exercise.condition, exercise.exercise), Counter())[exercise.reason] += 1
    return {item: tuple(counts.most_common()) for item, counts in found.items()}
