"""When an item is eased off: after a red light, in a flare, after needling, after a long gap."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from homecare.domain.diary.by_day import hours_after
from homecare.domain.evidence.evidence import WINDOW_DAYS, Evidence, written_days
from homecare.domain.evidence.traffic_light import Judged
from homecare.domain.plan.contraindications import works
from homecare.domain.plan.item_state import ItemNow
from homecare.domain.progression.offers import easier_offer
from homecare.domain.progression.streaks import Advised, Facts, Reason, facts_of
from homecare.domain.records.plan import Screened
from homecare.domain.safety.holds import red_day, start_of


def eased(now: ItemNow, lights: Sequence[Judged], evidence: Evidence) -> Advised | None:
    """Why an item is eased off or held today, whatever its latest light; None when nothing says so."""
    return (
        _after_red(now, lights, evidence)
        or _flare(now, evidence)
        or _after_needling(now, evidence)
        or _after_gap(now, lights, evidence)
    )


def _after_red(now: ItemNow, lights: Sequence[Judged], evidence: Evidence) -> Advised | None:
    """Easier for 3 days after the day of rest, then the last safe dose again."""
    red = red_day(lights)
    guide = evidence.content.diary.traffic_light.light("red")
    if red is None:
        return None
    until = red.light.day + timedelta(days=(guide.rest_days or 0) + (guide.easier_version_days or 0))
    if evidence.day > until:
        return None
    return Advised(
        advice="ease-off",
        reason=Reason.RED_EASIER,
        facts=(*facts_of(red), ("until", until)),
        offer=easier_offer(now, until=until),
        proof=(red,),
    )


def _flare(now: ItemNow, evidence: Evidence) -> Advised | None:
    """Easier for 3 days from the day a flare is called, then no more load until it is over."""
    flare = evidence.flare
    if flare is None:
        return None
    facts: Facts = (("since", flare.since), ("mean_before", round(flare.mean_before, 1)))
    until = flare.called_on + timedelta(days=evidence.content.diary.flare.easier_days - 1)
    if evidence.day > until:
        return Advised(advice="hold", reason=Reason.FLARE_HOLD, facts=facts, entries=flare.entries)
    return Advised(
        advice="ease-off",
        reason=Reason.FLARE_EASIER,
        facts=(*facts, ("until", until)),
        offer=easier_offer(now, until=until),
        entries=flare.entries,
    )


def _after_needling(now: ItemNow, evidence: Evidence) -> Advised | None:
    if now.item.kind != "strength":
        return None
    for needling in evidence.records.needlings:
        hours = hours_after(needling.at, evidence.at)
        if needling.cancelled or not 0 <= hours < evidence.content.safety.needling_easier_h:
            continue
        if any(works(now.exercise, now.side, muscle) for muscle in needling.muscles):
            return Advised(
                advice="ease-off",
                reason=Reason.AFTER_NEEDLING,
                facts=(("hours", int(hours)), ("needling", needling.id)),
                offer=easier_offer(now, until=evidence.day),
                since=needling.at,
            )
    return None


def _after_gap(now: ItemNow, lights: Sequence[Judged], evidence: Evidence) -> Advised | None:
    """Easier on return after 14 days without an entry, until a first final light (content: missing days).

    Starting the plan again on that return is no reason to leave it out. Nobody loads what is older than the
    window, so a plan that is older counts from the window's first day.
    """
    least = evidence.content.diary.missing_days.screen_after_days
    days = set(written_days(evidence.records, evidence.day))
    begun, window = now.plan.begun_day, evidence.day - timedelta(days=WINDOW_DAYS)
    if begun < window:
        days.add(window)
    first = min(days, default=evidence.day)
    days |= {
        screened.day
        for screened in evidence.records.plan
        if isinstance(screened, Screened) and screened.day > first
    }
    known = sorted(day for day in days if begun <= day <= evidence.last_day)
    returns = [later for earlier, later in pairwise(known) if (later - earlier).days >= least]
    if not returns or any(light.light.final and light.light.day >= returns[-1] for light in lights):
        return None
    return Advised(
        advice="ease-off",
        reason=Reason.AFTER_GAP,
        facts=(("since", returns[-1]),),
        offer=easier_offer(now),
        since=start_of(returns[-1], evidence),
    )
