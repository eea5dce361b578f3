"""Today asks one question about pain at a time: the one whose answer the chart and the traffic light need."""

from homecare.domain.today.question import Asked, AskedAbout, Question, next_question
from tests.domain.care import HEEL_RAISE, LIBRARY, Care

SPRAIN = "ankle-sprain"


def asked(care: Care, day: int, hour: float) -> Question:
    return next_question(care.today(day, hour).questions)


def sprained() -> Care:
    return Care(SPRAIN, LIBRARY.condition(SPRAIN).phases[0].id, side="right")


def test_the_morning_of_a_first_step_condition_asks_for_the_first_steps() -> None:
    care = Care()

    assert [asked(care, 2, hour).asked for hour in (3.9, 4, 8, 11.9, 12, 20)] == [
        Asked.NOW,
        Asked.FIRST_STEP,
        Asked.FIRST_STEP,
        Asked.FIRST_STEP,
        Asked.NOW,
        Asked.NOW,
    ]


def test_one_question_at_a_time_and_none_twice() -> None:
    care = Care()
    care.entry(2, 7, pain_first_step=4)

    first, now = care.today(2, 8).questions

    assert (first.asked, first.answered, now.asked, now.answered) == (
        Asked.FIRST_STEP,
        True,
        Asked.NOW,
        False,
    )
    assert asked(care, 2, 8).asked == Asked.NOW
    assert asked(care, 3, 8).asked == Asked.FIRST_STEP


def test_first_steps_answer_for_the_morning_after_a_session_only_when_there_was_one() -> None:
    care = Care()
    care.session(1, 2, HEEL_RAISE)

    assert asked(care, 2, 8).counts_twice
    assert not asked(care, 3, 8).counts_twice


def test_the_morning_after_a_session_that_was_left_out_is_not_asked_about_unless_pain_stopped_it() -> None:
    for reason, question in (("time", Asked.NOW), ("pain", Asked.NEXT_MORNING)):
        care = sprained()
        care.session(3, None, "ankle-alphabet", outcome="skipped", reason=reason)

        assert asked(care, 4, 8).asked == question


def test_the_morning_after_a_session_is_compared_with_usual_where_first_steps_are_not_the_key() -> None:
    care = sprained()
    for day in (1, 2, 3):
        care.entry(day, 8, pain_next_morning=2)
    care.session(3, 3, "ankle-alphabet")

    question = asked(care, 4, 8)

    assert question.asked == Asked.NEXT_MORNING
    assert question.about == (AskedAbout(condition=SPRAIN, side="right"),)
    assert question.usual == 2
    assert asked(care, 4, 13).asked == Asked.NOW
    assert asked(care, 5, 8).asked == Asked.NOW


def test_each_condition_is_named_with_its_side() -> None:
    care = Care(side="both")
    care.start("achilles-tendinopathy", "at-mid-1", variant="mid-portion", day=1, side="left")
    care.start(SPRAIN, LIBRARY.condition(SPRAIN).phases[0].id, day=1, side="right")

    assert asked(care, 2, 8).about == (
        AskedAbout(condition="plantar-fasciitis", side="both"),
        AskedAbout(condition="achilles-tendinopathy", side="left"),
    )


def test_the_usual_morning_is_that_of_the_traffic_light() -> None:
    care = Care(first_step=6)
    begun = asked(care, 2, 8).usual
    care.mornings(5, 3, 4, day=2)

    assert (begun, asked(care, 6, 8).usual) == (6, 4)
