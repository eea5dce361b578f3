"""Reports of made-up patients for the tests of paper and screen."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.demo.history import demo_history
from homecare.domain.records.records import Records
from homecare.domain.report.report import Named, Period, Report, report

LIBRARY = Library()
LONDON = ZoneInfo("Europe/London")
LAST = date(2026, 11, 22)
MADE = datetime(2026, 11, 22, 9, tzinfo=LONDON)
HOSTILE = "=1+1 \"quoted\" <script>alert('x')</script> & מימין לשמאל \u202e\U0001f9b6 é \x07 ﬁ"


def demo(days: int) -> Records:
    """The demo's history as records."""
    found = demo_history(days=days, seed=1, until=LAST, zone=LONDON, library=LIBRARY)
    return Records(
        entries=found.entries,
        sessions=found.sessions,
        needlings=found.needlings,
        plan=found.plan_events,
        settings=found.settings,
    )


def page_of(records: Records, days: int = 28, *, share_notes: bool = False, name: str = "") -> Report:
    """The report on the last `days` days."""
    return report(
        records,
        LIBRARY,
        Period(first=LAST - timedelta(days=days - 1), last=LAST),
        MADE,
        LONDON,
        share_notes=share_notes,
        patient=Named(name=name),
        app_version="0.1.0",
    )
