"""Checks of one condition against the rest of the content, and the safety rules no plan may break."""

from collections.abc import Iterator, Mapping

from homecare.content.library import Library
from homecare.content.reading import ContentError
from homecare.domain.library.condition import Condition
from homecare.domain.library.criterion import (
    ClinicianClearance,
    Criterion,
    DiaryDays,
    DiarySessions,
    PhaseDone,
    PhaseDoneAny,
    Start,
)
from homecare.domain.library.phase import Phase, RoutineItem

NO_WEIGHT_PROFILE = "stress-fracture"
"""Pain profile of conditions whose plans hold no weight-bearing exercise and open only with a clearance."""


def condition_faults(library: Library, condition: Condition) -> Iterator[ContentError]:
    """Everything in the condition that does not fit the other files or breaks a safety rule."""
    for field, sentence in _faults(library, condition):
        yield ContentError(f"conditions/{condition.id}.toml", field, sentence)


def _faults(library: Library, condition: Condition) -> Iterator[tuple[str, str]]:
    if condition.pain_profile not in [profile.id for profile in library.diary.pain_profiles]:
        yield "pain_profile", f"there is no pain profile called {condition.pain_profile}."
    if condition.primary_field not in [field.id for field in library.diary.fields]:
        yield "primary_field", f"the diary has no field called {condition.primary_field}."
    if condition.time_course.source not in library.source_book.sources:
        yield "time_course.source", f"there is no source called {condition.time_course.source}."
    yield from _flag_faults(library, condition)
    yield from _path_faults(condition)
    for phase in condition.phases:
        place = f"phases[{phase.id}]"
        for criterion in (*phase.entry, *phase.exit):
            for sentence in _criterion_faults(library, condition, criterion):
                yield place, sentence
        for item in phase.items:
            for sentence in _item_faults(library, condition, phase, item):
                yield f"{place}.items[{item.exercise}]", sentence
        yield from _activity_faults(library, phase, f"{place}.activity_plan")
        if condition.pain_profile == NO_WEIGHT_PROFILE:
            yield from _clearance_faults(phase, place)


def _flag_faults(library: Library, condition: Condition) -> Iterator[tuple[str, str]]:
    """Who should ask first, and which signs are red flags."""
    common = {flag.id: flag.urgency for flag in library.safety.screen.common_flags}
    questions = [question.id for question in library.ask_first.questions]
    for flag in condition.red_flags:
        if flag.covered_by is not None and common.get(flag.covered_by) != flag.urgency:
            yield (
                f"red_flags[{flag.id}].covered_by",
                f"no flag of everyone is {flag.covered_by} and as urgent.",
            )
    for at, caution in enumerate(condition.not_for, 1):
        for question in caution.asked:
            if question not in questions:
                yield f"not_for[{at}].asked", f"there is no question called {question} in ask_first.toml."
        if caution.source is not None and caution.source not in library.source_book.sources:
            yield f"not_for[{at}].source", f"there is no source called {caution.source}."
    for check in condition.day_checks:
        if check.source not in library.source_book.sources:
            yield f"day_checks[{check.id}].source", f"there is no source called {check.source}."
    for variant in condition.variants:
        for exercise in (*variant.never, *variant.instead.values()):
            if exercise not in library.exercise_ids:
                yield f"variants[{variant.id}]", f"there is no exercise called {exercise}."


def _path_faults(condition: Condition) -> Iterator[tuple[str, str]]:
    following = {phase.id: phase.next_phase for phase in condition.phases}
    for phase, after in following.items():
        if after is not None and after not in following:
            yield f"phases[{phase}].next_phase", f"there is no phase called {after}."
        if _returns(phase, following):
            yield f"phases[{phase}].next_phase", "the phases lead round in a circle."
    variants: list[str | None] = [variant.id for variant in condition.variants]
    for variant in variants or [None]:
        phases = condition.phases_for(variant)
        starts = [phase for phase in phases if any(isinstance(criterion, Start) for criterion in phase.entry)]
        if len(starts) != 1:
            named = f" for the variant {variant}" if variant else ""
            yield "phases", f"exactly one phase must have the entry criterion start{named}."


def _returns(phase: str, following: Mapping[str, str | None]) -> bool:
    at: str | None = following[phase]
    for _ in following:
        if at == phase:
            return True
        at = following.get(at) if at else None
    return False


def _criterion_faults(library: Library, condition: Condition, criterion: Criterion) -> Iterator[str]:
    phases = [phase.id for phase in condition.phases]
    fields = [field.id for field in library.diary.fields]
    match criterion:
        case DiaryDays(field=field) | DiarySessions(field=field) if field not in fields:
            yield f"the diary has no field called {field}."
        case PhaseDone(phase=phase) if phase not in phases:
            yield f"there is no phase called {phase}."
        case PhaseDoneAny(phases=named) if not set(named) <= set(phases):
            yield f"there is no phase called {', '.join(sorted(set(named) - set(phases)))}."


def _item_faults(library: Library, condition: Condition, phase: Phase, item: RoutineItem) -> Iterator[str]:
    exercise = library.exercise(item.exercise)
    if item.kind != exercise.kind:
        yield f"kind is {item.kind} here and {exercise.kind} in exercises/{exercise.id}.toml."
    if item.source not in library.source_book.sources:
        yield f"there is no source called {item.source}."
    named = (item.exercise, item.progression.exercise, item.regression.exercise)
    involved = [exercise_id for exercise_id in named if exercise_id]
    if condition.pain_profile == NO_WEIGHT_PROFILE:
        for exercise_id in involved:
            if library.exercise(exercise_id).weight_bearing:
                yield f"{exercise_id} puts weight on the foot, which this condition forbids."
    for exercise_id in involved:
        if condition.id in library.exercise(exercise_id).not_with:
            yield f"{exercise_id} must not be done with this condition (its not_with)."
    for variant in condition.variants:
        if variant.id in (phase.variant, item.variant):
            for exercise_id in sorted(set(involved) & set(variant.never)):
                yield f"{exercise_id} must never be part of a plan for the variant {variant.id}."


def _activity_faults(library: Library, phase: Phase, place: str) -> Iterator[tuple[str, str]]:
    plan = phase.activity_plan
    if plan is None:
        return
    if plan.source not in library.source_book.sources:
        yield f"{place}.source", f"there is no source called {plan.source}."
    if plan.applies_to is not None and plan.applies_to not in [item.exercise for item in phase.items]:
        yield f"{place}.applies_to", f"the phase has no exercise called {plan.applies_to}."


def _clearance_faults(phase: Phase, place: str) -> Iterator[tuple[str, str]]:
    if phase.gate != "clinician":
        yield f"{place}.gate", "this must be clinician: no phase of this condition opens without one."
    if not any(isinstance(criterion, ClinicianClearance) for criterion in phase.exit):
        yield f"{place}.exit", "a clinician_clearance is missing: this phase must not end without one."
