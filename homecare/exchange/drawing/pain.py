"""Chart A of the report: pain over time, 0 to 10, with gaps, baseline and marks."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from homecare.domain.library.scales import NPRS_MAX
from homecare.domain.report.pain import PainChart, PainPoint
from homecare.domain.report.report import Report
from homecare.exchange.drawing.axis import LEFT, Axis
from homecare.exchange.drawing.drawing import Box, Dot, Drawing, Point, Shape, Stroke, Words
from homecare.wording import _
from homecare.wording.report import field_name
from homecare.wording.report_charts import described
from homecare.wording.report_tables import MOST_MARKS, baseline_label

TOP: Final = 5.0
"""Room for the letters of the marks, mm."""
BOTTOM: Final = 5.0
DOT: Final = 0.75


def pain_drawing(report: Report, chart: PainChart, width: float, height: float) -> Drawing:
    """Chart A on a sheet of this size in mm."""
    axis = Axis(period=chart.period, columns=len(chart.points), weekly=chart.weekly, width=width)
    floor = height - BOTTOM

    def level(score: float) -> float:
        return floor - score / NPRS_MAX * (floor - TOP)

    shapes: list[Shape] = []
    for since, until in chart.bands:
        left, right = axis.place_of(since), axis.place_of(until)
        shapes.append(Box(x=left, y=TOP, width=right - left, height=floor - TOP, fill="band"))
    shapes += _grid(axis, level)
    shapes += _marks(chart, axis, floor)
    shapes += _baseline(report, chart, axis, level)
    shapes += _lines(chart.points, axis, level)
    shapes += [
        Words(
            x=x if x < axis.end - 5 else axis.end,
            y=height - 1.2,
            text=name,
            size=6.5,
            ink="soft",
            anchor="middle" if x < axis.end - 5 else "end",
        )
        for x, name in axis.labels()
    ]
    shapes += _scale_names(report, chart, level)
    return Drawing(width=width, height=height, shapes=tuple(shapes), described=described(chart))


def _grid(axis: Axis, level: Callable[[float], float]) -> list[Shape]:
    shapes: list[Shape] = []
    for score in range(NPRS_MAX + 1):
        y = level(score)
        strong = score in (0, NPRS_MAX)
        shapes.append(
            Stroke(
                points=((LEFT, y), (axis.end, y)),
                ink="soft" if strong else "faint",
                width=0.2 if strong else 0.12,
            )
        )
        shapes.append(Words(x=LEFT - 1.5, y=y + 0.9, text=str(score), size=6.5, ink="soft", anchor="end"))
    return shapes


def _scale_names(report: Report, chart: PainChart, level: Callable[[float], float]) -> list[Shape]:
    return [
        Words(x=0, y=level(10) + 0.9, text=_("worst pain"), size=6.5, ink="soft"),
        Words(x=0, y=level(5) - 0.4, text=field_name(chart.field), size=7, bold=True),
        Words(x=0, y=level(5) + 2.8, text=_("score 0-10"), size=6.5, ink="soft"),
        Words(x=0, y=level(0) + 0.9, text=_("no pain"), size=6.5, ink="soft"),
    ]


def _baseline(report: Report, chart: PainChart, axis: Axis, level: Callable[[float], float]) -> list[Shape]:
    if chart.baseline is None:
        return []
    y = level(chart.baseline)
    label = baseline_label(report)
    wide = 1.25 * len(label) + 2
    left, low = _free_place(chart, axis, level, wide, y)
    return [
        Stroke(points=((LEFT, y), (axis.end, y)), ink="ink", width=0.3, dash=1.6),
        Box(x=left, y=low - 2.5, width=wide, height=3.1, fill="paper"),
        Words(x=left + 1, y=low, text=label, size=7),
    ]


def _free_place(
    chart: PainChart, axis: Axis, level: Callable[[float], float], wide: float, y: float
) -> tuple[float, float]:
    """Where the fewest scores lie behind a label of this width: (left, baseline of the text)."""

    def crowd(left: float, low: float) -> int:
        found = 0
        for column, point in enumerate(chart.points):
            for score in (point.primary, point.worst, point.week_mean):
                if score is not None and left - 1 <= axis.middle_of(column) <= left + wide + 1:
                    found += low - 3.5 <= level(score) <= low + 1.5
        return found

    lefts = (axis.end - wide, LEFT + 0.5, (LEFT + axis.end - wide) / 2)
    places = [(left, low) for left in lefts for low in (y - 0.9, y + 3.1) if TOP + 3 < low < level(0) - 0.5]
    return min(places, key=lambda place: crowd(*place))


def _marks(chart: PainChart, axis: Axis, floor: float) -> list[Shape]:
    """Letters above the chart with a line down; letters of one day stand beside each other."""
    letters: dict[int, str] = {}
    kinds: Sequence[tuple[str, Sequence[date]]] = (
        (_("N"), chart.needlings),
        (_("P"), chart.phases),
        (_("F"), chart.flares),
        (_("V"), chart.visits),
    )
    for letter, days in kinds:
        for day in days if len(days) <= MOST_MARKS else ():
            column = axis.column_of(day)
            if letter not in letters.get(column, ""):
                letters[column] = letters.get(column, "") + letter
    shapes: list[Shape] = []
    for column, text in sorted(letters.items()):
        x = axis.middle_of(column)
        shapes.append(Stroke(points=((x, TOP - 0.6), (x, floor)), ink="soft", width=0.25, dash=0.7))
        shapes.append(Words(x=x, y=TOP - 1.4, text=text, size=8, bold=True, anchor="middle"))
    return shapes


def _lines(points: Sequence[PainPoint], axis: Axis, level: Callable[[float], float]) -> list[Shape]:
    def places(values: Iterable[float | None]) -> list[Point | None]:
        return [
            None if value is None else (axis.middle_of(column), level(value))
            for column, value in enumerate(values)
        ]

    primary = places(point.primary for point in points)
    shapes: list[Shape] = []
    for run in _runs(places(point.worst for point in points)):
        shapes.append(
            Stroke(
                points=run if len(run) > 1 else _tick(run[0]),
                ink="soft",
                width=0.25 if axis.step > 1 else 0.12,
            )
        )
    for run in _runs(places(point.week_mean for point in points)):
        if len(run) > 1:
            shapes.append(Stroke(points=run, ink="ink", width=0.25, dash=0.9))
    thick = 0.55 if axis.step > 1 else 0.3
    shapes += [Stroke(points=run, ink="main", width=thick) for run in _runs(primary) if len(run) > 1]
    radius = min(DOT, max(0.2, axis.step * 0.32))
    shapes += [Dot(x=one[0], y=one[1], radius=radius, ink="main") for one in primary if one is not None]
    return shapes


def _runs(places: Iterable[Point | None]) -> list[tuple[Point, ...]]:
    """The stretches without a gap: what one stroke of the pen may join."""
    runs: list[list[Point]] = [[]]
    for place in places:
        if place is not None:
            runs[-1].append(place)
        elif runs[-1]:
            runs.append([])
    return [tuple(run) for run in runs if run]


def _tick(place: Point) -> tuple[Point, ...]:
    """A day alone between two gaps is a short dash: the thin line has no dots."""
    x, y = place
    return ((x - 0.5, y), (x + 0.5, y))
