"""Before each exercise: whether the session waits for the patient, how long it counts in, what it shows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from homecare.domain.records.session import Session
from homecare.domain.records.settings import CountIn
from homecare.domain.session.steps import Planned

KNOWN_AFTER: Final = 3
"""An exercise done in this many sessions is known: its name and leg are enough."""
COUNT_IN_AT_TAP_S: Final = 3
"""Seconds between "I'm ready" and the exercise for a patient who is in position when they say so."""


def times_done(sessions: Iterable[Session]) -> Counter[str]:
    """In how many sessions each exercise was done, at least in part."""
    return Counter(
        name
        for session in sessions
        for name in {exercise.exercise for exercise in session.exercises if exercise.outcome != "skipped"}
    )


def with_count_in(
    planned: Sequence[Planned], sessions: Iterable[Session], count_in: CountIn
) -> tuple[Planned, ...]:
    """The same exercises, each with the way it begins.

    The first one and every new one wait for "I'm ready", then count in. Known ones that follow count in by
    themselves, so that the hands stay free; with "wait" they wait too.
    """
    done = times_done(sessions)
    at_tap = count_in == "wait"
    return tuple(
        replace(
            exercise,
            count_in_s=COUNT_IN_AT_TAP_S if at_tap else int(count_in),
            known=done[exercise.exercise] >= KNOWN_AFTER,
            waits=at_tap or not number or done[exercise.exercise] < KNOWN_AFTER,
        )
        for number, exercise in enumerate(planned)
    )
