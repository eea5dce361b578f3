"""Whoever should ask a clinician first is asked, and a yes holds the plan until a clinician has spoken."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.content.library import Library
from homecare.domain.evidence.ask_first import ask_first
from homecare.domain.records.plan import (
    AskedFirst,
    ClearanceGiven,
    ConditionStopped,
    PlanEvent,
    plans_at,
)
from homecare.domain.today.answer import Today
from tests.domain.care import Care
from tests.domain.care_plan import FIRST, stamp, when

LIBRARY = Library()
HEEL = "plantar-fasciitis"


def questions(condition: str = HEEL) -> tuple[str, ...]:
    return tuple(question.id for question in LIBRARY.ask_first.questions_for([LIBRARY.condition(condition)]))


def asked(day: int, *yes: str, hour: float = 9, number: int = 900) -> AskedFirst:
    no = tuple(question for question in questions() if question not in yes)
    return AskedFirst(**stamp(when(day, hour), number), yes=yes, no=no)


def cleared(day: int, *, hour: float = 12, condition: str = HEEL) -> ClearanceGiven:
    return ClearanceGiven(
        **stamp(when(day, hour), 950 + day),
        condition=condition,
        clearance="ok-to-start",
        by="Dr Ruiz",
        given_on=FIRST + timedelta(days=day - 1),
    )


def with_events(*events: PlanEvent) -> Care:
    care = Care()
    care.plan += events
    return care


def held(shown: Today) -> set[str | None]:
    return {item.held for item in shown.items}


def test_c2_a_patient_with_numb_diabetic_feet_does_not_start_by_pressing_on() -> None:
    care = with_events(asked(1, "diabetes"))

    shown = care.today(1, 12)

    assert held(shown) == {"ask-first"}
    assert shown.routine is None
    assert shown.ask_first.waiting == {HEEL: ("diabetes",)}


def test_c2_the_clearance_of_a_clinician_opens_the_plan_and_is_named() -> None:
    shown = with_events(asked(1, "diabetes"), cleared(1)).today(1, 13)

    assert "ask-first" not in held(shown)
    assert [given.by for given in shown.ask_first.cleared] == ["Dr Ruiz"]


def test_a_yes_that_is_said_after_the_clearance_needs_another_one() -> None:
    later = asked(2, "diabetes", "pregnant", number=901)
    shown = with_events(asked(1, "diabetes"), cleared(1), later).today(2, 12)

    assert shown.ask_first.waiting == {HEEL: ("pregnant",)}


def test_an_answer_that_is_corrected_to_no_opens_the_plan() -> None:
    shown = with_events(asked(1, "pregnant"), asked(1, hour=10, number=901)).today(1, 12)

    assert shown.ask_first.waiting == {}
    assert "ask-first" not in held(shown)


def test_a_plan_from_before_the_questions_goes_on_and_is_asked() -> None:
    shown = with_events().today(1, 12)

    assert shown.ask_first.unanswered == questions()
    assert shown.routine is not None


def test_a_clearance_for_one_condition_opens_no_other() -> None:
    shown = with_events(asked(1, "diabetes"), cleared(1, condition="heel-spur")).today(1, 13)

    assert held(shown) == {"ask-first"}


def ended_and_started_again(care: Care, day: int) -> Care:
    care.plan.append(ConditionStopped(**stamp(when(day, 8), 970), condition=HEEL))
    care.start(HEEL, "pf-1", day=day + 100)
    care.screen(day + 100)
    return care


def test_whoever_starts_again_after_the_plan_was_ended_is_asked_again() -> None:
    shown = ended_and_started_again(with_events(asked(1)), 30).today(130, 12)

    assert shown.ask_first.unanswered == questions()


def test_a_clearance_of_a_plan_that_was_ended_does_not_open_the_next_one() -> None:
    care = ended_and_started_again(with_events(asked(1, "diabetes"), cleared(1)), 30)
    care.plan.append(asked(130, "diabetes", hour=10, number=971))

    assert held(care.today(130, 12)) == {"ask-first"}


def test_a_second_condition_added_to_a_plan_that_goes_on_asks_only_what_is_new() -> None:
    care = with_events(asked(1))
    care.start("achilles-tendinopathy", "at-ins-1", day=3, variant="insertional")

    shown = care.today(3, 12).ask_first.unanswered

    assert shown
    assert not set(shown) & set(questions())


def test_no_question_is_asked_twice_when_two_conditions_share_it() -> None:
    events = [
        *with_events().plan,
        *Care(condition="heel-spur", phase="hs-1").plan,
    ]
    plans = plans_at(events, when(1, 12))
    found = ask_first(events, plans, LIBRARY).unanswered

    assert len(plans) == 2
    assert len(set(found)) == len(found)
    assert set(found) == {*questions(), *questions("heel-spur")}


@pytest.mark.parametrize("condition", LIBRARY.condition_ids)
def test_the_questions_of_a_condition_fill_at_most_three_short_pages(condition: str) -> None:
    asked = LIBRARY.ask_first.questions_for([LIBRARY.condition(condition)])
    by_theme = {
        theme.id: [question for question in asked if question.theme == theme.id]
        for theme in LIBRARY.ask_first.themes
    }

    assert all(1 <= len(page) <= 6 for page in by_theme.values())


answered: st.SearchStrategy[list[tuple[int, Any]]] = st.lists(
    st.tuples(st.integers(1, 20), st.one_of(st.just("clear"), st.sets(st.sampled_from(questions())))),
    max_size=8,
)


@given(answered)
def test_what_was_said_yes_to_last_waits_unless_a_clearance_came_after(said: list[tuple[int, Any]]) -> None:
    events: list[PlanEvent] = []
    for number, (hour, what) in enumerate(sorted(said, key=lambda answer: answer[0])):
        at = when(1, 8) + timedelta(minutes=hour * 10 + number)
        if what == "clear":
            events.append(
                ClearanceGiven(
                    **stamp(at, number), condition=HEEL, clearance="ok-to-start", by="Dr", given_on=FIRST
                )
            )
        else:
            no = tuple(question for question in questions() if question not in what)
            events.append(AskedFirst(**stamp(at, number), yes=tuple(what), no=no))
    waiting: set[str] = set()
    yes: set[str] = set()
    for event in events:
        if isinstance(event, ClearanceGiven):
            waiting = set()
        elif isinstance(event, AskedFirst):
            waiting = (waiting | (set(event.yes) - yes)) & set(event.yes)
            yes = set(event.yes)
    plans = plans_at(with_events().plan, when(1, 12))

    assert set(ask_first(events, plans, LIBRARY).waiting.get(HEEL, ())) == waiting
