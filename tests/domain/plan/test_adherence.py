from homecare.domain.plan.adherence import adherence, complete_days, prescribed_on
from homecare.domain.records.plan import ConditionStopped
from tests.domain.care import HEEL_RAISE, SHORT_FOOT, Care, day_of, when

NAME = "plantar-fasciitis"


def percent(care: Care, day: int, days: int, item: str | None = None) -> int | None:
    evidence = care.evidence(day)
    prescribed = prescribed_on(NAME, complete_days(evidence, days), evidence)
    return adherence(NAME, prescribed, evidence, item).percent


def test_adherence_is_bouts_done_of_bouts_planned() -> None:
    care = Care()
    care.session(2, 1, "calf-stretch-straight", hour=8, slot="morning")
    care.session(2, 1, "calf-stretch-straight")
    care.session(3, 1, "calf-stretch-straight")

    assert percent(care, 4, 14, "calf-stretch-straight") == 75


def test_today_is_not_missed_before_it_is_over() -> None:
    care = Care()
    care.session(2, 1, SHORT_FOOT)

    assert percent(care, 3, 14, SHORT_FOOT) == 100


def test_more_than_planned_does_not_make_up_for_another_day() -> None:
    care = Care()
    care.session(2, 1, SHORT_FOOT, hour=8, slot="morning")
    care.session(2, 1, SHORT_FOOT)

    assert percent(care, 4, 14, SHORT_FOOT) == 50


def test_every_second_day_plans_half_the_days() -> None:
    care = Care(phase="pf-2")
    for day in (2, 4, 6, 8):
        care.session(day, 1, HEEL_RAISE)

    assert percent(care, 10, 8, HEEL_RAISE) == 100


def test_days_before_the_plan_are_not_missed() -> None:
    assert percent(Care(day=10), 11, 14) is None


def test_the_week_counts_parts_of_days_done_and_planned() -> None:
    care = Care()
    for day in (5, 6, 7):
        care.session(day, 1, "plantar-fascia-stretch", hour=8, slot="morning")

    week = care.today(8, 9).adherence

    assert week is not None
    assert (week.done, week.planned, week.percent) == (3, 18, 17)


def test_the_part_of_the_day_it_is_now_counts_once_it_is_done_or_over() -> None:
    care = Care()
    before, over = care.today(2, 9).adherence, care.today(2, 13).adherence
    care.session(2, 1, "plantar-fascia-stretch", hour=8, slot="morning")
    done = care.today(2, 9).adherence

    assert before is not None
    assert over is not None
    assert done is not None
    assert (before.done, before.planned, before.percent) == (0, 0, None)
    assert (over.done, over.planned) == (0, 1)
    assert (done.done, done.planned, done.percent) == (1, 1, 100)


def test_a_skipped_session_is_not_done_and_all_done_in_the_diary_is() -> None:
    care = Care()
    care.session(2, None, SHORT_FOOT, outcome="skipped")
    care.entry(3, exercises_done="all")

    week = care.today(4, 5).adherence

    assert week is not None
    assert (week.done, week.planned) == (3, 6)


def test_days_on_which_a_red_flag_paused_the_plan_are_not_missed() -> None:
    care = Care()
    for day in range(1, 4):
        care.session(day, 1, SHORT_FOOT)
    care.screen(3, "common-dvt", hour=21)
    paused = care.today(10, 23).adherence
    care.clear_flag(11, "common-dvt", by="Dr Reed")

    assert paused is not None
    assert paused.planned == 0
    assert prescribed_on(
        "plantar-fasciitis", [day_of(number) for number in (3, 4, 11, 12)], care.evidence(13)
    ).keys() == {
        day_of(3),
        day_of(12),
    }


def test_days_on_which_a_stress_fracture_paused_the_plan_are_not_missed_afterwards() -> None:
    care = Care()
    care.start("stress-fracture", "sf-0", day=3)
    at = when(6)
    care.plan.append(
        ConditionStopped(id="stop", at=at, created_at=at, edited_at=at, condition="stress-fracture")
    )

    days = prescribed_on("plantar-fasciitis", [day_of(number) for number in (3, 4, 6, 7)], care.evidence(8))

    assert days.keys() == {day_of(3), day_of(7)}
