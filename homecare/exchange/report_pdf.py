"""The clinician's page as PDF: one A4 sheet, always, readable in black and white."""

from typing import Final

from homecare.domain.report import Report
from homecare.exchange.chart_load import load_drawing
from homecare.exchange.chart_pain import pain_drawing
from homecare.exchange.drawing import Drawing, Shape, Stroke, Words, moved
from homecare.exchange.foot_sketch import VIEW_MM, foot_drawing, views_of
from homecare.exchange.page_blocks import (
    beside,
    boxed,
    line_height,
    table,
    text_block,
    tile_row,
    titled,
    under,
)
from homecare.exchange.pdf_sheet import HEIGHT, WIDTH, Sheet
from homecare.exchange.text_width import Measure, lines_of
from homecare.wording import _, ngettext, report_safety, report_tables
from homecare.wording import report as words
from homecare.wording.report import Line
from homecare.wording.report_tiles import tile_texts

MARGIN: Final = 10.0
INNER: Final = WIDTH - 2 * MARGIN
GAP: Final = 3.0
CHART_LEAST: Final = 42.0
CHART_MOST: Final = 112.0
MOST_ROWS: Final = 4
"""Needling sessions shown; of more the newest."""
MOST_ITEMS: Final = 9
ROOMY_ITEMS: Final = 5
"""Up to as many exercises may take two lines each."""
MAP_WIDTH: Final = 58.0
NEEDLING_WIDTHS: Final = (12.0, 36.0, 8.0, 8.0, 8.0, 29.0, 13.5, 14.5)
PLAN_WIDTHS: Final = (54.0, 84.0, 14.0, 21.0, 17.0)


def report_pdf(report: Report) -> bytes:
    """The report on one A4 page; the same report gives the same bytes.

    What does not fit is left out by rule and said so: the oldest needling sessions, the last plan items,
    long lines of the safety box. Characters the font lacks are shown as "?".
    """
    sheet = Sheet(made=report.header.made, title=words.title())
    above, below = _above(report, sheet.measure), _below(report, sheet.measure)
    foot = _foot(report, sheet.measure)
    room = HEIGHT - 2 * MARGIN - foot.height - GAP
    used = sum(part.height + GAP for part in (*above, *below))
    parts = [*above, *below]
    if report.pain is not None:
        caption = text_block(
            [Line(text=report_tables.chart_caption(report))], INNER, 6.8, sheet.measure, most=2
        )
        tall = room - used - 4.4 - caption.height - 0.8 - GAP
        drawn = pain_drawing(report, report.pain, INNER, min(CHART_MOST, max(CHART_LEAST, tall)))
        parts = [*above, titled(_("Pain over time"), drawn, caption), *below]
    top = MARGIN
    for part in parts:
        sheet.draw(part.shapes, MARGIN, top)
        top += part.height + GAP
    sheet.draw(foot.shapes, MARGIN, HEIGHT - MARGIN - foot.height)
    return sheet.output()


def _above(report: Report, measure: Measure) -> list[Drawing]:
    parts = [_head(report, measure), _safety(report, measure)]
    note = words.thin_note(report)
    if note:
        parts.append(text_block([Line(text=note, strong=True)], INNER, 10, measure))
    tiles = tile_texts(report)
    return [*parts, tile_row(tiles, INNER, measure)] if tiles else parts


def _head(report: Report, measure: Measure) -> Drawing:
    shapes: list[Shape] = [
        Words(
            x=0,
            y=4.6,
            text=lines_of(words.who(report), 118, 13, measure, bold=True, most=1)[0],
            size=13,
            bold=True,
        ),
        Words(x=INNER, y=3.4, text=words.title(), size=9, anchor="end"),
        Words(x=INNER, y=7.2, text=words.made(report), size=7, ink="soft", anchor="end"),
    ]
    lines = [Line(text=words.period(report)), *(Line(text=one) for one in words.plan_lines(report))]
    body = text_block(lines, INNER, 8, measure, most=4)
    shapes += [moved(shape, 0, 8) for shape in body.shapes]
    return Drawing(width=INNER, height=8 + body.height, shapes=tuple(shapes))


def _safety(report: Report, measure: Measure) -> Drawing:
    lines = report_safety.safety_lines(report)
    body = text_block(lines, INNER - 4, 7.8, measure, most=8, each=2)
    return boxed(_("Safety"), body, INNER, heavy=any(one.strong for one in lines))


def _below(report: Report, measure: Measure) -> list[Drawing]:
    parts: list[Drawing] = []
    if report.strip is not None:
        caption = text_block([Line(text=report_tables.profile_line(report))], INNER, 6.6, measure, most=2)
        title = report_tables.strip_title(report)
        parts.append(under(titled(title, load_drawing(report.strip, INNER)), caption))
    if report.sites is not None:
        parts.append(_places(report, measure))
    if report.plan:
        parts.append(_plan(report, measure))
    if report.extent == "full":
        own = text_block(words.word_lines(report), INNER, 7.4, measure, most=6, each=2)
        parts.append(titled(_("Patient's own words"), own))
    return parts


def _places(report: Report, measure: Measure) -> Drawing:
    found = report.sites
    if found is None:
        return Drawing(width=0, height=0, shapes=())
    caption = text_block([Line(text=report_tables.site_caption(report))], MAP_WIDTH, 6.6, measure, most=2)
    names = [Line(text=report_tables.site_line(one), strong=one.new) for one in found.sites]
    if not names:
        names = [Line(text=_("No place marked"))]
    drawn = len(views_of(found)) * VIEW_MM
    if drawn > MAP_WIDTH / 2:
        listed = text_block(names, MAP_WIDTH, 7.2, measure, most=6, each=1)
        body = under(foot_drawing(found, MAP_WIDTH, 22), listed)
    else:
        listed = text_block(names, MAP_WIDTH - drawn - 2, 7.2, measure, most=8, each=3)
        body = beside(foot_drawing(found, drawn, 24), listed, 2) if drawn else listed
    places = titled(_("Where it hurts"), body, caption)
    return beside(places, _needlings(report, measure), INNER - MAP_WIDTH - sum(NEEDLING_WIDTHS))


def _needlings(report: Report, measure: Measure) -> Drawing:
    if not report.needlings:
        width = sum(NEEDLING_WIDTHS)
        none = text_block([Line(text=_("No needling session in this period"))], width, 7.4, measure)
        return titled(_("Needling"), none)
    rows = [
        report_tables.needling_cells(row, report.header.period.last) for row in report.needlings[:MOST_ROWS]
    ]
    body = table(report_tables.needling_heads(), rows, NEEDLING_WIDTHS, measure)
    said = report_tables.needling_caption(report)
    more = len(report.needlings) - len(rows)
    if more > 0:
        said += " " + ngettext(
            "{n} earlier session is not shown.", "{n} earlier sessions are not shown.", more
        ).format(n=more)
    caption = text_block([Line(text=said)], sum(NEEDLING_WIDTHS), 6.6, measure, most=2)
    return titled(_("Needling"), body, caption)


def _plan(report: Report, measure: Measure) -> Drawing:
    rows = [[Line(text=cell) for cell in report_tables.plan_cells(row)] for row in report.plan[:MOST_ITEMS]]
    body = table(
        report_tables.plan_heads(), rows, PLAN_WIDTHS, measure, each=2 if len(rows) <= ROOMY_ITEMS else 1
    )
    more = len(report.plan) - len(rows)
    if more > 0:
        said = ngettext("{n} more exercise", "{n} more exercises", more).format(n=more)
        body = under(body, text_block([Line(text=said)], INNER, 6.8, measure))
    return titled(_("Plan: done / planned in the last 14 complete days"), body)


def _foot(report: Report, measure: Measure) -> Drawing:
    size = 7.0
    shapes: list[Shape] = [Stroke(points=((0, 0), (INNER, 0)), ink="soft", width=0.2)]
    rows = [Line(text=words.footer(), strong=True), *(Line(text=one) for one in words.method_lines())]
    body = text_block(rows, INNER, size, measure, each=1)
    shapes += [moved(shape, 0, 1) for shape in body.shapes]
    top = 1 + body.height + line_height(8) + 2.6
    left = 0.0
    for label, share in zip(words.signature_labels(), (0.34, 0.2, 0.46), strict=True):
        wide = INNER * share
        text = f"{label}:"
        start = left + measure(text, 8, False) + 1.5
        shapes.append(Words(x=left, y=top, text=text, size=8))
        shapes.append(
            Stroke(points=((start, top + 0.6), (left + wide - 3, top + 0.6)), ink="soft", width=0.2)
        )
        left += wide
    return Drawing(width=INNER, height=top + 1, shapes=tuple(shapes))
