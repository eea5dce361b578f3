"""Load and life: a small row for each measure, from 0 to its highest, under the days of chart A."""

from typing import Final

from homecare.domain.report.life import Life, LifeLine
from homecare.exchange.drawing.axis import Axis
from homecare.exchange.drawing.drawing import Dot, Drawing, Point, Shape, Stroke, Words
from homecare.wording.report_life import life_name, life_range, life_text

ROW: Final = 5.6
ROOM: Final = 4.1
"""Millimetres from 0 to the highest value."""


def life_drawing(found: Life, width: float, *, most: int = 99) -> Drawing | None:
    """The first `most` rows on a sheet of this width in mm; None where nothing was recorded."""
    lines = found.lines[:most]
    if not lines:
        return None
    axis = Axis(period=found.period, columns=len(lines[0].points), weekly=found.weekly, width=width)
    shapes: list[Shape] = []
    for row, line in enumerate(lines):
        shapes += _row(line, axis, row * ROW)
    return Drawing(
        width=width,
        height=len(lines) * ROW + 0.5,
        shapes=tuple(shapes),
        described="; ".join(map(life_text, lines)),
        scale=axis.left,
    )


def _row(line: LifeLine, axis: Axis, top: float) -> list[Shape]:
    low = top + ROW - 0.6
    most = line.highest or 1.0
    shapes: list[Shape] = [
        Words(x=0, y=top + 2.4, text=life_name(line), size=6.5),
        Words(x=0, y=top + 4.5, text=life_range(line), size=5.4, ink="soft"),
        Stroke(points=((axis.left, low), (axis.end, low)), ink="faint", width=0.12),
    ]
    run: list[Point] = []
    for column, value in enumerate([*line.points, None]):
        if value is not None:
            run.append((axis.middle_of(column), low - ROOM * value / most))
            continue
        if len(run) > 1:
            shapes.append(Stroke(points=tuple(run), ink="ink", width=0.3 if axis.step > 1 else 0.18))
        if axis.step > 2 or len(run) == 1:
            radius = min(0.5, max(0.25, axis.step * 0.3))
            shapes += [Dot(x=x, y=y, radius=radius, ink="ink") for x, y in run]
        run = []
    return shapes
