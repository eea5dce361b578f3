"""Acts on the guided session that is on the screen: every control, question and key."""

import asyncio
from dataclasses import replace
from datetime import datetime

from homecare.domain.records.session import SkipReason
from homecare.domain.records.settings import Settings
from homecare.domain.session import controls
from homecare.domain.session.pace import paced, rest_again, set_again, with_more_rest
from homecare.domain.session.position import Progress
from homecare.domain.session.resuming import Run
from homecare.domain.session.script import Script
from homecare.ui.session.running import Act, Guided, PaceChange, Question

BUTTON_S = 0.4
"""Within this time, in seconds, a key and a button are taken for one and the same press."""


async def toggle(guided: Guided) -> None:
    """Pause or go on; say "I'm ready" where the session waits for that."""
    guided.waited = False
    if guided.unready:
        await guided.act(controls.ready)
    else:
        await guided.act(controls.pause if guided.running else controls.resume)
    if guided.running:
        guided.say_instruction()


async def ready(guided: Guided) -> None:
    """Say "I'm ready". A second tap of the same hand does not pause what has just begun."""
    if guided.unready:
        await toggle(guided)


async def back(guided: Guided) -> None:
    """To the start of this set, or of the one before."""
    await guided.act(controls.back)


async def skip(guided: Guided) -> None:
    """Straight past a rest; while working, and before an exercise, ask first why, and what."""
    if guided.step.is_work or guided.unready:
        await ask(guided, "skip")
    else:
        await guided.act(controls.skip)


async def mute(guided: Guided, settings: Settings) -> None:
    """Turn sound, vibration and voice off, or on as the patient's settings have them."""
    on = not (guided.run.progress.sound or guided.run.progress.vibration or guided.speaks)
    neither = not settings.sound and not settings.vibration and settings.voice != "on"
    guided.voiced = on
    if not on:
        await guided.spoken.hush()
    await guided.adopt(
        sound=on and (settings.sound or neither), vibration=on and (settings.vibration or neither)
    )


async def ask(guided: Guided, question: Question) -> None:
    """Ask, with the clock stopped; one question at a time."""
    if guided.asking:
        return
    guided.ran_before = guided.running
    guided.asking = question
    await guided.act(controls.pause)


async def stay(guided: Guided, question: Question) -> None:
    """The question was put away: go on as before. Nothing when it was answered already."""
    if guided.asking == question:
        await _answered(guided, controls.resume if guided.ran_before else controls.pause)


async def leave_out(guided: Guided, reason: SkipReason) -> bool:
    """Leave this exercise out; after pain the advice is read before anything goes on.

    False, with nothing left out, when the question was answered already, as by the first of two quick taps.
    """
    if guided.asking != "skip":
        return False

    def past_it(script: Script, progress: Progress, at: datetime) -> Progress:
        return controls.skip_exercise(script, progress, at, reason)

    guided.asking = "pain" if reason == "pain" else ""
    await guided.act(past_it)
    if not guided.asking and guided.ran_before:
        await guided.act(controls.resume)
    return True


async def take_back(guided: Guided, before: Progress) -> None:
    """Undo of an exercise left out: back to where it was left, with what was really played since.

    A session that has been saved meanwhile stays as it was saved: it is corrected from the diary.
    """
    if guided.saved:
        return
    ran = guided.running

    def returned(script: Script, progress: Progress, at: datetime) -> Progress:
        stopped = controls.pause(script, progress, at)
        return replace(stopped, offset_ms=before.offset_ms, skips=before.skips, ended=False)

    guided.asking = ""
    await guided.act(returned)
    if ran:
        await guided.act(controls.resume)


async def leave_out_set(guided: Guided) -> bool:
    """Leave the rest of this set out; False when the question was answered already."""
    if guided.asking != "skip":
        return False
    await _answered(guided, controls.skip)
    if guided.ran_before:
        await guided.act(controls.resume)
    return True


async def change_pace(guided: Guided, change: PaceChange) -> None:
    """Do what the pace dialog offered, once, and go on if the session ran before."""
    if guided.asking != "pace":
        return
    guided.asking = ""
    await guided.change_pace(change)
    if guided.ran_before:
        await guided.act(controls.resume)


def slower(run: Run, at: datetime) -> Run:
    """A second more for each way of the coming repetitions."""
    return paced(run, at, 1)


def faster(run: Run, at: datetime) -> Run:
    """A second less for each way of the coming repetitions, where the dose allows it."""
    return paced(run, at, -1)


PACE_KEYS: dict[str, PaceChange] = {
    "Arrow Down": slower,
    "Arrow Up": faster,
    "R": set_again,
    "M": rest_again,
    "+": with_more_rest,
}
"""Keys for the patient's own pace."""


async def end(guided: Guided) -> None:
    """End the session here."""
    await _answered(guided, controls.end_early)


async def press(guided: Guided, key: str) -> None:
    """Space pauses and goes on, the arrows step, Escape ends, PACE_KEYS; none acts while a question is open.

    The keys of a headset or keyboard for music do the same, where the browser passes them on: it keeps them
    for itself while it plays something of its own.

    Space also presses the button that has the focus, which tells of it by itself: then the key does nothing.
    """
    if guided.asking:
        return
    match key:
        case " ":
            await asyncio.sleep(BUTTON_S / 4)
            if not guided.touched_within(BUTTON_S):
                await toggle(guided)
        case "Media Play Pause" | "Media Play" | "Media Pause":
            await toggle(guided)
        case "Arrow Left" | "Media Track Previous":
            await back(guided)
        case "Arrow Right" | "Media Track Next":
            await skip(guided)
        case "Escape":
            await ask(guided, "end")
        case _ if (change := PACE_KEYS.get(key)) and not guided.unready:
            await guided.change_pace(change)


async def _answered(guided: Guided, act: Act) -> None:
    guided.asking = ""
    await guided.act(act)
