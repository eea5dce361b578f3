"""Soreness after needling as a small chart: the scores given, beside what is expected."""

from typing import Final

from homecare.domain.library.scales import NPRS_MAX
from homecare.domain.report.soreness_curve import SorenessCurve
from homecare.exchange.drawing.drawing import Area, Dot, Drawing, Shape, Stroke, Words, box
from homecare.wording import _, dates, ngettext

HOURS: Final = 96.0
DAY: Final = 24
USUAL_HOURS: Final = 48.0
"""Soreness lasts 1 to 2 days in most people (content/aftercare.toml, reactions, nr-sore)."""
HALF_BAR: Final = 5.0
LEFT: Final = 5.0
RIGHT: Final = 1.5
TOP: Final = 5.0
BOTTOM: Final = 4.0


def soreness_drawing(curve: SorenessCurve, width: float, height: float) -> Drawing:
    """The curve on a sheet of this size in mm; the first 48 hours are shaded.

    A bar at 24, 48 and 72 hours is the highest score that is as expected then.
    """
    floor = height - BOTTOM

    def across(hours: float) -> float:
        return LEFT + hours / HOURS * (width - LEFT - RIGHT)

    def level(score: float) -> float:
        return floor - score / NPRS_MAX * (floor - TOP)

    usual = box(across(0), level(NPRS_MAX), across(USUAL_HOURS) - across(0), floor - level(NPRS_MAX))
    shapes: list[Shape] = [Area(points=usual, ink="band")]
    for score in (0, 5, NPRS_MAX):
        y = level(score)
        shapes.append(Stroke(points=((LEFT, y), (width - RIGHT, y)), ink="faint", width=0.15))
        shapes.append(Words(x=LEFT - 1, y=y + 0.9, text=str(score), size=6.5, ink="soft", anchor="end"))
    for hours in range(0, int(HOURS), DAY):
        x = across(hours)
        name = _("{n} h").format(n=hours)
        shapes.append(Words(x=x, y=height - 0.6, text=name, size=6.5, ink="soft", anchor="middle"))
    for limit in curve.expected:
        ends = tuple((across(limit.hours + side), level(limit.score)) for side in (-HALF_BAR, HALF_BAR))
        shapes.append(Stroke(points=ends, ink="soft", width=0.7))
    points = tuple((across(min(point.hours, HOURS)), level(point.score)) for point in curve.points)
    if len(points) > 1:
        shapes.append(Stroke(points=points, ink="main", width=0.5))
    for (x, y), answer in zip(points, curve.points, strict=True):
        score_above = Words(x=x, y=y - 1.6, text=str(answer.score), size=7, bold=True, anchor="middle")
        shapes += [Dot(x=x, y=y, radius=0.9, ink="main"), score_above]
    shapes.append(Words(x=LEFT, y=3, text=dates.short_day(curve.day), size=7.5, bold=True))
    if not points:
        middle, high = (LEFT + width) / 2, level(5) + 1
        shapes.append(Words(x=middle, y=high, text=_("not answered"), size=7, ink="soft", anchor="middle"))
    return Drawing(width=width, height=height, shapes=tuple(shapes), described=described_soreness(curve))


def described_soreness(curve: SorenessCurve) -> str:
    """The curve in words: "Needling 24 Feb, soreness: 22 hours 5, 46 hours 2"."""
    said = ", ".join(
        ngettext("{n} hour {score}", "{n} hours {score}", round(point.hours)).format(
            n=round(point.hours), score=point.score
        )
        for point in curve.points
    )
    return _("Needling {day}, soreness: {said}").format(
        day=dates.short_day(curve.day), said=said or _("not answered")
    )
