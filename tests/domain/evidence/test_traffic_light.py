from datetime import date

import pytest

from homecare.domain.diary.by_day import DayValue
from homecare.domain.evidence.traffic_light import SessionLight, light_of, rise_of, usual_morning
from tests.domain.care import HEEL_RAISE, LIBRARY, Care, day_of

GUIDE = LIBRARY.diary.traffic_light


def light(care: Care, day: int, *, at: int, hour: float = 9) -> SessionLight:
    return next(
        judged.light
        for judged in care.evidence(at, hour).lights[care.condition]
        if judged.light.day == day_of(day)
    )


def known(**scores: int) -> dict[date, DayValue]:
    days = {day_of(int(name[1:])): score for name, score in scores.items()}
    return {
        day: DayValue(day=day, value=score, at=Care().evidence(1).at, entries=(str(day),))
        for day, score in days.items()
    }


@pytest.mark.parametrize(
    ("profile", "green", "amber"),
    [
        ("tendon", 2, 5),
        ("general", 2, 4),
        ("sprain", 2, 3),
        ("bone", 1, 2),
        ("nerve", 2, 3),
        ("stress-fracture", 0, 0),
    ],
)
def test_each_profile_turns_amber_above_green_and_red_above_amber(
    profile: str, green: int, amber: int
) -> None:
    limits = LIBRARY.diary.profile(profile)

    colours = [light_of(pain, None, limits, worse=False) for pain in range(11)]

    assert colours == ["green"] * (green + 1) + ["amber"] * (amber - green) + ["red"] * (10 - amber)


@pytest.mark.parametrize(
    ("profile", "red_from"),
    [("tendon", 2), ("general", 2), ("sprain", 2), ("bone", 1), ("nerve", 2), ("stress-fracture", 1)],
)
def test_a_rise_of_one_point_is_amber_and_of_two_red_but_the_bone_allows_none(
    profile: str, red_from: int
) -> None:
    limits = LIBRARY.diary.profile(profile)

    colours = [light_of(0, rise, limits, worse=False) for rise in range(4)]

    assert colours == ["green"] + ["amber"] * (red_from - 1) + ["red"] * (4 - red_from)


def test_without_a_score_there_is_no_light_whatever_the_morning_says() -> None:
    assert light_of(None, 5, LIBRARY.diary.profile("tendon"), worse=False) == "grey"


@pytest.mark.parametrize(
    ("after", "usual", "rise"), [(3, 3, 0), (3, 2.5, 0), (4, 2.5, 1), (4, 2, 2), (1, 4, 0), (5, 2.5, 2)]
)
def test_halves_of_a_rise_are_rounded_down_and_less_pain_is_no_rise(
    after: int, usual: float, rise: int
) -> None:
    assert rise_of(after, usual) == rise


def test_the_usual_morning_is_the_median_of_the_week_before_the_session_day() -> None:
    usual = usual_morning(day_of(8), known(d1=1, d3=2, d5=9, d8=10), None, GUIDE)

    assert usual is not None
    assert (usual.value, usual.provisional) == (2, False)


def test_with_two_mornings_the_last_known_one_stands_in_and_is_provisional() -> None:
    usual = usual_morning(day_of(8), known(d6=2, d7=4), 9, GUIDE)

    assert usual is not None
    assert (usual.value, usual.provisional) == (4, True)


def test_with_no_morning_the_score_asked_at_the_start_stands_in() -> None:
    usual = usual_morning(day_of(8), {}, 6, GUIDE)

    assert usual is not None
    assert (usual.value, usual.provisional) == (6, True)


def test_with_nothing_known_there_is_no_usual_morning() -> None:
    assert usual_morning(day_of(8), {}, None, GUIDE) is None


def test_the_light_is_provisional_after_the_session_and_final_next_morning() -> None:
    care = Care()
    care.mornings(2, 2, 2, 2)
    care.session(4, 1, HEEL_RAISE)
    care.mornings(2, day=5)

    evening, morning = light(care, 4, at=4, hour=21), light(care, 4, at=5)

    assert (evening.light, evening.final) == ("green", False)
    assert (morning.light, morning.final, morning.rise) == ("green", True, 0)


def test_the_final_light_may_be_worse_than_the_provisional_one() -> None:
    care = Care()
    care.mornings(2, 2, 2, 2)
    care.session(4, 1, HEEL_RAISE)
    care.mornings(4, day=5)

    assert light(care, 4, at=4, hour=21).light == "green"
    assert (light(care, 4, at=5).light, light(care, 4, at=5).rise) == ("red", 2)


def test_the_morning_after_may_be_asked_by_its_own_name() -> None:
    care = Care("flat-foot", "ff-1", first_step=1)
    care.session(4, 1, "short-foot-seated")
    care.entry(5, 8, pain_next_morning=4)

    assert light(care, 4, at=5).light == "red"


@pytest.mark.parametrize(("first_step", "after", "rise"), [(7, 1, 5), (2, 7, 5), (2, 2, 0)])
def test_a_lower_answer_for_the_other_foot_does_not_hide_painful_first_steps(
    first_step: int, after: int, rise: int
) -> None:
    care = Care()
    care.mornings(2, 2, 2, 2)
    care.session(4, 1, HEEL_RAISE)
    care.entry(5, 7.5, pain_first_step=first_step)
    care.entry(5, 8, pain_next_morning=after)

    assert light(care, 4, at=5).rise == rise


def test_first_step_pain_counts_as_the_morning_after_only_where_it_is_the_key_item() -> None:
    care = Care("flat-foot", "ff-1", first_step=1)
    care.session(4, 1, "short-foot-seated")
    care.entry(5, 8, pain_first_step=4)

    assert light(care, 4, at=5).final is False


def test_soreness_after_needling_never_changes_the_light() -> None:
    care = Care()
    care.mornings(2, 2, 2, 2)
    care.session(4, 1, HEEL_RAISE)
    care.mornings(2, day=5)
    before = light(care, 4, at=5)
    care.needle(5, 8, "soleus")
    care.entry(5, 8.5, needling_soreness=9)

    assert light(care, 4, at=5) == before


def test_a_morning_within_72_hours_of_needling_is_marked_as_clouded() -> None:
    care = Care()
    care.mornings(2, 2, 2, 2)
    care.needle(4, 12, "soleus")
    care.session(6, 1, HEEL_RAISE)
    care.session(7, 1, HEEL_RAISE)
    care.mornings(2, 2, day=7)

    assert light(care, 6, at=8).confounded is True
    assert light(care, 7, at=8).confounded is False


def test_a_sprain_that_is_clearly_more_swollen_is_red() -> None:
    care = Care("ankle-sprain", "as-2")
    care.session(4, 0, "ankle-circles", swelling_up=True)

    assert light(care, 4, at=4, hour=21).light == "red"


@pytest.mark.parametrize(("minutes", "colour"), [(10, "green"), (11, "red")])
def test_nerve_tingling_of_more_than_ten_minutes_is_red(minutes: int, colour: str) -> None:
    care = Care("mortons-neuroma", "mn-1")
    care.session(4, 0, "short-foot-seated", tingling_min=minutes)

    assert light(care, 4, at=4, hour=21).light == colour


def test_tingling_that_lasts_is_red_also_without_a_score() -> None:
    care = Care("mortons-neuroma", "mn-1")
    care.session(1, None, "short-foot-seated", tingling_min=11)

    assert care.item("short-foot-seated", 1, 21).held == "red-rest"


def test_tingling_says_nothing_for_a_tendon() -> None:
    care = Care()
    care.session(4, 0, HEEL_RAISE, tingling_min=60)

    assert light(care, 4, at=4, hour=21).light == "green"


def test_the_light_names_the_entries_and_sessions_it_rests_on() -> None:
    care = Care()
    care.mornings(2, 2, 2, 2)
    session = care.session(4, 1, HEEL_RAISE)
    care.mornings(2, day=5)

    found = light(care, 4, at=5)

    mornings = [entry.id for entry in care.entries]
    assert sorted(found.entries) == sorted([*mornings[:3], mornings[4]])
    assert found.sessions == (session,)
