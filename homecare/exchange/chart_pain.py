"""Chart A of the report: pain over time, 0 to 10, with gaps, baseline and marks."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final

from homecare.domain.report import Report
from homecare.domain.report_pain import PainChart, PainPoint
from homecare.domain.scales import NPRS_MAX
from homecare.exchange.chart_axis import LEFT, Axis
from homecare.exchange.drawing import Box, Dot, Drawing, Point, Shape, Stroke, Words
from homecare.wording import _
from homecare.wording.report import field_name
from homecare.wording.report_charts import described
from homecare.wording.report_tables import baseline_label

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
        Words(x=x, y=height - 1.2, text=name, size=6.5, ink="soft", anchor="middle")
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
    width = 1.25 * len(label) + 2
    return [
        Stroke(points=((LEFT, y), (axis.end, y)), ink="ink", width=0.3, dash=1.6),
        Box(x=axis.end - width, y=y - 3.4, width=width, height=2.9, fill="paper"),
        Words(x=axis.end - 1, y=y - 1, text=label, size=7, anchor="end"),
    ]


def _marks(chart: PainChart, axis: Axis, floor: float) -> list[Shape]:
    """Letters above the chart with a line down; letters of one day stand beside each other."""
    letters: dict[int, str] = {}
    kinds: Sequence[tuple[str, Iterable[date]]] = (
        (_("N"), chart.needlings),
        (_("P"), chart.phases),
        (_("F"), chart.flares),
        (_("V"), chart.visits),
    )
    for letter, days in kinds:
        for day in days:
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

    primary = places(one.primary for one in points)
    shapes: list[Shape] = []
    for run in _runs(places(one.worst for one in points)):
        shapes.append(Stroke(points=run if len(run) > 1 else _tick(run[0]), ink="soft", width=0.25))
    for run in _runs(places(one.week_mean for one in points)):
        if len(run) > 1:
            shapes.append(Stroke(points=run, ink="ink", width=0.35, dash=0.5))
    shapes += [Stroke(points=run, ink="main", width=0.55) for run in _runs(primary) if len(run) > 1]
    radius = min(DOT, max(0.25, axis.step * 0.32))
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
