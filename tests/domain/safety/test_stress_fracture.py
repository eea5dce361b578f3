import pytest

from homecare.domain.records.diary import Site
from tests.domain.care import LIBRARY, Care


def protected(phase: str = "sf-1") -> Care:
    care = Care("stress-fracture", phase)
    care.clear(1, "sf-diagnosed", hour=8)
    care.clear(1, "sf-mobility", hour=8)
    return care


def test_it_pauses_every_other_plan() -> None:
    care = protected()
    care.start("plantar-fasciitis", "pf-1", day=1)

    held = {item.condition: item.held for item in care.today(2, 20).items}

    assert held == {"plantar-fasciitis": "stress-fracture", "stress-fracture": None}


@pytest.mark.parametrize("other", ["plantar-fasciitis", "ankle-sprain", "flat-foot"])
def test_nothing_that_puts_weight_through_the_foot_is_shown(other: str) -> None:
    care = protected()
    phases = LIBRARY.condition(other).phases
    care.start(other, phases[-1].id, day=1)

    shown = [LIBRARY.exercise(item.exercise) for item in care.today(2, 20).items]

    assert shown
    assert not any(exercise.weight_bearing for exercise in shown)


@pytest.mark.parametrize(("pain", "held"), [(0, None), (1, "injury-pain")])
def test_pain_of_one_hides_its_own_exercises(pain: int, held: str | None) -> None:
    care = protected()
    care.session(2, pain, "straight-leg-raise")

    assert care.item("side-leg-raise", 4, 20).held == held


def test_only_a_clinician_brings_them_back() -> None:
    care = protected()
    care.session(2, 1, "straight-leg-raise")
    care.session(4, 0, "straight-leg-raise")
    before = care.item("side-leg-raise", 8).held
    care.clear(8, "sf-mobility")

    assert before == "injury-pain"
    assert care.item("side-leg-raise", 8, 20).held is None


def test_pain_in_the_injured_foot_raises_its_alert() -> None:
    care = protected()
    care.session(2, 1, "straight-leg-raise")

    assert care.alerts(2) == ["al-sf-pain"]


def test_pain_of_another_plan_before_the_injury_says_nothing() -> None:
    care = Care(day=1)
    care.entry(2, pain_exercise=4)
    care.condition = "stress-fracture"
    care.start("stress-fracture", "sf-1", day=5)
    care.screen(5)
    care.clear(5, "sf-diagnosed")

    assert care.item("straight-leg-raise", 6).held is None


def test_before_the_diagnosis_there_is_no_exercise_at_all() -> None:
    shown = Care("stress-fracture", "sf-0").today(1, 20)

    assert (shown.items, shown.routine, shown.next_routine_at) == ((), None, None)


def test_pain_that_nobody_cleared_still_holds_after_months() -> None:
    care = protected()
    care.session(2, 1, "straight-leg-raise")
    for day in range(3, 100):
        care.entry(day, pain_now=0)

    assert care.item("side-leg-raise", 100).held == "injury-pain"


@pytest.mark.parametrize(
    ("pain", "hour", "side", "held"),
    [(1, 21, "L", "injury-pain"), (0, 21, "L", None), (3, 8, "L", None), (3, 21, "R", None)],
)
def test_pain_in_the_injured_foot_after_an_exercise_counts_like_pain_during_it(
    pain: int, hour: float, side: str, held: str | None
) -> None:
    care = protected()
    care.session(2, 0, "straight-leg-raise", hour=19)
    care.entry(2, hour, pain_now=pain, location=(Site(region="top-of-foot", side=side),))

    assert care.item("side-leg-raise", 2, 22).held == held
