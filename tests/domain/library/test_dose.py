"""homecare.domain.library.dose."""

import pytest

from homecare.domain.library.dose import Dose, Schedule, Tempo


def test_a_tempo_sets_the_time_of_each_repeat():
    dose = Dose(sets=3, reps=12, tempo=Tempo(up_s=3, hold_s=2, down_s=3), rest_s=120)

    assert dose.working_s() == 3 * 12 * 8 + 2 * 120


def test_rest_lies_between_the_holds_of_a_single_set():
    assert Dose(sets=1, reps=5, hold_s=20, rest_s=10).working_s() == 5 * (20 + 2) + 4 * 10


def test_a_timed_dose_lasts_its_time():
    assert Dose(sets=1, duration_s=120).working_s() == 120


def test_a_changed_dose_keeps_the_rest_of_its_numbers():
    assert Dose(sets=3, reps=10, hold_s=5, rest_s=30).changed(hold_s=3) == Dose(
        sets=3, reps=10, hold_s=3, rest_s=30
    )


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"sets": 3}, "dose-without-amount"),
        ({"sets": 3, "reps": 10, "duration_s": 60}, "dose-with-two-amounts"),
        ({"sets": 0, "reps": 10}, "not-whole .*sets.*most=10, value=0"),
        ({"sets": 3, "reps": 2.5}, "not-whole .*reps"),
        ({"sets": True, "reps": 10}, "not-whole .*sets"),
        ({"sets": 3, "reps": 10, "rest_s": 1000}, "not-whole .*rest_s.*most=900"),
        ({"sets": 3, "duration_s": 60, "hold_s": 5}, "hold-without-repeats"),
    ],
)
def test_an_impossible_dose_is_refused(numbers, words):
    with pytest.raises(ValueError, match=words):
        Dose(**numbers)


def test_a_change_that_makes_no_sense_is_refused():
    with pytest.raises(ValueError, match=r"no-such-number .*speed"):
        Dose(sets=1, reps=1).changed(speed=2)


def test_every_second_day_is_three_and_a_half_days_a_week():
    assert Schedule(pattern="every_n_days", n=2).days_per_week == 3.5


@pytest.mark.parametrize(
    "numbers",
    [
        {"pattern": "daily", "n": 2},
        {"pattern": "every_n_days", "n": 1},
        {"pattern": "per_week", "n": 8},
        {"pattern": "per_week", "n": 4, "min_rest_days_between": 1},
        {"pattern": "hourly"},
    ],
)
def test_an_impossible_schedule_is_refused(numbers):
    with pytest.raises(ValueError):
        Schedule(**numbers)
