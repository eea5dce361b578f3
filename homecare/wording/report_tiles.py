"""The headline tiles of the clinician's page in words."""

from dataclasses import dataclass

from homecare.domain.report.report import Report
from homecare.domain.report.sessions import SessionsTile
from homecare.domain.report.tiles import ClearanceLine, DiaryTile, PrimaryTile, Tiles
from homecare.wording import _, ngettext
from homecare.wording.pain_chart import points
from homecare.wording.report import day, field_name, near

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


def _primary(tile: PrimaryTile) -> TileText:
    change = tile.change
    heading = _("{field}, latest 7 days").format(field=field_name(tile.field))
    then = _("baseline {mean} (n {n} of 7)").format(
        mean=f"{change.baseline.value:.1f}" if change.baseline else _("not enough entries"),
        n=tile.baseline_days,
    )
    basis = _("n {n} of 7 days; {then}").format(n=tile.days, then=then)
    if change.latest is None:
        return TileText(title=heading, value="–", meaning=_("not enough entries"), basis=basis)
    if change.points is None:
        meaning = _("no baseline: no change label")
    else:
        moved = _("{points} points").format(points=points(change.points))
        if change.percent is not None:
            moved = f"{moved}, {percent(change.percent)}"
        label = _("floor effect: no label") if change.low_baseline else tile.label
        meaning = f"{label}: {moved}" if label else moved
    worse = change.label == "clearly-worse"
    return TileText(
        title=heading, value=f"{change.latest.value:.1f}", meaning=meaning, basis=basis, strong=worse
    )


def percent(value: float) -> str:
    """A change in whole percent with its sign: "−70%"."""
    rounded = round(value)
    return f"{'−' if rounded < 0 else '+' if rounded > 0 else ''}{abs(rounded)}%"


def _worst(found: Tiles, report: Report) -> TileText:
    """Where worst pain is the first tile already, its highest score has this one alone."""
    tile, highest = found.worst, _("no score in this period")
    when = ""
    if tile.highest is not None and tile.highest_day is not None:
        when = near(tile.highest_day, report.header.period.last)
        highest = _("highest {n} on {day}").format(n=tile.highest, day=when)
    basis = _("n {n} of 7 days").format(n=tile.days)
    if found.primary.field == "pain_worst":
        return TileText(
            title=_("Highest score of the period"),
            value="–" if tile.highest is None else str(tile.highest),
            meaning=_("on {day}").format(day=when) if when else highest,
            basis=_("mean of the latest 7 days: first tile"),
        )
    return TileText(
        title=_("Worst pain, latest 7 days"),
        value="–" if tile.mean is None else f"{tile.mean:.1f}",
        meaning=highest
        if tile.mean is not None
        else _("not enough entries; {highest}").format(highest=highest),
        basis=basis,
    )


def _third(found: Tiles) -> TileText:
    return _clearances(found.clearances) if found.sessions is None else _sessions(found.sessions)


def _sessions(tile: SessionsTile) -> TileText:
    words = {"low": _("low"), "fair": _("fair"), "good": _("good")}
    meaning = _("nothing planned")
    if tile.percent is not None and tile.word is not None:
        meaning = f"{tile.percent}%, {words[tile.word]}"
    return TileText(
        title=_("Exercise sessions done / planned"),
        value=f"{tile.done} / {tile.planned}",
        meaning=meaning,
        basis=_("whole period"),
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
        meaning=f"{int(100 * tile.recorded / tile.days)}%",
        basis=ngettext("{n} day without an entry", "{n} days without an entry", missing).format(n=missing),
    )
