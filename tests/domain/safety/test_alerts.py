from dataclasses import replace
from typing import Any

from homecare.domain.records.plan import AlertConfirmed, AlertShown
from homecare.domain.safety.alerts import RULES
from homecare.domain.today.asking import asking, newly_shown
from tests.domain.care import LIBRARY, SHORT_FOOT, Care, day_of, when
from tests.domain.progression.test_next_step import days_of


def answer(care: Care, alert: str, day: int, hour: float, said: Any = "have-called") -> None:
    at = when(day, hour)
    care.plan.append(
        AlertConfirmed(id=f"c-{day}-{hour}", at=at, created_at=at, edited_at=at, alert=alert, answer=said)
    )


def shown(care: Care, alert: str, day: int, hour: float) -> None:
    at = when(day, hour)
    care.plan.append(AlertShown(id=f"s-{day}-{hour}", at=at, created_at=at, edited_at=at, alert=alert))


def test_every_alert_of_the_content_has_its_rule() -> None:
    assert set(RULES) == {alert.id for alert in LIBRARY.diary.alerts}


def test_the_most_urgent_alert_comes_first() -> None:
    care = Care()
    care.worst(8, 8)
    for day in (1, 2, 3):
        care.entry(day, 8, sleep_woken=True)
    care.screen(3, "pf-pop")

    assert [alert.severity for alert in care.today(3, 9).alerts] == ["urgent", "call-today", "soon"]


def test_an_alert_stays_until_it_is_answered() -> None:
    care = Care()
    care.worst(8, 8)
    before = care.alerts(3, 9)
    answer(care, "al-severe", 3, 10)

    assert before == ["al-severe"]
    assert care.alerts(3, 11) == []
    assert [alert.answered for alert in care.today(3, 11).alerts] == ["have-called"]


def test_something_new_within_24_hours_of_the_answer_does_not_show_it_again() -> None:
    care = Care()
    care.worst(8, 8)
    answer(care, "al-severe", 2, 20.5, "will-call")
    care.worst(8, day=3)

    assert care.alerts(3, 20.25) == []
    assert care.alerts(3, 21) == ["al-severe"]


def test_nothing_new_never_shows_it_again() -> None:
    care = Care()
    for day in (1, 2, 3):
        care.entry(day, 8, sleep_woken=True)
    answer(care, "al-night", 3, 9)

    assert care.alerts(5) == []
    assert care.today(5).alerts == ()


def test_an_alert_that_was_shown_stays_although_it_no_longer_holds() -> None:
    care = Care()
    care.worst(8, 8, 2)
    shown(care, "al-severe", 2, 21)

    assert care.alerts(5) == ["al-severe"]
    answer(care, "al-severe", 5, 22)
    assert care.alerts(6, 23) == []


def test_a3_an_alert_that_ever_held_stands_with_its_day_until_it_is_answered() -> None:
    care = Care()
    care.worst(2, 2, 8, 9, 3, 3)
    told = {day: care.alerts(day) for day in (4, 5, 6, 20)}
    (alert,) = care.today(20, 21).alerts
    answer(care, "al-severe", 20, 22)

    assert told == {day: ["al-severe"] for day in (4, 5, 6, 20)}
    assert (alert.since, alert.answered) == (day_of(4), None)
    assert care.alerts(21, 23) == []


def test_a3_an_alert_that_was_answered_while_it_held_does_not_come_back() -> None:
    care = Care()
    care.worst(8, 9)
    answer(care, "al-severe", 2, 21)
    care.worst(3, 3, day=3)

    assert care.alerts(6) == []


def test_a3_an_alert_that_rested_on_a_corrected_slip_does_not_stand() -> None:
    care = Care()
    care.worst(8, 9, 2)
    care.entries[1] = replace(care.entries[1], pain_worst=3)

    assert care.alerts(5) == []


def test_placeholders_are_left_for_the_screen_to_fill() -> None:
    care = Care()
    care.worst(8, 8)

    assert "{clinic_phone}" in care.today(2, 21).alerts[0].say


def test_an_alert_that_says_stop_holds_the_exercises_until_they_called() -> None:
    care = Care()
    care.worst(8, 8)
    held = {item.held for item in care.today(3, 9).items}
    answer(care, "al-severe", 3, 10, "will-call")
    still = {item.held for item in care.today(3, 11).items}
    answer(care, "al-severe", 3, 12)

    assert held == still == {"alert"}
    assert {item.held for item in care.today(3, 13).items} == {None}


def test_who_only_promised_to_call_is_asked_again_the_next_day_while_it_still_holds() -> None:
    care = Care()
    care.worst(8, 8)
    answer(care, "al-severe", 2, 21, "will-call")

    assert [care.alerts(3, hour) for hour in (20.9, 21)] == [[], ["al-severe"]]
    assert {item.held for item in care.today(3, 21).items} == {"alert"}
    answer(care, "al-severe", 3, 22)
    assert care.alerts(4, 23) == []


def test_while_exercises_wait_for_a_promised_call_the_alert_still_asks_whether_it_was_made() -> None:
    severe, often_woken = Care(), Care()
    severe.worst(8, 8)
    answer(severe, "al-severe", 2, 21, "will-call")
    for day in (1, 2, 3):
        often_woken.entry(day, 8, sleep_woken=True)
    answer(often_woken, "al-night", 3, 9, "will-call")

    assert [alert.id for alert in asking(severe.today(2, 22))] == ["al-severe"]
    answer(severe, "al-severe", 2, 22.5)
    assert asking(severe.today(2, 23)) == asking(often_woken.today(3, 10)) == ()


def test_new_numbness_holds_the_nerve_exercises_alone() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.clear(1, "ne-checked")
    care.entry(9, quality=("numb",))
    care.entry(10, quality=("numb",))

    held = {item.item: item.held for item in care.today(10, 21).items}

    assert held == {"ankle-circles": None, "tibial-nerve-slider": "alert", "short-foot-seated": None}


def test_no_harder_step_is_offered_while_a_call_is_pressing() -> None:
    care = Care(first_step=2)
    care.needle(-1, 9, "peroneus-longus")
    care.entry(2, 9, needling_soreness=3)
    care.usual_morning(2)
    days_of(care, 1, 1, 1, day=3)
    before = care.item(SHORT_FOOT, 6)
    answer(care, "al-needling", 6, 10)

    assert (before.advice, before.reason, before.offer) == ("hold", "alert-open", None)
    assert care.item(SHORT_FOOT, 6, 11).advice == "progress"


def test_an_alert_is_newly_shown_once_in_24_hours_until_it_is_answered() -> None:
    care = Care()
    care.worst(8, 8)
    told = [newly_shown(care.today(2, 21), care.records)]
    shown(care, "al-severe", 2, 21)
    told += [newly_shown(care.today(day, hour), care.records) for day, hour in ((2, 22), (3, 20.9), (3, 21))]
    answer(care, "al-severe", 3, 22)

    assert told == [("al-severe",), (), (), ("al-severe",)]
    assert newly_shown(care.today(3, 23), care.records) == ()


def test_the_most_urgent_new_alert_is_named_first() -> None:
    care = Care()
    care.worst(8, 8)
    care.screen(2, "common-dvt")
    shown(care, "al-redflag", 1, 9)

    assert newly_shown(care.today(2, 21), care.records) == ("al-redflag", "al-severe")


def test_a_slip_of_the_finger_that_was_corrected_leaves_no_alert_behind() -> None:
    care = Care()
    care.worst(8, 8)
    shown(care, "al-severe", 2, 21)
    slip = care.entries[-1]
    care.entries[-1] = replace(slip, pain_worst=3)
    corrected = care.alerts(2, 22)
    care.entries.pop()

    assert (corrected, care.alerts(2, 22)) == ([], [])


def test_an_alert_that_stays_keeps_the_day_it_was_first_shown() -> None:
    care = Care()
    care.worst(8, 8, 2, 2)
    shown(care, "al-severe", 2, 21)
    shown(care, "al-severe", 4, 21)

    assert [alert.since for alert in care.today(5).alerts] == [day_of(2)]
