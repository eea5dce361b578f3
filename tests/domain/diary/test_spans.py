"""Looking up a span by its ends finds the same records as looking at each, whatever their zone."""

from datetime import UTC, date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.diary.spans import Span, merged, of_days
from homecare.domain.records.diary import DiaryEntry, diary_day
from tests.domain.histories import START, entries

FIRST = diary_day(START)
SPANS = st.lists(
    st.tuples(st.integers(-5, 45), st.integers(0, 20)).map(
        lambda pair: (FIRST + timedelta(days=pair[0]), FIRST + timedelta(days=sum(pair)))
    ),
    max_size=4,
)


def days_of(spans: tuple[Span, ...]) -> list[date]:
    return [first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)]


@given(spans=SPANS)
def test_merged_spans_hold_the_same_days_each_once(spans: list[Span]) -> None:
    assert days_of(merged(spans)) == sorted(set(days_of(tuple(spans))))


@settings(max_examples=60)
@given(kept=st.lists(entries(), max_size=30), spans=SPANS)
def test_the_records_of_some_days_are_those_whose_day_it_is(
    kept: list[DiaryEntry], spans: list[Span]
) -> None:
    ordered = sorted(kept, key=lambda entry: entry.at.astimezone(UTC))
    days = set(days_of(tuple(spans)))

    assert of_days(ordered, merged(spans)) == tuple(entry for entry in ordered if entry.day in days)
