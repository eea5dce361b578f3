from tests.domain.care import SHORT_FOOT, Care
from tests.domain.test_progression import CALF


def test_ambers_whose_mornings_nobody_recorded_still_ask_for_the_easier_version() -> None:
    care = Care(first_step=2)
    for day in (1, 2, 3):
        care.session(day, 4, CALF)

    second, third, noon = care.item(CALF, 3, 13), care.item(CALF, 4, 11), care.item(CALF, 4, 12)

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
