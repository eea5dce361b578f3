"""The pain chart, 0 to 10, with gaps, first week and marks: drawn once for paper, pages and screens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from homecare.domain.library.scales import NPRS_MAX
from homecare.domain.report.pain import PainChart, PainPoint
from homecare.exchange.drawing.axis import LEFT, MONTHS_OVER, Axis
from homecare.exchange.drawing.drawing import Box, Dot, Drawing, Point, Shape, Stroke, Words
from homecare.wording import _
from homecare.wording.pain import described, field_name, mean_text
from homecare.wording.report_tables import MOST_MARKS, baseline_label

MM: Final = 0.3528
"""Millimetres in a point."""
DOT: Final = 0.75
WIDE_LETTER: Final = 0.5
"""A letter is about this wide, in its font size."""
BOLD_LETTER: Final = 0.72
"""A bold capital is about this wide."""
DISC: Final = 0.78
"""Radius of the disc around a very high score, in the size of the letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainSheet:
    """The sheet the chart is drawn on, in mm; the defaults are those of paper.

    `left` is the room for the scale, `letters` the size of its numbers in points, `weight` what lines and
    dots are multiplied by. `names` stand beside the scale, `every` is the number of points from one line of
    the grid to the next. `exercise` marks the days with exercises where no strip below does. The point at
    `picked` is ringed.
    """

    width: float
    height: float
    left: float = LEFT
    letters: float = 6.5
    weight: float = 1.0
    names: bool = True
    every: int = 1
    exercise: bool = False
    picked: int | None = None

    @property
    def top(self) -> float:
        """Room for the letters of the marks, above a disc on the line at 10."""
        return 2.3 + self.letters * MM * (1 + DISC)

    @property
    def bottom(self) -> float:
        """Room for the names of the days."""
        return 2.7 + self.letters * MM

    def level(self, score: float) -> float:
        """How far down a score lies."""
        floor = self.height - self.bottom
        return floor - score / NPRS_MAX * (floor - self.top)

    def axis(self, chart: PainChart) -> Axis:
        """The days from left to right."""
        letters = 11 if chart.period.days > MONTHS_OVER else 9
        most = int((self.width - self.left) / (self.letters * MM * WIDE_LETTER * letters))
        return Axis(
            period=chart.period,
            columns=len(chart.points),
            weekly=chart.weekly,
            width=self.width,
            left=self.left,
            most_labels=max(2, most),
        )


def pain_drawing(chart: PainChart, sheet: PainSheet) -> Drawing:
    """The chart on a sheet."""
    axis = sheet.axis(chart)
    floor = sheet.height - sheet.bottom
    shapes: list[Shape] = []
    for since, until in chart.bands:
        left, right = axis.place_of(since), axis.place_of(until)
        shapes.append(Box(x=left, y=sheet.top, width=right - left, height=floor - sheet.top, fill="band"))
    shapes += _grid(sheet, axis)
    shapes += _marks(chart, sheet, axis)
    shapes += _baseline(chart, sheet, axis)
    shapes += _up_strokes(chart, sheet, axis)
    shapes += _lines(chart.points, sheet, axis)
    shapes += [*_rings(chart, sheet, axis), *_discs(chart, sheet, axis)]
    shapes += _picked(chart, sheet, axis)
    shapes += _days(sheet, axis)
    if sheet.names:
        shapes += _scale_names(chart, sheet)
    return Drawing(
        width=sheet.width,
        height=sheet.height,
        shapes=tuple(shapes),
        described=described(chart),
        scale=sheet.left,
    )


def _grid(sheet: PainSheet, axis: Axis) -> list[Shape]:
    """The axis below is strong; the line at 10 is not, so that a score of 10 stands out from it."""
    shapes: list[Shape] = []
    for score in range(0, NPRS_MAX + 1, sheet.every):
        y = sheet.level(score)
        strong = score == 0
        shapes.append(
            Stroke(
                points=((sheet.left, y), (axis.end, y)),
                ink="soft" if strong else "faint",
                width=0.2 if strong else 0.12,
            )
        )
        shapes.append(
            Words(
                x=sheet.left - 1.5,
                y=y + sheet.letters * MM * 0.38,
                text=str(score),
                size=sheet.letters,
                ink="soft",
                anchor="end",
            )
        )
    return shapes


def _scale_names(chart: PainChart, sheet: PainSheet) -> list[Shape]:
    level = sheet.level
    return [
        Words(x=0, y=level(10) + 0.9, text=_("worst pain"), size=6.5, ink="soft"),
        Words(x=0, y=level(5) - 0.4, text=field_name(chart.field), size=7, bold=True),
        Words(x=0, y=level(5) + 2.8, text=_("score 0-10"), size=6.5, ink="soft"),
        Words(x=0, y=level(0) + 0.9, text=_("no pain"), size=6.5, ink="soft"),
    ]


def _days(sheet: PainSheet, axis: Axis) -> list[Shape]:
    """The names of a few days, from the last one back; one that would touch the next is left out."""
    shapes: list[Shape] = []
    free = axis.end + 1
    for x, name in axis.labels()[::-1]:
        half = len(name) * sheet.letters * MM * WIDE_LETTER / 2
        at_end = x + half > axis.end
        right = axis.end if at_end else x + half
        if right + 0.5 > free or x - half < 0:
            continue
        free = right - 2 * half
        shapes.append(
            Words(
                x=axis.end if at_end else x,
                y=sheet.height - 1.2,
                text=name,
                size=sheet.letters,
                ink="soft",
                anchor="end" if at_end else "middle",
            )
        )
    return shapes


def _baseline(chart: PainChart, sheet: PainSheet, axis: Axis) -> list[Shape]:
    if chart.baseline is None:
        return []
    y = sheet.level(chart.baseline)
    if sheet.names:
        label = baseline_label(chart)
    else:
        label = _("first week {mean}").format(mean=mean_text(chart.baseline))
    size = sheet.letters + 0.5
    wide = size * MM * WIDE_LETTER * len(label) + 2
    left, low = _free_place(chart, sheet, axis, wide, y)
    return [
        Box(x=left, y=low - size * MM, width=wide, height=size * MM * 1.25, fill="paper"),
        Stroke(points=((sheet.left, y), (axis.end, y)), ink="ink", width=0.3 * sheet.weight, dash=1.6),
        Words(x=left + wide / 2, y=low, text=label, size=size, anchor="middle"),
    ]


def _free_place(chart: PainChart, sheet: PainSheet, axis: Axis, wide: float, y: float) -> tuple[float, float]:
    """Where the fewest scores lie behind a label of this width: (left, baseline of the text)."""
    tall = sheet.letters * MM

    def crowd(left: float, low: float) -> int:
        found = 0
        for column, point in enumerate(chart.points):
            for score in (point.primary, point.worst, point.week_mean):
                if score is not None and left - 1 <= axis.middle_of(column) <= left + wide + 1:
                    found += low - tall - 1.2 <= sheet.level(score) <= low + 1.5
        return found

    lefts = (axis.end - wide, sheet.left + 0.5, (sheet.left + axis.end - wide) / 2)
    lows = (y - 0.36 * tall - 0.1, y + tall + 0.8)
    inside = [low for low in lows if sheet.top + tall < low < sheet.level(0) - 0.5] or [lows[0]]
    return min(((left, low) for left in lefts for low in inside), key=lambda place: crowd(*place))


def _marks(chart: PainChart, sheet: PainSheet, axis: Axis) -> list[Shape]:
    """Letters above the chart with a line down; a bar lies over the days of a flare."""
    floor, top = sheet.height - sheet.bottom, sheet.top
    kinds: Sequence[tuple[str, Sequence[date]]] = (
        (_("N"), chart.needlings),
        (_("P"), [mark.day for mark in chart.phases]),
        (_("F"), [flare.first for flare in chart.flares]),
        (_("V"), chart.visits),
    )
    letters: dict[int, str] = {}
    for letter, days in kinds:
        for day in days if len(days) <= MOST_MARKS else ():
            column = axis.column_of(day)
            if letter not in letters.get(column, ""):
                letters[column] = letters.get(column, "") + letter
    shapes: list[Shape] = [
        Stroke(
            points=(
                (axis.left_of(axis.column_of(flare.first)), top - 0.6),
                (axis.left_of(axis.column_of(flare.last) + 1), top - 0.6),
            ),
            ink="amber",
            width=0.9 * sheet.weight,
        )
        for flare in chart.flares
    ]
    size = sheet.letters + 1.5
    for column in letters:
        x = axis.middle_of(column)
        shapes.append(Stroke(points=((x, top - 0.6), (x, floor)), ink="soft", width=0.25, dash=0.7))
    shapes += [
        Words(x=x, y=top - 0.5 - sheet.letters * MM * DISC, text=text, size=size, bold=True, anchor="middle")
        for x, text in _side_by_side(letters, axis, size * MM * BOLD_LETTER)
    ]
    if sheet.exercise:
        wide = max(0.2, min(0.5, axis.step * 0.35))
        for column in sorted({axis.column_of(day) for day in chart.exercise}):
            x = axis.middle_of(column)
            shapes.append(Stroke(points=((x, floor - 1.2), (x, floor - 0.3)), ink="soft", width=wide))
    return shapes


def _side_by_side(letters: Mapping[int, str], axis: Axis, wide: float) -> list[tuple[float, str]]:
    """The letters with their places; those of days that lie closer than a letter is `wide` stand together."""
    groups: list[tuple[float, float, str]] = []
    for column, text in sorted(letters.items()):
        x = axis.middle_of(column)
        if groups:
            first, last, before = groups[-1]
            if (first + last) / 2 + wide * (len(before) + len(text)) / 2 > x:
                groups[-1] = (first, x, before + text)
                continue
        groups.append((x, x, text))
    return [
        (min((first + last) / 2, axis.width - wide * len(text) / 2), text) for first, last, text in groups
    ]


def _lines(points: Sequence[PainPoint], sheet: PainSheet, axis: Axis) -> list[Shape]:
    def places(values: Iterable[float | None]) -> list[Point | None]:
        return [
            None if value is None else (axis.middle_of(column), sheet.level(value))
            for column, value in enumerate(values)
        ]

    thin = 0.3 if axis.step > 1 else 0.15
    radius = sheet.weight * min(DOT, max(0.2, axis.step * 0.32))
    shapes: list[Shape] = []
    for run in _runs(places(point.worst for point in points)):
        if len(run) > 1:
            shapes.append(Stroke(points=run, ink="soft", width=thin * sheet.weight))
    for run in _runs(places(point.week_mean for point in points)):
        if len(run) > 1:
            shapes.append(Stroke(points=run, ink="ink", width=0.25, dash=0.9))
    primary = places(point.primary for point in points)
    thick = sheet.weight * (0.55 if axis.step > 1 else 0.3)
    shapes += [Stroke(points=run, ink="main", width=thick) for run in _runs(primary) if len(run) > 1]
    shapes += [Dot(x=place[0], y=place[1], radius=radius, ink="main") for place in primary if place]
    return shapes


def _up_strokes(chart: PainChart, sheet: PainSheet, axis: Axis) -> list[Shape]:
    """From the mean of each week up to its highest score, which the mean hides; pale where weeks are many."""
    if not chart.weekly:
        return []
    crowded = axis.step < 1
    thin = min(0.25, axis.step * 0.6) * sheet.weight
    return [
        Stroke(
            points=((x, sheet.level(point.primary)), (x, sheet.level(score))),
            ink="faint" if crowded else "soft",
            width=thin,
        )
        for x, point, score in _unreached(chart, axis)
        if point.primary is not None
    ]


def _rings(chart: PainChart, sheet: PainSheet, axis: Axis) -> list[Shape]:
    """A score that no line reaches."""
    radius = min(0.8, max(0.3, axis.step * 0.4)) * sheet.weight
    return [
        shape
        for x, point, score in _unreached(chart, axis)
        if not chart.weekly or point.primary is None
        for shape in _ring(x, sheet.level(score), radius)
    ]


def _unreached(chart: PainChart, axis: Axis) -> list[tuple[float, PainPoint, float]]:
    return [
        (axis.middle_of(column), point, score)
        for column, (point, score) in enumerate(zip(chart.points, chart.ringed, strict=True))
        if score is not None
    ]


def _ring(x: float, y: float, radius: float) -> list[Shape]:
    return [Dot(x=x, y=y, radius=radius, ink="ink"), Dot(x=x, y=y, radius=radius * 0.6, ink="paper")]


def _discs(chart: PainChart, sheet: PainSheet, axis: Axis) -> list[Shape]:
    """The very high scores; where they lie closer than a disc is wide, the highest and latest has it."""
    high = [
        (point.peak, axis.middle_of(column))
        for column, point in enumerate(chart.points)
        if point.peak is not None and point.peak >= chart.severe
    ]
    radius = sheet.letters * MM * DISC
    named: list[float] = []
    shapes: list[Shape] = []
    for peak, x in sorted(high, reverse=True):
        y = sheet.level(peak)
        if any(abs(x - other) < 2 * radius + 0.2 for other in named):
            shapes.insert(0, Dot(x=x, y=y, radius=min(0.6, axis.step * 0.45), ink="ink"))
            continue
        named.append(x)
        size = sheet.letters * 0.92
        shapes += [
            Dot(x=x, y=y, radius=radius, ink="ink"),
            Words(
                x=x,
                y=y + size * MM * 0.36,
                text=str(peak),
                size=size,
                ink="paper",
                bold=True,
                anchor="middle",
            ),
        ]
    return shapes


def _picked(chart: PainChart, sheet: PainSheet, axis: Axis) -> list[Shape]:
    """A line through the chosen day, and a ring on its score."""
    if sheet.picked is None or sheet.picked >= len(chart.points):
        return []
    x = axis.middle_of(sheet.picked)
    shapes: list[Shape] = [
        Stroke(points=((x, sheet.top), (x, sheet.height - sheet.bottom)), ink="ink", width=0.25)
    ]
    score = chart.points[sheet.picked].primary
    if score is not None:
        y = sheet.level(score)
        shapes += [Dot(x=x, y=y, radius=1.5, ink="ink"), Dot(x=x, y=y, radius=1.0, ink="paper")]
        shapes.append(Dot(x=x, y=y, radius=0.7, ink="main"))
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
