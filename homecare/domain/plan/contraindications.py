"""What the content's own pages forbid: the one rule for every exercise of every plan, on each side."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from homecare.domain.aftercare.aftercare import strength_holds
from homecare.domain.diary.by_day import hours_after
from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.library.condition import UNSURE, Condition, Variant
from homecare.domain.library.exercise import ClinicExercise, Exercise
from homecare.domain.records.local_time import day_start
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import ConditionPlan


class Ban(StrEnum):
    """What forbids an exercise: a condition or an answer for good, a condition too new, or a needling."""

    CONDITION = "condition"
    ANSWERED = "answered"
    TOO_EARLY = "too-early"
    NEEDLED = "needled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """Why an exercise may not be done on a side.

    `condition` is the one that forbids it, `question` what was answered yes, in the content's words; None and
    "" where it is something else. `until` is when it may be done again, None for as long as the condition's
    plan runs or the answer stands. `instead` is the exercise that takes its place and `note` the content's
    words for it; None and "" where the content names none.
    """

    ban: Ban
    condition: str | None = None
    until: datetime | None = None
    instead: str | None = None
    note: str = ""
    question: str = ""


def forbidden(exercise: Exercise, side: str, evidence: Evidence) -> Forbidden | None:
    """What forbids an exercise on this side ("left", "right" or "both") at the instant of `evidence`.

    None when nothing does. What a condition or an answer rules out comes first, for it has no end; then a
    condition that is too new, then a muscle needled lately.
    """
    return (
        ruled_out(exercise, side, evidence)
        or answered(exercise, evidence)
        or too_early(exercise, side, evidence)
        or needled(exercise, side, evidence)
    )


def forbidden_anywhere(exercise: Exercise, evidence: Evidence) -> Forbidden | None:
    """What forbids an exercise on a side that some plan of the patient is for; None when nothing does."""
    found = (forbidden(exercise, plan.side, evidence) for plan in evidence.plans.values())
    return next((ban for ban in found if ban is not None), None)


def ruled_out(exercise: Exercise, side: str, evidence: Evidence) -> Forbidden | None:
    """The condition that rules an exercise out on this side as long as its plan runs, None without one.

    The `never` list of a condition's variant holds for every plan on the same side (content: variant_rule). A
    patient who does not know the variant is treated as having the one that "unsure" stands for. A stress
    fracture rules out all that puts weight through the foot (its hard rules).
    """
    for plan in _plans_on(side, evidence):
        condition = evidence.condition(plan)
        if condition.id == INJURY and exercise.weight_bearing:
            return Forbidden(ban=Ban.CONDITION, condition=INJURY)
        variants = variants_meant(condition, plan.variant)
        for variant in variants:
            if exercise.id in variant.never:
                return Forbidden(
                    ban=Ban.CONDITION,
                    condition=condition.id,
                    instead=variant.instead.get(exercise.id),
                    note=variant.instead_note,
                )
        named = {condition.id, *(f"{condition.id}:{variant.id}" for variant in variants)}
        if named & set(exercise.not_with):
            return Forbidden(ban=Ban.CONDITION, condition=condition.id)
    return None


def answered(exercise: Exercise, evidence: Evidence) -> Forbidden | None:
    """What the patient answered yes to that the exercise's page names, on either side; None when nothing.

    Numb feet rule an exercise out as long as the answer is yes; an old tendon tear does until a clinician who
    was shown the answer has said that the plan may start. An answer does not say which side it is about.
    """
    asked = evidence.ask_first
    found = [
        *(question for question in exercise.not_if_yes if question in asked.yes),
        *(question for question in exercise.ask_if_yes if question in asked.uncleared),
    ]
    if not found:
        return None
    words = {question.id: question.question for question in evidence.content.ask_first.questions}
    return Forbidden(ban=Ban.ANSWERED, question=words[found[0]])


def variants_meant(condition: Condition, variant: str | None) -> tuple[Variant, ...]:
    """The variant of a plan, and the one it acts as; without an answer, "unsure" where there is one."""
    known = {variant.id: variant for variant in condition.variants}
    chosen = known.get(variant or UNSURE, known.get(UNSURE))
    if chosen is None:
        return ()
    acts_as = known.get(chosen.acts_as)
    return (chosen,) if acts_as is None or acts_as is chosen else (chosen, acts_as)


def works(exercise: Exercise, side: str, needled: NeedledMuscle) -> bool:
    """Whether an exercise on this side works, or may work, a muscle on the side where it was needled."""
    return exercise.may_work(needled.muscle) and same_side(side, needled.side)


def same_side(side: str, other: str) -> bool:
    """Whether two sides ("left", "right" or "both") share a leg."""
    return side == other or "both" in (side, other)


def _plans_on(side: str, evidence: Evidence) -> Iterator[ConditionPlan]:
    return (plan for plan in evidence.plans.values() if same_side(plan.side, side))


def too_early(exercise: Exercise, side: str, evidence: Evidence) -> Forbidden | None:
    """An injury too new for the exercise, counted from the start of its plan: nobody asks for its own day."""
    waits = [
        Forbidden(ban=Ban.TOO_EARLY, condition=plan.condition, until=day_start(back, evidence.zone))
        for plan in _plans_on(side, evidence)
        for rule in exercise.not_early
        if rule.condition == plan.condition
        and evidence.day < (back := plan.start_day + timedelta(days=rule.days))
    ]
    return max(waits, key=lambda wait: wait.until or evidence.at, default=None)


def needled(exercise: Exercise, side: str, evidence: Evidence) -> Forbidden | None:
    """Strength of a needled muscle waits 24 hours (longer when very sore), its stretch 240 minutes.

    Where the clinician allowed no stretch, its stretch waits as long as its strength does. An exercise whose
    page names needled muscles of its own waits for those as well. Which muscles a clinician's own exercise
    works is unknown: whatever its kind, it waits like strength for any muscle of that leg, unless the
    clinician allowed it after needling.
    """
    safety = evidence.content.safety
    waits = [
        hold.until
        for hold in strength_holds(
            evidence.records, evidence.content.aftercare, evidence.at, hours=safety.needling_no_strength_h
        )
        if hold.holds(exercise, side) or (_may_work_any(exercise) and same_side(side, hold.side))
    ]
    for needling in evidence.records.needlings:
        passed = hours_after(needling.at, evidence.at)
        if needling.cancelled or passed < 0:
            continue
        waits += [
            needling.at + wait
            for wait in _own_waits(exercise, side, needling, evidence)
            if passed < wait / timedelta(hours=1)
        ]
    if not waits:
        return None
    return Forbidden(ban=Ban.NEEDLED, until=max(waits).astimezone(evidence.zone))


def _may_work_any(exercise: Exercise) -> bool:
    return isinstance(exercise, ClinicExercise) and not exercise.after_needling


def _own_waits(exercise: Exercise, side: str, needling: Needling, evidence: Evidence) -> Iterator[timedelta]:
    """How long after this needling a stretch of the muscle waits, and what the exercise's own page says."""
    safety = evidence.content.safety
    if exercise.kind == "stretch" and any(works(exercise, side, muscle) for muscle in needling.muscles):
        allowed = timedelta(minutes=safety.needling_stretch_from_min)
        yield allowed if needling.stretch_allowed else timedelta(hours=safety.needling_no_strength_h)
    own = exercise.not_needled
    if own is not None and any(
        own.concerns(muscle.muscle) and same_side(side, muscle.side) for muscle in needling.muscles
    ):
        yield timedelta(hours=own.hours)
