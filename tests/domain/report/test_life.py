"""Load and life: what was recorded is drawn under the days of the chart, and what was not is named."""

from dataclasses import replace

from homecare.domain.report.life import LifeLine
from homecare.domain.report.report import Period
from homecare.exchange.drawing.life import life_drawing
from homecare.wording.report_life import life_caption, life_text
from tests.domain.care import SHORT_FOOT, Care, day_of
from tests.domain.report.reports import of, scored


def lines_of(care: Care) -> dict[str, LifeLine]:
    found = of(care).life
    assert found is not None
    return {line.name: line for line in found.lines}


def test_a_day_without_a_record_is_a_gap_and_several_answers_a_day_are_its_highest() -> None:
    care = scored(1, *[4] * 28)
    care.entry(3, 12, standing_h=2)
    care.entry(3, 21, standing_h=5.5)
    care.entry(5, 21, standing_h=0)

    standing = lines_of(care)["standing_h"]
    assert standing.points[:6] == (None, None, 5.5, None, 0.0, None)
    assert (standing.recorded, standing.highest) == (2, 5.5)


def test_repetitions_of_a_day_are_those_of_all_its_sessions() -> None:
    care = scored(1, *[4] * 28)
    for slot, reps in (("morning", 24), ("evening", 30)):
        care.session(10, 2, SHORT_FOOT, slot=slot)
        session = care.sessions.pop()
        done = tuple(replace(exercise, reps_done=reps) for exercise in session.exercises)
        care.sessions.append(replace(session, exercises=done))

    assert lines_of(care)["reps"].points[9] == 54


def test_walking_is_not_drawn_twice_but_walking_and_running_are_told_apart() -> None:
    care = scored(1, *[4] * 28)
    care.entry(3, 21, walk_min=30)
    assert "walk_min" not in lines_of(care)

    care.entry(4, 21, run_min=20)
    assert {"walk_min", "run_min"} <= set(lines_of(care))


def test_what_was_not_recorded_is_named() -> None:
    care = scored(1, *[4] * 28)
    care.entry(3, 12, sleep_h=7)
    found = of(care).life

    assert found is not None
    assert life_text(found.lines[0]) == "Sleep: recorded on 1 day, lowest 7, highest 7, latest 7 h"
    said = life_caption(found)
    assert "Not recorded in this period: Running minutes, Hours on your feet" in said
    assert "Morning stiffness" in said
    assert "Sleep" not in said


def test_years_have_the_mean_of_each_weeks_recorded_days_in_the_columns_of_the_chart() -> None:
    care = scored(1, *[4] * 200)
    care.entry(199, 12, sleep_h=6)
    care.entry(200, 12, sleep_h=8)
    made = of(care, Period(first=day_of(1), last=day_of(200)), day=200)

    assert made.life is not None
    assert made.pain is not None
    sleep = made.life.lines[0]
    assert (sleep.points[-1], len(sleep.points)) == (7.0, len(made.pain.points))
    drawn = life_drawing(made.life, 190)
    assert drawn is not None
    assert drawn.described == life_text(sleep)
