"""What must hold for every history: entries, sessions, decisions, journeys and clock changes in any order."""

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from hypothesis import given

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import ClearanceGiven, ConditionStarted
from homecare.domain.records.records import Records
from homecare.domain.today.answer import Today
from homecare.domain.today.today import today, window_days
from tests.domain.care import LIBRARY
from tests.domain.care_plan import stamp
from tests.domain.histories import START, ZONES, asked, entries, histories
from tests.examples import examples


def ask(records: Records, at: datetime) -> Today:
    zone = at.tzinfo
    assert isinstance(zone, tzinfo)
    return today(records, LIBRARY, at, zone)


many = examples(25)


@many
@given(records=histories(), at=asked())
def test_progress_is_never_advised_on_a_red_grey_or_unfinished_light(records: Records, at: datetime) -> None:
    for item in ask(records, at).items:
        if item.advice == "progress":
            assert item.final
            assert item.light in ("green", "amber")
            assert not item.confounded
            assert item.held in (None, "rest-day")
            assert item.offer is not None


@many
@given(records=histories(), at=asked())
def test_nothing_is_offered_and_nothing_urgent_is_due_while_locked(records: Records, at: datetime) -> None:
    shown = ask(records, at)
    if shown.locked is None and not shown.screening_due:
        return

    assert all(item.offer is None and item.advice != "progress" for item in shown.items)
    assert all(phase.offered is None and not phase.step_back for phase in shown.phases)
    if shown.screening_due or (shown.locked and shown.locked.urgency != "soon"):
        assert shown.routine is None
        assert all(item.held for item in shown.items)


@many
@given(records=histories(), at=asked())
def test_no_gate_opens_without_a_clearance(records: Records, at: datetime) -> None:
    without = replace(
        records, plan=tuple(event for event in records.plan if not isinstance(event, ClearanceGiven))
    )

    shown = ask(without, at)

    gated = ("ne-1", "sf-2", "at-mid-2-slow")
    phase = next((state.phase for state in shown.phases), "")
    if phase in gated:
        assert shown.routine is None
        assert all(item.held for item in shown.items)
    assert all(state.offered not in ("sf-1", "sf-2", "sf-3", "at-mid-2-slow") for state in shown.phases)


@many
@given(records=histories(), at=asked())
def test_weight_never_goes_through_a_foot_with_a_stress_fracture(records: Records, at: datetime) -> None:
    start = ConditionStarted(
        **stamp(START.astimezone(ZONES[0]), -3), condition="stress-fracture", phase="sf-1", side="left"
    )

    shown = ask(replace(records, plan=(start, *records.plan)), at)

    if at >= start.at:
        assert not any(LIBRARY.exercise(item.exercise).weight_bearing for item in shown.items)


@many
@given(records=histories(), at=asked())
def test_the_past_does_not_know_the_future(records: Records, at: datetime) -> None:
    assert ask(records, at) == ask(records.until(at), at)


@many
@given(records=histories(), at=asked(), old=entries())
def test_what_lies_outside_the_days_it_rests_on_changes_nothing(
    records: Records, at: datetime, old: DiaryEntry
) -> None:
    long_ago = replace(old, id="old", at=old.at - timedelta(days=365))
    firsts = [first for first, _last in window_days(records.plan, at)]
    assert long_ago.day < min(firsts)

    assert ask(replace(records, entries=(long_ago, *records.entries)), at) == ask(records, at)


@many
@given(records=histories(), at=asked())
def test_the_days_it_names_are_all_it_needs(records: Records, at: datetime) -> None:
    spans = window_days(records.plan, at)
    kept = replace(
        records,
        entries=tuple(entry for entry in records.entries if any(a <= entry.day <= b for a, b in spans)),
        sessions=tuple(
            session for session in records.sessions if any(a <= session.day <= b for a, b in spans)
        ),
    )

    assert ask(kept, at) == ask(records, at)


@many
@given(records=histories(), at=asked())
def test_a_missing_score_is_never_a_zero(records: Records, at: datetime) -> None:
    silent = replace(
        records,
        entries=tuple(replace(entry, pain_exercise=None) for entry in records.entries),
        sessions=tuple(replace(session, pain_exercise=None) for session in records.sessions),
    )

    shown = ask(silent, at)

    assert {item.light for item in shown.items} <= {"grey"}
    assert all(item.advice != "progress" for item in shown.items)
    assert not any(
        criterion_state.met
        for state in shown.phases
        for criterion_state in state.criteria
        if criterion_state.kind == "diary_sessions"
    )


@many
@given(records=histories(), at=asked())
def test_asking_changes_nothing_and_ids_stand_for_themselves(records: Records, at: datetime) -> None:
    shown = ask(records, at)
    known = {entry.id for entry in records.entries} | {session.id for session in records.sessions}

    assert shown == ask(records, at)
    assert all({*item.entries, *item.sessions} <= known for item in shown.items)
    keys = [(item.condition, item.item) for item in shown.items]
    assert len(set(keys)) == len(keys)
    if shown.routine is not None:
        assert {(item.condition, item.item) for item in shown.routine.items} <= set(keys)
