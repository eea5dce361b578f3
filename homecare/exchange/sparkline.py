"""Pain of a period in the size of a few words: its line with its gaps, and the first week's mean."""

from typing import Final

from homecare.domain.report_pain import PainChart
from homecare.domain.scales import NPRS_MAX
from homecare.exchange.drawing import Dot, Drawing, Shape, Stroke
from homecare.wording.report_charts import described

EDGE: Final = 0.9


def sparkline(chart: PainChart, width: float, height: float) -> Drawing:
    """The primary pain on a sheet of this size in mm, always 0 to 10 from bottom to top."""
    step = (width - 2 * EDGE) / max(1, len(chart.points) - 1)

    def level(score: float) -> float:
        return height - EDGE - score / NPRS_MAX * (height - 2 * EDGE)

    shapes: list[Shape] = [
        Stroke(points=((0, level(0)), (width, level(0))), ink="faint", width=0.2),
        Stroke(points=((0, level(NPRS_MAX)), (width, level(NPRS_MAX))), ink="faint", width=0.2),
    ]
    if chart.baseline is not None:
        y = level(chart.baseline)
        shapes.append(Stroke(points=((0, y), (width, y)), ink="soft", width=0.25, dash=1.0))
    run: list[tuple[float, float]] = []
    for place, point in enumerate([*chart.points, None]):
        if point is not None and point.primary is not None:
            run.append((EDGE + place * step, level(point.primary)))
            continue
        if len(run) > 1:
            shapes.append(Stroke(points=tuple(run), ink="main", width=0.5))
        elif run:
            shapes.append(Dot(x=run[0][0], y=run[0][1], radius=0.5))
        run = []
    last = next((one for one in reversed(list(enumerate(chart.points))) if one[1].primary is not None), None)
    if last is not None and last[1].primary is not None:
        shapes.append(Dot(x=EDGE + last[0] * step, y=level(last[1].primary), radius=0.9))
    return Drawing(width=width, height=height, shapes=tuple(shapes), described=described(chart))
