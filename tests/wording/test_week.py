"""The week that a patient shows their clinician, in words."""

from dataclasses import replace

from homecare.domain.report.week import SummaryDay, week_summary
from homecare.wording import week
from tests.domain.care import HEEL_RAISE, Care

QUIET = SummaryDay(pain=None, done=0, planned=1, light=None, needled=False)


def of_week() -> Care:
    """Day 7 is Sunday, 8 March 2026."""
    care = Care()
    care.worst(5, 4, day=3)
    care.session(5, 2, HEEL_RAISE)
    return care


def test_the_week_is_named_by_its_first_and_last_day() -> None:
    summary = week_summary("plantar-fasciitis", of_week().evidence(7, 21))

    assert week.week_title(summary) == "2 Mar to 8 Mar 2026"
    assert [week.day_title(summary, place) for place in (0, 6)] == ["Monday 2 March", "Sunday 8 March"]


def test_a_day_without_a_score_says_so_and_a_score_of_zero_is_one() -> None:
    assert week.pain_text(QUIET) == "no pain score"
    assert week.pain_text(replace(QUIET, pain=0)) == "pain 0 of 10"


def test_a_day_tells_its_exercises_its_light_and_its_needling() -> None:
    full = SummaryDay(pain=4, done=2, planned=3, light="amber", needled=True)

    assert week.sessions_text(QUIET) == "exercises 0 of 1"
    assert week.sessions_text(replace(QUIET, light="grey")) == "exercises 0 of 1"
    assert week.sessions_text(full) == "exercises 2 of 3, light amber, needling"


def test_days_with_a_score_are_counted_an_exercise_score_among_them() -> None:
    summary = week_summary("plantar-fasciitis", of_week().evidence(7, 21))

    assert week.scored_text(summary) == "A pain score on 3 of 7 days."


def test_a_session_on_a_day_without_a_plan_is_no_fraction_of_nothing() -> None:
    assert week.sessions_text(replace(QUIET, done=1, planned=0)) == "1 session, none planned"
    assert week.sessions_text(replace(QUIET, done=0, planned=0)) == "no exercises planned"
