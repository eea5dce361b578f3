import pytest

from homecare.domain.library.diary import AlertId
from homecare.domain.records.diary import Site
from homecare.domain.safety.alerts import RULES
from tests.domain.care import LIBRARY, SHORT_FOOT, Care, day_of


def stiff(care: Care, *minutes: int | None, day: int = 1) -> None:
    for offset, minute in enumerate(minutes):
        if minute is not None:
            care.entry(day + offset, 8, stiffness_min=minute)


def holding(care: Care, day: int, hour: float = 21) -> list[str]:
    """The alerts whose rule holds, whatever stood before and waits for an answer."""
    evidence = care.evidence(day, hour)
    return [rule.id for rule in LIBRARY.diary.alerts if RULES[AlertId(rule.id)](rule, evidence) is not None]


def both_heels(care: Care, day: int) -> None:
    care.entry(day, location=(Site(region="heel-under", side="L"), Site(region="heel-back", side="R")))


def test_any_red_flag_is_an_alert_of_its_own_urgency() -> None:
    care = Care()
    care.screen(2, "pf-night")
    care.screen(3, "common-pe")

    soon, emergency = care.today(2, 21).alerts, care.today(3, 21).alerts

    assert [(alert.id, alert.severity) for alert in soon] == [("al-redflag", "soon")]
    assert [(alert.id, alert.severity) for alert in emergency] == [("al-redflag", "emergency")]
    assert "{emergency_number}" in emergency[0].say


def test_worst_pain_of_eight_on_two_days_in_a_row() -> None:
    care = Care()
    care.worst(8, 8)

    assert [holding(care, day) for day in (1, 2, 3, 4)] == [[], ["al-severe"], ["al-severe"], []]
    assert care.today(2, 21).alerts[0].entries == tuple(entry.id for entry in care.entries)


def test_eight_and_seven_is_not_two_days_of_eight() -> None:
    care = Care()
    care.worst(8, 7)

    assert care.alerts(2) == []


def test_a_missing_day_between_two_eights_is_no_row() -> None:
    care = Care()
    care.worst(8)
    care.worst(8, day=3)

    assert care.alerts(3) == []


def test_after_a_better_day_the_rule_no_longer_holds() -> None:
    care = Care()
    care.worst(8, 8, 3)

    assert holding(care, 3) == []


def test_woken_on_three_of_seven_days() -> None:
    care = Care()
    for day in (1, 4, 7):
        care.entry(day, 8, sleep_woken=True)
    for day in (2, 3):
        care.entry(day, 8, sleep_woken=False)

    assert [holding(care, day) for day in (6, 7, 8)] == [[], ["al-night"], []]


@pytest.mark.parametrize(("second", "alerts"), [(3, ["al-boneload"]), (2, [])])
def test_sharp_bone_pain_above_the_limit_in_two_sessions_in_a_row(second: int, alerts: list[str]) -> None:
    care = Care("shin-splints", "ss-1")
    care.session(1, 3, SHORT_FOOT)
    care.session(3, second, SHORT_FOOT)
    care.entry(3, quality=("sharp",))

    assert care.alerts(3) == alerts


def test_without_sharp_pain_or_for_a_tendon_it_is_not_the_bone_alert() -> None:
    dull, tendon = Care("shin-splints", "ss-1"), Care()
    for care in (dull, tendon):
        care.session(1, 6, SHORT_FOOT)
        care.session(3, 6, SHORT_FOOT)
    tendon.entry(3, quality=("sharp",))
    dull.entry(3, quality=("aching",))

    assert dull.alerts(3) == []
    assert tendon.alerts(3) == []


def test_new_numbness_on_two_days_in_a_row() -> None:
    care = Care()
    care.entry(9, quality=("numb", "tingling"))
    care.entry(10, quality=("numb",))

    assert care.alerts(9) == []
    assert care.alerts(10) == ["al-numb"]


def test_numbness_that_was_there_in_the_first_week_is_not_new() -> None:
    care = Care()
    care.entry(7, quality=("numb",))
    care.entry(9, quality=("numb",))
    care.entry(10, quality=("numb",))

    assert care.alerts(10) == []


def test_long_stiffness_on_five_days_with_both_heels_sore() -> None:
    care = Care()
    stiff(care, 30, 30, None, 30, 30, None, 30)
    both_heels(care, 5)

    assert care.alerts(7) == ["al-inflam"]


@pytest.mark.parametrize("minutes", [(30, 30, 30, 30, 25, None, None), (30, 30, 30, 30, None, None, None)])
def test_four_days_of_long_stiffness_are_not_five(minutes: tuple[int | None, ...]) -> None:
    care = Care()
    stiff(care, *minutes)
    both_heels(care, 1)

    assert care.alerts(7) == []


def test_each_heel_on_a_day_of_its_own_is_not_both() -> None:
    care = Care()
    for day in range(1, 6):
        care.entry(day, 8, stiffness_min=30, location=(Site(region="heel-under", side="LR"[day % 2]),))

    assert care.alerts(5) == []


def test_one_heel_is_not_both() -> None:
    care = Care()
    stiff(care, 30, 30, 30, 30, 30)
    care.entry(5, location=(Site(region="heel-under", side="L"), Site(region="heel-back", side="L")))

    assert care.alerts(7) == []


@pytest.mark.parametrize(
    ("score", "hour", "alerts"),
    [
        (9, 9 + 24, []),
        (4, 9 + 48, []),
        (5, 9 + 48, ["al-needling"]),
        (2, 9 + 72, []),
        (3, 9 + 72, ["al-needling"]),
    ],
)
def test_soreness_that_does_not_ease_after_needling(score: int, hour: int, alerts: list[str]) -> None:
    care = Care()
    care.needle(1, 9)
    care.entry(1, hour, needling_soreness=score)

    assert care.alerts(4, 21) == alerts


def test_an_easing_answer_at_72_hours_settles_the_one_before() -> None:
    care = Care()
    care.needle(1, 9)
    care.entry(3, 9, needling_soreness=6)
    care.entry(4, 9, needling_soreness=1)

    assert (holding(care, 3), holding(care, 4)) == (["al-needling"], [])


def test_each_alert_rests_on_entries_that_exist() -> None:
    care = Care()
    care.worst(8, 8)
    care.entry(1, 8, sleep_woken=True)
    care.entry(2, 8, sleep_woken=True)
    care.entry(3, 8, sleep_woken=True)

    known = {entry.id for entry in care.entries}

    assert all(alert.entries and set(alert.entries) <= known for alert in care.today(3, 12).alerts)


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
