"""The foot map of a report: where it hurt on how many days, and which places are new."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from homecare.domain.records.diary import diary_day
from homecare.domain.report.period import Basis, Period

MAP_DAYS: Final = 14
BEFORE_DAYS: Final = 28
"""Days up to a visit in which a place must not have been marked for it to be new since then."""
Shade = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDays:
    """A place on the foot map ("L" or "R"), the days it was marked on, and whether it is new.

    `pain` is the mean of its days' highest scores, `before` that of the 14 days earlier; None with fewer than
    4 days with a score.
    """

    region: str
    name: str
    view: str
    side: str
    days: int
    new: bool = False
    pain: float | None = None
    before: float | None = None

    @property
    def shade(self) -> Shade:
        """1 for 1 to 3 days, 2 for 4 to 7, 3 for 8 or more (docs/clinician-report.md, foot map)."""
        return 1 if self.days < 4 else 2 if self.days < 8 else 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FootMap:
    """Places of the last 14 days, the most marked first.

    `since` is the last visit, a needling session or one the clinic named; None when none is known, and
    then no place is called new.
    """

    period: Period
    sites: tuple[SiteDays, ...]
    since: date | None


def foot_map(known: Basis) -> FootMap:
    """The foot map at the end of the period."""
    span = Period(first=known.last_day - timedelta(days=MAP_DAYS - 1), last=known.last_day)
    visit = _last_visit(known)
    regions = {foot_region.id: foot_region for foot_region in known.content.diary.foot_map.regions}
    marked: set[tuple[date, str, str]] = set()
    earlier: set[tuple[str, str]] = set()
    for entry in known.entries_in(span):
        marked.update((entry.day, site.side, site.region) for site in entry.location)
    if visit is not None:
        before = Period(first=visit - timedelta(days=BEFORE_DAYS), last=visit)
        earlier = {(site.side, site.region) for entry in known.entries_in(before) for site in entry.location}
    counts = Counter((side, region) for _day, side, region in marked)
    ago = Period(first=span.first - timedelta(days=MAP_DAYS), last=span.first - timedelta(days=1))
    means, means_ago = (_means(known, days) for days in (span, ago))
    sites = [
        SiteDays(
            region=region,
            name=regions[region].name,
            view=regions[region].view,
            side=side,
            days=days,
            new=visit is not None and (side, region) not in earlier,
            pain=means.get((side, region)),
            before=means_ago.get((side, region)),
        )
        for (side, region), days in counts.items()
        if region in regions
    ]
    sites.sort(key=lambda site_days: (-site_days.days, site_days.side, site_days.region))
    return FootMap(period=span, sites=tuple(sites), since=visit)


def _means(known: Basis, span: Period) -> dict[tuple[str, str], float]:
    """The mean pain of each place over the days it has a score on, the highest of each day."""
    scores: dict[tuple[str, str], dict[date, int]] = {}
    for entry in known.entries_in(span):
        for site in entry.location:
            if site.pain is not None:
                of_days = scores.setdefault((site.side, site.region), {})
                of_days[entry.day] = max(site.pain, of_days.get(entry.day, 0))
    least = known.content.diary.missing_days.mean_min_values
    return {
        place: sum(of_days.values()) / len(of_days)
        for place, of_days in scores.items()
        if len(of_days) >= least
    }


def _last_visit(known: Basis) -> date | None:
    needled = [diary_day(needling.at) for needling in known.records.needlings if not needling.cancelled]
    past = [day for day in (*known.visits, *needled) if day <= known.last_day]
    return max(past, default=None)
