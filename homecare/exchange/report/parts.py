"""The parts of the printed page from head to footer, each as a drawing that knows its height."""

from dataclasses import dataclass
from typing import Final

from homecare.domain.report.report import Report
from homecare.exchange.drawing.drawing import Drawing, Shape, Stroke, Words, as_figure, moved
from homecare.exchange.drawing.foot import VIEW_MM, foot_drawing, views_of
from homecare.exchange.drawing.function import function_drawing
from homecare.exchange.drawing.life import life_drawing
from homecare.exchange.drawing.load import load_drawing
from homecare.exchange.drawing.pdf_sheet import WIDTH
from homecare.exchange.drawing.text_width import Measure, lines_of
from homecare.exchange.report.blocks import (
    beside,
    boxed,
    line_height,
    table,
    text_block,
    tile_row,
    titled,
    under,
)
from homecare.wording import _, ngettext, report_safety, report_tables
from homecare.wording import report as words
from homecare.wording.function import function_lines, item_text, shown_items
from homecare.wording.prescription import report_advice
from homecare.wording.report import Line
from homecare.wording.report_life import life_caption
from homecare.wording.report_tiles import tile_texts

MARGIN: Final = 10.0
INNER: Final = WIDTH - 2 * MARGIN
MAP_WIDTH: Final = 58.0
NEEDLING_WIDTHS: Final = (12.0, 36.0, 8.0, 8.0, 8.0, 29.0, 13.5, 14.5)
PLAN_WIDTHS: Final = (54.0, 84.0, 14.0, 21.0, 17.0)
SAFETY_ROWS: Final = 7
"""With more, each line that is not pressing has one row. What is pressing is never cut off."""
SAFETY_MOST: Final = 20
ROOM_FOR_DOTS: Final = 40
"""Millimetres the pain chart must be able to keep for the scores of function to be drawn beneath it."""
PRESSING_MOST: Final = 20
"""Pressing things in one box: about three rows each, they fill no more than a page."""
GAPS_MOST: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How much of the long parts is shown.

    `needlings` sessions, `items` exercises, `rows` of text for a reaction or a note, rows of `notes`, of
    `sites`, of `function` (in each of two columns) and of load and `life`.
    `brief` sets the method as one paragraph. `gap` mm lie between parts, the chart has `chart` mm at least.
    """

    needlings: int
    items: int
    rows: int
    notes: int
    sites: int
    function: int
    life: int
    brief: bool
    gap: float
    chart: float


def above(report: Report, measure: Measure) -> list[Drawing]:
    """What stands above the chart: head, safety box, headline numbers or why there are none."""
    parts = [_head(report, measure), *_safety(report, measure)]
    if report.gaps:
        parts.append(text_block(words.gap_lines(report.gaps), INNER, 7.8, measure, most=GAPS_MOST, each=2))
    note = words.thin_note(report)
    if note:
        parts.append(text_block([Line(text=note, strong=True)], INNER, 10, measure))
    tiles = tile_texts(report)
    return [*parts, tile_row(tiles, INNER, measure)] if tiles else parts


def _head(report: Report, measure: Measure) -> Drawing:
    # Whole, whatever the room it takes: two patients may share a name.
    who = lines_of(words.who(report), 118, 13, measure, bold=True)
    deep = 8 + 5.4 * (len(who) - 1)
    shapes: list[Shape] = [
        *(
            Words(x=0, y=4.6 + 5.4 * n, text=row, size=13, bold=True, role="title", goes_on=n > 0)
            for n, row in enumerate(who)
        ),
        Words(x=INNER, y=3.4, text=words.title(), size=9, anchor="end"),
        Words(x=INNER, y=7.2, text=words.made(report), size=7, ink="soft", anchor="end"),
    ]
    lines = [Line(text=words.period(report)), *(Line(text=line) for line in words.plan_lines(report))]
    body = text_block(lines, INNER, 8, measure, most=4)
    shapes += [moved(shape, 0, deep) for shape in body.shapes]
    return Drawing(width=INNER, height=deep + body.height, shapes=tuple(shapes))


def _safety(report: Report, measure: Measure) -> list[Drawing]:
    """The safety box; more than one where a page cannot hold all that is pressing."""
    lines = report_safety.safety_lines(report)
    pressing, rest = lines[: len(report.safety.pressing)], lines[len(report.safety.pressing) :]
    full = []
    while len(pressing) > PRESSING_MOST:
        body = text_block(pressing[:PRESSING_MOST], INNER - 4, 7.6, measure)
        full.append(boxed(_("Safety"), body, INNER, heavy=True))
        pressing = pressing[PRESSING_MOST:]
    parts = [text_block(pressing, INNER - 4, 7.6, measure)] if pressing else []
    if rest:
        body = text_block(rest, INNER - 4, 7.8, measure, each=2)
        if body.height + sum(part.height for part in parts) > SAFETY_ROWS * line_height(7.8):
            body = text_block(rest, INNER - 4, 7.6, measure, most=SAFETY_MOST, each=1)
        parts.append(body)
    body = parts[0] if len(parts) == 1 else under(*parts)
    return [*full, boxed(_("Safety"), body, INNER, heavy=any(line.strong for line in lines))]


def below(report: Report, measure: Measure, fit: Fit) -> list[Drawing]:
    """What stands below the chart: load strip, places and needling, plan, the patient's own words."""
    parts: list[Drawing] = []
    if report.strip is not None:
        caption = text_block([Line(text=report_tables.profile_line(report))], INNER, 6.6, measure, most=2)
        title = report_tables.strip_title(report)
        parts.append(under(titled(title, as_figure(load_drawing(report.strip, INNER))), caption))
    if report.life is not None:
        drawn = life_drawing(report.life, INNER, most=fit.life)
        said = life_caption(report.life, min(fit.life, len(report.life.lines)))
        caption = text_block([Line(text=said)] if said else [], INNER, 6.6, measure, most=2)
        parts.append(under(as_figure(drawn), caption) if drawn is not None else caption)
    function = _function(report, measure, fit)
    if function is not None:
        parts.append(function)
    if report.sites is not None:
        parts.append(_places(report, measure, fit))
    if report.plan or report_advice(report):
        parts.append(_plan(report, measure, fit))
    tried = report_tables.practice_line(report)
    if tried:
        parts.append(text_block([Line(text=tried)], INNER, 7.2, measure, most=2))
    if report.extent == "full":
        own = text_block(words.word_lines(report), INNER, 7.4, measure, most=fit.notes, each=fit.rows)
        parts.append(titled(_("Patient's own words"), own))
    return parts


def _function(report: Report, measure: Measure, fit: Fit) -> Drawing | None:
    """What the patient can do: whole sentences across the page, activities in two columns.

    The row of dots is left out where the page is short of room.
    """
    found, last = report.function, report.header.period.last
    lines = function_lines(found, last)
    if not found.courses:
        return text_block(lines, INNER, 7.2, measure) if lines else None
    items = [item_text(item, n) for course in found.courses for n, item in enumerate(shown_items(course), 1)]
    across = [line for line in lines if line.text not in items]
    half = (len(items) + 1) // 2
    columns = [
        text_block(
            [Line(text=text) for text in column],
            INNER / 2 - 2,
            7.2,
            measure,
            most=fit.function,
            each=fit.rows,
        )
        for column in (items[:half], items[half:])
    ]
    body = under(text_block(across, INNER, 7.2, measure), beside(columns[0], columns[1], 4))
    drawn = function_drawing(found, report.header.period, INNER)
    if drawn is not None and fit.chart >= ROOM_FOR_DOTS:
        body = under(as_figure(drawn), body)
    return titled(_("What the patient can do"), body)


def _places(report: Report, measure: Measure, fit: Fit) -> Drawing:
    found = report.sites
    if found is None:
        return Drawing(width=0, height=0, shapes=())
    caption = text_block([Line(text=report_tables.site_caption(report))], MAP_WIDTH, 6.6, measure, most=2)
    names = [Line(text=report_tables.site_line(site), strong=site.new) for site in found.sites]
    if not names:
        names = [Line(text=_("No place marked"))]
    drawn = len(views_of(found)) * VIEW_MM
    if drawn > MAP_WIDTH / 2:
        listed = text_block(names, MAP_WIDTH, 7.2, measure, most=fit.sites, each=1)
        body = under(as_figure(foot_drawing(found, MAP_WIDTH, 22)), listed)
    else:
        listed = text_block(names, MAP_WIDTH - drawn - 2, 7.2, measure, most=fit.sites + 2, each=3)
        body = beside(as_figure(foot_drawing(found, drawn, 24)), listed, 2) if drawn else listed
    places = titled(_("Where it hurts"), body, caption)
    return beside(places, _needlings(report, measure, fit), INNER - MAP_WIDTH - sum(NEEDLING_WIDTHS))


def _needlings(report: Report, measure: Measure, fit: Fit) -> Drawing:
    if not report.needlings:
        width = sum(NEEDLING_WIDTHS)
        none = text_block([Line(text=_("No needling session in this period"))], width, 7.4, measure)
        return titled(_("Needling"), none)
    rows = [
        report_tables.needling_cells(row, report.header.period.last)
        for row in report.needlings[: fit.needlings]
    ]
    body = table(report_tables.needling_heads(), rows, NEEDLING_WIDTHS, measure, each=fit.rows + 1)
    said = report_tables.needling_caption(report)
    more = len(report.needlings) - len(rows)
    if more > 0:
        said += " " + ngettext(
            "{n} earlier session is not shown.", "{n} earlier sessions are not shown.", more
        ).format(n=more)
    caption = text_block([Line(text=said)], sum(NEEDLING_WIDTHS), 6.6, measure, most=2)
    return titled(_("Needling"), body, caption)


def _plan(report: Report, measure: Measure, fit: Fit) -> Drawing:
    rows = [[Line(text=cell) for cell in report_tables.plan_cells(row)] for row in report.plan[: fit.items]]
    body = table(report_tables.plan_heads(), rows, PLAN_WIDTHS, measure, each=3)
    advice = [Line(text=line) for line in report_advice(report)]
    if advice:
        told = text_block(advice, INNER, 7.0, measure, each=fit.rows + 1)
        body = under(body, told) if rows else told
    more = len(report.plan) - len(rows)
    if more > 0:
        said = ngettext("{n} more exercise", "{n} more exercises", more).format(n=more)
        body = under(body, text_block([Line(text=said)], INNER, 6.8, measure))
    return titled(_("Plan: done / planned in the last 14 complete days"), body)


def foot(report: Report, measure: Measure, fit: Fit) -> Drawing:
    """Footer, method and the line to sign, the same on every page."""
    size = 7.0
    shapes: list[Shape] = [Stroke(points=((0, 0), (INNER, 0)), ink="soft", width=0.2)]
    method = [Line(text=line) for line in words.method_lines(report.rules)]
    if fit.brief:
        method = [Line(text=" ".join(line.text for line in method))]
    body = text_block([Line(text=words.footer(), strong=True), *method], INNER, size, measure)
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
