"""The end of a guided session: one score, or one for each exercise where it served two conditions."""

import asyncio
from datetime import timedelta
from functools import partial
from pathlib import Path

from homecare.domain.records.plan import AskedFirst, ConditionStarted
from homecare.domain.session import controls
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.session.finish import SessionFinish
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareCtx, CareState, new_id, stamped
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, care_with_plan, guided_routine

HEEL, TENDON = "plantar-fasciitis", "peroneal-tendonitis"


def stopped_by_pain(folder: Path, *more: str) -> tuple[CareState, Guided]:
    """A morning's routine for the heel and these conditions, every exercise of it stopped by pain."""
    care = care_with_plan(folder)
    at = care.now() - timedelta(minutes=30)
    for name in more:
        condition = LIBRARY.condition(name)
        questions = LIBRARY.ask_first.questions_for([condition])
        care.store.add_plan_events(
            AskedFirst(id=new_id(), at=at, no=tuple(question.id for question in questions), **stamped(at)),
            ConditionStarted(
                id=new_id(), at=at, condition=name, side="left", phase=condition.phases[0].id, **stamped(at)
            ),
        )
    care.refresh()
    guided = guided_routine(care)

    async def play() -> None:
        for _exercise in guided.run.planned:
            await guided.act(partial(controls.skip_exercise, reason="pain"))

    asyncio.run(play())
    return care, guided


def scored(care: CareState, guided: Guided, *scores: int, button: str = "Save") -> list[str]:
    """Give these scores one after the other, save, and return what the screen asked."""

    async def answer() -> list[str]:
        window = Window(
            lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: SessionFinish(guided, lambda _done: None)))
        )
        await window.settle()
        asked = window.texts()
        for place, score in enumerate(scores):
            keys = [
                control for control in window.controls() if getattr(control, "key", None) == f"pain-{score}"
            ]
            await window.session.dispatch_event(keys[place]._i, "click", None)
            await window.settle()
        await window.tap(button)
        return asked

    return asyncio.run(answer())


def test_one_condition_is_asked_for_one_score(tmp_path: Path) -> None:
    care, guided = stopped_by_pain(tmp_path)
    asked = scored(care, guided, 4)
    (session,) = care.store.all_sessions()

    assert asked.count("none") + asked.count("0 none") == 1
    assert session.pain_exercise == 4
    assert {exercise.pain for exercise in session.exercises} == {None}


def test_two_conditions_are_asked_exercise_by_exercise_and_the_highest_is_the_sessions(
    tmp_path: Path,
) -> None:
    care, guided = stopped_by_pain(tmp_path, TENDON)
    exercises = guided.run.planned
    given = [number % 6 + 1 for number in range(len(exercises))]
    asked = scored(care, guided, *given)
    (session,) = care.store.all_sessions()
    (entry,) = care.store.all_entries()

    assert {planned.condition for planned in exercises} == {HEEL, TENDON}
    assert {LIBRARY.exercise(planned.exercise).name for planned in exercises} <= set(asked)
    assert [exercise.pain for exercise in session.exercises] == given
    assert session.pain_exercise == entry.pain_exercise == max(given)


def test_an_exercise_nobody_scored_has_no_score_beside_those_that_have_one(tmp_path: Path) -> None:
    care, guided = stopped_by_pain(tmp_path, TENDON)
    scored(care, guided, 3, button="Save without the other scores")
    (session,) = care.store.all_sessions()

    assert [exercise.pain for exercise in session.exercises][:2] == [3, None]
    assert (session.pain_for(HEEL), session.pain_for(TENDON)) in ((3, None), (None, 3))
