"""Who needs a call first: what is pressing, then worse, then silent, then few sessions, then the rest."""

from datetime import date

import pytest

from homecare.domain.report.header import Named
from homecare.domain.report.need import NeedReason
from homecare.domain.report.patient import patient_summary
from tests.domain.care import LIBRARY, LONDON, Care, when
from tests.domain.report.reports import of, scored

FLAG = LIBRARY.safety.screen.common_flags


def needs(care: Care) -> tuple[NeedReason, int]:
    """The same from the page and from the summary of many."""
    page = of(care)
    short = patient_summary(care.records, LIBRARY, when(28, 22), LONDON)
    assert page.need == short.need
    return page.need.reason, page.need.rank


def test_each_reason_is_found_and_the_first_one_counts() -> None:
    steady = scored(1, *[4] * 28)
    worse = scored(1, *[3] * 14, *[7] * 14)
    silent = scored(1, *[4] * 20)
    flagged = scored(1, *[4] * 28)
    emergency = next(flag for flag in FLAG if flag.urgency == "emergency")
    soon = next(flag for flag in FLAG if flag.urgency == "soon")
    flagged.screen(27, emergency.id)
    softly = scored(1, *[4] * 28)
    softly.screen(27, soon.id)
    done = scored(1, *[4] * 28)
    for day in range(1, 29):
        for hour, slot in ((8, "morning"), (13, "midday"), (16, "afternoon"), (19, "evening")):
            done.session(day, 2, "plantar-fascia-stretch", hour=hour, slot=slot)

    assert needs(flagged) == (NeedReason.PRESSING, 0)
    assert needs(softly) == (NeedReason.PRESSING, 3)
    assert needs(worse)[0] in (NeedReason.PRESSING, NeedReason.WORSE)
    assert needs(silent) == (NeedReason.STOPPED, 0)
    assert needs(steady) == (NeedReason.LOW_ADHERENCE, 0)
    assert needs(done) == (NeedReason.NONE, 0)
    orders = [of(care).need.order for care in (flagged, softly, worse, silent, steady, done)]
    assert orders == sorted(orders)


@pytest.mark.parametrize(
    ("born", "age"),
    [(date(1970, 3, 2), 56), (date(1970, 3, 3), 55), (date(2027, 1, 1), None), (None, None)],
)
def test_an_age_is_whole_years_on_the_day(born: date | None, age: int | None) -> None:
    assert Named(birth_date=born).age_on(date(2026, 3, 2)) == age
