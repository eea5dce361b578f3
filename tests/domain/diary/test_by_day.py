from homecare.domain.diary.by_day import (
    highest_by_day,
    hours_after,
    last_days,
    mean_of,
    median_of,
    recorded,
    soon_after_needling,
)
from tests.domain.care import Care, day_of, when


def test_the_highest_answer_of_a_day_counts_and_a_silent_day_is_absent() -> None:
    care = Care()
    care.entry(1, 9, pain_worst=6)
    care.entry(1, 20, pain_worst=2)
    care.entry(2, 9, pain_now=5)
    care.entry(3, 9, pain_worst=0)

    values = highest_by_day(care.entries, "pain_worst")

    assert {day: value.value for day, value in values.items()} == {day_of(1): 6, day_of(3): 0}
    assert values[day_of(1)].entries == (care.entries[0].id,)


def test_the_small_hours_belong_to_the_day_before() -> None:
    care = Care()
    care.entry(1, 27.9, pain_worst=4)

    assert list(highest_by_day(care.entries, "pain_worst")) == [day_of(1)]


def test_a_window_leaves_silent_days_out_of_its_mean() -> None:
    care = Care()
    care.worst(8, 2)
    care.worst(5, day=4)

    week = recorded(highest_by_day(care.entries, "pain_worst"), day_of(4), 3)

    assert [value.value for value in week] == [2, 5]
    assert (mean_of(week), median_of(week)) == (3.5, 3.5)
    assert (mean_of([]), median_of([])) == (None, None)


def test_the_last_days_end_with_the_day_asked_for() -> None:
    assert last_days(day_of(3), 3) == (day_of(1), day_of(2), day_of(3))


def test_hours_are_those_that_pass_also_in_the_night_the_clocks_go_forward() -> None:
    assert hours_after(when(27, 20), when(28, 8)) == 11


def test_needling_counts_for_its_hours_and_not_when_it_was_called_off() -> None:
    care = Care()
    care.needle(1, 9)
    care.needle(1, 9, cancelled=True)

    inside = [soon_after_needling(when(4, hour), care.needlings[:1], 72) for hour in (8.9, 9)]

    assert inside == [True, False]
    assert soon_after_needling(when(1, 10), care.needlings[1:], 72) is False
