from homecare.domain.diary.flare import repeated
from tests.domain.care import LIBRARY, Care, day_of

GUIDE = LIBRARY.diary.flare


def spells(care: Care, day: int) -> list[tuple[int, int, int | None]]:
    number = {day_of(count): count for count in range(1, 60)}
    return [
        (number[spell.since], number[spell.called_on], number[spell.ended_on] if spell.ended_on else None)
        for spell in care.evidence(day, 21).spells
    ]


def test_two_points_more_on_two_days_in_a_row_is_a_flare_from_the_first_of_them() -> None:
    care = Care()
    care.worst(3, 3, 3, 5, 5)

    assert spells(care, 4) == []
    assert spells(care, 5) == [(4, 5, None)]


def test_one_and_a_half_points_more_is_no_flare() -> None:
    care = Care()
    care.worst(3, 4, 3, 4, 5, 5)

    assert spells(care, 6) == []


def test_an_eight_that_is_two_points_more_is_a_flare_on_one_day() -> None:
    care = Care()
    care.worst(6, 6, 6, 8)

    assert spells(care, 4) == [(4, 4, None)]


def test_an_eight_after_a_week_of_sevens_is_no_flare() -> None:
    care = Care()
    care.worst(7, 7, 7, 8, 8)

    assert spells(care, 5) == []


def test_with_two_recorded_days_before_it_no_flare_can_be_called() -> None:
    care = Care()
    care.worst(1, 1, 7, 7)

    assert spells(care, 4) == []


def test_a_missing_day_between_two_worse_days_is_no_row() -> None:
    care = Care()
    care.worst(3, 3, 3, 5)
    care.worst(5, day=6)

    assert spells(care, 6) == []


def test_days_within_72_hours_of_needling_call_no_flare() -> None:
    care = Care()
    care.worst(3, 3, 3, 7, 7)
    care.needle(4, 10)

    assert spells(care, 5) == []


def test_a_called_off_needling_excuses_nothing() -> None:
    care = Care()
    care.worst(3, 3, 3, 7, 7)
    care.needle(4, 10, cancelled=True)

    assert spells(care, 5) == [(4, 5, None)]


def test_a_flare_ends_with_two_days_in_a_row_within_a_point_of_before() -> None:
    care = Care()
    care.worst(3, 3, 3, 6, 6, 4, 5, 4, 4)

    assert spells(care, 8) == [(4, 5, None)]
    assert spells(care, 9) == [(4, 5, 9)]


def test_a_gap_in_the_diary_does_not_end_a_flare() -> None:
    care = Care()
    care.worst(3, 3, 3, 6, 6, 4)
    care.worst(4, day=8)

    assert spells(care, 8) == [(4, 5, None)]


def test_the_flare_on_today_names_its_days_mean_and_entries() -> None:
    care = Care()
    care.worst(3, 3, 3, 6, 6)

    flare = care.today(5, 21).flare

    assert flare is not None
    assert (flare.since, flare.mean_before, flare.flares_in_14_days) == (day_of(4), 3, 1)
    assert flare.entries == (care.entries[3].id, care.entries[4].id)


def test_quiet_days_end_a_flare_also_within_72_hours_of_needling() -> None:
    care = Care()
    care.worst(3, 3, 3, 6, 6)
    care.needle(6, 9)
    care.worst(3, 3, day=6)

    assert spells(care, 7) == [(4, 5, 7)]


def test_two_flares_that_began_within_14_days_are_told_for_as_long_as_the_second_is_new() -> None:
    care = Care()
    care.worst(2, 2, 2, 2, 8, *[2] * 12, 5, 5)

    assert spells(care, 19) == [(5, 5, 7), (18, 19, None)]
    assert [len(repeated(care.evidence(day, 21).spells, day_of(day), GUIDE)) for day in (18, 19, 31, 32)] == [
        0,
        2,
        2,
        0,
    ]


def test_flares_that_began_14_days_apart_are_no_pair() -> None:
    care = Care()
    care.worst(2, 2, 2, 2, 8, *[2] * 13, 8)

    assert spells(care, 19) == [(5, 5, 7), (19, 19, None)]
    assert repeated(care.evidence(19, 21).spells, day_of(19), GUIDE) == ()
