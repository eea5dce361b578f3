"""Clinicians' plans: one with a value in every field, the phases of the content, and any that may be."""

from datetime import date, timedelta
from functools import cache
from typing import get_args

from hypothesis import strategies as st

from homecare.content.library import Library
from homecare.domain.evidence.evidence import INJURY
from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.library.phase import Phase
from homecare.domain.records.prescription import (
    Band,
    LightLimits,
    Orthotic,
    OwnExercise,
    PrescribedItem,
    Prescription,
)

ISSUED = date(2026, 11, 22)
CLINIC = "Foot clinic, Dr Ruiz"


@cache
def library() -> Library:
    return Library()


def of_phase(condition: str, phase: Phase, **more: object) -> Prescription:
    """The plan that hands a phase over as the content has it."""
    items = tuple(
        PrescribedItem(exercise=item.exercise, dose=item.dose, schedule=item.schedule, side=item.side)
        for item in phase.items
    )
    told: dict[str, object] = {
        "condition": condition,
        "side": "right",
        "phase": phase.id,
        "items": items,
        "issued": ISSUED,
        "variant": None if phase.variant == "all" else phase.variant,
        "expires": ISSUED + timedelta(days=84),
        "clinic": CLINIC,
        **more,
    }
    return Prescription(**told)  # type: ignore[arg-type]


def every_phase() -> list[Prescription]:
    """One plan for each phase of each condition."""
    conditions = [library().condition(condition_id) for condition_id in library().condition_ids]
    return [of_phase(condition.id, phase) for condition in conditions for phase in condition.phases]


def richest() -> Prescription:
    """As much as a plan can hold."""
    dose = Dose(sets=10, reps=100, tempo=Tempo(up_s=60, hold_s=60, down_s=60), rest_s=900)
    schedule = Schedule(pattern="per_week", n=3, min_rest_days_between=1, times_per_day=12)
    exercises = library().exercise_ids[:12]
    return Prescription(
        condition="nerve-entrapment",
        side="both",
        phase="ne-1",
        items=tuple(
            PrescribedItem(exercise=exercise, dose=dose, schedule=schedule) for exercise in exercises
        ),
        issued=ISSUED,
        variant="tibial",
        limits=LightLimits(green_max=0, amber_max=2),
        expires=date(2199, 6, 5),
        clinic="Ä" * 40,
    )


PACES = st.builds(Tempo, up_s=st.integers(1, 60), hold_s=st.integers(0, 60), down_s=st.integers(0, 60))
RESTS = st.none() | st.integers(0, 900)
DOSES = st.one_of(
    st.builds(
        Dose,
        sets=st.integers(1, 10),
        reps=st.integers(1, 100),
        hold_s=st.none() | st.integers(1, 600),
        rest_s=RESTS,
    ),
    st.builds(Dose, sets=st.integers(1, 10), reps=st.integers(1, 100), tempo=PACES, rest_s=RESTS),
    st.builds(
        Dose, sets=st.integers(1, 10), duration_s=st.integers(5, 3600), tempo=st.none() | PACES, rest_s=RESTS
    ),
)
TIMES = st.integers(1, 12)
SCHEDULES = st.one_of(
    st.builds(Schedule, pattern=st.just("daily"), times_per_day=TIMES),
    st.builds(Schedule, pattern=st.just("every_n_days"), n=st.integers(2, 14), times_per_day=TIMES),
    st.builds(
        Schedule,
        pattern=st.just("per_week"),
        n=st.integers(1, 3),
        min_rest_days_between=st.integers(0, 1),
        times_per_day=TIMES,
    ),
)
CLINICS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1, max_size=40)


def lines(most: int) -> st.SearchStrategy[str]:
    """A text on one line, as a plan holds it: any letters, no blank ends."""
    letters = st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])
    return st.text(letters, min_size=1, max_size=most).map(str.strip).filter(bool)


OWN = st.builds(
    OwnExercise,
    name=lines(60),
    steps=st.lists(lines(160), max_size=6).map(tuple),
    kind=st.sampled_from(["stretch", "strength", "mobility", "balance", "nerve-glide"]),
    weight_bearing=st.booleans(),
    after_needling=st.booleans(),
    both_at_once=st.booleans(),
)
WEARING = st.builds(
    Orthotic,
    what=lines(200),
    first_h=st.integers(1, 8),
    more_h=st.integers(1, 24),
    up_to_h=st.integers(8, 24),
)
LOADS = st.one_of(
    st.just({}),
    st.builds(lambda tenths: {"load_kg": tenths / 10}, st.integers(5, 3000)),
    st.builds(lambda colour: {"band": colour}, st.sampled_from(get_args(Band))),
)
BESIDES = st.fixed_dictionaries(
    {},
    optional={
        "review": st.dates(date(2100, 1, 1), date(2199, 6, 5)),
        "goals": st.lists(lines(120), max_size=3).map(tuple),
        "footwear": lines(200),
        "orthotic": st.builds(Orthotic, what=lines(200)) | WEARING,
        "taping": lines(200),
        "activity": lines(200),
    },
)


@st.composite
def prescriptions(draw: st.DrawFn) -> Prescription:
    """Any plan that may be handed over."""
    base = draw(st.sampled_from(every_phase()))
    condition = library().condition(base.condition)
    profile = library().diary.profile(condition.pain_profile)
    never = {name for variant in condition.variants for name in variant.never}
    allowed = [exercise_id for exercise_id in library().exercise_ids if exercise_id not in never]
    if base.condition == INJURY:
        allowed = list(base.exercises())
    names = draw(st.lists(st.sampled_from(allowed), unique=True, max_size=10)) if allowed else []
    own = st.lists(OWN, max_size=2, unique_by=lambda exercise: exercise.id)
    wrote = {exercise.id: exercise for exercise in draw(own) if base.condition != INJURY}
    amber = draw(st.integers(0, profile.amber_max))
    return Prescription(
        condition=base.condition,
        side=draw(st.sampled_from(["left", "right", "both"])),
        phase=base.phase,
        items=tuple(
            PrescribedItem(
                exercise=name,
                dose=draw(DOSES),
                schedule=draw(SCHEDULES),
                side=draw(st.sampled_from(["left", "right", "both", "affected"])),
                own=wrote.get(name),
                note=draw(st.just("") | lines(200)),
                **draw(LOADS),
            )
            for name in (*names, *wrote)
        ),
        issued=draw(st.dates(date(2020, 1, 1), date(2100, 1, 1))),
        variant=base.variant,
        limits=draw(
            st.none()
            | st.builds(
                LightLimits,
                green_max=st.integers(0, min(amber, profile.green_max)),
                amber_max=st.just(amber),
            )
        ),
        expires=draw(st.none() | st.dates(date(2100, 1, 1), date(2199, 6, 5))),
        clinic=draw(CLINICS),
        **draw(BESIDES),  # type: ignore[arg-type]  # each value is drawn for its name
    )
