"""Every number of the content acts: changed by one, an answer or a text changes, or the check fails."""

import asyncio
import pathlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from itertools import zip_longest
from random import Random

import pytest

from homecare.content.checks import faults
from homecare.content.library import Library
from homecare.content.reading import ContentError
from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.evidence.pain_change import pain_change
from homecare.domain.library.condition import Condition
from homecare.domain.library.phase import ALL_VARIANTS, Phase
from homecare.domain.plan.criteria_met import criterion_state
from homecare.domain.plan.item_state import items_now
from homecare.domain.progression.offers import easier_offer, harder_offer
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.records import Records
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.session.bouts import due_on, slots_of
from homecare.domain.session.script import script_of
from homecare.domain.session.steps import Planned
from homecare.domain.today.today import today
from homecare.ui.diary.acts import add_entry
from homecare.ui.diary.entry_start import evening_time, slot_of
from homecare.ui.state.care import new_id, stamped
from homecare.wording.doses import dose_text, load_text, run_walk_text, schedule_text, weeks_text
from tests.content.every_number import TABLES, Path, called, numbers_in, with_change
from tests.content.histories import PLANS, histories, moments, telling
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when
from tests.ui.session.guided_care import care_with_plan

Answers = Iterator[object]
LAST_WEEK = 14
TELLING = 70
"""Of the first moments the change of pain is looked at as well."""
ONLY_ON_THE_REPORT = {"diary.toml: missing_days.mean_days", "diary.toml: missing_days.mean_min_values"}
"""Numbers that no rule of Today reads: the report's own tests see them."""
ONLY_IN_CONTROLS = {"diary.toml: edit_days", "diary.toml: fields.location.max_selected"}
"""Numbers that only a drawn control reads: the browser tests see them."""
DIARY_NUMBERS = tuple(numbers_in(TABLES["diary.toml"]))


def acts(file: str, path: Path, answers: Callable[[Library], Answers]) -> bool:
    """Whether a step up or down of this number changes an answer or makes the content unsound."""
    for by in (1, -1):
        try:
            changed = with_change(file, path, by)
        except ContentError:
            return True
        told = zip_longest(answers(LIBRARY), answers(changed))
        if any(before != after for before, after in told) or faults(changed):
            return True
    return False


# -------------------- Conditions: doses, criteria, weeks


@cache
def evidences() -> tuple[Evidence, ...]:
    """Diaries of one plan: criteria of every condition are held against them in the same way."""
    cares = histories(12, PLANS[:1])
    return tuple(care.evidence(day, hour) for n, care in enumerate(cares) for day, hour in moments(Random(n)))


def of_phase(library: Library, condition: Condition, phase: Phase) -> Answers:
    """What a patient reads of a phase, how its session runs, and what its criteria say."""
    yield weeks_text(phase)
    for item in phase.items:
        yield dose_text(item.dose), schedule_text(item.schedule), slots_of(item.schedule)
        planned = Planned(
            condition=condition.id,
            item=item.exercise,
            exercise=item.exercise,
            side="left",
            turns=("left",),
            dose=item.dose,
        )
        yield script_of([planned]).steps
        done = {day_of(1)}
        yield [due_on(item.schedule, day_of(day), done) for day in range(2, 16)]
    if phase.activity_plan is not None:
        yield [load_text(row) for row in phase.activity_plan.load_table]
        yield [run_walk_text(step) for step in phase.activity_plan.run_walk_steps]
    yield from offers_of(library, condition, phase)
    for criterion in (*phase.entry, *phase.exit):
        for evidence in evidences():
            yield criterion_state(criterion, evidence.plans["plantar-fasciitis"], evidence)


def offers_of(library: Library, condition: Condition, phase: Phase) -> Answers:
    """The easier and the harder version of each item, and the length of the routine."""
    variants: list[str | None] = [variant.id for variant in condition.variants] or [None]
    if phase.variant != ALL_VARIANTS:
        variants = [phase.variant]
    for variant in variants:
        care = Care(condition.id, phase.id, variant=variant)
        care.clear(1, "at-choose-slow")
        evidence = evidence_at(care.records, library, when(2), LONDON)
        for now in items_now(evidence.plans[condition.id], evidence):
            yield easier_offer(now), easier_offer(now, whole=False), harder_offer(now, evidence)
        if phase.activity_plan is not None:
            yield today(care.records, library, when(2, 20), LONDON).routine


def review_weeks(library: Library, condition: Condition) -> Answers:
    """In which weeks a pain that stays the same asks for a review."""
    care = Care(condition.id, condition.phases_for(None)[0].id)
    for day in range(1, LAST_WEEK * 7, 1):
        care.entry(day, 7.5, pain_first_step=5)
        care.entry(day, pain_worst=5)
    for week in range(2, LAST_WEEK):
        evidence = evidence_at(care.records, library, when(week * 7 + 1), LONDON)
        yield [alert.id for alert in alerts_at(evidence)]


def days_asked(library: Library, condition: Condition) -> Answers:
    """On which days Today asks the questions that belong to one day of the plan."""
    care = Care(condition.id, condition.phases_for(None)[0].id)
    for day in range(1, LAST_WEEK * 7):
        asked_now = today(care.records, library, when(day), LONDON).day_checks
        yield [question.check.id for question in asked_now if question.yes is None]


@pytest.mark.parametrize("condition_id", LIBRARY.condition_ids)
def test_every_number_of_a_condition_acts(condition_id: str) -> None:
    file = f"conditions/{condition_id}.toml"

    def answers(path: Path) -> Callable[[Library], Answers]:
        def given(library: Library) -> Answers:
            condition = library.condition(condition_id)
            if path[0] == "phases" and isinstance(path[1], int):
                yield from of_phase(library, condition, condition.phases[path[1]])
            elif path[0] == "day_checks":
                yield from days_asked(library, condition)
            else:
                yield from review_weeks(library, condition)

        return given

    idle = [called(file, path) for path in numbers_in(TABLES[file]) if not acts(file, path, answers(path))]
    assert idle == []


# -------------------- Diary, safety and aftercare: the rules


@cache
def asked() -> tuple[tuple[str, Records, datetime], ...]:
    """Whose plan, which records, when: first where a number of the rules tells, then every plan's diaries."""
    cares = [*telling(), *((care, tuple(moments(Random(n)))) for n, care in enumerate(histories(24)))]
    return tuple((care.condition, care.records, when(*at)) for care, moment in cares for at in moment)


@cache
def answer_now(at: int) -> object:
    """What Today says with the content as it is, kept: every number is held against it."""
    return answer_of(LIBRARY, at)


def answer_of(library: Library, at: int) -> object:
    """What Today says at one of these moments, and among the telling ones the change of pain."""
    condition, records, moment = asked()[at]
    said: object = None
    if at < TELLING:
        said = pain_change(condition, evidence_at(records, library, moment, LONDON))
    return today(records, library, moment, LONDON), said


def rules(library: Library) -> Answers:
    """Every answer; those of the content as it is are kept."""
    for at in range(len(asked())):
        yield answer_now(at) if library is LIBRARY else answer_of(library, at)


RULES: tuple[tuple[str, str, Callable[[Library], Answers]], ...] = (
    *(("diary.toml", part, rules) for part in ("alert_repeat_h", "alerts", "baseline", "change", "flare")),
    *(("diary.toml", part, rules) for part in ("missing_days", "pain_profiles", "traffic_light")),
    ("safety.toml", "needling", rules),
    ("safety.toml", "screen", rules),
)
ON_SCREEN = ("edit_days", "entry_slots", "fields", "late_entry_days")


@pytest.mark.long
@pytest.mark.parametrize(("file", "part", "answers"), RULES)
def test_every_number_of_the_rules_acts(file: str, part: str, answers: Callable[[Library], Answers]) -> None:
    paths = [path for path in numbers_in(TABLES[file]) if str(path[0]).startswith(part)]

    idle = [called(file, path) for path in paths if not acts(file, path, answers)]
    assert idle == []
    assert paths


def test_every_number_of_the_diarys_form_acts(tmp_path: pathlib.Path) -> None:
    care = care_with_plan(tmp_path)
    now = care.now()

    def form(library: Library) -> Answers:
        care.library = library
        clock = [now.replace(hour=at // 60, minute=at % 60) for at in range(24 * 60)]
        said: list[object] = [slot_of(care, at, now.date()) for at in clock]
        said.append(evening_time(care))
        for days in range(5):
            entry = DiaryEntry(id=new_id(), at=now - timedelta(days=days), pain_now=3, **stamped(now))
            said.append(asyncio.run(add_entry(care, entry)) is None)
        return iter(said)

    paths = [path for path in DIARY_NUMBERS if path[0] in ON_SCREEN]
    idle = [called("diary.toml", path) for path in paths if not acts("diary.toml", path, form)]
    assert [name for name in idle if name not in ONLY_IN_CONTROLS] == []
