"""One patient among many: better or worse, by how much, what was done, and whether anything is alarming."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from homecare.domain.evidence.pain_change import pain_change
from homecare.domain.evidence.red_flags import OpenFlag
from homecare.domain.library.content import TodayContent
from homecare.domain.records.diary import diary_day
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.header import Named, PlanHead, header
from homecare.domain.report.need import Need, need_of
from homecare.domain.report.period import Basis, Period, basis, usual_period, within_export
from homecare.domain.report.strip import lights_by_day
from homecare.domain.report.tiles import Tiles, tiles
from homecare.domain.safety.alert import Alert
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.safety.pressing import Pressing, pressing_now


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientSummary:
    """What the report says in short, for the 28 diary days that end when the file was `made`.

    `plans` has the condition the numbers are about first. `line` is the highest score of its pain field on
    each day of the period, None on a day without one. `red_days` are days with a red light. `alerts`,
    `flags` (red flags not cleared) and what is `pressing` hold when the file was made. `need` says how soon
    the patient needs a call.
    `gaps` are the files whose records may be missing.
    """

    patient: Named
    made: datetime
    period: Period
    plans: tuple[PlanHead, ...]
    tiles: Tiles
    line: tuple[int | None, ...]
    red_days: tuple[date, ...]
    last_needling: date | None
    flare_since: date | None
    alerts: tuple[Alert, ...]
    pressing: tuple[Pressing, ...]
    flags: tuple[OpenFlag, ...]
    need: Need
    gaps: tuple[Recovery, ...] = ()


def patient_summary(
    records: Records,
    content: TodayContent,
    at: datetime,
    zone: tzinfo,
    patient: Named | None = None,
    *,
    exported: Period | None = None,
    gaps: Iterable[Recovery] = (),
) -> PatientSummary:
    """The summary of records that were handed over `at` an instant by a patient who is in `zone`.

    `records` need only hold the days of `window_days`. The numbers are those of the report on these days.
    Of an export of some days, only the `exported` ones are counted: the others were not left blank.
    """
    period = within_export(usual_period, diary_day(at.astimezone(zone)), exported)
    known = basis(records, content, period, at, zone)
    scores = known.scores(known.primary)
    days = [period.first.fromordinal(period.first.toordinal() + n) for n in range(period.days)]
    flare = known.evidence.flare
    needled = (diary_day(needling.at) for needling in known.records.needlings if not needling.cancelled)
    alerts = alerts_at(known.evidence)
    pressing = pressing_now(known.evidence, alerts)
    numbers = tiles(known, pain_change(known.condition.id if known.condition else None, known.evidence))
    return PatientSummary(
        patient=patient or Named(),
        made=known.at,
        period=period,
        plans=header(known, Named(), "").plans,
        tiles=numbers,
        line=tuple(scores[day].value if day in scores else None for day in days),
        red_days=_red_days(known),
        last_needling=max(needled, default=None),
        flare_since=None if flare is None else flare.since,
        alerts=alerts,
        pressing=pressing,
        flags=known.evidence.flags,
        need=need_of(known, numbers.primary.change, pressing, numbers.sessions),
        gaps=tuple(gaps),
    )


def _red_days(known: Basis) -> tuple[date, ...]:
    lights = lights_by_day(known)
    return tuple(sorted(day for day, light in lights.items() if light.light == "red" and day in known.period))
