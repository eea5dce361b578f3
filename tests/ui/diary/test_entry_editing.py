"""Unsaved answers that are taken up again: a time nobody chose is now, one that was chosen stays."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homecare.ui.diary.entry_draft import CLOCK, Draft
from homecare.ui.diary.entry_editing import Filled, resumed

AT = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
LEFT = Filled(draft=Draft(at=AT, day=AT.date(), pains={"pain_now": 3}), typed={CLOCK: "09:30"})


def test_a_time_nobody_chose_is_now() -> None:
    again = resumed(LEFT, AT + timedelta(hours=2))

    assert (again.draft.at, again.typed[CLOCK]) == (AT + timedelta(hours=2), "11:30")
    assert again.draft.pains == {"pain_now": 3}


def test_a_time_or_day_that_was_chosen_stays() -> None:
    typed = Filled(draft=LEFT.draft, typed={CLOCK: "07:00"})
    yesterday = Filled(draft=replace(LEFT.draft, day=AT.date() - timedelta(days=1)), typed={CLOCK: "09:30"})

    assert [resumed(kept, AT + timedelta(hours=2)) for kept in (typed, yesterday)] == [typed, yesterday]


def test_answers_of_yesterday_stay_those_of_yesterday() -> None:
    assert resumed(LEFT, AT + timedelta(days=1)) == LEFT
