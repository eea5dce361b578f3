import pytest

from homecare.domain.library.dose import Dose, Tempo
from homecare.domain.session.steps import Planned, sets_of
from tests.domain.session.guided import BALANCE, RAISE, ROLL, STRETCH, planned


def told(planned: Planned, number: int = 0) -> list[list[tuple[str, int]]]:
    return [[(step.kind, step.seconds) for step in steps] for steps in sets_of(number, planned)]


def test_a_single_set_of_holds_rests_between_the_holds() -> None:
    assert told(planned(STRETCH)) == [
        [("ready", 5), ("hold", 20), ("rest", 10), ("hold", 20), ("rest", 10), ("hold", 20)]
    ]


def test_holds_without_a_rest_get_three_seconds_to_change_over() -> None:
    assert told(planned(Dose(sets=1, reps=2, hold_s=10))) == [
        [("ready", 5), ("hold", 10), ("change-over", 3), ("hold", 10)]
    ]


def test_several_sets_rest_between_the_sets() -> None:
    assert told(planned(BALANCE)) == [[("ready", 5), ("hold", 30)], [("rest", 30), ("hold", 30)]]


def test_a_repetition_follows_its_tempo() -> None:
    steps = next(iter(sets_of(0, planned(RAISE))))

    assert [(step.kind, step.seconds, step.rep, step.frame) for step in steps[1:4]] == [
        ("up", 3, 1, "end"),
        ("still", 2, 1, "end"),
        ("down", 3, 1, "start"),
    ]


def test_a_lowering_exercise_starts_high_and_leaves_time_to_come_back_up() -> None:
    steps = next(iter(sets_of(0, planned(Dose(sets=1, reps=1, tempo=Tempo(up_s=0, hold_s=0, down_s=3))))))

    assert [(step.kind, step.seconds, step.frame) for step in steps[1:]] == [
        ("down", 3, "end"),
        ("up", 2, "start"),
    ]


def test_repetitions_without_a_tempo_are_counted_calmly() -> None:
    assert told(planned(Dose(sets=1, reps=2))) == [
        [("ready", 5), ("up", 2), ("down", 2), ("up", 2), ("down", 2)]
    ]


def test_both_legs_in_turn_get_ten_seconds_to_change_side() -> None:
    assert told(planned(BALANCE, "right", "left")) == [
        [("ready", 5), ("hold", 30)],
        [("rest", 30), ("hold", 30)],
        [("change-side", 10), ("hold", 30)],
        [("rest", 30), ("hold", 30)],
    ]


def test_the_next_exercise_is_introduced_for_eight_seconds() -> None:
    assert told(planned(ROLL), number=1) == [[("next", 8), ("timed", 120)]]


def test_an_exercise_needs_a_leg() -> None:
    with pytest.raises(ValueError, match="no-leg"):
        Planned(condition="c", item="i", exercise="i", side="both", turns=(), dose=ROLL)
