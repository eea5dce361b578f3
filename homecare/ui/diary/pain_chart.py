"""Pain over time as a line chart: one value per day or week, gaps left open, marks for what happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import flet as ft
import flet_charts as fch

from homecare.domain.diary.pain_series import PainSeries, SeriesPoint, unbroken
from homecare.domain.library.scales import NPRS_MAX
from homecare.domain.report.marks import PainMarks
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.wording import _, dates, pain_chart

HEIGHT = 230
LAST_LABEL = 14
"""Room to the right in pixels, so that the last day's label is not cut."""
FEW_POINTS = 40
"""Up to so many points each is a large dot; more become small ones, and a mere line above MANY_POINTS."""
MANY_POINTS = 100
NEEDLING = ("#3F5B78", "#9DB8D6")
FLARE = ("#33CF5C36", "#40E08E3C")
PHASE = ("#7A8582", "#8A9693")
SECOND = ("#8A5A3C", "#D9A98A")


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPicture:
    """What the chart shows: the main series, a second thinner one, the mean of the first week, the marks."""

    name: str
    series: PainSeries
    second_name: str = ""
    second: PainSeries | None = None
    baseline: float | None = None
    marks: PainMarks = field(default_factory=PainMarks)


def pain_chart_of(look: Look, picture: PainPicture) -> ft.Control:
    """The chart with its whole content as the name that a screen reader says."""
    said = pain_chart.described(picture.series, picture.name)
    return ft.Semantics(
        image=True,
        exclude_semantics=True,
        container=True,
        label=_("Pain chart. {said}").format(said=said),
        content=ft.Container(
            _chart(look, picture), padding=ft.Padding.only(top=8, right=LAST_LABEL * look.factor)
        ),
    )


def _chart(look: Look, picture: PainPicture) -> fch.LineChart:
    series = picture.series
    end = max(len(series.points) - 1, 1)
    return fch.LineChart(
        data_series=[
            *_flares(look, picture),
            *_verticals(look, picture),
            *_baseline(look, picture.baseline, end),
            *_second(look, picture.second),
            *_exercise_days(look, picture),
            *_line(series),
        ],
        min_y=0,
        max_y=NPRS_MAX,
        min_x=-0.4,
        max_x=end + 0.4,
        height=HEIGHT * max(1.0, look.factor * 0.75),
        interactive=False,
        animation=0,
        left_axis=fch.ChartAxis(
            label_size=26 * look.factor,
            label_spacing=2,
            labels=[_axis_label(look, n, str(n)) for n in range(0, NPRS_MAX + 1, 2)],
        ),
        bottom_axis=fch.ChartAxis(
            label_size=28 * look.factor, label_spacing=1, labels=_day_labels(look, series)
        ),
        horizontal_grid_lines=fch.ChartGridLines(
            interval=2, width=1, color=theme.container("grey", look.dark)
        ),
    )


def _axis_label(look: Look, place: float, words: str) -> fch.ChartAxisLabel:
    return fch.ChartAxisLabel(value=place, label=look.text(words, size=14, color=look.muted))


def _day_labels(look: Look, series: PainSeries) -> list[fch.ChartAxisLabel]:
    """Few enough to stay apart: the first, the last, and evenly between them."""
    room = 5 if look.width >= theme.WIDE_FROM else 4
    count = max(2, min(round(room / look.factor), len(series.points)))
    last = len(series.points) - 1
    places = sorted({round(n * last / (count - 1)) for n in range(count)})
    short = len(series.points) <= 7
    return [_axis_label(look, n, _day_label(series, series.points[n], short)) for n in places]


def _day_label(series: PainSeries, point: SeriesPoint, short: bool) -> str:
    if series.weekly and (series.last - series.first).days > 400:
        return f"{dates.month(point.first)[:3]} {point.first.year}"
    return dates.weekday(point.first)[:3] if short else dates.short_day(point.first)


def _line(series: PainSeries) -> list[fch.LineChartData]:
    dots = len(series.points)
    many = dots > MANY_POINTS
    radius = 5 if dots <= FEW_POINTS else 2.5
    ink = ft.Colors.PRIMARY
    return [
        fch.LineChartData(
            points=[fch.LineChartDataPoint(x, y) for x, y in stretch],
            color=ink,
            stroke_width=1.5 if many else 3,
            rounded_stroke_cap=True,
            point=False
            if many and len(stretch) > 1
            else fch.ChartCirclePoint(color=ink, radius=radius, stroke_width=0),
        )
        for stretch in unbroken(series.points)
    ]


def _second(look: Look, series: PainSeries | None) -> list[fch.LineChartData]:
    """The second series: thin, and dots only where a day stands alone."""
    if series is None:
        return []
    ink = SECOND[look.dark]
    return [
        fch.LineChartData(
            points=[fch.LineChartDataPoint(x, y) for x, y in stretch],
            color=ink,
            stroke_width=1.5,
            point=fch.ChartCirclePoint(color=ink, radius=2, stroke_width=0) if len(stretch) == 1 else False,
        )
        for stretch in unbroken(series.points)
    ]


def _baseline(look: Look, value: float | None, end: int) -> list[fch.LineChartData]:
    if value is None:
        return []
    return [_stroke([(-0.4, value), (end + 0.4, value)], look.muted, [2, 5], 1.5)]


def _verticals(look: Look, picture: PainPicture) -> Iterable[fch.LineChartData]:
    series = picture.series
    for mark in picture.marks.phases:
        place = series.place(mark.day)
        yield _stroke([(place, 0), (place, NPRS_MAX)], PHASE[look.dark], None, 1)
    for day in picture.marks.needling:
        place = series.place(day)
        yield _stroke([(place, 0), (place, NPRS_MAX)], NEEDLING[look.dark], [6, 5], 2)


def _flares(look: Look, picture: PainPicture) -> Iterable[fch.LineChartData]:
    """A quiet band over the days of each flare."""
    series = picture.series
    for spell in picture.marks.flares:
        first = max(spell.since, series.first)
        last = min(spell.ended_on or series.last, series.last)
        ends = (series.place(first) - 0.4, series.place(last) + 0.4)
        yield fch.LineChartData(
            points=[fch.LineChartDataPoint(x, NPRS_MAX) for x in ends],
            color=ft.Colors.TRANSPARENT,
            stroke_width=0,
            below_line_bgcolor=FLARE[look.dark],
            point=False,
        )


def _exercise_days(look: Look, picture: PainPicture) -> list[fch.LineChartData]:
    """A small tick above the axis for each day, or week, with exercises."""
    places = sorted({picture.series.place(day) for day in picture.marks.exercise})
    width = 3 if len(picture.series.points) <= FEW_POINTS else 1.5
    ink = theme.ink("green", look.dark)
    return [_stroke([(place, 0), (place, 0.4)], ink, None, width) for place in places]


def _stroke(
    ends: list[tuple[float, float]], ink: str, dashes: list[int] | None, width: float
) -> fch.LineChartData:
    return fch.LineChartData(
        points=[fch.LineChartDataPoint(x, y) for x, y in ends],
        color=ink,
        stroke_width=width,
        dash_pattern=dashes,
        point=False,
    )
