"""The clinician's page as one HTML file that needs nothing else: the same report, the same charts."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Final

from homecare.domain.report.report import Report
from homecare.exchange.drawing.foot import MOST_VIEWS, VIEW_MM, foot_drawing
from homecare.exchange.drawing.function import function_drawing
from homecare.exchange.drawing.life import life_drawing
from homecare.exchange.drawing.load import load_drawing
from homecare.exchange.drawing.pain import PainSheet, pain_drawing
from homecare.exchange.drawing.svg_text import svg_text
from homecare.wording import _, report_safety, report_tables
from homecare.wording import report as words
from homecare.wording.foreign_text import readable
from homecare.wording.function import function_lines
from homecare.wording.prescription import report_advice
from homecare.wording.report import Line
from homecare.wording.report_life import life_caption
from homecare.wording.report_tiles import tile_texts

STYLE: Final = Path(__file__).parent / "report.css"
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing at all."""
CHART_WIDTH: Final = 190.0
CHART_HEIGHT: Final = 70.0


def report_html(report: Report, language: str = "en-GB") -> bytes:
    """The report as a self-contained page: no script, no address of any other file; the same each time."""
    return html_page(words.title(), [report_body(report)], language)


def html_page(title: str, bodies: Iterable[str], language: str = "en-GB") -> bytes:
    """A page of one or more reports, each printed on a sheet of its own."""
    style = STYLE.read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{safe(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{safe(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"{''.join(bodies)}</body>\n</html>\n"
    ).encode()


def report_body(report: Report) -> str:
    """One report as an `<article>`, in the order of the printed page."""
    parts = [_head(report), _safety(report)]
    parts += [f'<p class="gap">{_cell(line)}</p>\n' for line in words.gap_lines(report.gaps)]
    note = words.thin_note(report)
    if note:
        parts.append(f'<p class="note">{safe(note)}</p>\n')
    parts += [_tiles(report), _charts(report)]
    parts.append(_function(report))
    if report.sites is not None:
        parts += ['<div class="two">', _places(report), _needlings(report), "</div>\n"]
    advice = report_advice(report)
    if report.plan or advice:
        cells = [[Line(text=cell) for cell in report_tables.plan_cells(row)] for row in report.plan]
        title = _("Done / planned in the last 14 complete days")
        table = _table(title, report_tables.plan_heads(), cells) if cells else ""
        told = _lines([Line(text=line) for line in advice]) if advice else ""
        parts.append(_section(_("Plan"), table + told))
    tried = report_tables.practice_line(report)
    if tried:
        parts.append(f"<p>{safe(tried)}</p>\n")
    if report.extent == "full":
        parts.append(_section(_("Patient's own words"), _lines(words.word_lines(report))))
    return f"<article>\n{''.join(parts)}{_foot(report)}</article>\n"


def safe(text: str) -> str:
    """`text` for HTML: mark-up becomes letters, control and direction characters go."""
    return escape(readable(text))


def _head(report: Report) -> str:
    lines = [words.period(report), *words.plan_lines(report)]
    said = "".join(f"<p>{safe(line)}</p>" for line in lines)
    made = f'<p class="made">{safe(words.title())}<br>{safe(words.made(report))}</p>'
    return f"<header>{made}<h1><bdi>{safe(words.who(report))}</bdi></h1>{said}</header>\n"


def _safety(report: Report) -> str:
    lines = report_safety.safety_lines(report)
    heavy = " heavy" if any(line.strong for line in lines) else ""
    return f'<section class="safety{heavy}"><h2>{safe(_("Safety"))}</h2>{_lines(lines)}</section>\n'


def _tiles(report: Report) -> str:
    tiles = tile_texts(report)
    if not tiles:
        return ""
    said = "".join(
        f'<div class="tile{" heavy" if tile.strong else ""}"><dt>{safe(tile.title)}</dt>'
        f"<dd><b>{safe(tile.value)}</b><strong>{safe(tile.meaning)}</strong><small>{safe(tile.basis)}</small></dd></div>"
        for tile in tiles
    )
    return f'<dl class="tiles">{said}</dl>\n'


def _charts(report: Report) -> str:
    found = ""
    if report.pain is not None:
        drawn = svg_text(pain_drawing(report.pain, PainSheet(width=CHART_WIDTH, height=CHART_HEIGHT)))
        found += _section(_("Pain over time"), _figure(report_tables.chart_caption(report), drawn))
    if report.strip is not None:
        drawn = svg_text(load_drawing(report.strip, CHART_WIDTH))
        found += _section(
            report_tables.strip_title(report), _figure(report_tables.profile_line(report), drawn)
        )
    if report.life is not None:
        rows = life_drawing(report.life, CHART_WIDTH)
        caption = life_caption(report.life)
        body = f"<p>{safe(caption)}</p>" if rows is None else _figure(caption, svg_text(rows))
        found += _section(_("Load and life"), body)
    return found


def _function(report: Report) -> str:
    lines = function_lines(report.function, report.header.period.last)
    if not lines:
        return ""
    drawn = function_drawing(report.function, report.header.period, CHART_WIDTH)
    figure = f"<figure>{svg_text(drawn)}</figure>" if drawn is not None else ""
    return _section(_("What the patient can do"), figure + _lines(lines))


def _places(report: Report) -> str:
    found = report.sites
    if found is None:
        return ""
    names = [Line(text=report_tables.site_line(site), strong=site.new) for site in found.sites]
    body = _lines(names or [Line(text=_("No place marked"))])
    if found.sites:
        drawn = svg_text(foot_drawing(found, VIEW_MM * MOST_VIEWS, 24))
        body = f'<div class="feet">{drawn}</div>{body}'
    return _section(_("Where it hurts"), f"<p>{safe(report_tables.site_caption(report))}</p>{body}")


def _needlings(report: Report) -> str:
    if not report.needlings:
        return _section(_("Needling"), f"<p>{safe(_('No needling session in this period'))}</p>")
    last = report.header.period.last
    rows = [report_tables.needling_cells(row, last) for row in report.needlings]
    said = report_tables.needling_caption(report)
    return _section(_("Needling"), _table(said, report_tables.needling_heads(), rows))


def _foot(report: Report) -> str:
    method = "".join(f"<li>{safe(line)}</li>" for line in words.method_lines(report.rules))
    labels = "".join(f"<span>{safe(label)}:</span>" for label in words.signature_labels())
    said = f"<p><strong>{safe(words.footer())}</strong></p><ul>{method}</ul>"
    return f'<footer>{said}<p class="sign">{labels}</p></footer>\n'


def _section(title: str, body: str) -> str:
    return f"<section><h2>{safe(title)}</h2>{body}</section>\n"


def _figure(caption: str, drawn: str) -> str:
    return f"<figure>{drawn}<figcaption>{safe(caption)}</figcaption></figure>"


def _lines(lines: Iterable[Line]) -> str:
    return f'<ul class="lines">{"".join(f"<li><bdi>{_cell(line)}</bdi></li>" for line in lines)}</ul>'


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Line]]) -> str:
    head = "".join(f'<th scope="col">{safe(heading)}</th>' for heading in heads)
    body = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in cells) + "</tr>" for cells in rows)
    return (
        f'<div class="wide"><table><caption>{safe(caption)}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(cell: Line) -> str:
    return f"<strong>{safe(cell.text)}</strong>" if cell.strong else safe(cell.text)
