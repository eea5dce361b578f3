"""Pain of a period in the size of a few words: its line with its gaps, and the first week's mean."""

from collections.abc import Sequence
from typing import Final

from homecare.domain.library.scales import NPRS_MAX
from homecare.domain.report.pain import PainChart
from homecare.exchange.drawing.drawing import Dot, Drawing, Shape, Stroke
from homecare.wording.pain import described

EDGE: Final = 0.9


def sparkline(chart: PainChart, width: float, height: float) -> Drawing:
    """The primary pain on a sheet of this size in mm, always 0 to 10 from bottom to top."""
    scores = [point.primary for point in chart.points]
    return pain_line(scores, chart.baseline, width, height, described(chart))


def pain_line(
    scores: Sequence[float | None], baseline: float | None, width: float, height: float, told: str
) -> Drawing:
    """A score for each day, None for none, and the first week's mean; `told` says it in words."""
    step = (width - 2 * EDGE) / max(1, len(scores) - 1)

    def level(score: float) -> float:
        return height - EDGE - score / NPRS_MAX * (height - 2 * EDGE)

    shapes: list[Shape] = [
        Stroke(points=((0, level(0)), (width, level(0))), ink="faint", width=0.2),
        Stroke(points=((0, level(NPRS_MAX)), (width, level(NPRS_MAX))), ink="faint", width=0.2),
    ]
    if baseline is not None:
        y = level(baseline)
        shapes.append(Stroke(points=((0, y), (width, y)), ink="soft", width=0.25, dash=1.0))
    run: list[tuple[float, float]] = []
    last: tuple[float, float] | None = None
    for place, score in enumerate([*scores, None]):
        if score is not None:
            last = (EDGE + place * step, level(score))
            run.append(last)
            continue
        if len(run) > 1:
            shapes.append(Stroke(points=tuple(run), ink="main", width=0.5))
        elif run:
            shapes.append(Dot(x=run[0][0], y=run[0][1], radius=0.5))
        run = []
    if last is not None:
        shapes.append(Dot(x=last[0], y=last[1], radius=0.9))
    return Drawing(width=width, height=height, shapes=tuple(shapes), described=told)
