"""A needling session is stored once, however often Save is tapped."""

import asyncio
from dataclasses import replace
from pathlib import Path

from homecare.domain.records.needling import NeedledMuscle
from homecare.ui.aftercare.acts import rate_soreness, save_draft, say_called
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.state.care import CareState, new_id
from tests.ui.session.guided_care import care_with_plan, wait


def early(care: CareState) -> NeedlingDraft:
    """The calf was needled at 5 this morning."""
    return NeedlingDraft(
        fresh_id=new_id(),
        day=care.now().date(),
        clock="05:00",
        muscles=(NeedledMuscle(muscle="soleus", side="left"),),
    )


def test_save_twice_stores_once(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    draft = early(care)

    async def twice() -> None:
        await asyncio.gather(save_draft(care, draft), save_draft(care, replace(draft)))

    asyncio.run(twice())
    assert len(care.store.needlings()) == 1


def test_a_call_to_the_clinic_about_soreness_is_noted(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    needling = asyncio.run(save_draft(care, early(care)))
    assert needling is not None
    wait(care, 48.5 * 3600)
    care.refresh()
    asyncio.run(rate_soreness(care, needling.id, 5))
    assert [alert.answered for alert in care.today.alerts] == [None]

    asyncio.run(say_called(care))
    assert [alert.answered for alert in care.today.alerts] == ["have-called"]
