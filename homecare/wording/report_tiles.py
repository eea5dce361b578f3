"""The headline tiles of the clinician's page in words."""

from dataclasses import dataclass

from homecare.domain.evidence.pain_change import PainChange
from homecare.domain.report.report import Report
from homecare.domain.report.sessions import SessionsTile
from homecare.domain.report.tiles import ClearanceLine, DiaryTile, Tiles
from homecare.wording import _, ngettext
from homecare.wording.pain import change_words, field_name, mean_text, percent_text
from homecare.wording.report import day, near

MOST_CLEARANCES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TileText:
    """One tile: its title, the number, what it means (`strong` in bold), and the days behind it."""

    title: str
    value: str
    meaning: str
    basis: str
    strong: bool = False


def tile_texts(report: Report) -> list[TileText]:
    """The four tiles; none where there are too few entries."""
    found = report.tiles
    if found is None:
        return []
    return [_primary(found.primary), _worst(found, report), _third(found), _diary(found.diary)]


def _primary(found: PainChange) -> TileText:
    change = found.change
    then = mean_text(change.baseline.value) if change.baseline else _("not enough entries")
    return TileText(
        title=_("{field}, last 7 days").format(field=field_name(found.field)),
        value=mean_text(change.latest.value if change.latest else None),
        meaning=change_words(found),
        basis=_("Scores on {n} of 7 days. First week: {mean} ({m} of 7 days)").format(
            n=found.days, mean=then, m=found.baseline_days
        ),
        strong=change.label == "clearly-worse",
    )


def _worst(found: Tiles, report: Report) -> TileText:
    """Where worst pain is the first tile already, its highest score has this one alone."""
    tile, highest = found.worst, _("no score in this period")
    when = ""
    if tile.highest is not None and tile.highest_day is not None:
        when = near(tile.highest_day, report.header.period.last)
        highest = _("highest score {n} on {day}").format(n=tile.highest, day=when)
    basis = _("Scores on {n} of 7 days").format(n=tile.days)
    if found.primary.field == "pain_worst":
        return TileText(
            title=_("Highest score of the period"),
            value="–" if tile.highest is None else str(tile.highest),
            meaning=_("on {day}").format(day=when) if when else highest,
            basis=_("Its mean: see the first box"),
        )
    return TileText(
        title=_("Worst pain, last 7 days"),
        value=mean_text(tile.mean),
        meaning=highest
        if tile.mean is not None
        else _("Not enough entries; {highest}").format(highest=highest),
        basis=basis,
    )


def _third(found: Tiles) -> TileText:
    return _clearances(found.clearances) if found.sessions is None else _sessions(found.sessions)


def _sessions(tile: SessionsTile) -> TileText:
    words = {"low": _("low"), "fair": _("fair"), "good": _("good")}
    meaning = _("Nothing planned")
    if tile.percent is not None and tile.word is not None:
        meaning = f"{tile.percent}%, {words[tile.word]}"
    return TileText(
        title=_("Exercise sessions done / planned"),
        value=f"{tile.done} / {tile.planned}",
        meaning=meaning,
        basis=_("Whole period"),
    )


def _clearances(given: tuple[ClearanceLine, ...]) -> TileText:
    lines = [f"{line.gate}: {line.by}, {day(line.given_on)}" for line in given[-MOST_CLEARANCES:]]
    return TileText(
        title=_("Clinician clearances on file"),
        value=str(len(given)),
        meaning="; ".join(lines) or _("none recorded"),
        basis=ngettext("{n} clearance", "{n} clearances", len(given)).format(n=len(given)),
    )


def _diary(tile: DiaryTile) -> TileText:
    missing = tile.days - tile.recorded
    return TileText(
        title=_("Diary days recorded"),
        value=f"{tile.recorded} / {tile.days}",
        meaning=percent_text(100 * tile.recorded / tile.days).lstrip("+"),
        basis=ngettext("{n} day without an entry", "{n} days without an entry", missing).format(n=missing),
    )
