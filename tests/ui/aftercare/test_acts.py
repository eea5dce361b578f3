"""A needling session is stored once, however often Save is tapped."""

import asyncio
from dataclasses import replace
from pathlib import Path

from homecare.domain.records.needling import NeedledMuscle
from homecare.ui.aftercare.acts import save_draft
from homecare.ui.aftercare.needling_draft import NeedlingDraft
from homecare.ui.state.care import new_id
from tests.ui.session.guided_care import care_with_plan


def test_save_twice_stores_once(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    draft = NeedlingDraft(
        fresh_id=new_id(),
        day=care.now().date(),
        clock="05:00",
        muscles=(NeedledMuscle(muscle="soleus", side="left"),),
    )

    async def twice() -> None:
        await asyncio.gather(save_draft(care, draft), save_draft(care, replace(draft)))

    asyncio.run(twice())
    assert len(care.store.needlings()) == 1
