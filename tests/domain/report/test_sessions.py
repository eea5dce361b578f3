"""Why exercises were left out, counted for each exercise over the days of the report."""

from datetime import timedelta

from homecare.domain.records.session import ExerciseDone, Outcome, Session, SkipReason
from homecare.domain.report.period import Period
from homecare.domain.report.sessions import reasons_by_exercise
from tests.domain.care import day_of, when

HEEL = ("plantar-fasciitis", "heel-raise-towel")
FOOT = ("plantar-fasciitis", "short-foot-seated")
WEEK = Period(first=day_of(1), last=day_of(7))


def exercise(item: tuple[str, str], outcome: Outcome, reason: SkipReason | None = None) -> ExerciseDone:
    condition, name = item
    return ExerciseDone(
        condition=condition,
        item=name,
        exercise=name,
        side="left",
        sets_planned=3,
        sets_done=3 if outcome == "done" else 0,
        outcome=outcome,
        reason=reason,
    )


def session(day: int, *exercises: ExerciseDone) -> Session:
    at = when(day, 19)
    end = at + timedelta(minutes=12)
    return Session(
        id=f"s{day}",
        at=at,
        ended_at=end,
        created_at=end,
        edited_at=end,
        slot="evening",
        exercises=exercises,
    )


def test_the_commonest_reason_comes_first_and_a_skip_without_one_counts_too() -> None:
    sessions = [
        session(1, exercise(HEEL, "skipped", "time")),
        session(2, exercise(HEEL, "skipped", "pain")),
        session(3, exercise(HEEL, "cut-short", "pain")),
        session(4, exercise(HEEL, "skipped"), exercise(FOOT, "skipped", "unsure")),
    ]
    found = reasons_by_exercise(sessions, WEEK)

    assert found[HEEL] == (("pain", 2), ("time", 1), (None, 1))
    assert found[FOOT] == (("unsure", 1),)


def test_an_exercise_that_was_always_done_has_no_line() -> None:
    assert reasons_by_exercise([session(1, exercise(HEEL, "done"))], WEEK) == {}


def test_sessions_outside_the_period_do_not_count() -> None:
    skipped = exercise(HEEL, "skipped", "tired")
    around = [session(0, skipped), session(7, skipped), session(8, skipped)]

    assert reasons_by_exercise(around, WEEK) == {HEEL: (("tired", 1),)}


def test_an_easier_version_is_counted_under_the_exercise_that_was_done() -> None:
    easier = ExerciseDone(
        condition=HEEL[0],
        item=HEEL[1],
        exercise="heel-raise-double",
        side="left",
        sets_planned=3,
        sets_done=1,
        outcome="cut-short",
        reason="pain",
    )

    assert list(reasons_by_exercise([session(2, easier)], WEEK)) == [(HEEL[0], "heel-raise-double")]
