"""Coming back after weeks without an entry."""

from tests.domain.care import SHORT_FOOT, Care

CALF = "calf-stretch-straight"


def test_after_two_silent_weeks_the_plan_starts_again_easier() -> None:
    care = Care(first_step=2)
    care.worst(3)
    care.screen(16)

    item = care.item(CALF, 16)

    assert (item.advice, item.reason) == ("ease-off", "after-gap")
    assert item.offer is not None
    assert care.today(16).phases[0].phase == "pf-1"


def test_starting_the_plan_again_after_four_weeks_does_not_skip_the_easier_version() -> None:
    care = Care(first_step=2)
    care.worst(3)
    care.start("plantar-fasciitis", "pf-1", day=40)
    care.screen(40)

    assert care.item(SHORT_FOOT, 40).reason == "after-gap"


def test_a_gap_longer_than_the_days_that_are_loaded_is_a_gap() -> None:
    care = Care(first_step=2)
    care.worst(3)
    care.screen(71)
    care.worst(3, 3, day=72)

    assert [care.item(SHORT_FOOT, day, 21).reason for day in (71, 73)] == ["after-gap", "after-gap"]


def test_a_long_plan_without_a_gap_is_not_eased() -> None:
    care = Care(first_step=2)
    care.mornings(*[2] * 100)
    for day in range(1, 100):
        care.session(day, 1, SHORT_FOOT)

    assert care.item(SHORT_FOOT, 100).reason == "green-progress"
