"""After needling nobody is told to walk, stretch or exercise against what the app says elsewhere."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from homecare.commands.today import as_text
from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.evidence.evidence import evidence_at
from homecare.domain.plan.contraindications import forbidden
from homecare.domain.records.plan import AskedFirst
from homecare.domain.safety.after_needling import movement_stopped
from homecare.exchange.calendar import calendar
from tests.domain.care import LIBRARY, LONDON, Care, when
from tests.domain.care_plan import stamp
from tests.domain.plan.test_contraindications import cares

SENT = ("waiting", "due", "snoozed")
MOVES = {"rm-walk", "rm-stretch", "rm-heat", "rm-restart"}


def sent(care: Care, day: int, hour: float) -> dict[str, ReminderDue]:
    now = care.today(day, hour).aftercare
    return {reminder.id: reminder for reminder in now.reminders if reminder.status in SENT} if now else {}


def needled_calf() -> Care:
    care = Care()
    care.needle(2, 10, "gastrocnemius", "soleus")
    return care


@pytest.mark.parametrize("flag", ["common-dvt", "common-pe", "common-walk"])
def test_nobody_with_signs_of_a_clot_is_told_to_stretch_or_walk_after_needling(flag: str) -> None:
    care = needled_calf()
    before = set(sent(care, 2, 10.2))
    care.screen(2, flag, hour=10.3)

    assert {"rm-walk", "rm-stretch"} <= before
    assert not MOVES & set(sent(care, 2, 14.2))
    aftercare = care.today(2, 14.2).aftercare
    assert aftercare is not None
    assert (aftercare.stretches, aftercare.stopped) == ((), True)


def test_a_flag_that_was_cleared_gives_the_stretch_back() -> None:
    care = needled_calf()
    care.screen(2, "common-dvt", hour=10.3)
    care.clear_flag(2, "common-dvt", by="Dr Reed", hour=13)

    assert "rm-stretch" in sent(care, 2, 14.2)


def test_a_flag_for_this_week_leaves_gentle_movement() -> None:
    care = needled_calf()
    care.screen(2, "common-crps", hour=10.3)

    assert "rm-stretch" in sent(care, 2, 14.2)


def test_very_severe_pain_takes_back_that_exercises_may_start_again() -> None:
    care = needled_calf()
    care.entry(3, 10.1, needling_soreness=1)
    before = "rm-restart" in sent(care, 3, 10.7)
    care.entry(2, 20, pain_worst=9)
    care.entry(3, 10.2, pain_worst=9)

    assert before
    assert "rm-restart" not in sent(care, 3, 10.7)


def test_nobody_goes_back_to_a_plan_that_waits_for_a_clinician() -> None:
    care = needled_calf()
    care.entry(3, 10.1, needling_soreness=1)
    care.plan.append(AskedFirst(**stamp(when(1, 9), 900), yes=("diabetes",)))

    assert "rm-restart" not in sent(care, 3, 10.7)


def test_a_healing_bone_is_not_told_to_walk() -> None:
    care = Care("stress-fracture", "sf-1")
    care.needle(2, 10, "gastrocnemius")

    assert not {"rm-walk", "rm-stretch"} & set(sent(care, 2, 10.2))


def test_a_muscle_that_was_not_to_be_stretched_today_is_not_stretched_for_another_one() -> None:
    care = Care()
    care.needle(2, 9, "soleus", stretch_allowed=False)
    care.needle(2, 12, "gastrocnemius")

    # The straight-knee stretch of the big calf muscle pulls on the deep one too.
    aftercare = care.today(2, 16.5).aftercare
    assert aftercare is not None
    assert [stretch.exercise for stretch in aftercare.stretches] == ["ankle-pumps"]


def test_what_the_calendar_said_of_a_stretch_is_taken_back_with_the_red_flag() -> None:
    care = needled_calf()
    care.screen(2, "common-dvt", hour=10.3)
    file = calendar(care.records, LIBRARY, at=when(2, 11), zone=LONDON)

    said = {str(event["summary"]) for event in Calendar.from_ical(file).walk("VEVENT")}
    assert not {"Gentle stretch", "Easy walk", "Warm pack", "Back to your plan"} & set(
        "; ".join(said).split("; ")
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    care=cares(),
    flag=st.sampled_from(["", "", "common-dvt", "common-crps"]),
    day=st.integers(28, 30),
    hour=st.integers(4, 23),
)
def test_no_stretch_after_needling_is_one_that_its_own_page_forbids(
    care: Care, flag: str, day: int, hour: int
) -> None:
    if flag:
        care.screen(28, flag, hour=23.5)
    shown = care.today(day, hour)
    evidence = evidence_at(care.records, LIBRARY, when(day, hour), LONDON)
    if shown.aftercare is None:
        return
    stretch_due = [reminder for reminder in shown.aftercare.reminders if reminder.exercise is not None]
    for reminder in stretch_due:
        at = max(reminder.at, shown.at)  # no later needling is known yet
        then = evidence_at(care.records.until(shown.at), LIBRARY, at, LONDON)
        for stretch in shown.aftercare.stretches:
            for side in ("left", "right") if stretch.side == "both" else (stretch.side,):
                assert forbidden(LIBRARY.exercise(stretch.exercise), side, then) is None
    if movement_stopped(evidence):
        told = {reminder.id for reminder in shown.aftercare.reminders if reminder.status in SENT}
        assert not told & MOVES
        assert "Gentle stretch" not in as_text(shown, LIBRARY, care.settings)
