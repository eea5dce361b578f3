"""A drawing of the report on the screen: the same shapes that paper shows, in the colours of the theme."""

from collections.abc import Sequence
from dataclasses import replace

import flet as ft
import flet.canvas as cv

from homecare.exchange.drawing.drawing import (
    POINT_MM,
    Anchor,
    Area,
    Box,
    Dot,
    Drawing,
    Figure,
    Ink,
    Shape,
    Stroke,
    Words,
    moved,
)
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look

DESCENT = 0.24
"""How far a text's box reaches below its baseline, in its font size."""

INKS: dict[Ink, tuple[str, str]] = {
    "ink": ("#171D1B", "#E1E9E7"),
    "soft": ("#4C5755", "#A9B4B1"),
    "faint": ("#C9D2D0", "#3A4442"),
    "band": ("#D3DDDB", "#333E3C"),
    "paper": (theme.container("plain", False), theme.container("plain", True)),
    "main": ("#0F766E", "#7FD6CB"),
    "box": ("#E1E6E5", "#2C3332"),
    "green": ("#BFE3C8", "#1D4A2B"),
    "amber": ("#F0BE60", "#7A5406"),
    "red": ("#961A1A", "#FF9D94"),
    "skin": ("#DEDCD9", "#3B3F45"),
    "site1": ("#B2A096", "#8A6A5C"),
    "site2": ("#855242", "#C98468"),
    "site3": ("#541212", "#FFC2AA"),
}
"""Each ink in the light theme and in the dark one."""
_PLACES: dict[Anchor, float] = {"start": -1, "middle": 0, "end": 1}


def drawn(look: Look, drawing: Drawing, scale: float) -> ft.Control:
    """The drawing with `scale` pixels to a millimetre; a screen reader says its description."""
    shapes = [figure for shape in drawing.shapes for figure in _shapes(shape, scale, look.dark)]
    canvas = cv.Canvas(shapes=shapes, width=drawing.width * scale, height=drawing.height * scale)
    if not drawing.described:
        return ft.Semantics(exclude_semantics=True, content=canvas)
    return ft.Semantics(
        image=True, container=True, exclude_semantics=True, label=drawing.described, content=canvas
    )


def scrolled(look: Look, drawings: Sequence[Drawing], scale: float) -> ft.Control:
    """Drawings of the same days below each other that are wider than the screen.

    The newest days show first; the scales on the left stay in sight while the days are scrolled.
    """
    parts = [_parted(drawing) for drawing in drawings]
    scales: list[ft.Control] = [drawn(look, scale_part, scale) for scale_part, _rest in parts]
    days: list[ft.Control] = [drawn(look, days_part, scale) for _held, days_part in parts]
    return ft.Row(
        [
            ft.Column(scales, spacing=8, tight=True),
            ft.Row(
                [ft.Column(days, spacing=8, tight=True)],
                scroll=ft.ScrollMode.AUTO,
                auto_scroll=True,
                expand=True,
            ),
        ],
        spacing=0,
    )


def _parted(drawing: Drawing) -> tuple[Drawing, Drawing]:
    """The scale on the left of a drawing, and the rest, which alone is described."""
    held = tuple(shape for shape in drawing.shapes if _left_of(shape) < drawing.scale)
    rest = tuple(moved(shape, -drawing.scale, 0) for shape in drawing.shapes if shape not in held)
    return (
        replace(drawing, width=drawing.scale, shapes=held, described=""),
        replace(drawing, width=drawing.width - drawing.scale, shapes=rest),
    )


def _left_of(shape: Shape) -> float:
    if isinstance(shape, Stroke | Area):
        return min(x for x, _y in shape.points)
    if isinstance(shape, Figure):
        return min(map(_left_of, shape.shapes))
    return shape.x


def _shapes(shape: Shape, scale: float, dark: bool) -> list[cv.Shape]:
    if isinstance(shape, Words):
        return [_words(shape, scale, dark)]
    if isinstance(shape, Stroke):
        return [_stroke(shape, scale, dark)]
    if isinstance(shape, Area):
        return [_path(shape.points, scale, _filled(INKS[shape.ink][dark]))]
    if isinstance(shape, Figure):
        return [figure for inner in shape.shapes for figure in _shapes(inner, scale, dark)]
    if isinstance(shape, Dot):
        ink = _filled(INKS[shape.ink][dark])
        return [cv.Circle(shape.x * scale, shape.y * scale, shape.radius * scale, paint=ink)]
    return _box(shape, scale, dark)


def _words(shape: Words, scale: float, dark: bool) -> cv.Shape:
    size = shape.size * POINT_MM * scale
    return cv.Text(
        x=shape.x * scale,
        y=shape.y * scale + DESCENT * size,
        value=shape.text,
        style=ft.TextStyle(
            size=size, color=INKS[shape.ink][dark], weight=ft.FontWeight.W_700 if shape.bold else None
        ),
        alignment=ft.Alignment(_PLACES[shape.anchor], 1),
    )


def _stroke(shape: Stroke, scale: float, dark: bool) -> cv.Shape:
    dashes = [shape.dash * scale, shape.dash * scale * 0.8] if shape.dash else None
    paint = ft.Paint(
        color=INKS[shape.ink][dark],
        stroke_width=max(0.7, shape.width * scale),
        style=ft.PaintingStyle.STROKE,
        stroke_cap=ft.StrokeCap.BUTT if dashes else ft.StrokeCap.ROUND,
        stroke_join=ft.StrokeJoin.ROUND,
        stroke_dash_pattern=dashes,
    )
    return _path(shape.points, scale, paint)


def _box(shape: Box, scale: float, dark: bool) -> list[cv.Shape]:
    place = (shape.x * scale, shape.y * scale, shape.width * scale, shape.height * scale)
    found: list[cv.Shape] = []
    if shape.fill is not None:
        found.append(cv.Rect(*place, paint=_filled(INKS[shape.fill][dark])))
    if shape.edge is not None:
        line = ft.Paint(
            color=INKS[shape.edge][dark],
            stroke_width=max(0.7, shape.line * scale),
            style=ft.PaintingStyle.STROKE,
        )
        found.append(cv.Rect(*place, paint=line))
    return found


def _path(points: tuple[tuple[float, float], ...], scale: float, paint: ft.Paint) -> cv.Shape:
    steps: list[cv.Path.PathElement] = [
        cv.Path.LineTo(x * scale, y * scale) if number else cv.Path.MoveTo(x * scale, y * scale)
        for number, (x, y) in enumerate(points)
    ]
    return cv.Path(steps, paint=paint)


def _filled(color: str) -> ft.Paint:
    return ft.Paint(color=color, style=ft.PaintingStyle.FILL)
