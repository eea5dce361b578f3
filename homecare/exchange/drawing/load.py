"""Chart B of the report: one column per day with light, pain during exercise, next morning, activity."""

from typing import Final

from homecare.domain.report.strip import Strip, StripDay
from homecare.exchange.drawing.axis import LEFT, Axis
from homecare.exchange.drawing.drawing import Box, Drawing, Ink, Shape, Stroke, Words
from homecare.wording import _
from homecare.wording.report_tables import described_strip, light_letter

ROW: Final = 4.4
BARS: Final = 7.0
HEIGHT: Final = 3 * ROW + BARS + 1.5
FILLS: Final[dict[str, Ink]] = {"green": "green", "amber": "amber", "red": "red"}


def load_drawing(strip: Strip, width: float) -> Drawing:
    """Chart B on a sheet of this width in mm; its columns stand under those of a chart A of the same days."""
    axis = Axis(period=strip.period, columns=len(strip.days), weekly=False, width=width)
    size = min(7.0, 2.3 * axis.step)
    shapes: list[Shape] = []
    for column, day in enumerate(strip.days):
        shapes += _column(day, axis.left_of(column), axis.step, size, strip)
    for row in range(5):
        y = row * ROW if row < 4 else 3 * ROW + BARS
        shapes.append(Stroke(points=((axis.left, y), (axis.end, y)), ink="faint", width=0.12))
    return Drawing(
        width=width,
        height=HEIGHT,
        shapes=(*_names(strip), *shapes),
        described=described_strip(strip),
        scale=LEFT,
    )


def _names(strip: Strip) -> list[Shape]:
    unit = {"steps": _("Steps"), "minutes": _("Active minutes"), None: _("Activity")}[strip.activity]
    most = strip.most_activity
    names = [_("Session light"), _("Pain in exercise"), _("Rise next morning"), unit]
    shapes: list[Shape] = [
        Words(x=0, y=row * ROW + 3.1, text=name, size=6.8) for row, name in enumerate(names)
    ]
    for row in range(5):
        y = row * ROW if row < 4 else 3 * ROW + BARS
        shapes.append(Stroke(points=((0, y), (LEFT, y)), ink="faint", width=0.12))
    top = _("not recorded") if most is None else _("highest {n}").format(n=f"{most:,}")
    shapes.append(Words(x=0, y=3 * ROW + 5.9, text=top, size=6.3, ink="soft"))
    return shapes


def _column(day: StripDay, left: float, step: float, size: float, strip: Strip) -> list[Shape]:
    shapes: list[Shape] = []
    middle = left + step / 2
    letter = light_letter(day.light, settled=day.settled)
    gap = min(0.3, step * 0.08)
    if letter:
        fill = FILLS.get(day.light or "", "paper") if day.settled else "paper"
        shapes.append(
            Box(x=left + gap, y=0.4, width=step - 2 * gap, height=ROW - 0.8, fill=fill, edge="soft", line=0.1)
        )
        ink: Ink = "paper" if fill == "red" else "ink"
        shapes.append(
            Words(x=middle, y=3.1, text=letter, size=size, ink=ink, bold=day.settled, anchor="middle")
        )
    if day.pain is not None:
        shapes.append(Words(x=middle, y=ROW + 3.1, text=str(day.pain), size=size, anchor="middle"))
    if day.rise is not None:
        risen = f"+{day.rise}" if day.rise else "0"
        shapes.append(
            Words(x=middle, y=2 * ROW + 3.1, text=risen, size=size, bold=day.rise > 0, anchor="middle")
        )
    most = strip.most_activity
    if day.activity is not None and most:
        tall = day.activity / most * (BARS - 0.8)
        low = 3 * ROW + BARS
        shapes.append(Box(x=middle - step * 0.3, y=low - tall, width=step * 0.6, height=tall, fill="soft"))
    return shapes
