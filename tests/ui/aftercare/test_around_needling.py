"""The pages before and beside needling: every line is there, with its source or as usual practice."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homecare.ui.aftercare.around_needling import BeforeNeedling, BesideNeedling
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.settings.sources import Sources
from homecare.ui.state.care import CareCtx
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, care_with_plan


def shown(folder: Path, component: Callable[[], Any], condition: str = "plantar-fasciitis") -> list[str]:
    """What stands on the screen of a patient with this condition."""
    care = care_with_plan(folder, condition)

    async def read() -> list[str]:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), component)))
        await window.settle()
        return window.texts()

    return asyncio.run(read())


@pytest.mark.parametrize(("page_id", "component"), [("before", BeforeNeedling), ("beside", BesideNeedling)])
def test_each_line_is_read_and_what_rests_on_a_study_names_it(
    tmp_path: Path, page_id: str, component: Callable[[], Any]
) -> None:
    page = next(page for page in LIBRARY.around_needling.pages if page.id == page_id)
    texts = shown(tmp_path, component)

    for section in page.sections:
        assert section.heading in texts
        for sentence in section.sentences:
            after = texts[texts.index(sentence.text) + 1 :][:1]
            source = f"Source: {LIBRARY.source(sentence.source).short}"
            assert (after == [source]) is not sentence.customary


def test_shoes_for_the_patients_own_foot_come_first(tmp_path: Path) -> None:
    texts = shown(tmp_path, BesideNeedling, "mortons-neuroma")
    names = [text for text in texts if text in LIBRARY.condition_names.values()]

    assert names[0] == LIBRARY.condition_names["mortons-neuroma"]
    assert set(names) == set(LIBRARY.condition_names.values())


def test_every_source_is_listed_with_what_it_supports(tmp_path: Path) -> None:
    texts = shown(tmp_path, Sources)

    for source in LIBRARY.source_book.sources.values():
        if not source.customary:
            assert source.citation in texts
            assert f"Used for: {source.used_for}" in texts
    for doubt in LIBRARY.source_book.counter_evidence:
        assert doubt.finding in texts
