from tests.domain.care import HEEL_RAISE, SHORT_FOOT, Care, day_of, routine_items, when

CALF = "calf-stretch-straight"


def test_after_red_the_exercise_rests_a_day_then_is_easier_for_three() -> None:
    care = Care(first_step=2)
    care.session(1, 7, CALF, SHORT_FOOT, hour=8, slot="morning")

    told = [care.item(CALF, day, 20) for day in range(1, 7)]

    assert [item.held for item in told] == ["red-rest", "red-rest", None, None, None, None]
    assert [item.advice for item in told] == ["ease-off"] * 5 + ["hold"]
    assert [item.offer.until if item.offer else None for item in told] == [None, None, *[day_of(5)] * 3, None]
    assert told[0].held_until == when(3, 4)
    assert told[5].reason == "red-over"


def test_red_in_the_morning_takes_the_exercise_out_of_the_evening() -> None:
    care = Care(first_step=2)
    care.session(1, 7, CALF, hour=8, slot="morning")

    assert CALF not in routine_items(care.today(1, 20))
    assert SHORT_FOOT in routine_items(care.today(1, 20))


def test_a_red_morning_rests_the_exercises_of_the_day_before() -> None:
    care = Care(first_step=2)
    care.session(1, 1, SHORT_FOOT)
    care.mornings(4, day=2)

    item = care.item(SHORT_FOOT, 2)

    assert (item.light, item.final, item.held) == ("red", True, "red-rest")


def test_the_easier_version_holds_until_its_day_and_then_the_last_safe_dose_returns() -> None:
    care = Care(first_step=2)
    care.session(1, 7, CALF)
    care.decide(3, care.item(CALF, 3), accepted=True)

    told = [care.item(CALF, day, 20) for day in (3, 5, 6)]

    assert [item.exercise for item in told] == ["towel-calf-stretch", "towel-calf-stretch", CALF]
    assert [item.level for item in told] == ["easier", "easier", "as-planned"]


def test_after_a_step_too_far_the_dose_before_it_is_the_last_safe_one() -> None:
    care = Care(first_step=2)
    care.usual_morning(2)
    for day in (1, 2, 3):
        care.mornings(2, day=day)
        care.session(day, 1, SHORT_FOOT)
    care.mornings(2, day=4)
    care.decide(4, care.item(SHORT_FOOT, 4), accepted=True)
    care.session(4, 8, SHORT_FOOT)
    care.decide(6, care.item(SHORT_FOOT, 6), accepted=True)

    assert care.item(SHORT_FOOT, 5).exercise == "short-foot-standing"
    assert care.item(SHORT_FOOT, 9).exercise == SHORT_FOOT


def test_a_step_that_went_well_before_the_red_is_tried_again() -> None:
    care = Care(first_step=2)
    care.usual_morning(2)
    for day in (1, 2, 3, 4):
        care.mornings(2, day=day)
        care.session(day, 1, SHORT_FOOT)
        if day == 3:
            care.mornings(2, day=4)
            care.decide(4, care.item(SHORT_FOOT, 4), accepted=True)
    care.mornings(2, day=5)
    care.session(5, 8, SHORT_FOOT)
    care.decide(7, care.item(SHORT_FOOT, 7), accepted=True)

    assert care.item(SHORT_FOOT, 10).exercise == "short-foot-standing"


def test_a_flare_asks_for_the_easier_version_for_three_days_then_for_no_more_load() -> None:
    care = Care(first_step=2)
    care.worst(3, 3, 3, 6, 6)

    told = [care.item(CALF, day, 21) for day in (4, 5, 7, 8)]

    assert [item.reason for item in told] == ["no-session", "flare-easier", "flare-easier", "flare-hold"]
    assert told[1].offer is not None
    assert told[1].offer.until == day_of(7)
    assert set(told[1].entries) == {care.entries[3].id, care.entries[4].id}


def test_a_declined_easier_version_is_offered_again_in_a_new_flare() -> None:
    care = Care(first_step=2)
    care.worst(3, 3, 3, 6, 6)
    care.decide(5, care.item(CALF, 5, 21), accepted=False, hour=22)
    still = care.item(CALF, 5, 23)
    care.worst(3, 3, 3, 3, 3, 3, 3, 7, 7, day=6)

    assert (still.advice, still.offer) == ("ease-off", None)
    assert care.item(CALF, 14, 21).offer is not None


def test_strength_of_a_needled_muscle_waits_a_day_and_begins_easier() -> None:
    care = Care(phase="pf-2")
    care.needle(2, 10, "soleus")

    told = [care.item(HEEL_RAISE, *moment) for moment in ((2, 11), (3, 9.9), (3, 10), (4, 9.9), (4, 10))]

    assert [item.held for item in told] == ["needled", "needled", None, None, None]
    assert told[0].held_until == when(3, 10)
    assert [item.reason for item in told] == [
        "needled",
        "needled",
        "after-needling",
        "after-needling",
        "no-session",
    ]


def test_after_a_very_sore_day_strength_waits_a_day_longer() -> None:
    care = Care(phase="pf-2")
    care.needle(2, 10, "soleus")
    care.entry(3, 10, needling_soreness=5)

    item = care.item(HEEL_RAISE, 3, 11)

    assert (item.held, item.held_until) == ("needled", when(4, 10))


def test_the_other_leg_and_other_muscles_go_on() -> None:
    care = Care(phase="pf-2")
    care.needle(2, 10, "soleus", side="right")
    care.needle(2, 10, "peroneus-longus", side="left")

    assert care.item(HEEL_RAISE, 2, 11).held is None


def test_an_exercise_for_both_legs_waits_for_either() -> None:
    care = Care("achilles-tendinopathy", "at-ins-1", variant="insertional")
    care.needle(2, 10, "soleus", side="right")

    assert care.item("heel-raise-double", 2, 11).held == "needled"


def test_the_stretch_of_a_needled_muscle_waits_four_hours() -> None:
    care = Care()
    care.needle(2, 10, "soleus")

    assert [care.item(CALF, 2, hour).held for hour in (11, 13.9, 14)] == ["needled", "needled", None]


def test_a_sore_morning_after_needling_holds_the_plan_and_rests_nothing() -> None:
    care = Care(first_step=2)
    care.needle(1, 10, "peroneus-longus")
    care.session(1, 1, SHORT_FOOT)
    care.mornings(5, day=2)

    item = care.item(SHORT_FOOT, 2)

    assert (item.light, item.confounded, item.advice, item.held) == ("red", True, "hold", None)


def test_too_much_pain_during_exercise_rests_also_after_needling() -> None:
    care = Care(first_step=2)
    care.needle(1, 10, "peroneus-longus")
    care.session(1, 7, SHORT_FOOT)

    assert care.item(SHORT_FOOT, 2).held == "red-rest"


def test_greens_of_the_easier_version_do_not_count_for_a_harder_one() -> None:
    care = Care(first_step=2)
    care.worst(3, 3, 3, 6, 6)
    care.decide(5, care.item(SHORT_FOOT, 5, 21), accepted=True, hour=21)
    care.mornings(2, 2, 2, 2, 2, 2, 2, 2, day=3)
    for day in range(3, 10):
        care.session(day, 1, SHORT_FOOT)
    care.worst(3, 3, 3, 3, day=6)

    assert care.today(10).flare is None
    assert dict(care.item(SHORT_FOOT, 10).reason_facts)["in_a_row"] == 2
    assert care.item(SHORT_FOOT, 10).advice == "hold"


def test_where_the_content_names_no_easier_version_none_is_offered() -> None:
    care = Care(phase="pf-5", first_step=2)
    care.session(1, 7, HEEL_RAISE)

    item = care.item(HEEL_RAISE, 3)

    assert (item.advice, item.reason, item.offer) == ("ease-off", "red-easier", None)


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
