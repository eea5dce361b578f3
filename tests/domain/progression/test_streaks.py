from tests.domain.care import HEEL_RAISE, SHORT_FOOT, Care
from tests.domain.progression.test_next_step import days_of


def test_ambers_whose_mornings_nobody_recorded_still_ask_for_the_easier_version() -> None:
    care = Care("flat-foot", "ff-1", first_step=2)
    for day in (1, 2, 3):
        care.session(day, 4, SHORT_FOOT)

    second, third, noon = (care.item(SHORT_FOOT, *at) for at in ((3, 13), (4, 11), (4, 12)))

    assert (second.advice, third.reason) == ("hold", "waiting-for-morning")
    assert (noon.light, noon.final, noon.advice) == ("amber", False, "ease-off")
    assert noon.offer is not None
    assert noon.offer.level == "easier"


def test_a_morning_without_a_score_after_another_plans_session_is_missing_not_unknown() -> None:
    sprain = Care("ankle-sprain", "as-2", first_step=2)
    sprain.session(1, 1, "outer-ankle-push")
    sprain.mornings(2, day=2)

    assert sprain.item("outer-ankle-push", 2, 13).reason == "morning-missing"


def test_a_red_that_may_be_needling_soreness_alone_does_not_block_a_week_of_steps() -> None:
    care = Care(first_step=2)
    care.mornings(2, 2)
    care.needle(1, 10, "peroneus-longus")
    care.session(1, 1, SHORT_FOOT)
    care.entry(2, 8, pain_next_morning=5)
    for day in range(2, 7):
        care.session(day, 1, SHORT_FOOT)
    care.mornings(2, 2, 2, 2, 2, day=3)

    assert care.item(SHORT_FOOT, 7).advice == "progress"


def test_who_passed_over_the_easier_version_is_asked_back_to_the_last_safe_dose() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)
    care.decide(4, care.item(SHORT_FOOT, 4), accepted=True)
    care.session(4, 7, SHORT_FOOT)
    care.mornings(2, 2, 2, 2, 2, 2, day=5)

    item = care.item(SHORT_FOOT, 9)
    assert (item.exercise, item.reason, item.advice) == ("short-foot-standing", "red-over", "ease-off")
    care.decide(9, item, accepted=True)

    back = care.item(SHORT_FOOT, 9, 11)
    assert (back.exercise, back.level, back.advice, back.offer) == (SHORT_FOOT, "as-planned", "hold", None)


def test_a_step_that_went_well_before_the_red_is_not_taken_back() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)
    care.decide(4, care.item(SHORT_FOOT, 4), accepted=True)
    care.session(4, 1, SHORT_FOOT)
    care.session(5, 7, SHORT_FOOT)
    care.mornings(2, 2, 2, 2, 2, 2, day=5)

    assert (care.item(SHORT_FOOT, 10).reason, care.item(SHORT_FOOT, 10).offer) == ("red-over", None)


def test_a_loading_row_that_was_too_much_at_once_goes_back_one_row() -> None:
    care = Care("heel-spur", "hs-3", first_step=1)
    care.mornings(*[1] * 21)
    for day in range(1, 15, 2):
        care.session(day, 1, HEEL_RAISE)
    care.decide(15, care.item(HEEL_RAISE, 15), accepted=True)
    care.session(15, 7, HEEL_RAISE)

    offer = care.item(HEEL_RAISE, 20).offer

    assert offer is not None
    assert (offer.step, dict(offer.changes)) == (1, {"sets": 3, "reps": 12})
