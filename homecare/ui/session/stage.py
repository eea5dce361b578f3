"""The stage of a guided session: picture, words, and a ring around a number to be read across a room."""

import asyncio
from dataclasses import dataclass
from typing import Literal

import flet as ft

from homecare.domain.library.exercise import Exercise
from homecare.ui.kit import theme
from homecare.ui.kit.exercise_frames import ExerciseFrames
from homecare.ui.kit.look import Look
from homecare.ui.session.controls import Press
from homecare.ui.session.running import Guided
from homecare.wording import _, ngettext
from homecare.wording.session import MINUTE, announcement, countdown, instruction, place

LEAST_NUMBER = 96
"""Smallest height of the number in pixels: to be read from two metres."""
CLOCK_SHARE = 0.32
"""Height of "1:54" as part of the ring it has to fit: its minutes can wait to be read from nearby."""
STROKE = 14
SMOOTH_UP_TO_S = 10
"""Steps up to this long move the ring four times a second, longer ones once."""


@ft.component
def CountdownRing(guided: Guided, look: Look, size: float) -> ft.Control:
    """What is left of the step on the screen: seconds, or the repetition while repetitions are counted.

    It redraws by itself, so that a tick sends a number and a ring and nothing else.
    """
    _beat, set_beat = ft.use_state(0)
    step, progress = guided.step, guided.run.progress
    total_ms = max(1, step.seconds * 1000)
    left_ms = guided.left_ms()

    async def tick() -> None:
        guided.hold_task()
        beat_ms = 250 if step.seconds <= SMOOTH_UP_TO_S else 1000
        while progress.running_since is not None and (left := guided.left_ms()) > 0:
            await asyncio.sleep((left % beat_ms or beat_ms) / 1000 + 0.005)
            set_beat(lambda n: n + 1)

    ft.use_effect(tick, [guided.index, progress.running_since, progress.offset_ms], lambda: None)
    if step.kind in ("up", "still", "down"):
        number, unit = str(step.rep), _("of {all}").format(all=step.reps)
    else:
        seconds = -(-left_ms // 1000)
        number = countdown(seconds)
        unit = ngettext("second", "seconds", seconds) if seconds < MINUTE else _("minutes")
    return _ring(look, size, number, unit, left_ms / total_ms, working=step.is_work)


def _ring(look: Look, size: float, number: str, unit: str, value: float, *, working: bool) -> ft.Control:
    accent = ft.Colors.PRIMARY if working else look.muted
    return ft.Stack(
        [
            ft.Container(
                content=ft.Semantics(
                    exclude_semantics=True,
                    content=ft.ProgressRing(
                        value=value,
                        width=size - STROKE,
                        height=size - STROKE,
                        stroke_width=STROKE,
                        color=accent,
                        bgcolor=theme.container("grey", look.dark),
                        stroke_cap=ft.StrokeCap.BUTT,
                    ),
                ),
                width=size,
                height=size,
                alignment=ft.Alignment.CENTER,
            ),
            ft.Container(
                content=_number(look, size, number, unit),
                width=size,
                height=size,
                alignment=ft.Alignment.CENTER,
            ),
        ],
        width=size,
        height=size,
    )


def _number(look: Look, size: float, number: str, unit: str) -> ft.Control:
    return ft.Column(
        [
            ft.Text(
                number,
                size=max(LEAST_NUMBER, size * 0.44) if len(number) < 4 else size * CLOCK_SHARE,
                weight=ft.FontWeight.W_700,
                color=look.ink,
                style=ft.TextStyle(height=1.0),
            ),
            ft.Text(unit, size=16 * min(look.factor, 1.4), color=look.muted),
        ],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


TITLE, INSTRUCTION, PLACE = 22, 25, 18
LETTER, LINE = 0.5, 1.43
"""Usual width of a letter and height of a line, as parts of the text size."""
RING_LEAST, RING_MOST = 200, 330
"""Sides of the ring in pixels; three digits fit the smallest."""
PICTURE_LEAST, PICTURE_SCROLLED = 150, 132
"""Least height of the picture; where the words leave less, the stage scrolls, the ring partly in sight."""
PHONE_WORDS, PHONE_TITLE = 1.3, 1.1
"""Words of a phone grow no further, so that the picture stays one: 25 px grow to 32, as its body text."""
HELP = 52
"""Height of the line with the way to the steps in it, in pixels."""
AROUND = 190
"""Height of the bar, the controls and the gaps."""
ROOMY_FROM = 640
"""Height from which a window that is wider than high has room for the ring below the words."""

Shape = Literal["tall", "wide", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The window a stage is laid out for: its shape and size, and how large words and title may be."""

    shape: Shape
    height: float
    words: float
    title: float
    width: float

    def size(self, size: float) -> float:
        """A text size in this room."""
        return size * (self.title if size == TITLE else self.words)

    def tall(self, said: str, size: float) -> float:
        """About how high these words will stand, in pixels."""
        letters = max(1, int(self.width / (self.size(size) * LETTER)))
        return -(-len(said) // letters) * LINE * self.size(size)


def room_of(look: Look, height: float) -> Room:
    """The room of a window this high: "tall" for a phone held upright, "low" for one on its side."""
    words = min(look.factor, 1.5)
    if look.width <= height and look.wide:
        return _room("tall", height, words * 1.3, look.width - 40)
    if look.width <= height:
        title = min(words, PHONE_TITLE)
        return _room("tall", height, min(words, PHONE_WORDS), look.width - 40, title=title)
    if height < ROOMY_FROM:
        return _room("low", height, min(words, 1.1), look.width * 0.3)
    return _room("wide", height, words * 1.15, min(look.width, 1180) * 0.42)


def _room(shape: Shape, height: float, words: float, width: float, *, title: float | None = None) -> Room:
    return Room(shape=shape, height=height, words=words, title=title or words, width=width)


def session_stage(
    guided: Guided, look: Look, exercise: Exercise, *, height: float, note: str, on_how: Press
) -> ft.Control:
    """What to do now. `height` is the window's; `note` stands in for the instruction while paused.

    How the exercise goes is one tap away.
    """
    room, step = room_of(look, height), guided.step
    said = instruction(step, exercise) if guided.running else note
    share = 0.245 if room.shape == "tall" else 0.40
    ring_size = max(RING_LEAST, min(RING_MOST, height * share))
    title = ft.Semantics(header=True, heading_level=1, content=_words(look, room, exercise.name, TITLE))
    highest = _highest_words(guided, room, exercise)
    words = ft.Semantics(
        live_region=True,
        label=announcement(step, exercise) if guided.running else note,
        exclude_semantics=True,
        content=ft.Container(
            content=_words(look, room, said, INSTRUCTION),
            height=highest if room.shape == "tall" else None,
            alignment=ft.Alignment.CENTER,
        ),
    )
    where = _with_help(look, _words(look, room, place(step), PLACE, color=look.muted), on_how)
    scrolls = _scrolls(room, exercise.name, highest, ring_size)
    picture = ExerciseFrames(
        exercise,
        look,
        step.frame,
        mirrored=step.turn == "left",
        moving=guided.running,
        height=PICTURE_SCROLLED if scrolls else None,
    )
    ring = CountdownRing(guided, look, ring_size)
    match room.shape:
        case "low":
            return _beside(picture, [_column([title, words, where]), ring])
        case "wide":
            return _beside(picture, [_column([title, words, ring, where])])
        case _:
            return _column([title, picture, words, ring, where], gap=10, scrolls=scrolls, centred=False)


def _with_help(look: Look, where: ft.Control, on_how: Press) -> ft.Control:
    """The line below the ring with the way to the steps in it; it stays one line on a phone."""
    return ft.Row(
        [where, look.icon_button(ft.Icons.HELP_OUTLINE, _("How does it go?"), on_how)],
        alignment=ft.MainAxisAlignment.CENTER,
        tight=True,
        spacing=4,
    )


def _highest_words(guided: Guided, room: Room, exercise: Exercise) -> float:
    """Room for the longest words of this exercise: its picture must not change its size from step to step.

    Only before its first step may there be more to say.
    """
    item = guided.step.item
    steps = [step for step in guided.script.steps if step.item == item and step.kind not in ("ready", "next")]
    said = {instruction(step, exercise) for step in [*steps, guided.step]}
    notes = {paused_note(waited=False), paused_note(waited=guided.waited)}
    return max(room.tall(words, INSTRUCTION) for words in said | notes)


def _scrolls(room: Room, name: str, words: float, ring_size: float) -> bool:
    taken = AROUND * min(room.words, 1.2) + ring_size + room.tall(name, TITLE) + words
    return room.shape == "tall" and room.height - taken - HELP < PICTURE_LEAST


def _beside(picture: ft.Control, told: list[ft.Control]) -> ft.Control:
    return ft.Row(
        [ft.Container(content=picture, expand=True), *told],
        spacing=24,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.CENTER if len(told) > 1 else ft.CrossAxisAlignment.STRETCH,
    )


def _column(
    parts: list[ft.Control], *, gap: float = 14, scrolls: bool = True, centred: bool = True
) -> ft.Column:
    return ft.Column(
        parts,
        spacing=gap,
        expand=True,
        scroll=ft.ScrollMode.AUTO if scrolls else None,
        alignment=ft.MainAxisAlignment.CENTER if centred else ft.MainAxisAlignment.START,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _words(look: Look, room: Room, words: str, size: float, *, color: str | None = None) -> ft.Text:
    return ft.Text(
        words,
        size=room.size(size),
        weight=ft.FontWeight.W_600 if color is None else None,
        color=color or look.ink,
        text_align=ft.TextAlign.CENTER,
    )


def paused_note(*, waited: bool) -> str:
    """What stands there while nothing counts."""
    if waited:
        return _("You were away, so the session waited for you. Go on when you are ready.")
    return _("Paused. Go on when you are ready.")
