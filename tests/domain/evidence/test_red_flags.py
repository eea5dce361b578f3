import pytest

from tests.domain.care import LONDON, Care, routine_items


def test_the_questions_are_asked_before_the_first_session() -> None:
    care = Care(screened=False)

    shown = care.today(1)

    assert shown.screening_due is True
    assert {item.held for item in shown.items} == {"screening"}
    assert shown.routine is None


def test_an_answer_of_the_day_the_plan_starts_counts() -> None:
    assert Care().today(1).screening_due is False


def test_a_new_phase_asks_again() -> None:
    care = Care()
    care.enter(10, "pf-2")
    care.plan.pop()

    assert care.today(10).screening_due is True


@pytest.mark.parametrize(("day", "due"), [(14, False), (15, True)])
def test_fourteen_days_without_an_entry_ask_again(day: int, due: bool) -> None:
    care = Care()
    care.entry(1, 20, pain_now=3)

    assert care.today(day).screening_due is due


def test_an_entry_after_the_gap_does_not_answer_the_questions() -> None:
    care = Care()
    care.entry(1, 20, pain_now=3)
    care.entry(16, 8, pain_now=3)

    assert care.today(16).screening_due is True


def test_answering_after_the_gap_settles_it() -> None:
    care = Care()
    care.entry(1, 20, pain_now=3)
    care.entry(16, 8, pain_now=3)
    care.screen(16)

    assert care.today(17).screening_due is False


@pytest.mark.parametrize("flag", ["common-pe", "pf-pop"])
def test_an_urgent_or_emergency_yes_pauses_everything(flag: str) -> None:
    care = Care()
    care.screen(3, flag)

    shown = care.today(3, 20)

    assert shown.locked is not None
    assert shown.locked.flags == (flag,)
    assert {item.held for item in shown.items} == {"red-flag"}
    assert shown.routine is None


def test_the_highest_urgency_says_what_to_do() -> None:
    care = Care()
    care.screen(3, "pf-night", "common-pe", "common-dvt")

    locked = care.today(3, 20).locked

    assert locked is not None
    assert locked.urgency == "emergency"
    assert "{emergency_number}" in locked.say


def test_a_soon_yes_pauses_loading_and_leaves_gentle_movement() -> None:
    care = Care()
    care.screen(3, "pf-night")

    assert routine_items(care.today(3, 20)) == [
        "plantar-fascia-stretch",
        "calf-stretch-straight",
        "arch-roll",
    ]


def test_a_soon_yes_leaves_another_condition_alone() -> None:
    care = Care()
    care.start("flat-foot", "ff-1", day=2)
    care.screen(3, "pf-night")

    held = {(item.condition, item.item): item.held for item in care.today(3, 20).items}

    assert held["plantar-fasciitis", "short-foot-seated"] == "red-flag"
    assert held["flat-foot", "short-foot-seated"] is None


def test_the_patient_may_clear_a_soon_flag_but_no_urgent_one() -> None:
    care = Care()
    care.screen(3, "pf-night", "pf-pop")
    care.clear_flag(4, "pf-night", "pf-pop")

    locked = care.today(4, 20).locked

    assert locked is not None
    assert locked.flags == ("pf-pop",)


def test_a_clinician_unlocks_an_urgent_flag() -> None:
    care = Care()
    care.screen(3, "pf-pop")
    care.clear_flag(4, "pf-pop", by="Dr Reed")

    assert care.today(4, 9).locked is not None
    assert care.today(4, 11).locked is None


def test_a_later_screen_without_a_yes_unlocks_nothing() -> None:
    care = Care()
    care.screen(3, "pf-pop")
    care.screen(4)

    assert care.today(5).locked is not None


def test_a_flag_nobody_knows_any_more_is_taken_as_urgent() -> None:
    care = Care()
    care.screen(3, "of-another-version")

    locked = care.today(3, 20, LONDON).locked

    assert locked is not None
    assert locked.urgency == "urgent"


def test_a_long_plan_with_an_entry_every_day_does_not_ask_again() -> None:
    care = Care()
    for day in range(1, 201):
        care.entry(day, 20, pain_now=2)

    shown = care.today(201)

    assert shown.screening_due is False
    assert {item.reason for item in shown.items} == {"no-session"}
