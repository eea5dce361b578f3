"""How a session makes itself noticed: a tone, a vibration, a screen that stays awake, where there is one."""

from collections.abc import Awaitable
from contextlib import suppress
from typing import Any, Final, Literal

import flet as ft
import flet_audio as fa

from homecare.domain.session.steps import Step

Tone = Literal["begin", "change", "done"]
TONES: Final[tuple[Tone, ...]] = ("begin", "change", "done")


async def safely(call: Awaitable[object]) -> None:
    """Await a service of the device; one that is not there, refused or gone is no reason to stop."""
    with suppress(ft.FletUnsupportedPlatformException, RuntimeError, TimeoutError):
        await call


def tone_of(step: Step) -> Tone | None:
    """The tone at the start of a step: work begins, something changes, all is done; None for a quiet one."""
    if step.kind == "done":
        return "done"
    if step.kind == "still":
        return None
    if step.kind in ("hold", "timed") or (step.is_work and step.frame == "end"):
        return "begin"
    return "change"


class Cues:
    """Tones, vibration and wakefulness of one window. To be made inside an effect: it needs the page."""

    def __init__(self) -> None:
        self._tones = {
            name: fa.Audio(src=f"sounds/{name}.wav", volume=0.8, release_mode=fa.ReleaseMode.STOP)
            for name in TONES
        }
        self._haptic: Any = ft.HapticFeedback()
        self._wakelock: Any = ft.Wakelock()

    async def give(self, step: Step, *, sound: bool, vibration: bool) -> None:
        """Let the start of this step be heard and felt."""
        tone = tone_of(step)
        if tone is None:
            return
        if sound:
            await safely(self._tones[tone].play())
        if vibration:
            await safely(self._haptic.medium_impact() if tone == "change" else self._haptic.heavy_impact())

    async def keep_awake(self, awake: bool) -> None:
        """Keep the screen on, or let it go dark again."""
        await safely(self._wakelock.enable() if awake else self._wakelock.disable())
