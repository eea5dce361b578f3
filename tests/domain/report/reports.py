"""Reports of a patient whose records a test writes day by day."""

from homecare.domain.report.report import Period, Report, report
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when

FOUR_WEEKS = Period(first=day_of(1), last=day_of(28))


def of(care: Care, period: Period = FOUR_WEEKS, day: int = 28, **more: object) -> Report:
    return report(care.records, LIBRARY, period, when(day, 22), LONDON, **more)  # type: ignore[arg-type]


def scored(first: int, *scores: int | None) -> Care:
    """First-step pain of days in a row; None is a day without an entry."""
    care = Care(day=1)
    for offset, score in enumerate(scores):
        if score is not None:
            care.entry(first + offset, 7.5, pain_first_step=score)
    return care
