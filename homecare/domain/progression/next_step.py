"""What to do with an item: hold, progress or ease off, why, and the one change on offer.

The rules are `traffic_light` in content/diary.toml and the `_rule` texts of content/safety.toml.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from homecare.domain.evidence.evidence import FIRST_STEP, Evidence
from homecare.domain.evidence.traffic_light import Judged, mornings_of
from homecare.domain.library.content import known_exercise
from homecare.domain.plan.adherence import adherence, complete_days, prescribed_on
from homecare.domain.plan.contraindications import answered, ruled_out, too_early
from homecare.domain.plan.item_state import ItemNow
from homecare.domain.progression.easing import eased
from homecare.domain.progression.offers import (
    back_to_plan,
    declined,
    easier_offer,
    harder_offer,
    last_safe_offer,
    week_based,
    week_offer,
)
from homecare.domain.progression.streaks import (
    Advised,
    Facts,
    Reason,
    ambers_in_a_row,
    facts_of,
    greens_in_a_row,
    red_within,
    since_decision,
)
from homecare.domain.records.plan import Advice
from homecare.domain.safety.holds import Hold, HoldCode


def advised(now: ItemNow, lights: Sequence[Judged], hold: Hold | None, evidence: Evidence) -> Advised:
    """What to do with an item that `hold` may keep back.

    Order: what holds it; easier after a red light; a flare; easier after needling or a long gap; then the
    light itself. While anything is locked nothing is offered. The fact "easier" is False where the content
    names no easier version to ease off to.
    """
    last = tuple(lights[-1:])
    if hold is not None:
        advice: Advice = "ease-off" if hold.code in (HoldCode.RED_REST, HoldCode.INJURY_PAIN) else "hold"
        return Advised(advice=advice, reason=hold.code, proof=last, entries=hold.entries)
    easing = eased(now, lights, evidence)
    found = _allowed(easing or _by_light(now, lights, evidence), now, evidence)
    if found.offer is None:
        unnamed = found.advice == "ease-off" and now.level != "easier"
        return replace(found, facts=(*found.facts, ("easier", False))) if unnamed else found
    if not evidence.may_progress and found.advice == "progress" and not evidence.stopped:
        return _without_offer(found, Reason.ALERT_OPEN)
    if evidence.stopped:
        return _without_offer(found, HoldCode.RED_FLAG if evidence.flags else HoldCode.SCREENING)
    if declined(now, found.offer, _newest(found, evidence), evidence):
        return _without_offer(found, Reason.DECLINED)
    return found


def _allowed(found: Advised, now: ItemNow, evidence: Evidence) -> Advised:
    """The same without an offer of an exercise that its own page forbids; progress then stays at the top."""
    offer = found.offer
    other = known_exercise(evidence.content, offer.exercise) if offer and offer.exercise else None
    if other is None:
        return found
    ban = (
        ruled_out(other, now.side, evidence)
        or answered(other, evidence)
        or too_early(other, now.side, evidence)
    )
    return found if ban is None else _without_offer(found, Reason.GREEN_TOP)


def _without_offer(found: Advised, reason: HoldCode | Reason) -> Advised:
    """The same without its offer; what was progress becomes a hold for this reason."""
    if found.advice == "progress":
        return replace(found, advice="hold", reason=reason, offer=None)
    return replace(found, offer=None)


def _newest(found: Advised, evidence: Evidence) -> datetime | None:
    """When the latest of the records behind an advice was felt, done or begun; None without any."""
    entries = {*found.entries, *(entry for judged_day in found.proof for entry in judged_day.light.entries)}
    moments = [judged_day.done.at for judged_day in found.proof]
    moments += [entry.at for entry in evidence.records.entries if entry.id in entries]
    if found.since is not None:
        moments.append(found.since)
    return max(moments, default=None)


def _by_light(now: ItemNow, lights: Sequence[Judged], evidence: Evidence) -> Advised:
    if not lights:
        return Advised(advice="hold", reason=Reason.NO_SESSION)
    last = lights[-1]
    here = since_decision(now, lights)
    unguided = _unguided(now, last, evidence)
    if unguided is not None:
        return _without_guide(now, here, unguided, last, evidence)
    if now.row is not None:
        return _by_week(now, lights, evidence)
    if last.light.light == "green":
        return _green(now, lights, here, evidence)
    if week_based(now, evidence):
        return Advised(advice="hold", reason=Reason.AMBER_ALLOWED, facts=facts_of(last), proof=(last,))
    return _amber(now, here, evidence)


def _without_guide(
    now: ItemNow, here: Sequence[Judged], reason: Reason, last: Judged, evidence: Evidence
) -> Advised:
    """Hold for `reason`, with two exceptions.

    An amber whose morning nobody recorded may still be the third in a row; and after the easy days a step
    that was too much at once is taken back.
    """
    if reason == Reason.RED_OVER:
        offer = last_safe_offer(now, here)
        advice: Advice = "hold" if offer is None else "ease-off"
        return Advised(advice=advice, reason=reason, facts=facts_of(last), offer=offer, proof=(last,))
    if reason == Reason.MORNING_MISSING and last.light.light == "amber" and not week_based(now, evidence):
        return _amber(now, here, evidence, reason)
    return Advised(advice="hold", reason=reason, facts=facts_of(last), proof=(last,))


def _unguided(now: ItemNow, last: Judged, evidence: Evidence) -> Reason | None:
    """Why the latest light gives no guidance; None for a final green or amber that needling did not cloud."""
    if last.light.light == "grey":
        return Reason.NO_SCORE
    if last.light.confounded:
        return Reason.CONFOUNDED
    if last.light.light == "red":
        return Reason.RED_OVER
    return None if last.light.final else _unfinished(now, last, evidence)


def _unfinished(now: ItemNow, last: Judged, evidence: Evidence) -> Reason:
    """Why a light is not final: the morning is still to come, was not recorded, or has nothing to compare."""
    morning = last.light.day + timedelta(days=1)
    first_step_is_key = evidence.condition(now.plan).primary_field == FIRST_STEP
    if morning in mornings_of(evidence.records.entries, first_step_is_key=first_step_is_key).after:
        return Reason.NO_USUAL_MORNING
    noon = evidence.content.diary.traffic_light.morning_ends
    over = evidence.day > morning or (evidence.day == morning and evidence.at.time() >= noon)
    return Reason.MORNING_MISSING if over else Reason.WAITING_FOR_MORNING


def _amber(
    now: ItemNow, here: Sequence[Judged], evidence: Evidence, reason: Reason = Reason.AMBER_HOLD
) -> Advised:
    """Hold for `reason`, or the easier version when it stayed amber for 3 sessions.

    An amber whose morning nobody recorded counts here: the morning can only make it worse.
    """
    wanted = evidence.content.diary.traffic_light.light("amber").regress_item_after_consecutive or 0
    profile = evidence.content.diary.profile(evidence.condition(now.plan).pain_profile)
    run = ambers_in_a_row(here, profile)
    facts: Facts = (*facts_of(here[-1]), ("in_a_row", run)) if here else ()
    proof = tuple(here[-wanted:])
    if not wanted or run < wanted:
        return Advised(advice="hold", reason=reason, facts=facts, proof=proof[-1:])
    offer = back_to_plan(now) if now.level == "harder" else easier_offer(now, whole=False)
    return Advised(advice="ease-off", reason=Reason.AMBER_IN_A_ROW, facts=facts, offer=offer, proof=proof)


def _green(now: ItemNow, lights: Sequence[Judged], here: Sequence[Judged], evidence: Evidence) -> Advised:
    guide = evidence.content.diary.traffic_light
    run = greens_in_a_row(here)
    facts: Facts = (*facts_of(lights[-1]), ("in_a_row", run), ("needed", guide.progress_greens))
    proof = tuple(lights[-min(run, guide.progress_greens) :]) if run else tuple(lights[-1:])

    def hold(reason: Reason, more: Facts = ()) -> Advised:
        return Advised(advice="hold", reason=reason, facts=(*facts, *more), proof=proof)

    if run < guide.progress_greens:
        return hold(Reason.GREEN_HOLD)
    if red_within(lights, evidence.last_day, guide.progress_no_red_days):
        return hold(Reason.GREEN_AFTER_RED)
    days = complete_days(evidence, guide.progress_adherence_days)
    kept = adherence(
        now.plan.condition,
        prescribed_on(now.plan.condition, days, evidence),
        evidence,
        now.item.exercise,
    ).percent
    if kept is None or kept < guide.progress_adherence_pct:
        return hold(Reason.GREEN_ADHERENCE, (("percent", kept or 0), ("least", guide.progress_adherence_pct)))
    offer = harder_offer(now, evidence)
    if offer is None:
        return hold(Reason.GREEN_TOP if now.plan.prescription is None else Reason.GREEN_PRESCRIBED)
    return Advised(advice="progress", reason=Reason.GREEN_PROGRESS, facts=facts, offer=offer, proof=proof)


def _by_week(now: ItemNow, lights: Sequence[Judged], evidence: Evidence) -> Advised:
    """A step of a loading table: amber is allowed, only a red light (or a flare) blocks it.

    One row at a time, and no row before a session at the present one says how it went.
    """
    last = lights[-1]
    if now.level == "easier":
        return Advised(
            advice="hold",
            reason=Reason.WEEK_EASIER,
            offer=back_to_plan(now),
            facts=facts_of(last),
            proof=(last,),
        )
    guide = evidence.content.diary.traffic_light
    offer = week_offer(now, evidence)
    tried = bool(since_decision(now, lights))
    if offer is None or not tried or red_within(lights, evidence.last_day, guide.progress_no_red_days):
        return Advised(advice="hold", reason=Reason.WEEK_HOLD, facts=facts_of(last), proof=(last,))
    return Advised(
        advice="progress", reason=Reason.WEEK_STEP, facts=facts_of(last), offer=offer, proof=(last,)
    )
