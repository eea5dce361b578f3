"""The picture of an exercise moves for as long as its window is there."""

import asyncio
import gc
import logging

import flet as ft
import pytest

from homecare.content.library import Library
from homecare.ui.kit import exercise_frames
from homecare.ui.kit.exercise_frames import ExerciseFrames
from homecare.ui.kit.look import Look
from tests.ui.harness import Window


def test_a_picture_whose_window_has_gone_for_good_ends_without_a_complaint(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    exercise = Library().exercise("plantar-fascia-stretch")
    monkeypatch.setattr(exercise_frames, "ALTERNATE_S", 0.05)

    async def run() -> set[asyncio.Task[object]]:
        window = Window(lambda: ft.Column([ExerciseFrames(exercise, Look(), "alternate")]))
        window.session.start_updates_scheduler()  # type: ignore[no-untyped-call]
        await window.settle()
        (moving,) = (task for task in asyncio.all_tasks() if "alternate" in repr(task.get_coro()))
        page = window.page  # the picture keeps its page, and nothing keeps the session
        window.close()
        await asyncio.sleep(0)
        del window
        gc.collect()
        await asyncio.wait({moving}, timeout=5)
        with pytest.raises(RuntimeError):
            _ = page.session
        return {moving} if not moving.done() else set()

    with caplog.at_level(logging.WARNING):
        assert asyncio.run(run()) == set()
        gc.collect()

    assert caplog.messages == []
