"""The gentle stretch after needling: which one for the muscles that were needled."""

from collections.abc import Mapping
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


def stretches_after(
    needling: Needling, guide: AftercareGuide, plans: Mapping[str, ConditionPlan]
) -> tuple[AfterStretch, ...]:
    """The stretches for the needled muscles, in the order the muscles were recorded; each exercise once.

    Empty when stretching was not allowed, with an active stress fracture, or when no muscle has a stretch
    that suits the active conditions.
    """
    if not needling.stretch_allowed or NO_STRETCH_WITH in plans:
        return ()
    known = {muscle.id: muscle for muscle in guide.muscles}
    muscles: dict[str, list[str]] = {}
    sides: dict[str, set[str]] = {}
    for needled in needling.muscles:
        exercise = _stretch_of(known[needled.muscle], plans) if needled.muscle in known else None
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


def _stretch_of(muscle: Muscle, plans: Mapping[str, ConditionPlan]) -> str | None:
    avoid = any(_active(condition, plans) for condition in muscle.avoid_stretch_if)
    return muscle.alternative_stretch if avoid else muscle.stretch


def _active(named: str, plans: Mapping[str, ConditionPlan]) -> bool:
    """Whether the patient has this "condition" or "condition:variant"; not knowing counts as having it."""
    condition, _, variant = named.partition(":")
    if condition not in plans:
        return False
    return not variant or plans[condition].variant in (variant, UNSURE, None)
