"""The guided session on the screen: its run, its clock, its tones, and the loop that notices each change."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, Literal

import flet as ft
import flet_audio as fa

from homecare.domain.library.exercise import Exercise
from homecare.domain.library.validity import plain_instant
from homecare.domain.session import controls
from homecare.domain.session.position import Position, Progress, position
from homecare.domain.session.resuming import Run
from homecare.domain.session.script import Script
from homecare.domain.session.steps import Planned, Step
from homecare.ui.session.acts import keep_place
from homecare.ui.state.care import CareState
from homecare.ui.state.spoken import COUNTED, COUNTED_FROM_S, Spoken
from homecare.wording.session import in_position, instruction, spoken

DRIFT = timedelta(seconds=1.5)
"""How far it may be from the wall clock, which tells whole seconds, before it follows it."""


class FineClock:
    """The time between two whole seconds of `now`, by a steady counter of seconds (`ticks`).

    A counter may stand still while a device sleeps: then the wall clock is right. Its times carry a bare
    offset: a session that goes on while the clocks go back must not lose an hour.
    """

    def __init__(self, now: Callable[[], datetime], ticks: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._ticks = ticks
        self._anchor = plain_instant(now())
        self._anchor_ticks = ticks()

    def now(self) -> datetime:
        """The aware time, in microseconds."""
        wall = plain_instant(self._now())
        fine = self._anchor + timedelta(seconds=self._ticks() - self._anchor_ticks)
        if abs(fine - wall) > DRIFT:
            self._anchor, self._anchor_ticks = wall, self._ticks()
            return wall
        return fine.astimezone(wall.tzinfo)


Tone = Literal["begin", "change", "done"]
TONES: Final[tuple[Tone, ...]] = ("begin", "change", "done")


PATTERNS_MS: Final[dict[Tone, tuple[int, ...]]] = {
    "begin": (300,),
    "change": (150, 100, 150),
    "done": (200, 100, 200, 100, 400),
}
"""Vibration, on and off in turn: one long for work, two short for a change, three for the end."""


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

    def __init__(self, spoken: Spoken) -> None:
        self._spoken = spoken
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
            await self._vibrate(tone)

    async def _vibrate(self, tone: Tone) -> None:
        """So that it is felt in a pocket; a device whose page cannot does what it can."""
        if not await self._spoken.vibrate(PATTERNS_MS[tone]):
            await safely(self._haptic.heavy_impact())

    async def keep_awake(self, awake: bool) -> None:
        """Keep the screen on, or let it go dark again."""
        await safely(self._wakelock.enable() if awake else self._wakelock.disable())


PaceChange = Callable[[Run, datetime], Run]
Act = Callable[[Script, Progress, datetime], Progress]
Question = Literal["", "skip", "pain", "end", "how", "pace"]
"""What a dialog asks; the session is paused meanwhile."""
LATE_S = 0.01
"""How far past a change the loop wakes, so that it never finds itself just before it."""
LOOK_EVERY_S = 10.0
"""Longest time the loop sleeps: how old "last seen" may be."""
KEEP_EVERY = timedelta(seconds=30)
"""How often the place is written down while nothing else asks for it."""


@ft.observable
class Guided:
    """A session in one window. Components that read `run` redraw when a step changes or a control was used.

    `index` is the step on the screen. `waited` says that the session stood still while nobody was there.
    `asking` is the question that is open, `ran_before` whether the clock ran before it was asked. `held` says
    why exercises may not be done any more, by their place in the routine: they are passed over. A session
    with any opens paused, so that the patient can read why.
    """

    def __init__(self, care: CareState, run: Run, held: Mapping[int, str] | None = None) -> None:
        self._care = care
        self._clock = FineClock(care.now)
        self._script = run.script
        self._tasks: set[asyncio.Task[Any]] = set()
        self._cues: Cues | None = None
        self._kept_at = run.started_at
        self._visible = True
        self._nudge = asyncio.Event()
        self._touched = -math.inf
        self.held = dict(held or {})
        at = self._clock.now()
        progress = controls.caught_up(self._script, run.progress, at)
        self.waited = progress != run.progress
        if self.held:
            progress = controls.pause(self._script, progress, at)
        self.run = replace(run, progress=self._come_to(progress, at))
        self.index = self.here().index
        self.asking: Question = ""
        self.spoken = Spoken(care)
        self.voiced = True
        self.can_speak = False
        self.saved = False
        self._placed: int | None = None
        self._said = (-1, 0)
        self.ran_before = False

    @property
    def script(self) -> Script:
        """The script of the session."""
        return self._script

    def here(self) -> Position:
        """Where the session stands now."""
        return position(self._script, self.run.progress, self._clock.now())

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.run.progress.running_since is not None

    @property
    def unready(self) -> bool:
        """Whether it waits until the patient is in position for the next exercise."""
        return self.here().unready

    @property
    def planned(self) -> Planned:
        """The exercise on the screen."""
        return self.run.planned[self.step.item]

    @property
    def step(self) -> Step:
        """The step on the screen."""
        return self._script.steps[self.index]

    @property
    def speaks(self) -> bool:
        """Whether a voice says what to do."""
        return self.voiced and self.spoken.on

    def left_ms(self) -> int:
        """What is left of the step on the screen."""
        start, end = self._script.step_ms(self.index)
        return min(end - start, max(0, end - self.here().offset_ms))

    def touched_within(self, seconds: float) -> bool:
        """Whether a control was used in the last seconds."""
        return time.monotonic() - self._touched < seconds

    async def act(self, act: Act) -> None:
        """Do what a control asks for, and write the place down."""
        self._touched = time.monotonic()
        at = self._clock.now()
        ran = self.running
        self._take(self._come_to(act(self._script, self.run.progress, at), at))
        if ran and not self.running and self.speaks:
            self._hold(asyncio.create_task(self.spoken.hush()))
        self._show(position(self._script, self.run.progress, at).index)
        await self.keep()

    async def hold_back(self, held: Mapping[int, str]) -> None:
        """Pass over what was forbidden meanwhile, also in another window; pause so that it can be read."""
        more = held.keys() - self.held.keys()
        self.held = dict(held)
        if more:
            await self.act(controls.pause)

    async def change_pace(self, change: PaceChange) -> None:
        """Change the patient's own pace; the session stays at its place, or goes where the change says."""
        self._touched = time.monotonic()
        at = self._clock.now()
        run = change(self.run, at)
        self._script = run.script
        self.run = replace(run, progress=self._come_to(run.progress, at))
        self._show(position(self._script, self.run.progress, at).index)
        await self.keep()

    def now(self) -> datetime:
        """The time by the session's fine clock."""
        return self._clock.now()

    async def keep(self) -> None:
        """Write the place down."""
        self._kept_at = self._clock.now()
        await keep_place(self._care, self.run)

    async def watch(self) -> None:
        """Follow the script until it is paused or over: cue every change, note that somebody is there."""
        self.hold_task()
        self.say_position()
        await self._awake(self.here().running)
        while True:
            at = self._clock.now()
            passed = controls.pass_over(self._script, self.run.progress, at, self.held)
            if passed != self.run.progress:
                self._take(passed)
            here = position(self._script, self.run.progress, at)
            self._show(here.index)
            self._count(here)
            if here.finished or here.away or here.unready:
                self.waited = here.away
                self._take(controls.pause(self._script, self.run.progress, at))
                await self.keep()
            if not here.running:
                break
            if self._visible:
                self._take(controls.seen(self._script, self.run.progress, at))
            if at - self._kept_at > KEEP_EVERY:
                await self.keep()
            await self._doze(min(self._until_change_s(here), LOOK_EVERY_S))
        await self._awake(False)

    def look_away(self) -> None:
        """Nobody can see the window any more."""
        self._visible = False

    def look_back(self) -> None:
        """Somebody is there again."""
        self._visible = True
        at = self._clock.now()
        progress = controls.caught_up(self._script, self.run.progress, at)
        self.waited = self.waited or progress != self.run.progress
        self._take(controls.seen(self._script, progress, at))
        self._nudge.set()

    def hold_task(self) -> None:
        """Remember the task that is running, so that `close` ends it."""
        task = asyncio.current_task()
        if task is not None:
            self._hold(task)

    def open(self) -> None:
        """Make the sounds ready; inside an effect only."""
        self._cues = Cues(self.spoken)

    def close(self) -> None:
        """End every loop of this session in this window."""
        for task in list(self._tasks):
            task.cancel()

    async def adopt(self, **changes: Any) -> None:
        """Change what goes with the session but not its place, such as its sounds."""
        self._take(replace(self.run.progress, **changes))
        await self.keep()

    async def rest(self) -> None:
        """The window leaves the session: it waits, paused, for whoever comes back."""
        if not self.here().finished:
            if self.running:
                await self.act(controls.pause)
            if self.speaks:  # what to do before an exercise is said while the clock stands
                await self.spoken.hush()
        await self._awake(False)

    def _come_to(self, progress: Progress, at: datetime) -> Progress:
        """Past what may not be done any more; paused where the patient has to get into position first."""
        progress = controls.pass_over(self._script, progress, at, self.held)
        unready = position(self._script, progress, at).unready
        return controls.pause(self._script, progress, at) if unready else progress

    def _take(self, progress: Progress) -> None:
        self.run = replace(self.run, progress=progress)

    def _hold(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _show(self, index: int) -> None:
        """Show this step, and let a new one be heard and felt."""
        if index == self.index:
            return
        before, self.index = self.step, index
        if self._cues is not None:
            progress, step = self.run.progress, self._script.steps[index]
            given = self._cues.give(step, sound=progress.sound, vibration=progress.vibration)
            self._hold(asyncio.create_task(given))  # a sound that is slow to start must not delay the count

        if not (self.unready or _same_repetition(before, self.step)):
            self._say(spoken(self.step, self._exercise()))

    async def look_for_voices(self) -> None:
        """Find out, while nobody has said whether they want a voice, if the device has one to offer."""
        if self._care.settings.voice == "unasked":
            self.can_speak = bool(await self.spoken.voices())

    def say_position(self) -> None:
        """Say once what to do to be ready for the exercise that waits, if one does."""
        if self.speaks and self.unready and self._placed != self.step.item:
            self._placed = self.step.item
            self._say(in_position(self.step, self._exercise(), known=self.planned.known))

    def say_instruction(self) -> None:
        """Say what the screen asks for, when it goes on after a pause or an "I'm ready"."""
        self._say(instruction(self.step, self._exercise()))

    def _say(self, words: str, *, over: bool = True) -> None:
        if self.speaks:
            self._hold(asyncio.create_task(self.spoken.say(words, over=over)))

    def _count(self, here: Position) -> None:
        """Say each of the last seconds of a step once."""
        left = -(-here.remaining_ms // 1000)
        if here.running and _counted(here.step) and left in COUNTED and self._said != (here.index, left):
            self._said = here.index, left
            self._say(str(left), over=left == COUNTED[0])

    def _until_change_s(self, here: Position) -> float:
        """The time until the screen or the voice has something new."""
        left_s = here.remaining_ms / 1000
        marks = COUNTED if self.speaks and _counted(here.step) else ()
        return left_s - next((mark for mark in marks if left_s > mark), 0) + LATE_S

    def _exercise(self) -> Exercise:
        return self._care.library.exercise(self.planned.exercise)

    async def _doze(self, seconds: float) -> None:
        """Sleep, but not past the moment somebody comes back: the device may have slept meanwhile."""
        self._nudge.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._nudge.wait(), seconds)

    async def _awake(self, awake: bool) -> None:
        if self._cues is not None:
            await self._cues.keep_awake(awake)


def _counted(step: Step) -> bool:
    """Whether the last seconds of a step are said: not those of repetitions, nor of short steps."""
    return step.kind not in ("up", "still", "down", "done") and step.seconds >= COUNTED_FROM_S


def _same_repetition(step: Step, other: Step) -> bool:
    """Whether both are ways of one repetition: it is announced once."""
    ways = {step.kind, other.kind} <= {"up", "still", "down"}
    return ways and (step.item, step.turn, step.set_no, step.rep) == (
        other.item,
        other.turn,
        other.set_no,
        other.rep,
    )
