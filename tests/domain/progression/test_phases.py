import pytest

from homecare.domain.progression.phases import weeks_to_check
from tests.domain.care import HEEL_RAISE, LIBRARY, Care
from tests.domain.progression.test_next_step import days_of


def ready_to_leave(days: int = 7) -> Care:
    """A calm first phase of plantar fasciitis with its self-check answered."""
    care = Care(first_step=2)
    days_of(care, *[1] * days)
    care.check(days + 1, "pf-two-foot-rise")
    return care


def test_the_next_phase_is_offered_when_every_criterion_is_met() -> None:
    state = ready_to_leave().phase(8)

    assert (state.offered, state.step_back, state.day_in_phase) == ("pf-2", False, 8)
    assert all(criterion_state.met for criterion_state in state.criteria)


def test_a_day_too_early_it_is_not() -> None:
    assert ready_to_leave().phase(7, 21).offered is None


def test_an_unanswered_self_check_keeps_the_phase() -> None:
    care = ready_to_leave()
    care.check(8, "pf-two-foot-rise", yes=False)

    assert care.phase(8).offered is None


def test_an_answer_of_an_earlier_phase_does_not_count_again() -> None:
    care = ready_to_leave()
    care.enter(8, "pf-1", reason="stepped-back", hour=9)

    assert [state.met for state in care.phase(20).criteria if state.kind == "self_check"] == [False]


def test_an_unfinished_morning_keeps_the_phase() -> None:
    care = ready_to_leave()
    care.session(8, 1, "short-foot-seated", hour=8.8, slot="morning")

    assert care.phase(8).offered is None


def test_a_red_light_in_the_last_week_keeps_the_phase() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 7, 1, 1, 1, 1, 1)
    care.check(8, "pf-two-foot-rise")

    assert care.phase(9).offered is None
    assert all(state.met for state in care.phase(9).criteria)


def test_a_phase_with_week_based_items_allows_amber() -> None:
    care = Care(phase="pf-2", first_step=2)
    for day in range(1, 15):
        care.mornings(2, day=day)
        care.worst(3, day=day)
        care.session(day, 4, HEEL_RAISE, "short-foot-standing")
        care.entry(day, 21, exercises_done="all")
    care.mornings(2, day=15)

    assert care.item(HEEL_RAISE, 15).light == "amber"
    assert care.phase(15).offered == "pf-3"


def test_a_flare_keeps_even_a_week_based_phase() -> None:
    care = Care(phase="pf-2", first_step=2)
    for day in range(1, 15):
        care.mornings(2, day=day)
        care.worst(3 if day < 13 else 6, day=day)
        care.session(day, 4, HEEL_RAISE, "short-foot-standing")
    care.mornings(2, day=15)

    assert care.phase(15).offered is None


def test_two_flares_in_fourteen_days_ask_to_step_back_and_only_ask() -> None:
    care = Care(first_step=2)
    care.enter(3, "pf-2")
    care.worst(3, 3, 3, 6, 6, 3, 3, 3, 3, 3, 7, 7)

    state = care.phase(12, 21)

    assert (state.phase, state.offered, state.step_back) == ("pf-2", "pf-1", True)
    assert care.alerts(12) == ["al-flare2"]


def test_after_stepping_back_the_same_flares_do_not_ask_again() -> None:
    care = Care(first_step=2)
    care.enter(3, "pf-2")
    care.worst(3, 3, 3, 6, 6, 3, 3, 3, 3, 3, 7, 7)
    care.enter(13, "pf-1", reason="stepped-back")

    assert care.phase(13).step_back is False


def test_the_drop_plan_follows_unless_a_clinician_chose_the_slow_one() -> None:
    def settled() -> Care:
        care = Care("achilles-tendinopathy", "at-mid-1", variant="mid-portion", first_step=1)
        for day in range(1, 15):
            care.mornings(1, day=day)
            care.session(
                day, 1, "heel-raise-double", "seated-heel-raise", "heel-raise-hold", "single-leg-balance"
            )
        care.mornings(1, day=15)
        care.check(15, "at-rise-20")
        return care

    chosen = settled()
    chosen.clear(14, "at-choose-slow")

    assert settled().phase(15).offered == "at-mid-2-drops"
    assert chosen.phase(15).offered == "at-mid-2-slow"


def test_a_stress_fracture_moves_on_by_clearance_alone() -> None:
    care = Care("stress-fracture", "sf-0")
    without = care.phase(100, 9).offered
    care.screen(90)
    care.clear(90, "sf-diagnosed")

    assert without is None
    assert care.phase(91).offered == "sf-1"


@pytest.mark.parametrize("flag", ["pf-night", "pf-pop"])
def test_nothing_is_offered_while_a_flag_is_open(flag: str) -> None:
    care = ready_to_leave()
    care.screen(8, flag)

    shown = care.today(8, 21)

    assert [phase.offered for phase in shown.phases] == [None]
    assert [item.offer for item in shown.items] == [None] * 4
    assert {item.advice for item in shown.items} == {"hold"}


def test_a_red_flag_comes_before_stepping_back() -> None:
    care = Care(first_step=2)
    care.enter(3, "pf-2")
    care.worst(3, 3, 3, 6, 6, 3, 3, 3, 3, 3, 7, 7)
    care.screen(12, "pf-night")

    assert (care.phase(12, 21).offered, care.phase(12, 21).step_back) == (None, False)


@pytest.mark.parametrize(("day", "weeks"), [(14, None), (15, 2), (21, 2), (22, None)])
def test_the_goals_are_worth_a_look_in_the_week_after_the_phase_s_least_weeks(
    day: int, weeks: int | None
) -> None:
    """The second phase of plantar fasciitis lasts at least 2 weeks."""
    state = Care(phase="pf-2").phase(day)

    assert weeks_to_check(state, LIBRARY) == weeks
