"""The app never offers what its own pages forbid."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.library.exercise import UNKNOWN_MUSCLE, Exercise, Kind
from homecare.domain.library.phase import ALL_VARIANTS
from homecare.domain.plan.adherence import complete_days, prescribed_on
from homecare.domain.plan.contraindications import Ban, forbidden, forbidden_anywhere
from homecare.domain.records.plan import AskedFirst, ClearanceGiven
from homecare.domain.today.answer import ItemGuidance, Today
from homecare.wording.reasons import forbidden_sentence, reason_sentence
from tests.domain.care import HEEL_RAISE, LIBRARY, Care, routine_items
from tests.domain.own_exercise import MARBLES, own_item
from tests.domain.prescribing import BALANCE, RAISE, accept, prescribed
from tests.examples import examples

INSERTIONAL = ("heel-drop-straight", "heel-drop-bent", HEEL_RAISE, "calf-stretch-straight", "knee-to-wall")
SIDES = ("left", "right", "both")


def with_achilles(care: Care, variant: str | None, side: str) -> Care:
    care.start("achilles-tendinopathy", "at-ins-1", day=1, side=side, variant=variant)
    care.screen(1)
    return care


def shown(care: Care, item: str, day: int = 2, hour: float = 9) -> ItemGuidance:
    return next(
        guided
        for guided in care.today(day, hour).items
        if guided.item == item and guided.condition == "plantar-fasciitis"
    )


def test_arch_roll_waits_a_day_after_the_arch_muscle_was_needled() -> None:
    care = Care()
    care.needle(1, 15, "flexor-digitorum-brevis")

    after_16_h = care.item("arch-roll", 2, 7)
    after_24_h = care.item("arch-roll", 2, 15)

    assert (after_16_h.held, after_24_h.held) == ("needled", None)
    assert "arch-roll" not in routine_items(care.today(2, 7))


def test_arch_roll_goes_on_when_the_other_foot_or_the_calf_was_needled() -> None:
    care = Care()
    care.needle(1, 15, "flexor-digitorum-brevis", side="right")
    care.needle(1, 15, "soleus")

    assert care.item("arch-roll", 2, 7).held is None


@pytest.mark.parametrize("variant", ["insertional", "unsure", None])
@pytest.mark.parametrize("side", ["left", "both"])
def test_b9_a_heel_plan_beside_an_insertional_achilles_stays_on_the_flat_floor(
    variant: str | None, side: str
) -> None:
    stretch = shown(with_achilles(Care(), variant, side), "calf-stretch-straight")
    raises = shown(with_achilles(Care(phase="pf-2"), variant, side), HEEL_RAISE)

    assert (stretch.exercise, stretch.instead_of) == ("ankle-pumps", "calf-stretch-straight")
    assert stretch.dose == LIBRARY.aftercare.pumps_dose
    assert (raises.exercise, raises.instead_of) == ("heel-raise-double", HEEL_RAISE)
    assert (raises.held, raises.load, raises.offer) == (None, "", None)


def test_b9_a_changed_exercise_says_why() -> None:
    said = reason_sentence(shown(with_achilles(Care(), "insertional", "left"), "calf-stretch-straight"))

    assert said.startswith(
        f"Changed because of your Achilles: {LIBRARY.exercise('ankle-pumps').name}. On the flat floor only. "
    )


@pytest.mark.parametrize(("variant", "side"), [("mid-portion", "left"), ("insertional", "right")])
def test_b9_the_other_leg_and_the_middle_of_the_tendon_change_nothing(variant: str, side: str) -> None:
    item = shown(with_achilles(Care(), variant, side), "calf-stretch-straight")

    assert (item.exercise, item.instead_of, item.instead_note) == ("calf-stretch-straight", None, "")


def towel_stretch_after_three_greens(*, achilles: bool) -> ItemGuidance:
    care = Care("heel-spur", "hs-1", first_step=1)
    if achilles:
        with_achilles(care, "insertional", "left")
    care.usual_morning(1)
    care.mornings(1, 1, 1, 1)
    for day in (1, 2, 3):
        care.session(day, 0, "towel-calf-stretch")
        care.entry(day, exercises_done="all")
    return care.item("towel-calf-stretch", 4, 11)


def test_b9_a_step_to_a_forbidden_stretch_is_not_offered() -> None:
    alone = towel_stretch_after_three_greens(achilles=False)
    beside = towel_stretch_after_three_greens(achilles=True)

    assert alone.offer is not None
    assert (alone.advice, alone.offer.exercise) == ("progress", "calf-stretch-straight")
    assert (beside.advice, beside.offer, beside.held) == ("hold", None, None)


def test_a_clinicians_plan_is_warned_and_not_blocked() -> None:
    care = with_achilles(Care(phase="pf-2"), "insertional", "left")
    accept(care, prescribed(), 1, 10)

    item = shown(care, RAISE.exercise)

    assert (item.exercise, item.held, item.warned) == (RAISE.exercise, None, True)
    assert "ask your clinic" in reason_sentence(item)


def test_an_injury_that_is_too_new_makes_an_exercise_wait() -> None:
    care = Care("peroneal-tendonitis", "pt-1")
    care.start("ankle-sprain", "as-1", day=1)
    stretch = LIBRARY.exercise("outer-ankle-stretch")

    early = forbidden(stretch, "left", care.evidence(21))

    assert early is not None
    assert (early.ban, early.condition) == (Ban.TOO_EARLY, "ankle-sprain")
    assert forbidden(stretch, "right", care.evidence(21)) is None
    assert forbidden(stretch, "left", care.evidence(22)) is None


def test_an_exercise_without_a_stand_in_is_held_and_says_why() -> None:
    care = Care(phase="pf-2")
    exercise = replace(LIBRARY.exercise(HEEL_RAISE), not_with=("plantar-fasciitis",))

    ban = forbidden(exercise, "left", care.evidence(2))

    assert ban is not None
    assert (ban.ban, ban.instead, ban.until) == (Ban.CONDITION, None, None)


def test_every_phase_and_what_it_leads_to_has_a_stand_in_beside_an_insertional_achilles() -> None:
    variants = LIBRARY.condition("achilles-tendinopathy").variants
    variant = next(variant for variant in variants if variant.id == "unsure")

    assert set(INSERTIONAL) <= set(variant.never) == set(variant.instead)


PHASES = [
    (condition.id, phase.id, phase.variant)
    for condition in LIBRARY.conditions()
    for phase in condition.phases
]
OFTEN = [
    phase for phase in PHASES if phase[1] in ("pf-1", "pf-2", "at-ins-1", "pt-1", "pt-2", "as-1", "as-2")
]
"""Phases whose exercises another condition or a needling often forbids."""
ACHILLES = [phase for phase in PHASES if phase[1] == "at-ins-1"]
NAMED_ANSWERS = sorted(
    {name for exercise in LIBRARY.exercises() for name in (*exercise.not_if_yes, *exercise.ask_if_yes)}
)
MUSCLES = [muscle.id for muscle in LIBRARY.aftercare.muscles]


@st.composite
def cares(draw: st.DrawFn) -> Care:
    """One to three plans of different conditions on any side, with sessions and needlings."""
    chosen = draw(
        st.lists(
            st.sampled_from(PHASES + 5 * OFTEN + 10 * ACHILLES),
            min_size=2,
            max_size=3,
            unique_by=lambda plan: plan[0],
        )
    )
    care: Care | None = None
    for condition, phase, only in chosen:
        known = [variant.id for variant in LIBRARY.condition(condition).variants]
        variant = only if only != ALL_VARIANTS else draw(st.sampled_from([*known, None]))
        side, day = draw(st.sampled_from(SIDES)), draw(st.integers(1, 28))
        if care is None:
            care = Care(condition, phase, side=side, variant=variant, day=day, first_step=2, screened=False)
        else:
            care.start(condition, phase, day=day, side=side, variant=variant)
        for item in LIBRARY.condition(condition).phase(phase).items:
            if draw(st.booleans()):
                care.session(draw(st.integers(20, 28)), draw(st.integers(0, 6)), item.exercise)
    assert care is not None
    care.ask_first(27, *draw(st.lists(st.sampled_from(NAMED_ANSWERS), max_size=2)))
    for name in draw(st.lists(st.sampled_from([plan[0] for plan in chosen]), max_size=3)):
        care.clear(28, "ok-to-start", condition=name, hour=22)
    for clearance in draw(st.lists(st.sampled_from(["ne-checked", "sf-mobility", "sf-start"]), max_size=2)):
        care.clear(26, clearance)
    for _needling in range(draw(st.integers(1, 3))):
        muscles = draw(st.lists(st.sampled_from(MUSCLES), min_size=1, max_size=6, unique=True))
        care.needle(
            draw(st.integers(28, 29)),
            draw(st.integers(6, 20)),
            *muscles,
            side=draw(st.sampled_from(["left", "right"])),
            stretch_allowed=draw(st.booleans()),
        )
    care.screen(28, hour=23)
    return care


def legs(side: str) -> set[str]:
    return {"left", "right"} if side == "both" else {side}


def named_by_its_page(exercise_id: str, side: str, care: Care, today: Today) -> list[str]:
    """What the content says against an exercise on this side, read again from the content itself."""
    exercise, found = LIBRARY.exercise(exercise_id), []
    for plan in care.evidence_at(today.at).plans.values():
        if not legs(plan.side) & legs(side):
            continue
        condition = LIBRARY.condition(plan.condition)
        known = {variant.id: variant for variant in condition.variants}
        variant = known.get(plan.variant or "unsure")
        acting = {variant.id, variant.acts_as} if variant else set()
        if any(exercise_id in known[name].never for name in acting & set(known)):
            found.append(f"never with {plan.condition}")
        if {plan.condition, *(f"{plan.condition}:{name}" for name in acting)} & set(exercise.not_with):
            found.append(f"not with {plan.condition}")
        if any(
            rule.condition == plan.condition and (today.day - plan.start_day).days < rule.days
            for rule in exercise.not_early
        ):
            found.append(f"too early with {plan.condition}")
    found += [f"yes to {name}" for name in named_answers(exercise, care, today.at)]
    for needling in care.needlings:
        hours = (today.at - needling.at) / timedelta(hours=1)
        for muscle in needling.muscles:
            if muscle.side not in legs(side) or hours < 0:
                continue
            targeted = muscle.muscle.replace("-", " ") in exercise.targets
            waits = {
                "strength": 24 if targeted else 0,
                "stretch": (4 if needling.stretch_allowed else 24) if targeted else 0,
            }.get(exercise.kind, 0)
            if exercise.not_needled is not None and muscle.muscle in exercise.not_needled.muscles:
                waits = max(waits, exercise.not_needled.hours)
            if hours < waits:
                found.append(f"{muscle.muscle} needled {hours:.1f} h ago")
    return found


def named_answers(exercise: Exercise, care: Care, at: datetime) -> list[str]:
    """The answers against an exercise, taken from the events one by one."""
    plans = care.evidence_at(at).plans.values()
    begun = min((plan.start_day for plan in plans), default=None)
    yes: dict[str, bool] = {}
    for event in sorted(care.plan, key=lambda decided: decided.at):
        if begun is None or event.at > at or event.day < begun:
            continue
        if isinstance(event, AskedFirst):
            yes |= dict.fromkeys(event.no, False) | dict.fromkeys(event.yes, False)
            yes |= dict.fromkeys(event.yes, True)
        if isinstance(event, ClearanceGiven) and event.clearance == "ok-to-start":
            asks = LIBRARY.ask_first.questions_for([LIBRARY.condition(event.condition)])
            for question in asks:
                if question.id not in exercise.not_if_yes:
                    yes[question.id] = False
    return [name for name in (*exercise.not_if_yes, *exercise.ask_if_yes) if yes.get(name)]


def test_an_old_tendon_tear_stops_heel_raises_of_the_other_plan_as_well() -> None:
    care = with_achilles(Care(phase="pf-2"), "mid-portion", "left")
    care.ask_first(1, "achilles-rupture")
    waiting = shown(care, HEEL_RAISE)
    care.clear(2, "ok-to-start", condition="achilles-tendinopathy", hour=10)

    assert (waiting.held, shown(care, HEEL_RAISE, hour=11).held) == ("answered", None)
    assert "ask your clinician" in reason_sentence(waiting)


@pytest.mark.parametrize(
    ("condition", "answer"), [(None, "diabetes"), ("nerve-entrapment", "both-feet-numb")]
)
def test_numb_feet_are_not_rolled_even_once_a_clinician_let_the_plan_start(
    condition: str | None, answer: str
) -> None:
    care = Care()
    if condition is not None:
        care.start(condition, "ne-1", day=1)
        care.screen(1)
    care.ask_first(1, answer)
    for name in ("plantar-fasciitis", "nerve-entrapment"):
        care.clear(1, "ok-to-start", condition=name)

    assert care.item("arch-roll", 2).held == "answered"
    assert care.item("plantar-fascia-stretch", 2).held is None


def test_what_an_answer_rules_out_is_not_missed() -> None:
    care = Care()
    care.ask_first(1, "diabetes")
    care.clear(1, "ok-to-start")
    for day in range(2, 9):
        care.session(day, 1, "short-foot-seated", "calf-stretch-straight", "plantar-fascia-stretch")
    days = complete_days(care.evidence(9), 7)

    asked = prescribed_on("plantar-fasciitis", days, care.evidence(9))

    assert all("arch-roll" not in [item.exercise for item in items] for items in asked.values())


def test_a_clinicians_plan_that_comes_too_early_is_warned_about_on_today_as_well() -> None:
    care = Care("ankle-sprain", "as-1")
    stretch = replace(BALANCE, exercise="outer-ankle-stretch", side="affected")
    accept(care, prescribed(condition="ankle-sprain", phase="as-1", items=(stretch,)), 1)

    early, later = (care.item("outer-ankle-stretch", day) for day in (3, 22))

    assert (early.held, early.warned, later.warned) == (None, True, False)


@pytest.mark.parametrize("exercise_id", ["tandem-stand", "calf-stretch-straight", "single-leg-balance"])
def test_the_page_of_an_exercise_on_the_foot_says_that_a_stress_fracture_forbids_it(exercise_id: str) -> None:
    ban = forbidden_anywhere(LIBRARY.exercise(exercise_id), Care("stress-fracture", "sf-1").evidence(2))

    assert ban is not None
    assert ban.condition == "stress-fracture"


@examples(100)
@given(care=cares(), day=st.integers(29, 30), hour=st.integers(4, 23))
def test_nothing_is_due_or_offered_that_the_content_forbids(care: Care, day: int, hour: int) -> None:
    today = care.today(day, hour)

    for item in today.items:
        if item.held in (None, "rest-day"):
            assert named_by_its_page(item.exercise, item.side, care, today) == []
        if item.offer is not None and item.offer.exercise is not None:
            against = named_by_its_page(item.offer.exercise, item.side, care, today)
            assert [why for why in against if "needled" not in why] == []
    for due in today.routine.items if today.routine else ():
        assert named_by_its_page(due.exercise, due.side, care, today) == []


def test_the_page_of_an_exercise_says_what_forbids_it_on_the_side_of_a_plan() -> None:
    care = with_achilles(Care(), "insertional", "left")
    drop = LIBRARY.exercise("heel-drop-straight")

    ban = forbidden_anywhere(drop, care.evidence(2))

    assert ban is not None
    assert forbidden_sentence(ban, "Achilles tendinopathy") == (
        "Not for you with Achilles tendinopathy on this side."
    )
    assert forbidden_anywhere(LIBRARY.exercise("short-foot-seated"), care.evidence(2)) is None


@pytest.mark.parametrize("kind", ["strength", "stretch", "mobility", "balance", "nerve-glide"])
def test_an_exercise_the_clinician_wrote_waits_a_day_after_any_needling_of_its_leg(kind: Kind) -> None:
    care = Care()
    own = replace(MARBLES, kind=kind)
    accept(care, prescribed(items=(own_item(own),)), 1)
    care.needle(2, 15, "flexor-digitorum-brevis")

    assert care.item(own.id, 3, 14).held == "needled"
    assert care.item(own.id, 3, 16).held is None
    assert own.id not in routine_items(care.today(3, 7))


@pytest.mark.parametrize("muscle", ["soleus", UNKNOWN_MUSCLE])
def test_it_goes_on_when_the_other_leg_was_needled_or_the_clinician_allows_it(muscle: str) -> None:
    care = Care()
    allowed = replace(MARBLES, name="Toe wiggles", after_needling=True)
    accept(care, prescribed(items=(own_item(), own_item(allowed))), 1)
    care.needle(2, 15, muscle, side="right")
    other_leg = care.item(MARBLES.id, 2, 16).held
    care.needle(2, 15, muscle)

    assert other_leg is None
    assert [care.item(own.id, 2, 16).held for own in (MARBLES, allowed)] == ["needled", None]


def test_it_stops_with_everything_else_for_a_red_flag_and_a_broken_bone() -> None:
    flagged, broken = Care(), Care()
    for care in (flagged, broken):
        accept(care, prescribed(items=(own_item(),)), 1)
    flagged.screen(2, "common-dvt")
    broken.start("stress-fracture", "sf-1", day=2)

    assert flagged.item(MARBLES.id, 2, 20).held == "red-flag"
    assert MARBLES.id not in [item.item for item in broken.today(2, 20).items]
