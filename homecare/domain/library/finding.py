"""Looking for an exercise: by words, by a muscle, by what is at hand, by how the body is held."""

from collections.abc import Iterable
from dataclasses import dataclass

from homecare.domain.library.aftercare import Muscle
from homecare.domain.library.condition import Condition
from homecare.domain.library.exercise import Exercise, Need, Posture


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; None and "" ask for nothing.

    `words` are looked for in the exercise's name, and in the muscles it works by their Latin and their
    everyday names. `at_hand` leaves out what needs anything else; an empty set is "without any equipment".
    """

    words: str = ""
    muscle: str | None = None
    at_hand: frozenset[Need] | None = None
    posture: Posture | None = None
    condition: str | None = None


def muscles_worked(exercise: Exercise, muscles: Iterable[Muscle]) -> tuple[Muscle, ...]:
    """The muscles of the content that an exercise works, in the content's order."""
    return tuple(muscle for muscle in muscles if exercise.may_work(muscle.id))


def exercises_of(condition: Condition) -> frozenset[str]:
    """The ids of the exercises that any phase of a condition asks for."""
    return frozenset(item.exercise for phase in condition.phases for item in phase.items)


def found(
    wanted: Wanted,
    exercises: Iterable[Exercise],
    muscles: Iterable[Muscle],
    conditions: Iterable[Condition],
) -> tuple[Exercise, ...]:
    """The exercises that have everything that is looked for, in the order they came in."""
    known = tuple(muscles)
    asked = {condition.id: exercises_of(condition) for condition in conditions}
    return tuple(
        exercise
        for exercise in exercises
        if _said(wanted.words, exercise, known)
        and (wanted.posture is None or wanted.posture in exercise.postures)
        and (wanted.at_hand is None or wanted.at_hand.issuperset(exercise.needs))
        and (wanted.condition is None or exercise.id in asked.get(wanted.condition, ()))
        and (
            wanted.muscle is None
            or wanted.muscle in {muscle.id for muscle in muscles_worked(exercise, known)}
        )
    )


def _said(words: str, exercise: Exercise, muscles: tuple[Muscle, ...]) -> bool:
    """Whether every word that was typed begins a word of what is said about the exercise."""
    plain = [muscle.plain_name for muscle in muscles_worked(exercise, muscles)]
    said = " ".join([exercise.name, *exercise.targets, *plain]).casefold()
    known = said.replace("-", " ").replace("(", " ").split()
    return all(any(word.startswith(typed) for word in known) for typed in words.casefold().split())
