"""The clinician's page as PDF: one A4 sheet, readable in black and white; more only for what is pressing."""

from collections.abc import Sequence
from typing import Final

from homecare.domain.report.report import Report
from homecare.exchange.drawing.drawing import Drawing, as_figure
from homecare.exchange.drawing.pain import PainSheet, pain_drawing
from homecare.exchange.drawing.pdf_sheet import HEIGHT, Sheet
from homecare.exchange.report.blocks import text_block, titled
from homecare.exchange.report.parts import INNER, MARGIN, Fit, above, below, foot
from homecare.wording import _, report_tables
from homecare.wording import report as words
from homecare.wording.report import Line

CHART_MOST: Final = 112.0
FITS: Final = (
    Fit(needlings=4, items=9, rows=2, notes=7, sites=6, function=4, life=9, brief=False, gap=3.0, chart=46),
    Fit(needlings=4, items=9, rows=2, notes=7, sites=5, function=4, life=9, brief=True, gap=2.2, chart=42),
    Fit(needlings=4, items=9, rows=2, notes=6, sites=5, function=4, life=6, brief=True, gap=2.0, chart=40),
    Fit(needlings=4, items=8, rows=2, notes=5, sites=4, function=3, life=5, brief=True, gap=1.8, chart=40),
    Fit(needlings=3, items=8, rows=2, notes=4, sites=4, function=3, life=4, brief=True, gap=1.8, chart=40),
    Fit(needlings=2, items=8, rows=2, notes=4, sites=4, function=3, life=3, brief=True, gap=1.6, chart=38),
    Fit(needlings=2, items=8, rows=1, notes=3, sites=3, function=2, life=3, brief=True, gap=1.6, chart=34),
    Fit(needlings=2, items=6, rows=1, notes=3, sites=3, function=2, life=2, brief=True, gap=1.6, chart=32),
    Fit(needlings=2, items=4, rows=1, notes=2, sites=3, function=2, life=1, brief=True, gap=1.6, chart=30),
    Fit(needlings=1, items=2, rows=1, notes=2, sites=2, function=2, life=0, brief=True, gap=1.4, chart=26),
    Fit(needlings=1, items=1, rows=1, notes=2, sites=2, function=2, life=0, brief=True, gap=1.2, chart=21),
)
"""From generous to spare: the first that leaves the chart its least height is used."""
OVERLEAF: Final = FITS[0]
"""Once a second page is needed, nothing has to be spared."""
ROUNDING: Final = 0.01
"""Heights are sums of many parts, in mm."""


def report_pdf(report: Report) -> bytes:
    """The report on one A4 page; the same report gives the same bytes.

    What does not fit is left out by rule and said so: the oldest needling sessions, the last plan items, the
    ends of long lines. What is pressing is never left out: where it leaves no room for the rest, the page
    goes on overleaf. Characters the font lacks are shown as "?".
    """
    sheet = Sheet(made=report.header.made, title=words.title())
    measure = sheet.measure
    upper = above(report, measure)
    caption = text_block([Line(text=report_tables.chart_caption(report))], INNER, 6.8, measure, most=2)
    for fit in FITS:
        lower, last = below(report, measure, fit), foot(report, measure, fit)
        used = sum(part.height + fit.gap for part in (*upper, *lower))
        tall = HEIGHT - 2 * MARGIN - last.height - used - 5.2 - caption.height - 2 * fit.gap
        if tall >= (fit.chart if report.pain is not None else 0):
            break
    else:
        fit, tall = OVERLEAF, OVERLEAF.chart
        lower, last = below(report, measure, fit), foot(report, measure, fit)
    if report.pain is not None:
        drawn = pain_drawing(
            report.pain, PainSheet(width=INNER, height=min(CHART_MOST, max(fit.chart, tall)))
        )
        upper = [*upper, titled(_("Pain over time"), as_figure(drawn), caption)]
    _placed(sheet, [*upper, *lower], last, fit.gap, further=text_block([_whose(report)], INNER, 8, measure))
    return sheet.output()


def _whose(report: Report) -> Line:
    """Whose report it is, at the head of every further page: pages may part."""
    head = report.header
    return Line(
        text=_("{whose}, continued").format(
            whose=words.identity(head.patient, head.made.date(), nameless=words.title())
        )
    )


def _placed(sheet: Sheet, parts: Sequence[Drawing], last: Drawing, gap: float, *, further: Drawing) -> None:
    """Each part below the one before, on a further page where the page is full; `last` ends the last page.

    `further` is the head of every page but the first.
    """
    top = MARGIN
    for number, part in enumerate(parts):
        foot_mm = last.height + gap if number == len(parts) - 1 else 0
        if top > MARGIN and top + part.height + foot_mm > HEIGHT - MARGIN + ROUNDING:
            sheet.next_page()
            sheet.draw(further.shapes, MARGIN, MARGIN)
            top = MARGIN + further.height + gap
        sheet.draw(part.shapes, MARGIN, top)
        top += part.height + gap
    sheet.draw(last.shapes, MARGIN, HEIGHT - MARGIN - last.height)
