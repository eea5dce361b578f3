"""The charts of a patient's page: pain with what happened beside it, and the load of each day beneath."""

import flet as ft

from homecare.domain.report.report import Report
from homecare.exchange.drawing.function import function_drawing
from homecare.exchange.drawing.life import life_drawing
from homecare.exchange.drawing.load import load_drawing
from homecare.exchange.drawing.pain import PainSheet, pain_drawing
from homecare.ui.kit import theme
from homecare.ui.kit.drawing import drawn, scrolled
from homecare.ui.kit.look import Look
from homecare.ui.report.pain_chart import room_of, scale_of
from homecare.wording import _
from homecare.wording.pain import field_name
from homecare.wording.report import thin_note
from homecare.wording.report_life import life_caption
from homecare.wording.report_tables import chart_caption, profile_line, strip_title

HEIGHT = 46.0
LEAST_MM = 112.0
"""Narrower than this a day has no room for its letter; a phone scrolls the days instead."""
SHARE = 0.62
WIDEST = 1248.0


def charts_card(look: Look, report: Report) -> ft.Control:
    """One card; both charts share their days, so that one stands under the other."""
    if report.pain is None:
        return look.card(look.heading(_("Pain over time")), look.body(thin_note(report)))
    title = _("{field} over time").format(field=field_name(report.pain.field))
    # The screen's font has no dot for the thick line.
    caption = chart_caption(report).replace("● ", _("Thick line: "))
    scale, room = scale_of(look), room_in_card(look)
    across = max(LEAST_MM, room / scale)
    charts = [pain_drawing(report.pain, PainSheet(width=across, height=HEIGHT))]
    below = [profile_line(report)]
    if report.strip is not None:
        charts.append(load_drawing(report.strip, across))
        below.insert(0, strip_title(report))
    if report.life is not None:
        rows = life_drawing(report.life, across)
        if rows is not None:
            charts.append(rows)
        below.append(life_caption(report.life))
    function = function_drawing(report.function, report.header.period, across)
    if function is not None:
        charts.append(function)
    if across * scale > room + 1:
        shown = [scrolled(look, charts, scale)]
    else:
        shown = [drawn(look, chart, scale) for chart in charts]
        if report.strip is not None:
            shown.insert(1, look.text(below.pop(0), size=15, weight=ft.FontWeight.W_600))
    notes: list[ft.Control] = [look.text(note, size=14, color=look.muted) for note in below if note]
    return look.card(
        look.heading(title, size=17), look.text(caption, size=14, color=look.muted), *shown, *notes, gap=6
    )


def room_in_card(look: Look) -> float:
    """Width inside the card of the charts of a patient's page, in pixels."""
    if not look.wide:
        return room_of(look)
    inner = min(look.width, WIDEST) - 2 * theme.EDGE
    return (inner - theme.GAP) * SHARE - 2 * theme.EDGE
