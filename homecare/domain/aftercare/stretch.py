"""The gentle stretch after needling: which one for the muscles that were needled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from homecare.domain.library.aftercare import AftercareGuide, Muscle
from homecare.domain.library.condition import UNSURE
from homecare.domain.library.dose import Dose
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import ConditionPlan

SLOW_REPEATS: Final = ("ankle-pumps", "ankle-circles")
"""Movements that are repeated slowly and not held (content/aftercare.toml, muscle_rules)."""
NO_STRETCH_WITH: Final = "stress-fracture"
"""With an active plan for this condition nothing is stretched (content/aftercare.toml, muscle_rules)."""
MayStretch = Callable[[str, str], bool]
"""Whether an exercise (its id) may be done on a side ("left" or "right") by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterStretch:
    """One gentle stretch or slow movement after needling, for the muscles (ids) that share it.

    `side` is "left", "right" or "both"; `dose` the gentle one, never the routine's.
    """

    exercise: str
    side: str
    muscles: tuple[str, ...]
    dose: Dose

    @property
    def held(self) -> bool:
        """Whether it is a stretch to hold; False for a movement to repeat slowly."""
        return self.dose.hold_s is not None


def any_stretch(_exercise: str, _side: str) -> bool:
    """No exercise is ruled out."""
    return True


def stretches_after(
    needling: Needling,
    guide: AftercareGuide,
    plans: Mapping[str, ConditionPlan],
    may_stretch: MayStretch = any_stretch,
) -> tuple[AfterStretch, ...]:
    """The stretches for the needled muscles, in the order the muscles were recorded; each exercise once.

    Empty when stretching was not allowed, with an active stress fracture, or when no muscle has a stretch
    that suits the active conditions and that `may_stretch` allows on its side.
    """
    if not needling.stretch_allowed or NO_STRETCH_WITH in plans:
        return ()
    known = {muscle.id: muscle for muscle in guide.muscles}
    muscles: dict[str, list[str]] = {}
    sides: dict[str, set[str]] = {}
    for needled in needling.muscles:
        muscle = known.get(needled.muscle)
        chosen = _stretches_of(muscle, plans) if muscle is not None else ()
        exercise = next((name for name in chosen if may_stretch(name, needled.side)), None)
        if exercise is None:
            continue
        named = muscles.setdefault(exercise, [])
        if needled.muscle not in named:
            named.append(needled.muscle)
        sides.setdefault(exercise, set()).add(needled.side)
    return tuple(
        AfterStretch(
            exercise=exercise,
            side=next(iter(sides[exercise])) if len(sides[exercise]) == 1 else "both",
            muscles=tuple(needled),
            dose=guide.pumps_dose if exercise in SLOW_REPEATS else guide.stretch_dose,
        )
        for exercise, needled in muscles.items()
    )


def _stretches_of(muscle: Muscle, plans: Mapping[str, ConditionPlan]) -> tuple[str, ...]:
    """The stretch of a muscle, unless a condition speaks against it, then what may take its place."""
    avoid = any(_active(named, plans) for named in muscle.avoid_stretch_if)
    names = (None if avoid else muscle.stretch, muscle.alternative_stretch)
    return tuple(name for name in names if name)


def _active(named: str, plans: Mapping[str, ConditionPlan]) -> bool:
    """Whether the patient has this "condition" or "condition:variant"; not knowing counts as having it."""
    condition, _, variant = named.partition(":")
    if condition not in plans:
        return False
    return not variant or plans[condition].variant in (variant, UNSURE, None)
