from tests.domain.care import Care, day_of


def test_clearly_worse_at_two_weekly_checks_in_a_row() -> None:
    care = Care()
    care.mornings(*[2] * 7, *[4] * 14)

    assert [care.alerts(day, 12) for day in (15, 21, 22)] == [[], [], ["al-worsening"]]


def test_b8_pain_that_rises_from_almost_none_calls_for_a_call_too() -> None:
    care = Care("flat-foot", "ff-1")
    care.worst(*[1] * 7, *[7] * 21)

    assert [care.alerts(day, 12) for day in (15, 22)] == [[], ["al-worsening"]]


def test_no_change_after_the_weeks_the_content_gives_it() -> None:
    care = Care()
    care.mornings(*[5] * 43)

    assert care.alerts(42, 12) == []
    assert care.alerts(43, 12) == ["al-noprogress"]


def test_getting_better_is_no_alert_however_long_it_takes() -> None:
    care = Care()
    care.mornings(*[5] * 7, *[3] * 36)

    assert care.alerts(43, 12) == []


def test_two_flares_in_fourteen_days() -> None:
    care = Care()
    care.worst(3, 3, 3, 6, 6, 3, 3, 3, 3, 3, 7, 7)

    alert = care.today(12, 21).alerts[0]

    assert (alert.id, alert.since) == ("al-flare2", day_of(4))
    assert care.alerts(11) == []
