from tests.domain.care import Care
from tests.domain.progression.test_next_step import STRETCH, days_of


def test_repeats_come_first_then_nothing_is_offered_twice() -> None:
    care = Care("achilles-tendinopathy", "at-ins-1", variant="insertional", first_step=1)
    care.usual_morning(1)
    for day in range(1, 4):
        care.mornings(1, day=day)
        care.session(day, 1, "heel-raise-double", "seated-heel-raise", "heel-raise-hold")
    care.mornings(1, day=4)
    first = care.item("heel-raise-double", 4)
    care.decide(4, first, accepted=True)
    for day in range(4, 7):
        care.session(day, 1, "heel-raise-double", "seated-heel-raise", "heel-raise-hold")
        care.mornings(1, day=day + 1)

    assert first.offer is not None
    assert (first.offer.kind, first.offer.changes) == ("reps", (("sets", 3.0), ("reps", 15.0)))
    assert care.item("heel-raise-double", 7).dose.reps == 15
    assert care.item("heel-raise-double", 7).reason == "green-top"


def test_where_the_content_says_stay_no_step_is_offered() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)

    assert care.item(STRETCH, 4).reason == "green-top"


def slow_plan(weeks: int, pain: int = 1) -> Care:
    care = Care("achilles-tendinopathy", "at-mid-2-slow", variant="mid-portion", first_step=1)
    care.clear(1, "at-choose-slow", hour=8)
    for day in range(1, 7 * weeks + 1):
        care.mornings(1, day=day)
        if day % 7 in (1, 3, 5):
            care.session(day, pain, "heel-raise-single", "seated-heel-raise")
    return care


def test_a_week_based_plan_steps_by_its_table_and_amber_is_allowed() -> None:
    care = slow_plan(1, pain=4)
    care.mornings(1, day=8)

    first_week, second_week = care.item("heel-raise-single", 7), care.item("heel-raise-single", 8)

    assert (first_week.advice, first_week.dose.reps, first_week.rm) == ("hold", 15, 15)
    assert second_week.advice == "progress"
    assert second_week.offer is not None
    assert (second_week.offer.kind, second_week.offer.step) == ("step", 2)


def test_an_accepted_row_sets_the_dose_and_the_next_waits_for_its_week() -> None:
    care = slow_plan(2)
    care.decide(8, care.item("heel-raise-single", 8), accepted=True)

    item = care.item("heel-raise-single", 9)

    assert (item.dose.sets, item.dose.reps, item.rm, item.advice) == (3, 12, 12, "hold")


def test_only_a_red_light_or_a_flare_blocks_the_step_of_a_week_based_plan() -> None:
    red = slow_plan(1)
    red.session(5, 7, "heel-raise-single")
    flared = slow_plan(1)
    flared.worst(2, 2, 2, 2, 6, 6, day=1)

    assert red.item("heel-raise-single", 9).advice == "ease-off"
    assert red.item("heel-raise-single", 10).advice == "hold"
    assert flared.item("heel-raise-single", 8).advice == "ease-off"


def test_no_row_is_passed_over_and_none_comes_before_a_session_at_the_present_one() -> None:
    care = slow_plan(1)
    care.mornings(*[1] * 21, day=8)
    care.session(27, 1, "heel-raise-single", "seated-heel-raise")
    care.decide(28, care.item("heel-raise-single", 28), accepted=True)

    untried = care.item("heel-raise-single", 28, 11)
    care.session(28, 1, "heel-raise-single", "seated-heel-raise")
    care.mornings(1, day=29)
    tried = care.item("heel-raise-single", 29)

    assert (untried.dose.reps, untried.advice, untried.offer) == (12, "hold", None)
    assert tried.offer is not None
    assert tried.offer.step == 3


def test_a_good_session_of_the_phase_before_opens_no_row() -> None:
    care = Care("achilles-tendinopathy", "at-mid-1", variant="mid-portion", first_step=1)
    care.clear(1, "at-choose-slow")
    care.session(2, 1, "seated-heel-raise")
    care.mornings(1, 1, 1)
    care.enter(4, "at-mid-2-slow")
    care.mornings(1, day=11)

    assert care.item("seated-heel-raise", 11).offer is None
