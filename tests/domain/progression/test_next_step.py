import pytest

from tests.domain.care import SHORT_FOOT, Care, day_of

STRETCH = "plantar-fascia-stretch"
CALF = "calf-stretch-straight"


def days_of(care: Care, *pains: int, day: int = 1, morning: int = 2) -> None:
    """Sessions of the whole phase on days in a row, each with a calm morning before and after it."""
    if day == 1:
        care.usual_morning(morning)
    for offset, pain in enumerate(pains):
        whole_day(care, day + offset, pain, morning)
    care.mornings(morning, day=day + len(pains))


def whole_day(care: Care, day: int, pain: int, morning: int = 2) -> None:
    care.mornings(morning, day=day)
    care.session(day, pain, STRETCH, CALF, hour=8, slot="morning")
    care.session(day, pain, STRETCH, hour=13, slot="midday")
    care.session(day, pain, STRETCH, CALF, "arch-roll", SHORT_FOOT)


def test_three_final_greens_in_a_row_offer_the_next_step() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)

    item = care.item(SHORT_FOOT, 4)

    assert (item.light, item.final, item.advice, item.reason) == (
        "green",
        True,
        "progress",
        "green-progress",
    )
    assert item.offer is not None
    assert (item.offer.kind, item.offer.exercise) == ("exercise", "short-foot-standing")


def test_two_greens_are_not_three() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1)

    item = care.item(SHORT_FOOT, 3)

    assert (item.advice, item.offer, item.reason) == ("hold", None, "green-hold")
    assert dict(item.reason_facts)["in_a_row"] == 2


def test_the_third_green_counts_only_when_its_morning_is_recorded() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)
    care.entries.pop()

    morning, noon = care.item(SHORT_FOOT, 4, 11.9), care.item(SHORT_FOOT, 4, 12)

    assert (morning.advice, morning.final, morning.reason) == ("hold", False, "waiting-for-morning")
    assert (noon.advice, noon.final, noon.reason) == ("hold", False, "morning-missing")


def test_an_amber_between_greens_starts_the_count_again() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 3, 1, 1)

    assert care.item(SHORT_FOOT, 5).advice == "hold"


def test_a_session_without_a_score_starts_the_count_again() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1)
    care.session(3, None, SHORT_FOOT)
    care.session(4, 1, SHORT_FOOT)
    care.mornings(2, 2, day=4)

    assert dict(care.item(SHORT_FOOT, 5).reason_facts)["in_a_row"] == 1


def test_without_a_score_nobody_can_guide() -> None:
    care = Care(first_step=2)
    care.session(1, None, SHORT_FOOT)

    item = care.item(SHORT_FOOT, 1, 21)

    assert (item.light, item.advice, item.reason) == ("grey", "hold", "no-score")


def test_a_red_in_the_last_seven_days_blocks_the_next_step() -> None:
    care = Care(first_step=2)
    days_of(care, 7, 1, 1, 1, 1, 1, 1)

    before, after = care.item(SHORT_FOOT, 7), care.item(SHORT_FOOT, 8)

    assert (before.advice, before.reason) == ("hold", "green-after-red")
    assert after.advice == "progress"


def test_less_than_seventy_percent_done_blocks_the_next_step() -> None:
    care = Care(first_step=2)
    care.usual_morning(2)
    days_of(care, 1, 1, 1, day=4)

    item = care.item(SHORT_FOOT, 7)

    assert (item.advice, item.reason) == ("hold", "green-adherence")


@pytest.mark.parametrize(("done", "advice"), [(6, "hold"), (7, "progress")])
def test_seventy_percent_is_enough(done: int, advice: str) -> None:
    care = Care(first_step=2, phase="pf-1", day=0)
    days_of(care, *[1] * done, day=11 - done)

    assert care.item(SHORT_FOOT, 11).advice == advice


def test_b5_three_ambers_with_raised_mornings_ask_for_the_easier_version() -> None:
    care = Care(first_step=2)
    care.usual_morning(2)
    for day in (1, 2, 3):
        care.session(day, 4, CALF)
    care.mornings(2, 3, 3, 3)

    item = care.item(CALF, 4)

    assert (item.advice, item.reason) == ("ease-off", "amber-in-a-row")
    assert item.offer is not None
    assert item.offer.exercise == "towel-calf-stretch"


def test_b5_ambers_of_a_tendon_that_settle_by_morning_are_a_hold() -> None:
    care = Care(first_step=2)
    days_of(care, 4, 4, 4, 4, 4)

    assert (care.item(CALF, 6).advice, care.item(CALF, 6).reason) == ("hold", "amber-hold")


def test_b5_three_ambers_of_another_profile_ease_off_however_the_mornings_are() -> None:
    care = Care("flat-foot", "ff-1", first_step=2)
    care.usual_morning(2)
    for day in (1, 2, 3):
        care.session(day, 4, SHORT_FOOT)
        care.entry(day + 1, 8, pain_next_morning=2)

    assert care.item(SHORT_FOOT, 4, 10).reason == "amber-in-a-row"


def test_a11_a_green_against_a_provisional_usual_morning_is_not_one_of_three() -> None:
    care = Care(first_step=2)
    for day in (1, 2, 3, 4):
        whole_day(care, day, 1)
    care.mornings(2, day=5)

    first, counted = care.item(SHORT_FOOT, 4), care.item(SHORT_FOOT, 5)

    assert (first.light, first.final, first.advice) == ("green", True, "hold")
    assert dict(first.reason_facts)["in_a_row"] == 0
    assert dict(counted.reason_facts)["in_a_row"] == 1


def test_one_amber_holds() -> None:
    care = Care(first_step=2)
    days_of(care, 4)

    item = care.item(CALF, 2)

    assert (item.light, item.advice, item.reason, item.offer) == ("amber", "hold", "amber-hold", None)


def test_a_morning_clouded_by_needling_holds_the_plan() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)
    care.needle(3, 10, "peroneus-longus")

    item = care.item(SHORT_FOOT, 4)

    assert (item.advice, item.reason, item.confounded) == ("hold", "confounded", True)


def test_a_declined_step_is_not_offered_again_until_something_new_is_recorded() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)
    care.decide(4, care.item(SHORT_FOOT, 4), accepted=False)

    same_day = care.item(SHORT_FOOT, 4, 18)
    whole_day(care, 4, 1)
    care.entries.pop()
    care.mornings(2, day=5)

    assert (same_day.advice, same_day.offer, same_day.reason) == ("hold", None, "declined")
    assert care.item(SHORT_FOOT, 5).advice == "progress"


def test_an_accepted_step_changes_the_exercise_and_counts_from_new() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)
    care.decide(4, care.item(SHORT_FOOT, 4), accepted=True)

    item = care.item(SHORT_FOOT, 4, 18)

    assert (item.exercise, item.level, item.advice) == ("short-foot-standing", "harder", "hold")
    assert dict(item.reason_facts)["in_a_row"] == 0


def test_the_reason_names_its_entries() -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1)

    item = care.item(SHORT_FOOT, 4)

    assert set(item.entries) == {entry.id for entry in care.entries}
    assert item.light_day == day_of(3)


def test_evidence_from_another_condition_is_marked() -> None:
    achilles = Care("achilles-tendinopathy", "at-ins-1", variant="insertional")

    assert Care().item(SHORT_FOOT, 1).extrapolated is True
    assert achilles.item("heel-raise-double", 1).extrapolated is False


def test_greens_clouded_by_needling_do_not_count() -> None:
    care = Care(first_step=2)
    care.needle(1, 9, "peroneus-longus")
    days_of(care, 1, 1, 1, 1, 1)

    assert dict(care.item(SHORT_FOOT, 6).reason_facts)["in_a_row"] == 2
