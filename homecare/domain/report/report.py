"""The one-page report for a clinician: one value that screen, paper and review all show.

docs/clinician-report.md says what belongs on it, its thresholds, and what must never be on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal

from homecare.domain.evidence.evidence import INJURY
from homecare.domain.evidence.pain_change import THIN_UNDER
from homecare.domain.library.content import TodayContent
from homecare.domain.library.diary import DiaryGuide
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.function import Function, function_of
from homecare.domain.report.header import Header, Named, header
from homecare.domain.report.life import Life, life
from homecare.domain.report.need import Need, need_of
from homecare.domain.report.needling import NeedlingRow, needling_rows
from homecare.domain.report.notes import OwnWords, own_words
from homecare.domain.report.pain import PainChart, pain_of
from homecare.domain.report.period import Basis, Period, basis, report_days, usual_period
from homecare.domain.report.plan import PlanRow, Practised, plan_rows, practised
from homecare.domain.report.safety import Safety, safety
from homecare.domain.report.sites import FootMap, foot_map
from homecare.domain.report.strip import Strip, strip
from homecare.domain.report.tiles import Tiles, tiles

__all__ = ["Named", "Period", "Report", "report", "report_days", "usual_period"]

Extent = Literal["full", "thin", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything the page shows, in its order.

    `extent` "thin" (under 7 recorded days) leaves out the numbers, chart B, plan and notes; "empty" (no
    entry in the period) all but header and safety box: what is left out is None or empty. `injury` is the
    version for a stress fracture. `rules` are those of the content that the numbers were made by. `gaps` are
    the files whose records may be missing. `practice` is what the patient tried freely.
    """

    header: Header
    extent: Extent
    injury: bool
    safety: Safety
    tiles: Tiles | None
    pain: PainChart | None
    strip: Strip | None
    life: Life | None
    sites: FootMap | None
    needlings: tuple[NeedlingRow, ...]
    plan: tuple[PlanRow, ...]
    words: OwnWords
    function: Function
    rules: DiaryGuide
    need: Need
    gaps: tuple[Recovery, ...] = ()
    practice: tuple[Practised, ...] = ()


def report(
    records: Records,
    content: TodayContent,
    period: Period,
    at: datetime,
    zone: tzinfo,
    *,
    share_notes: bool = False,
    patient: Named | None = None,
    condition: str | None = None,
    visits: Iterable[date] = (),
    app_version: str = "",
    gaps: Iterable[Recovery] = (),
) -> Report:
    """The report on a period made `at` an instant by a patient who is in `zone`.

    `records` need only hold the days of `report_days`, in any order; others change nothing. Notes and
    medicines are left out unless shared, name and number unless `patient` gives them. `condition` chooses
    among several plans. `visits` are days of clinic visits. The same arguments give the same report.
    """
    known = basis(records, content, period, at, zone, condition=condition, visits=visits)
    change, chart = pain_of(known)
    numbers = tiles(known, change)
    extent = _extent(known)
    box = safety(known, change.change)
    full, some = extent == "full", extent != "empty"
    load = strip(known) if full else None
    return Report(
        header=header(known, patient or Named(), app_version),
        extent=extent,
        injury=known.condition is not None and known.condition.id == INJURY,
        safety=box,
        tiles=numbers if full else None,
        pain=chart if some else None,
        strip=load,
        life=life(known, load) if full else None,
        sites=foot_map(known) if some else None,
        needlings=needling_rows(known) if some else (),
        plan=plan_rows(known) if full else (),
        words=own_words(known, shared=share_notes) if full else OwnWords(shared=share_notes),
        rules=content.diary,
        gaps=tuple(gaps),
        need=need_of(known, change.change, box.pressing, numbers.sessions),
        practice=practised(known),
        function=function_of(known, change.change.label, shared=share_notes),
    )


def _extent(known: Basis) -> Extent:
    if not any(day in known.period for day in known.recorded_days):
        return "empty"
    return "thin" if len(known.recorded_days) < THIN_UNDER else "full"
