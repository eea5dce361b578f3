from typing import Literal

import pytest

from homecare.domain.library.criterion import (
    AdherencePct,
    ClinicianClearance,
    Criterion,
    DaysInPhase,
    DiaryDays,
    DiarySessions,
    NextMorningRise,
    NoFlare,
    NoRedFlag,
    PhaseDone,
    PhaseDoneAny,
    SelfCheck,
    Start,
)
from homecare.domain.plan.criteria_met import CriterionState, criterion_state
from tests.domain.care import SHORT_FOOT, Care

WORST = DiaryDays(field="pain_worst", op="<=", value=3, days_met=5, window_days=7, text="")
CALM_SESSIONS = DiarySessions(
    field="pain_exercise", op="<=", value=5, sessions_met=4, last_sessions=5, text=""
)
CALM_MORNINGS = NextMorningRise(op="<=", value=1, window_days=7, text="")


def state(criterion: Criterion, care: Care, day: int, hour: float = 21) -> CriterionState:
    evidence = care.evidence(day, hour)
    return criterion_state(criterion, evidence.plans[care.condition], evidence)


def test_days_in_phase_counts_days_that_have_passed() -> None:
    wanted = DaysInPhase(days=7, text="")

    assert [state(wanted, Care(), day).met for day in (7, 8)] == [False, True]


def test_five_low_days_of_seven_are_enough() -> None:
    care = Care()
    care.worst(3, 3, 9, 3, 3, 9, 3)

    assert (state(WORST, care, 7).met, state(WORST, care, 7).counted) == (True, 5)


def test_four_recorded_low_days_are_not_five_however_low() -> None:
    care = Care()
    care.worst(0, 0, 0, 0)

    found = state(WORST, care, 7)

    assert (found.met, found.missing_data, found.counted) == (False, True, 4)


def test_a_low_day_before_the_window_does_not_count() -> None:
    care = Care()
    care.worst(3, 3, 3, 3, 3)

    assert [state(WORST, care, day).met for day in (7, 8)] == [True, False]


def test_four_of_the_last_five_sessions_are_enough() -> None:
    care = Care()
    for day, pain in enumerate((9, 5, 9, 5, 5, 5), start=1):
        care.session(day, pain, SHORT_FOOT)

    assert state(CALM_SESSIONS, care, 6).met is True


def test_four_sessions_are_not_five() -> None:
    care = Care()
    for day in (1, 2, 3, 4):
        care.session(day, 0, SHORT_FOOT)

    found = state(CALM_SESSIONS, care, 6)

    assert (found.met, found.missing_data) == (False, True)


def test_a_day_of_stretches_alone_is_no_session() -> None:
    care = Care()
    for day in (1, 2, 3, 4):
        care.session(day, 0, SHORT_FOOT)
    care.session(5, 0, "plantar-fascia-stretch")

    assert state(CALM_SESSIONS, care, 6).met is False


def test_a_session_day_counts_once_with_its_highest_score() -> None:
    care = Care()
    for day in (1, 2, 3, 4, 5):
        care.session(day, 1, SHORT_FOOT, hour=8, slot="morning")
        care.session(day, 6 if day < 3 else 1, SHORT_FOOT)

    assert state(CALM_SESSIONS, care, 6).counted == 3


def calm_week(*mornings: int) -> Care:
    care = Care(first_step=2)
    for day, score in enumerate(mornings, start=1):
        care.session(day, 1, SHORT_FOOT)
        care.mornings(score, day=day + 1)
    return care


@pytest.mark.parametrize(("worst", "met"), [(3, True), (4, False)])
def test_one_morning_more_than_a_point_up_spoils_the_week(worst: int, met: bool) -> None:
    care = calm_week(2, 2, 2, 2, 2, worst)

    assert state(CALM_MORNINGS, care, 7).met is met


def test_a_morning_that_was_not_recorded_is_not_calm() -> None:
    care = calm_week(2, 2, 2, 2, 2, 2)
    del care.entries[3]

    found = state(CALM_MORNINGS, care, 7)

    assert (found.met, found.missing_data) == (False, True)


def test_the_morning_after_today_is_not_missing_yet() -> None:
    care = calm_week(2, 2, 2, 2, 2, 2)
    care.session(7, 1, SHORT_FOOT)

    assert state(CALM_MORNINGS, care, 7).met is True


def test_a_week_without_entries_does_not_prove_there_was_no_flare() -> None:
    wanted = NoFlare(window_days=7, text="")
    calm, silent, flared = Care(), Care(), Care()
    calm.worst(3, 3, 3, day=5)
    flared.worst(3, 3, 3, 3, 3, 6, 6)

    assert state(wanted, calm, 7).met is True
    assert (state(wanted, silent, 7).met, state(wanted, silent, 7).missing_data) == (False, True)
    assert state(wanted, flared, 7).met is False


def test_adherence_needs_its_percent_of_complete_days() -> None:
    wanted = AdherencePct(at_least_pct=50, window_days=7, text="")
    care = Care()
    for day in (2, 3, 4):
        care.entry(day, exercises_done="all")

    assert [state(wanted, care, day).met for day in (5, 8, 9)] == [True, True, False]
    assert state(wanted, Care(), 1).missing_data is True


def test_decisions_and_clearances_meet_the_rest() -> None:
    care = Care(phase="pf-1")
    care.enter(2, "pf-2")
    care.check(3, "rise", yes=True)
    care.check(4, "rise", yes=False)
    care.clear(3, "seen")

    def answered(check: str, needed: Literal["yes", "no"]) -> bool:
        return state(SelfCheck(id=check, question="?", answer_needed=needed, text=""), care, 5).met

    met = {
        "start": state(Start(text=""), care, 5).met,
        "no flag": state(NoRedFlag(text=""), care, 5).met,
        "latest answer yes": answered("rise", "yes"),
        "latest answer no": answered("rise", "no"),
        "never asked": answered("other", "no"),
        "done": state(PhaseDone(phase="pf-1", text=""), care, 5).met,
        "not done": state(PhaseDone(phase="pf-2", text=""), care, 5).met,
        "any done": state(PhaseDoneAny(phases=("pf-9", "pf-1"), text=""), care, 5).met,
        "cleared": state(ClinicianClearance(id="seen", text=""), care, 5).met,
        "not cleared": state(ClinicianClearance(id="ready", text=""), care, 5).met,
    }

    assert [name for name, holds in met.items() if holds] == [
        "start",
        "no flag",
        "latest answer no",
        "done",
        "any done",
        "cleared",
    ]


def test_an_open_red_flag_meets_no_criterion_of_its_kind() -> None:
    care = Care()
    care.screen(2, "pf-night")

    assert state(NoRedFlag(text=""), care, 3).met is False
