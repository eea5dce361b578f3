"""A clinician's plan on the screen: what speaks against it is said before the patient takes it over."""

import asyncio
from pathlib import Path

from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import ConditionStarted
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.plan_offer import Offer
from homecare.ui.state.care import CareCtx, CareState, new_id, stamped
from tests.domain.care import LIBRARY
from tests.domain.prescribing import prescribed
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan

RAISE = LIBRARY.exercise("heel-raise-towel").name
HEADING = "Check with your clinic first"


def shown(care: CareState, **more: str) -> list[str]:
    async def read() -> list[str]:
        wanted = prescribed(**more)
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: Offer(wanted))))
        await window.settle()
        return window.texts()

    return asyncio.run(read())


def with_achilles(care: CareState, side: str) -> CareState:
    at = care.now()
    event = ConditionStarted(
        id=new_id(),
        at=at,
        condition="achilles-tendinopathy",
        side=side,  # type: ignore[arg-type]
        variant="insertional",
        phase="at-ins-1",
        **stamped(at),
    )
    assert asyncio.run(care.decide(event))
    return care


def test_an_exercise_that_another_condition_rules_out_is_warned_of_and_may_still_be_taken(
    tmp_path: Path,
) -> None:
    texts = shown(with_achilles(care_with_plan(tmp_path, side="left"), "left"))
    at = texts.index(HEADING)

    assert texts[at + 1 : at + 3] == [RAISE, "Not for you with Achilles tendinopathy on this side."]
    assert at < texts.index("Take this plan over")


def test_the_same_condition_on_the_other_side_warns_of_nothing(tmp_path: Path) -> None:
    texts = shown(with_achilles(care_with_plan(tmp_path, side="left"), "right"))

    assert HEADING not in texts
    assert "Take this plan over" in texts


def test_a_muscle_that_was_just_needled_is_warned_of(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path, side="left")
    at = care.now()
    muscles = (NeedledMuscle(muscle="soleus", side="left"),)
    care.store.save_needling(Needling(id=new_id(), at=at, muscles=muscles, **stamped(at)))
    care.refresh()

    assert HEADING in shown(care)
