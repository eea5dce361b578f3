"""Soreness after a needling session: which scores belong to it, and how much is as expected."""

from datetime import timedelta

from homecare.domain.report.soreness_curve import CurvePoint, expected_soreness, soreness_curves
from tests.domain.aftercare.makers import EVENING, GUIDE, after, needled, sore

LATER = after(EVENING, 200)


def test_scores_stand_at_the_hours_that_passed_since_the_needles_came_out() -> None:
    entries = [sore(2, 46), sore(5, 22.5)]
    (curve,) = soreness_curves([needled()], entries, GUIDE, LATER)

    assert curve.points == (CurvePoint(hours=22.5, score=5), CurvePoint(hours=46, score=2))
    assert (curve.needling, curve.day, curve.asked) == ("n1", EVENING.date(), 96)


def test_up_to_4_at_24_hours_4_at_48_and_2_at_72_is_as_expected() -> None:
    """The scores after which the content lets a patient carry on (content/aftercare.toml, soreness_rules)."""
    assert expected_soreness(GUIDE) == (
        CurvePoint(hours=24, score=4),
        CurvePoint(hours=48, score=4),
        CurvePoint(hours=72, score=2),
    )


def test_a_score_that_names_no_session_belongs_to_the_latest_within_96_hours() -> None:
    second_at = after(EVENING, 48)
    first, second = needled(), needled(at=second_at, name="n2")
    unnamed = [sore(3, 20, needling=None), sore(4, 70, needling=None), sore(1, 48 + 96, needling=None)]
    newest, oldest = soreness_curves([first, second], unnamed, GUIDE, LATER)

    assert (newest.needling, [point.score for point in newest.points]) == ("n2", [4])
    assert (oldest.needling, [point.score for point in oldest.points]) == ("n1", [3])


def test_a_score_stays_with_the_session_it_names() -> None:
    second = needled(at=after(EVENING, 48), name="n2")
    newest, oldest = soreness_curves([needled(), second], [sore(6, 70, needling="n1")], GUIDE, LATER)

    assert newest.points == ()
    assert [point.hours for point in oldest.points] == [70]


def test_cancelled_and_coming_sessions_have_no_curve() -> None:
    coming = needled(at=LATER + timedelta(hours=1), name="next")

    assert soreness_curves([needled(cancelled=True), coming], [sore(3, 24)], GUIDE, LATER) == ()


def test_a_session_of_yesterday_was_asked_about_for_the_hours_since() -> None:
    (curve,) = soreness_curves([needled()], [], GUIDE, after(EVENING, 30))

    assert (curve.points, curve.asked) == ((), 30)
