"""Every number of the content acts: changed by one, an answer or a text changes, or the check fails."""

import asyncio
import pathlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time, timedelta
from fractions import Fraction
from functools import cache
from itertools import zip_longest
from random import Random

import pytest

from homecare.content.checks import faults
from homecare.content.library import CONTENT, Library
from homecare.domain.aftercare.aftercare import aftercare_now
from homecare.domain.aftercare.sending import sendings
from homecare.domain.aftercare.stretch import stretches_after
from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.evidence.function import due_questionnaires, score_of
from homecare.domain.evidence.pain_change import pain_change
from homecare.domain.library.condition import Condition
from homecare.domain.library.phase import ALL_VARIANTS, Phase
from homecare.domain.plan.contraindications import forbidden
from homecare.domain.plan.criteria_met import criterion_state
from homecare.domain.plan.item_state import items_now
from homecare.domain.progression.offers import easier_offer, harder_offer
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import QuestionnaireAnswered
from homecare.domain.records.questionnaire import ItemAnswer
from homecare.domain.records.records import Records
from homecare.domain.records.settings import Settings
from homecare.domain.report.report import Period, report
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.session.bouts import due_on, slots_of
from homecare.domain.session.script import script_of
from homecare.domain.session.steps import Planned
from homecare.domain.today.today import today
from homecare.ui.diary.acts import add_entry
from homecare.ui.diary.entry_screen import correction_notice
from homecare.ui.diary.entry_start import evening_time, slot_of
from homecare.ui.diary.foot_map import most_places
from homecare.ui.diary.foot_picture import foot_picture
from homecare.ui.diary.questionnaire import answer_options, begun
from homecare.ui.kit.look import Look
from homecare.ui.state.care import new_id, stamped
from homecare.wording.doses import dose_text, load_text, run_walk_text, schedule_text, weeks_text
from tests.content.every_number import FOOT_MAP, TABLES, Path, called, changes, numbers_in
from tests.content.histories import PLANS, histories, moments, telling
from tests.domain.aftercare.makers import EVENING as NEEDLED
from tests.domain.aftercare.makers import after, needled, planned, sore
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when
from tests.domain.care_plan import stamp
from tests.ui.session.guided_care import care_with_plan

Answers = Iterator[object]
LAST_WEEK = 14
TELLING = 92
"""Of the first moments the change of pain is looked at as well."""
CANNOT_DIFFER = {
    *(f"aftercare.toml: soreness_rules.{first}.score_min" for first in (0, 3, 6)),
    *(f"aftercare.toml: soreness_rules.{last}.score_max" for last in (2, 5, 7)),
    "conditions/achilles-tendinopathy.toml: phases.at-mid-2-slow.activity_plan.load_table.0.week_from",
    *(f"questionnaires/overall-change.toml: words.{place}.value" for place in range(7)),
    "questionnaires/overall-change.toml: min_answered",
    *(
        f"conditions/shin-splints.toml: phases.ss-3.activity_plan.run_walk_steps.{place}.step"
        for place in range(6)
    ),
}
"""The ends of a scale, the first week, the numbering 1, 2, 3, the only question of a form: no other
number fits there."""
NUMBERED_EXERCISES = [
    file for file in TABLES if file.startswith("exercises/") and any(numbers_in(TABLES[file]))
]
DIARY_NUMBERS = tuple(numbers_in(TABLES["diary.toml"]))


def acts(file: str, path: Path, answers: Callable[[Library], Answers]) -> bool:
    """Whether a step up or down of this number changes an answer or makes the content unsound.

    A step that the type itself refuses shows nothing: it is not counted.
    """
    for changed in changes(file, path):
        told = zip_longest(answers(LIBRARY), answers(changed))
        if any(before != after for before, after in told) or faults(changed):
            return True
    return False


def idle_of(
    file: str, paths: Iterable[Path], answers: Callable[[Path], Callable[[Library], Answers]]
) -> list[str]:
    """The numbers that could be others and would change nothing."""
    idle = [called(file, path) for path in paths if not acts(file, path, answers(path))]
    return [name for name in idle if name not in CANNOT_DIFFER]


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


@pytest.mark.slow
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

    assert idle_of(file, numbers_in(TABLES[file]), answers) == []


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


def missing_days(library: Library) -> Answers:
    """The report's lines of pain, by day with a mean of the week and by week; then every other answer."""
    for kept in range(1, 8):
        care = Care()
        for day in range(1, 64):
            if day % 7 < kept:
                care.entry(day, 7.5, pain_first_step=day % 10)
        for last in (35, 63):
            period = Period(first=day_of(1), last=day_of(last))
            yield report(care.records, library, period, when(63, 22), LONDON).pain
    yield from rules(library)


RULES: tuple[tuple[str, str, Callable[[Library], Answers]], ...] = (
    *(("diary.toml", part, rules) for part in ("alert_repeat_h", "alerts", "baseline", "change", "flare")),
    ("diary.toml", "missing_days", missing_days),
    *(("diary.toml", part, rules) for part in ("pain_profiles", "traffic_light")),
    ("safety.toml", "needling", rules),
    ("safety.toml", "screen", rules),
)
ON_SCREEN = ("edit_days", "entry_slots", "fields", "late_entry_days")


@pytest.mark.long
@pytest.mark.parametrize(("file", "part", "answers"), RULES)
def test_every_number_of_the_rules_acts(file: str, part: str, answers: Callable[[Library], Answers]) -> None:
    paths = [path for path in numbers_in(TABLES[file]) if str(path[0]).startswith(part)]

    assert idle_of(file, paths, lambda _path: answers) == []
    assert paths


@pytest.mark.slow
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
            said.append(correction_notice(care, entry))
        said.append(most_places(library))
        return iter(said)

    paths = [path for path in DIARY_NUMBERS if path[0] in ON_SCREEN]
    assert idle_of("diary.toml", paths, lambda _path: form) == []


# -------------------- Questionnaires


def asked_again(asked_id: str, tmp_path: pathlib.Path) -> Callable[[Library], Answers]:
    """When a questionnaire is due, which answers its form takes, and what scores and changes mean."""
    now = care_with_plan(tmp_path)

    def given(library: Library) -> Answers:
        asked = next(known for known in library.questionnaires if known.id == asked_id)
        now.library = library
        yield len(begun(now, asked).items), asked.most_items
        yield answer_options(asked)
        yield score_of(asked, ()), score_of(asked, (1,)), score_of(asked, (1, 2))
        yield [
            asked.judged(Fraction(tenths, 10), compared)
            for compared in (1, 2, 3)
            for tenths in range(-80, 81)
        ]
        care = Care()
        for day in range(1, 60):
            due = due_questionnaires(evidence_at(care.records, library, when(day, 12), LONDON))
            yield [known.id for known in due]
            if asked in due:
                answers = (ItemAnswer(item="one", value=3, text="stairs"),)
                number = stamp(when(day, 13), day)
                care.plan.append(QuestionnaireAnswered(**number, questionnaire=asked_id, answers=answers))

    return given


@pytest.mark.parametrize("asked_id", [asked.id for asked in LIBRARY.all_questionnaires])
def test_every_number_of_a_questionnaire_acts(asked_id: str, tmp_path: pathlib.Path) -> None:
    file, answers = f"questionnaires/{asked_id}.toml", asked_again(asked_id, tmp_path)
    paths = list(numbers_in(TABLES[file]))

    assert idle_of(file, paths, lambda _path: answers) == []
    assert paths


def test_no_number_of_the_content_is_left_out_of_these_tests() -> None:
    files = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.toml")}
    looked_at = ("aftercare.toml", "diary.toml", "safety.toml", FOOT_MAP)

    assert files == set(TABLES)
    without = [file for file in TABLES if "/" not in file and file not in looked_at]
    assert [called(file, path) for file in without for path in numbers_in(TABLES[file])] == []


# -------------------- Aftercare and the foot map


@cache
def needling_moments() -> tuple[int, ...]:
    """Minutes after a needling session at which one of its numbers tells."""
    guide = LIBRARY.aftercare
    starts = [0, *(window.to_min for window in guide.timeline)]
    due = [rule.offset_min for rule in guide.reminders if rule.offset_min is not None]
    late = [
        rule.offset_min + rule.drop_if_late_by_min for rule in guide.reminders if rule.offset_min is not None
    ]
    second_day = [47 * 60 + minutes for minutes in range(-121, 122, 60)]
    return tuple(
        sorted({at + by for at in (*starts, *due, *late, *second_day) for by in (-1, 0, 1) if at + by >= 0})
    )


def after_needling(library: Library) -> Answers:
    """What is said, asked and sent after needling, at many minutes, hours of the day and scores."""
    guide = library.aftercare
    any_hour = Settings(heat_allowed=True, quiet_from=time(3), quiet_to=time(3))
    usual = Settings(heat_allowed=True)
    for check in ("24h", "48h", "72h"):
        yield [guide.soreness_rule(check, score).action for score in range(11)]
    for at, choices in (
        (NEEDLED.replace(hour=10), any_hour),
        (NEEDLED.replace(hour=19), any_hour),
        (NEEDLED.replace(hour=20), usual),
        *(
            (NEEDLED.replace(hour=hour, minute=minute), usual)
            for hour in (21, 23, 1, 3)
            for minute in (0, 30)
        ),
    ):
        yield sendings(needled(at=at), guide.reminders, guide, choices, LONDON)
        first = sore(2, 24, since=at)
        for entries in ((), (first, sore(4, 48, since=at)), (first, sore(1, 48, since=at))):
            records = Records(entries=entries, needlings=(needled(at=at),), settings=choices)
            for minutes in needling_moments() if choices is any_hour else (0,):
                now = after(at, minutes / 60)
                yield aftercare_now(records, guide, {}, now, LONDON, exercise_of=library.exercise)
    two = [guide.reminder(name) for name in ("rm-walk", "rm-stretch")]
    for minute in (45, 46):
        at = NEEDLED.replace(hour=4, minute=minute)
        yield sendings(needled(at=at), two, guide, usual, LONDON)
    for plans in (planned("plantar-fasciitis"), planned("achilles-tendinopathy", variant="insertional")):
        yield stretches_after(needled(at=NEEDLED), guide, plans)


@pytest.mark.slow
def test_every_number_of_aftercare_acts() -> None:
    paths = numbers_in(TABLES["aftercare.toml"])

    assert idle_of("aftercare.toml", paths, lambda _path: after_needling) == []


def held_off(exercise_id: str) -> Callable[[Library], Answers]:
    """What forbids an exercise, hour by hour after a needling and day by day after each plan's start."""

    def given(library: Library) -> Answers:
        exercise = library.exercise(exercise_id)
        if exercise.not_needled is not None:
            care = Care()
            care.needle(2, 9, exercise.not_needled.muscles[0])
            for hour in range(9, 9 + 72):
                evidence = evidence_at(care.records, library, when(2, hour), LONDON)
                yield forbidden(exercise, "left", evidence)
        for early in exercise.not_early:
            care = Care(early.condition, library.condition(early.condition).phases_for(None)[0].id)
            for day in range(1, 60):
                yield forbidden(exercise, "both", evidence_at(care.records, library, when(day), LONDON))

    return given


@pytest.mark.parametrize("file", NUMBERED_EXERCISES)
def test_every_number_of_an_exercise_acts(file: str) -> None:
    answers = held_off(pathlib.PurePath(file).stem)

    assert idle_of(file, numbers_in(TABLES[file]), lambda _path: answers) == []


def feet_drawn(library: Library) -> Answers:
    """Where each picture and each touch area lies, drawn large enough that no button is at its least size."""
    drawings = library.foot_map
    assert drawings is not None
    for drawing in drawings.drawings:
        for side in ("L", "R"):
            drawn = foot_picture(
                Look(),
                library.diary.foot_map,
                drawings,
                view=drawing.view,
                side=side,
                chosen={},
                width=4000,
                on_tap=lambda _region: None,
            )
            stack = drawn.controls[0]  # type: ignore[attr-defined]
            yield stack.width, stack.height
            yield [(part.left, part.top, part.width, part.height) for part in stack.controls]


def test_every_number_of_the_foot_map_acts() -> None:
    assert idle_of(FOOT_MAP, numbers_in(TABLES[FOOT_MAP]), lambda _path: feet_drawn) == []
