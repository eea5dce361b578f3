"""One row per questionnaire with a score that changes: dots with their numbers, under the days of chart A."""

from typing import Final

from homecare.domain.evidence.function import FunctionCourse
from homecare.domain.report.function import Function
from homecare.domain.report.period import Period
from homecare.exchange.drawing.axis import LEFT, Axis
from homecare.exchange.drawing.drawing import Dot, Drawing, Shape, Stroke, Words
from homecare.wording import _
from homecare.wording.function import course_text
from homecare.wording.pain import mean_text

ROW: Final = 11.0
ROOM: Final = 6.0
"""Millimetres between the lowest and the highest score; the numbers stand above their dots."""
RADIUS: Final = 0.7


def drawn_courses(found: Function, period: Period) -> tuple[FunctionCourse, ...]:
    """The questionnaires that have a row: a score that is no answer about change, in the period."""
    return tuple(
        course
        for course in found.courses
        if course.questionnaire.judged_by == "change" and any(day in period for day, _score in course.scores)
    )


def function_drawing(found: Function, period: Period, width: float) -> Drawing | None:
    """The rows on a sheet of this width in mm; None where no score lies in the period."""
    courses = drawn_courses(found, period)
    if not courses:
        return None
    axis = Axis(period=period, columns=period.days, weekly=False, width=width)
    shapes: list[Shape] = []
    for row, course in enumerate(courses):
        shapes += _row(course, axis, row * ROW)
    return Drawing(
        width=width,
        height=len(courses) * ROW,
        shapes=tuple(shapes),
        described="; ".join(course_text(course, period.last) for course in courses),
        scale=LEFT,
    )


def _row(course: FunctionCourse, axis: Axis, top: float) -> list[Shape]:
    asked = course.questionnaire
    most = 100 if asked.scoring == "percent" else asked.most
    low = top + ROW - 1.2
    inside = [(day, score) for day, score in course.scores if day in axis.period]
    points = [
        (
            axis.middle_of(axis.column_of(day)),
            low - ROOM * (score - asked.least) / (most - asked.least),
        )
        for day, score in inside
    ]
    shapes: list[Shape] = [
        Words(x=0, y=top + 4.6, text=asked.title, size=6.8),
        Words(
            x=0,
            y=top + 7.6,
            text=_("{least} to {most}, higher is better").format(least=asked.least, most=most),
            size=5.6,
            ink="soft",
        ),
        Stroke(points=((axis.left, low), (axis.end, low)), ink="faint", width=0.12),
    ]
    if len(points) > 1:
        shapes.append(Stroke(points=tuple(points), ink="ink", width=0.35))
    for (x, y), (_day, score) in zip(points, inside, strict=True):
        shapes.append(Dot(x=x, y=y, radius=RADIUS, ink="ink"))
        shapes.append(Words(x=x, y=y - 1.3, text=mean_text(score), size=6.3, bold=True, anchor="middle"))
    return shapes
