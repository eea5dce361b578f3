"""The clinical rulings on seams between rules, each by its letter and the claim it makes."""

from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from homecare.commands.today import as_text
from homecare.domain.diary.by_day import last_days
from homecare.domain.diary.change import change
from homecare.domain.library.criterion import NextMorningRise, NoFlare
from homecare.domain.plan.criteria_met import criterion_state
from homecare.domain.report.week import week_summary
from tests.domain.care import HEEL_RAISE, LIBRARY, SHORT_FOOT, Care, day_of
from tests.domain.progression.test_next_step import days_of
from tests.domain.report.reports import of

STRETCH = "plantar-fascia-stretch"


def test_a1_a_score_without_a_session_counts_for_the_items_of_that_days_phase_only() -> None:
    care = Care()
    care.entry(2, pain_exercise=8)
    then = care.item(SHORT_FOOT, 2, 22)
    care.enter(8, "pf-2")

    assert (then.light, then.light_day) == ("red", day_of(2))
    assert (care.item(HEEL_RAISE, 8).light, care.item(HEEL_RAISE, 8).reason) == ("grey", "no-session")


def test_a1_a_score_before_the_next_phase_was_entered_that_day_stays_with_the_phase_before() -> None:
    care = Care()
    care.entry(8, 7, pain_exercise=8)
    care.enter(8, "pf-2", hour=12)

    assert care.item(HEEL_RAISE, 8, 13).light == "grey"


def test_a4_a_record_counts_from_when_it_was_felt_also_where_it_was_written_later() -> None:
    care = Care()
    care.entry(2, pain_exercise=8, written=1)

    assert care.item(SHORT_FOOT, 2, 21).light == "red"


@pytest.mark.parametrize(("score", "light"), [(8, "red"), (None, "red"), (5, "amber"), (0, "amber")])
@pytest.mark.parametrize("outcome", ["skipped", "cut-short"])
def test_a2_an_exercise_that_pain_stopped_is_red_or_amber(
    score: int | None, light: str, outcome: str
) -> None:
    care = Care()
    care.session(2, score, STRETCH, outcome=outcome, reason="pain")

    item = care.item(STRETCH, 2, 21)

    assert (item.light, item.held) == (light, "red-rest" if light == "red" else None)


def test_a2_what_was_done_beside_it_keeps_its_own_light() -> None:
    care = Care()
    care.session(2, 4, SHORT_FOOT)
    care.session(2, None, STRETCH, outcome="skipped", reason="pain", slot="midday", hour=13)
    lights = [care.item(name, 2, 21).light for name in (SHORT_FOOT, STRETCH)]
    care.session(3, 1, SHORT_FOOT)
    care.session(3, 1, STRETCH, outcome="skipped", reason="pain", slot="midday", hour=13)

    assert lights == ["amber", "amber"]
    assert [care.item(name, 3, 21).light for name in (SHORT_FOOT, STRETCH)] == ["green", "amber"]


def test_a2_an_exercise_skipped_for_lack_of_time_says_nothing() -> None:
    care = Care()
    care.session(2, 8, STRETCH, outcome="skipped", reason="time")

    assert care.item(STRETCH, 2, 21).light == "grey"


@pytest.mark.parametrize(("pain", "offered"), [(None, "pf-2"), (8, None)])
def test_a2_an_exercise_that_pain_stopped_keeps_the_phase(pain: int | None, offered: str | None) -> None:
    care = Care(first_step=2)
    days_of(care, 1, 1, 1, 1, 1, 1, 1)
    if pain is not None:
        care.session(7, pain, "arch-roll", outcome="skipped", reason="pain", hour=12, slot="midday")
    care.check(8, "pf-two-foot-rise")

    assert care.phase(8).offered == offered


def test_a5_the_score_of_a_day_is_the_highest_of_its_sessions_for_every_item_done() -> None:
    care = Care()
    care.session(2, 1, STRETCH, hour=8, slot="morning")
    care.session(2, 7, SHORT_FOOT)

    assert (care.item(STRETCH, 2, 21).light, care.item(SHORT_FOOT, 2, 21).light) == ("red", "red")


HEEL, SHIN = "plantar-fasciitis", "shin-splints"


def two_conditions(heel: int | None, shin: int | None, *, highest: int | None) -> Care:
    """One session for the heel and the shin, each exercise with its own score, and its entry in the diary."""
    care = Care(HEEL, "pf-1")
    care.start(SHIN, "ss-1", day=1, side="left")
    care.screen(1)
    care.session(2, highest, SHORT_FOOT)
    both = [(HEEL, SHORT_FOOT, heel), (SHIN, "heel-raise-double", shin)]
    session = care.sessions[-1]
    care.sessions[-1] = replace(
        session,
        exercises=tuple(
            replace(session.exercises[0], condition=condition, item=item, exercise=item, pain=pain)
            for condition, item, pain in both
        ),
    )
    if highest is not None:
        care.entry(2, 19.5, pain_exercise=highest, session=session.id)
    return care


def colours(care: Care) -> dict[str, str]:
    return {name: care.evidence(2, 21).lights[name][-1].light.light for name in (HEEL, SHIN)}


@pytest.mark.parametrize(
    ("heel", "shin", "highest", "said"),
    [
        (1, 7, 7, ("green", "red")),
        (7, 0, 7, ("red", "green")),
        (4, 1, 4, ("amber", "green")),
        (None, 1, 1, ("grey", "green")),
        (None, None, 7, ("red", "red")),
    ],
)
def test_a5_a_session_for_two_conditions_counts_each_exercises_score_for_its_own_condition(
    heel: int | None, shin: int | None, highest: int, said: tuple[str, str]
) -> None:
    care = two_conditions(heel, shin, highest=highest)

    assert tuple(colours(care).values()) == said


def test_a5_a_diary_score_corrected_above_both_counts_for_both() -> None:
    care = two_conditions(1, 2, highest=2)
    care.entries[-1] = replace(care.entries[-1], pain_exercise=8)

    assert set(colours(care).values()) == {"red"}


def test_a7_no_flare_is_not_met_without_three_recorded_days() -> None:
    care = Care()
    care.worst(2, 2, day=6)
    plan, evidence = care.evidence(8).plans["plantar-fasciitis"], care.evidence(8)
    few = criterion_state(NoFlare(window_days=7, text=""), plan, evidence)
    care.worst(2, day=8)
    enough = criterion_state(NoFlare(window_days=7, text=""), plan, care.evidence(8, 21))

    assert (few.met, few.missing_data, enough.met) == (False, True, True)


def test_a7_a_calm_week_of_mornings_needs_three_known_ones_and_none_missing() -> None:
    wanted = NextMorningRise(op="<=", value=0, window_days=7, text="")

    def met(*known: int) -> bool:
        care = Care(first_step=2)
        care.usual_morning(2)
        for day in (3, 4, 5):
            care.session(day, 1, SHORT_FOOT)
        for day in known:
            care.mornings(2, day=day + 1)
        evidence = care.evidence(7)
        return criterion_state(wanted, evidence.plans["plantar-fasciitis"], evidence).met

    assert (met(3, 4, 5), met(3, 4), met(3, 5)) == (True, False, False)


def test_a8_a_self_check_counts_only_in_the_phase_it_was_answered_in() -> None:
    care = Care("shin-splints", "ss-1")
    care.check(1, "ss-raise20")
    care.enter(2, "ss-2")

    checks = {state.check: state.met for state in care.phase(3).criteria if state.kind == "self_check"}

    assert checks.get("ss-raise20", False) is False


def test_a9_stretches_alone_give_a_light_but_are_no_session_of_an_exit_criterion() -> None:
    care = Care()
    for day in range(1, 6):
        care.session(day, 1, STRETCH)
    sessions = [state for state in care.phase(6).criteria if state.kind == "diary_sessions"]

    assert care.item(STRETCH, 6).light == "green"
    assert [(state.met, state.missing_data) for state in sessions] == [(False, True)]


def test_a10_no_change_is_first_told_after_the_second_week() -> None:
    care = Care("ankle-sprain", "as-1")
    care.worst(*[5] * 20)

    assert "al-noprogress" not in care.alerts(14)
    assert "al-noprogress" in care.alerts(15)


def test_a12_a_record_belongs_to_the_day_of_the_clock_it_was_written_by() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    care = Care()
    care.session(3, 8, SHORT_FOOT, hour=8, slot="morning", zone=tokyo)
    care.entry(4, 8, pain_first_step=9, zone=tokyo)
    session, entry = care.sessions[0], care.entries[0]
    light = care.evidence(4, 12).lights["plantar-fasciitis"][0].light

    assert [record.at.astimezone(UTC).date() for record in (session, entry)] == [day_of(2), day_of(3)]
    assert (session.day, entry.day, light.day) == (day_of(3), day_of(4), day_of(3))
    assert entry.id in light.entries


def test_b2_an_entry_written_three_days_later_steers_nothing_but_two_days_later_does() -> None:
    remembered, prompt = Care(), Care()
    for care, written in ((remembered, 3), (prompt, 2)):
        care.entry(2, written=written, pain_exercise=8)
        care.entry(3, written=written, pain_worst=9)
        care.entry(4, written=written, pain_worst=9)

    assert (remembered.item(SHORT_FOOT, 4, 21).light, remembered.alerts(4)) == ("grey", [])
    assert (prompt.item(SHORT_FOOT, 4, 21).light, prompt.alerts(4)) == ("red", ["al-severe"])


def test_b2_the_week_in_numbers_and_the_report_show_a_late_entry_that_steers_nothing() -> None:
    care = Care()
    care.worst(3, 3, 3, 3, 3, 3, 3)
    care.entry(5, 21, pain_worst=9, written=4)
    report_points = {point.first: point.highest for point in of(care, day=9).pain.points}  # type: ignore[union-attr]
    week = week_summary(care.condition, care.evidence(9, 21))
    shown = dict(zip(last_days(week.last, 7), (day.pain for day in week.days), strict=True))

    assert (shown[day_of(5)], report_points[day_of(5)]) == (9, 9)
    assert care.alerts(9) == []


def test_b2_remembered_pain_is_no_baseline_and_no_flare() -> None:
    care = Care()
    for day in range(1, 8):
        care.entry(day, written=3, pain_worst=2)
    care.worst(7, 7, 7, day=8)

    assert care.today(10, 21).flare is None


def test_b5_a_steady_amber_that_meets_every_exit_is_offered_the_next_phase() -> None:
    care = Care(first_step=2)
    days_of(care, *[4] * 14)
    care.check(14, "pf-two-foot-rise")

    assert all(state.met for state in care.phase(15).criteria)
    assert care.phase(15).offered == "pf-2"


def test_b5_a_flare_in_the_last_seven_days_keeps_the_phase() -> None:
    care = Care(first_step=2)
    days_of(care, *[4] * 14)
    care.check(14, "pf-two-foot-rise")
    care.worst(2, 2, 2, 2, 6, 6, 2, 2, day=5)

    assert care.today(15).flare is None
    assert care.phase(15).offered is None


def test_b8_c3_worsening_from_a_low_baseline_is_told() -> None:
    care = Care("flat-foot", "ff-1")
    care.worst(*[1] * 7, *[7] * 21)

    assert "al-worsening" in care.alerts(22)


@pytest.mark.parametrize(
    ("later", "label"), [(0, None), (1, None), (3, "clearly-worse"), (7, "clearly-worse")]
)
def test_b8_a_floor_hides_better_and_same_but_never_worse(later: int, label: str | None) -> None:
    care = Care("flat-foot", "ff-1")
    care.worst(*[1] * 7, *[later] * 7)
    evidence = care.evidence(15)
    guide = LIBRARY.diary

    found = change(evidence.worst, day_of(1), day_of(14), guide.baseline, guide.change)

    assert (found.label, found.low_baseline) == (label, True)


@pytest.mark.parametrize("score", [None, 1])
def test_b6_numbness_that_spreads_is_red_and_asks_for_a_call_today(score: int | None) -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.clear(1, "ne-checked")
    care.session(2, score, "tibial-nerve-slider", numb_spread=True)

    item = care.item("tibial-nerve-slider", 2, 21)

    assert (item.light, item.final) == ("red", False)
    assert care.alerts(2) == ["al-numb"]
    assert care.alerts(9) == ["al-numb"]


def test_b6_numbness_that_did_not_spread_changes_nothing() -> None:
    care = Care("nerve-entrapment", "ne-1", variant="tibial")
    care.clear(1, "ne-checked")
    care.session(2, 1, "tibial-nerve-slider", numb_spread=False)

    assert (care.item("tibial-nerve-slider", 2, 21).light, care.alerts(2)) == ("green", [])


def test_b7_swelling_clearly_up_the_next_morning_makes_a_sprain_red() -> None:
    care = Care("ankle-sprain", "as-1", first_step=2)
    care.session(2, 1, "ankle-pumps")
    evening = care.item("ankle-pumps", 2, 21).light
    care.entry(3, 8, swelling_up=True)

    assert (evening, care.item("ankle-pumps", 3, 9).light) == ("green", "red")


def test_b7_the_same_answer_says_nothing_about_another_condition() -> None:
    care = Care()
    care.session(2, 1, SHORT_FOOT)
    care.entry(3, 8, swelling_up=True)

    assert care.item(SHORT_FOOT, 3, 9).light == "green"


def test_b7_swelling_told_at_the_end_of_a_session_of_an_older_version_still_counts() -> None:
    care = Care("ankle-sprain", "as-1")
    care.session(2, 1, "ankle-pumps", swelling_up=True)

    assert care.item("ankle-pumps", 2, 21).light == "red"


@pytest.mark.parametrize(
    ("flag", "condition", "phase"),
    [("pf-night", "plantar-fasciitis", "pf-1"), ("hs-night", "heel-spur", "hs-1")],
)
def test_c6_heel_pain_at_night_is_checked_soon_and_only_worsening_night_pain_is_urgent(
    flag: str, condition: str, phase: str
) -> None:
    heel, bone = Care(condition, phase, screened=False), Care(condition, phase, screened=False)
    heel.screen(1, flag)
    bone.screen(1, "common-night")
    shown = [care.today(1).locked for care in (heel, bone)]

    assert [locked.urgency if locked else None for locked in shown] == ["soon", "urgent"]


@pytest.mark.parametrize(("morning", "light"), [(0, "green"), (1, "red"), (2, "red")])
def test_c10_any_shin_pain_the_morning_after_is_no_step_up(morning: int, light: str) -> None:
    care = Care("shin-splints", "ss-3")
    for day in (-2, -1, 0, 1):
        care.entry(day, 7.5, pain_next_morning=0)
    care.session(2, 1, "heel-raise-single")
    care.entry(3, 7.5, pain_next_morning=morning)

    assert care.evidence(3).lights["shin-splints"][0].light.light == light


def test_c12_a_sprain_is_asked_from_day_7_on_whether_walking_is_easier_until_answered() -> None:
    care = Care("ankle-sprain", "as-1")
    before, from_day_7 = care.today(6), [care.today(day) for day in (7, 12)]
    care.check(13, "as-day7", yes=True)
    after = care.today(13)

    assert before.day_checks == ()
    assert [[asked.yes for asked in shown.day_checks] for shown in from_day_7] == [[None], [None]]
    assert from_day_7[0].day_checks[0].check.question == "Is walking easier than on day 2?"
    assert ([asked.yes for asked in after.day_checks], after.locked) == ([True], None)


def test_c12_a_no_is_a_warning_sign_to_have_checked_soon_and_holds_the_loading() -> None:
    care = Care("ankle-sprain", "as-2")
    care.check(7, "as-day7", yes=False)
    shown = care.today(7)

    assert shown.locked is not None
    assert (shown.locked.urgency, shown.locked.flags) == ("soon", ("as-no-better",))
    assert [found.texts for found in shown.pressing] == [("No better at all after 7 days",)]
    assert care.item("outer-ankle-push", 7).held == "red-flag"
    assert care.item("ankle-circles", 7).held is None
    assert "! " + shown.pressing[0].told.split("{")[0] in as_text(shown, LIBRARY, care.settings)


def test_c12_the_report_tells_the_clinician_of_the_no_and_whether_it_was_checked() -> None:
    care = Care("ankle-sprain", "as-1")
    care.check(7, "as-day7", yes=False)
    told = of(care, day=9).safety
    care.clear_flag(8, "as-no-better")
    cleared = of(care, day=9).safety

    assert [(line.flag, line.day, line.cleared) for line in told.flags] == [
        ("as-no-better", day_of(7), False)
    ]
    assert [line.cleared for line in cleared.flags] == [True]
    assert (told.pressing != (), cleared.pressing) == (True, ())


@pytest.mark.parametrize("lifted", ["checked", "yes"])
def test_c12_having_it_checked_or_a_later_yes_lifts_it(lifted: str) -> None:
    care = Care("ankle-sprain", "as-1")
    care.check(7, "as-day7", yes=False)
    if lifted == "yes":
        care.check(9, "as-day7", yes=True)
    else:
        care.clear_flag(9, "as-no-better")

    assert care.today(8).locked is not None
    assert care.today(10).locked is None


def test_c12_a_later_yes_does_not_lift_the_same_flag_answered_among_the_safety_questions() -> None:
    care = Care("ankle-sprain", "as-1")
    care.check(7, "as-day7", yes=False)
    care.screen(8, "as-no-better")
    care.check(9, "as-day7", yes=True)

    assert care.today(10).locked is not None


def test_c12_a_plan_that_is_started_afresh_asks_again() -> None:
    care = Care("ankle-sprain", "as-1")
    care.check(7, "as-day7", yes=True)
    care.start("ankle-sprain", "as-1", day=20)
    asked = [asked.yes for asked in care.today(26).day_checks]

    assert (care.today(25).day_checks, asked) == ((), [None])
